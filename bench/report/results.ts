import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** What one part of the benchmarks found out, in a form that terminal, JSON and the page are made from. */
export interface PartResults {
  readonly sections: readonly Section[];
  readonly targets: readonly Target[];
  readonly charts: readonly Chart[];
}

/** A table; all rows have the same columns. */
export interface Section {
  readonly title: string;
  /** What the figures are, in a sentence or two. */
  readonly about: string;
  readonly rows: readonly Row[];
}

export type Row = Readonly<Record<string, string | number>>;

/** A figure beside what it is held to. */
export interface Target {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
}

/** Bars on a logarithmic scale, in groups. */
export interface Chart {
  /** The name of the picture, without ending. */
  readonly file: string;
  readonly title: string;
  readonly groups: readonly string[];
  readonly bars: readonly {
    readonly name: string;
    readonly isOurs: boolean;
    readonly values: readonly number[];
  }[];
}

export interface StoredResults extends PartResults {
  readonly date: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  /** Whether it was a short run. */
  readonly isQuick: boolean;
}

const folder = new URL('../results/', import.meta.url);

/** Results with the day, the versions and the machine. */
export function describeRun(results: PartResults, isQuick: boolean): StoredResults {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cpu: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    isQuick,
    ...results,
  };
}

export function writeResults(part: string, results: StoredResults): void {
  mkdirSync(folder, { recursive: true });
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value;
  writeFileSync(new URL(`${part}.json`, folder), `${JSON.stringify(results, rounded, 2)}\n`);
}

/** Undefined where this part was never written. */
export function readResults(part: string): StoredResults | undefined {
  try {
    // `writeResults` wrote it.
    return JSON.parse(readFileSync(new URL(`${part}.json`, folder), 'utf8')) as StoredResults;
  } catch {
    return undefined;
  }
}

/** How many times over its limit a figure is; at most 1 where the target is met. */
export function excessOf({ measured, limit, better }: Target): number {
  return better === 'lower' ? measured / limit : limit / measured;
}
