import { median } from './measure.ts';

/** Something that answers many questions in one go. */
export interface Contestant {
  readonly name: string;
  /** Answers about so many questions, starting anywhere, and returns how many it answered. */
  readonly run: (count: number) => number | Promise<number>;
}

export interface Timing {
  readonly name: string;
  /** For one answer: the median of the rounds. */
  readonly nanoseconds: number;
  readonly rounds: readonly number[];
}

/**
 * Times all contestants in turn, several rounds, each for about as long as the others: a busy machine slows all alike,
 * and ratios are taken within a round.
 */
export async function timeInRounds(
  contestants: readonly Contestant[],
  options: { readonly rounds: number; readonly milliseconds: number; readonly warmUp: number },
): Promise<readonly Timing[]> {
  const counts: number[] = [];
  for (const contestant of contestants) counts.push(await calibrate(contestant, options));
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const start = performance.now();
      const answered = await contestant.run(counts[index] ?? 1);
      times[index]?.push(((performance.now() - start) * 1_000_000) / answered);
    }
  }
  return contestants.map(({ name }, index) => {
    const rounds = times[index] ?? [];
    return { name, rounds, nanoseconds: median(rounds) };
  });
}

/** The median of the ratios within each round. */
export function ratioOf(timing: Timing | undefined, base: Timing | undefined): number {
  if (timing === undefined || base === undefined) return Number.NaN;
  return median(timing.rounds.map((time, round) => time / (base.rounds[round] ?? Number.NaN)));
}

/** Warms up, and finds how many questions take about as long as one turn should. */
async function calibrate(
  contestant: Contestant,
  { milliseconds, warmUp }: { readonly milliseconds: number; readonly warmUp: number },
): Promise<number> {
  const start = performance.now();
  let count = 1;
  let rate = 0;
  do {
    const from = performance.now();
    const answered = await contestant.run(count);
    const took = Math.max(performance.now() - from, 0.001);
    rate = answered / took;
    count = Math.max(1, Math.min(count * 4, Math.round(rate * milliseconds)));
  } while (performance.now() - start < warmUp);
  return Math.max(1, Math.round(rate * milliseconds));
}

/** Asks about all of so many at once, as often as comes nearest to the count. */
export function repeating(size: number, ask: () => unknown): (count: number) => number {
  return (count) => {
    const times = Math.max(1, Math.round(count / size));
    for (let time = 0; time < times; time += 1) ask();
    return times * size;
  };
}

let loops = 0;

/**
 * A loop of its own for each contestant: in one loop for all, V8 could inline none of them, and the fast would pay for
 * the slow.
 */
export function rotating<Item>(
  items: readonly Item[],
  ask: (item: Item) => unknown,
): (count: number) => number {
  loops += 1;
  const text = `
    // ${loops}
    let at = 0, seen = 0;
    return (count) => {
      for (let index = 0; index < count; index += 1) {
        if (ask(items[at])) seen += 1;
        at += 1;
        if (at === items.length) at = 0;
      }
      if (seen < 0) throw new Error('Nothing was seen.');
      return count;
    };`;
  // The text is the one above.
  return new Function('items', 'ask', text)(items, ask) as (count: number) => number;
}
