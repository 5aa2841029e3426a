import type { Size } from './decisions/index.ts';
import { allSizes } from './decisions/index.ts';

/** What a run of the benchmarks is asked for. */
export interface BenchOptions {
  /** The parts that are wanted; none means all. */
  readonly parts: readonly string[];
  /** A short run. */
  readonly isQuick: boolean;
  /** Whether other tools are measured as well. */
  readonly peers: boolean;
  /** Whether instructions are counted. */
  readonly instructions: boolean;
  /** Whether results and their page are written. */
  readonly write: boolean;
  readonly sizes: readonly Size[];
}

/** Reads the command line, or throws what is wrong with it. */
export function readArguments(words: readonly string[], known: readonly string[]): BenchOptions {
  const sizesAt = words.indexOf('--sizes');
  const sizes = sizesAt < 0 ? allSizes : readSizes(words[sizesAt + 1]);
  const rest = words.filter((_, index) => sizesAt < 0 || (index !== sizesAt && index !== sizesAt + 1));
  const flags = rest.filter((word) => word.startsWith('--'));
  const parts = rest.filter((word) => !word.startsWith('--'));
  refuse('option', flags, ['--quick', '--peers', '--instructions', '--write', '--sizes']);
  refuse('benchmark', parts, known);
  return {
    parts,
    isQuick: flags.includes('--quick'),
    peers: flags.includes('--peers'),
    instructions: flags.includes('--instructions'),
    write: flags.includes('--write'),
    sizes,
  };
}

function refuse(kind: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.filter((word) => !known.includes(word));
  if (unknown.length === 0) return;
  throw new Error(`There is no ${kind} ${unknown.join(', ')}; there are ${known.join(', ')}.`);
}

function readSizes(text = ''): readonly Size[] {
  const wanted = text.split(',').map(Number);
  const sizes = allSizes.filter((size) => wanted.includes(size));
  if (sizes.length !== wanted.length) throw new Error(`Sizes are ${allSizes.join(', ')}, not "${text}".`);
  return sizes;
}
