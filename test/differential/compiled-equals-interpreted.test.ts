import { expect, test } from 'vitest';
import { compareProgram } from './compare.ts';

const programs = 90;
const pairsPerActivity = 18;

test('compiled code and the reference interpreter say the same about random programs and facts', async () => {
  const outcomes = new Set<string>();
  let pairs = 0;
  for (let seed = 1; seed <= programs; seed += 1) {
    const comparison = await compareProgram(seed, pairsPerActivity);
    // A mismatch names its seed and facts.
    expect(comparison.mismatches).toEqual([]);
    for (const outcome of Object.keys(comparison.outcomes)) outcomes.add(outcome);
    pairs += comparison.pairs;
  }
  expect(pairs).toBeGreaterThan(3000);
  expect([...outcomes].sort()).toEqual(['forbidden', 'permitted', 'refused', 'undetermined', 'ungoverned']);
}, 120_000);
