import type { Place, Policy, Program, TestCase } from '../logic/index.ts';
import { isUnder } from '../logic/index.ts';
import { formatDate, localDate, parseDate } from '../runtime/index.ts';
import { compareText } from '../support/index.ts';
import type { Dated } from './dated.ts';
import { datedProvisions, datedVocabulary } from './dated.ts';
import { datedConditions } from './dated-conditions.ts';
import { vocabularyRead } from './vocabulary-reads.ts';

/** A day on which something begins, ends or is to be looked at again. */
export interface TimelineEntry {
  /** The first day on which it is different (`YYYY-MM-DD`); of a review, the day by which it is wanted. */
  readonly date: string;
  readonly change: 'begins' | 'ends' | 'review';
  readonly kind: Dated['kind'] | 'pack';
  readonly name: string;
  readonly title?: string;
  /** What a member or a row is about. */
  readonly of?: string;
  readonly policy?: string;
  /** Where the day begins; absent for reviews. */
  readonly zone?: string;
  readonly countedBy?: Place;
  readonly place?: Place;
  /** Of provisions that count by the day of the decision: whether tests look at both sides of the change. */
  readonly tests?: TestedSides;
}

export interface TestedSides {
  /** The day before the change. */
  readonly lastDay: string;
  /** Some test asks on that very day. */
  readonly before: boolean;
  /** Some test asks on the day of the change or later. */
  readonly after: boolean;
}

export interface TimelineOptions {
  /** The first and the last day that is asked about, both included (`YYYY-MM-DD`). */
  readonly from?: string;
  readonly to?: string;
  /** Exact ids or patterns `P.*`; empty: all policies. */
  readonly policies?: readonly string[];
}

/** Every day on which a decision or a schedule can change because the law does, sorted. */
export function timelineOf(program: Program, options: TimelineOptions = {}): readonly TimelineEntry[] {
  const { from = '', to = '9999-12-31', policies: patterns = [] } = options;
  const policies = program.policies.filter(({ id }) => isUnder(patterns, id));
  const ids = new Set(policies.map(({ id }) => id));
  const provisions = datedProvisions(program).filter(({ policy = '' }) => ids.has(policy));
  const vocabulary = datedVocabulary(program, vocabularyRead(program, policies));
  const entries = [
    ...[...provisions, ...datedConditions(program, policies), ...vocabulary].flatMap((dated) =>
      changesOf(dated, program.tests),
    ),
    ...policies.flatMap(reviewOf),
    ...(patterns.length > 0 ? [] : packReviews(program)),
  ];
  return entries.filter(({ date }) => from <= date && date <= to).sort(compareEntries);
}

function changesOf(dated: Dated, tests: readonly TestCase[]): readonly TimelineEntry[] {
  const { from, until, subjects: _, ...about } = dated;
  const entry = (change: 'begins' | 'ends', date: number): TimelineEntry => ({
    date: formatDate(date),
    change,
    ...about,
    ...(dated.policy === undefined || dated.countedBy !== undefined
      ? {}
      : { tests: sidesOf(dated, dated.policy, date, tests) }),
  });
  return [
    ...(from === undefined ? [] : [entry('begins', from)]),
    ...(until === undefined ? [] : [entry('ends', until)]),
  ];
}

/** A test looks at a provision where it is about the same activity or record and leaves the policy in. */
function sidesOf(
  { zone, subjects }: Dated,
  policy: string,
  date: number,
  tests: readonly TestCase[],
): TestedSides {
  const days = tests
    .filter((test) => subjects.includes(test.kind === 'decision' ? test.activity : test.record))
    .filter(({ under }) => isUnder(under, policy))
    .flatMap(({ now }) => (now === undefined ? [] : (localDate(zone, now) ?? [])));
  return {
    lastDay: formatDate(date - 1),
    before: days.includes(date - 1),
    after: days.some((day) => day >= date),
  };
}

function reviewOf({ id, title, reviewBy, place }: Policy): readonly TimelineEntry[] {
  if (reviewBy === undefined || parseDate(reviewBy) === undefined) return [];
  return [{ date: reviewBy, change: 'review', kind: 'policy', name: id, title, policy: id, place }];
}

function packReviews({ packs }: Program): readonly TimelineEntry[] {
  return packs.flatMap(({ name, title, reviewBy }) =>
    reviewBy === undefined ? [] : [{ date: reviewBy, change: 'review', kind: 'pack', name, title }],
  );
}

const order: readonly TimelineEntry['change'][] = ['ends', 'begins', 'review'];

/** By day; on one day what ends before what begins, then by name. */
function compareEntries(left: TimelineEntry, right: TimelineEntry): number {
  return (
    compareText(left.date, right.date) ||
    order.indexOf(left.change) - order.indexOf(right.change) ||
    compareText(left.kind, right.kind) ||
    compareText(left.name, right.name) ||
    compareText(left.of ?? '', right.of ?? '')
  );
}
