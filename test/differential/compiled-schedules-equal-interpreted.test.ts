import { expect, test } from 'vitest';
import { compareSchedules } from './compare-schedules.ts';

const programs = 60;
const pairsPerRecord = 14;

test('compiled code and the reference interpreter say the same about random schedules and records', async () => {
  const outcomes = new Set<string>();
  let pairs = 0;
  for (let seed = 1; seed <= programs; seed += 1) {
    const comparison = await compareSchedules(seed, pairsPerRecord);
    // A mismatch names its seed and facts.
    expect(comparison.mismatches).toEqual([]);
    for (const outcome of Object.keys(comparison.outcomes)) outcomes.add(outcome);
    pairs += comparison.pairs;
  }
  expect(pairs).toBeGreaterThan(1200);
  const states = [
    'keep-restricted',
    'may-erase',
    'must-keep',
    'on-hold',
    'overdue',
    'undetermined',
    'ungoverned',
  ];
  const due = ['due done', 'due open', 'due overdue', 'due undetermined'];
  for (const outcome of [...states, ...due, 'refused']) expect(outcomes).toContain(outcome);
}, 120_000);
