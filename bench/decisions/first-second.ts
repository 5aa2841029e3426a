import type { Arena, ContestantKind } from './contestants.ts';

/** What somebody sees who starts a service: how long until it answers, and how fast it answers at first. */
export interface FirstSecond {
  readonly name: string;
  /** Loading the code, or working out tables. */
  readonly setUpMilliseconds: number;
  /** For one answer, on average over the first second. */
  readonly nanoseconds: number;
}

const second = 1000;
const answersInARow = 200;

/** Asks for one second, from the first question on; nothing has been warmed up. */
export async function measureFirstSecond(kind: ContestantKind, arena: Arena): Promise<FirstSecond> {
  const before = performance.now();
  const entrant = await kind.enter(arena);
  if (entrant === undefined) throw new Error(`Compiled code has no ${kind.name}.`);
  const start = performance.now();
  let answered = 0;
  let passed = 0;
  while (passed < second) {
    answered += await entrant.run(answersInARow);
    passed = performance.now() - start;
  }
  return {
    name: kind.name,
    setUpMilliseconds: start - before,
    nanoseconds: (passed * 1_000_000) / answered,
  };
}
