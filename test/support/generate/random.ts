/** A source of choices that depends on its seed alone. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  next(): number;
  /** From `low` through `high`. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of several makers, each with its weight. */
  weighted<T>(options: readonly (readonly [weight: number, make: () => T])[]): T;
  /** Some of the items, in their order. */
  some<T>(items: readonly T[], probability?: number): T[];
  /** As many results as `count` says. */
  times<T>(count: number, make: (index: number) => T): T[];
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, whole(0, items.length - 1)),
    weighted: (options) => {
      let rest = next() * options.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, make] of options) {
        rest -= weight;
        if (rest < 0) return make();
      }
      return at(options, options.length - 1)[1]();
    },
    some: (items, probability = 0.5) => items.filter(() => next() < probability),
    times: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
  };
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}
