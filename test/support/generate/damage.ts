import type { FactsObject } from '../../../packages/compiler/src/logic/index.ts';
import type { Random } from './random.ts';

/** What services send by mistake, or on purpose. */
const strange: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 12,
  () => '',
  () => 'nonsense',
  () => '2026-02-30',
  () => '2026-03-02T12:00:00',
  () => '24:00',
  () => 'Europe/Atlantis',
  () => 'P1M1D',
  () => true,
  () => new Date(0),
  () => [],
  () => [null],
  () => ['nonsense'],
  () => {
    const sparse: unknown[] = [];
    sparse.length = 2;
    return sparse;
  },
  () => Array.from({ length: 10_001 }, () => 'a'),
  () => ({}),
  () => ({ nonsense: 1 }),
  () => new Map(),
  () => 12n,
  () => Symbol('strange'),
  () => () => 'a',
  () => Object.create({ inherited: true }),
];

/** Facts with one place damaged: a value replaced, a key added or taken away. Plain facts stay as they are. */
export function damagedFacts(random: Random, facts: FactsObject): unknown {
  return damaged(random, structuredClone(facts), 4);
}

function damaged(random: Random, value: unknown, depth: number): unknown {
  const isParent = typeof value === 'object' && value !== null;
  if (!isParent || depth === 0 || random.chance(0.2)) return random.pick(strange)();
  if (Array.isArray(value)) {
    const index = random.whole(0, value.length);
    return value.toSpliced(index, 1, damaged(random, value[index], depth - 1));
  }
  const copy: Record<string, unknown> = { ...value };
  const key = random.pick([...Object.keys(copy), 'nonsense', 'constructor', 'prototype']);
  if (random.chance(0.1)) {
    // Compiled code reads a getter once and takes a valid value; this one never gives any.
    Object.defineProperty(copy, key, { enumerable: true, get: () => Symbol('computed') });
    return copy;
  }
  if (random.chance(0.1))
    return JSON.parse(`{ "__proto__": {}, ${JSON.stringify(copy).slice(1)}`.replace(', }', ' }'));
  if (random.chance(0.2)) delete copy[key];
  else copy[key] = damaged(random, copy[key], depth - 1);
  return copy;
}
