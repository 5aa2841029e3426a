import type { Truth } from '../../runtime/index.ts';

/** What the tests came across, file by file. */
export interface Coverage {
  /** Sorted by path; files that state nothing that could be covered are left out. */
  readonly files: readonly FileCoverage[];
  /** How many tests were run. */
  readonly tests: number;
}

export interface FileCoverage {
  readonly path: string;
  readonly text: string;
  /** In the order of the file. */
  readonly subjects: readonly SubjectCoverage[];
}

/** A policy, a define, or the derived facts of an activity or a record. */
export interface SubjectCoverage {
  readonly kind: 'policy' | 'define' | 'activity' | 'record';
  readonly name: string;
  readonly title: string | undefined;
  /** In the order of the file; a rule comes before its conditions. */
  readonly items: readonly CoverageItem[];
}

/** A rule, an exception or a condition. */
export interface CoverageItem {
  readonly what: 'rule' | 'exception' | 'condition';
  /** Of a rule or an exception. */
  readonly provision?: ProvisionWords;
  /** The id of the rule or exception that a condition is part of. */
  readonly within?: string;
  /** As it was written, on one line. */
  readonly text: string;
  /** Offsets in the text of the file. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** What can come out of it, always in the order true, false, unknown. */
  readonly outcomes: readonly OutcomeCoverage[];
  /** The facts that it reads, as the author calls them, sorted. */
  readonly facts: readonly string[];
  /** Where it turns, in the order of the source. */
  readonly boundaries: readonly BoundaryCoverage[];
}

export interface ProvisionWords {
  readonly kind: 'rule' | 'default' | 'exception' | 'unless' | 'lift';
  readonly id: string;
  readonly title: string;
  readonly citation: string | undefined;
}

export interface OutcomeCoverage {
  readonly truth: Truth;
  /** In how many tests it came out. */
  readonly tests: number;
}

/** One side of an edge: the last value on it. */
export interface BoundaryCoverage {
  /** `21:01`, `2026-08-10`, `the day before`, `its last day` */
  readonly text: string;
  readonly isTested: boolean;
}

export interface Count {
  readonly covered: number;
  readonly total: number;
}

/** How many outcomes came up, of rules, of exceptions, of conditions, and of all together. */
export interface CoverageCounts {
  readonly rules: Count;
  readonly exceptions: Count;
  readonly conditions: Count;
  readonly boundaries: Count;
  /** Rules, exceptions and conditions. */
  readonly all: Count;
}

/** Counts the outcomes of a policy, a file or everything. */
export function countCoverage(subjects: readonly Pick<SubjectCoverage, 'items'>[]): CoverageCounts {
  const items = subjects.flatMap((subject) => subject.items);
  const outcomesOf = (what?: CoverageItem['what']): Count =>
    countWhere(
      items.filter((item) => what === undefined || item.what === what).flatMap(({ outcomes }) => outcomes),
      ({ tests }) => tests > 0,
    );
  return {
    rules: outcomesOf('rule'),
    exceptions: outcomesOf('exception'),
    conditions: outcomesOf('condition'),
    boundaries: countWhere(
      items.flatMap(({ boundaries }) => boundaries),
      ({ isTested }) => isTested,
    ),
    all: outcomesOf(),
  };
}

function countWhere<Item>(items: readonly Item[], isCovered: (item: Item) => boolean): Count {
  return { covered: items.filter(isCovered).length, total: items.length };
}

/** Per cent, rounded down to one digit so that 100 means all; of nothing, all is covered. */
export function percentOf({ covered, total }: Count): number {
  return total === 0 ? 100 : Math.floor((covered * 1000) / total) / 10;
}
