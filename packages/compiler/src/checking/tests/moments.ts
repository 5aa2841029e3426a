import { localTime, parseDate, startOfDay } from '../../runtime/index.ts';
import type { Expression, MomentClause } from '../../syntax/index.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { resolveZone } from '../vocabulary/zones.ts';
import type { TestSubject } from './cases.ts';
import { instantOf } from './cases.ts';

/** When a test takes place, as it is written. */
export interface WrittenMoment {
  readonly which: MomentClause['which'];
  readonly value: Expression;
}

const millisecondsPerHour = 3_600_000;
const noon = 12 * millisecondsPerHour;

/** The instant that a test is about: that of `now`, or noon of the day of `on`. */
export function momentOf(
  scope: Scope,
  { kind, subject }: TestSubject,
  { which, value }: WrittenMoment,
  under: readonly string[],
): number | undefined {
  if (which === 'now') return instantOf(scope, value);
  if (kind === 'activity') {
    complain(scope, 'test/on-of-activity', value, { activity: subject.name });
    return undefined;
  }
  const day =
    value.kind === 'literal' && value.value.type === 'date' ? parseDate(value.value.value) : undefined;
  if (day !== undefined) return noonOf(zoneOf(scope, under), day);
  if (value.kind !== 'missing-expression') complain(scope, 'test/on-date', value, {});
  return undefined;
}

/** The zone of the only policy that counts, else that of the project or pack. */
function zoneOf({ context, site }: Scope, under: readonly string[]): string {
  const [only, second] = under;
  const policy =
    only === undefined || second !== undefined ? undefined : context.queries.get('policy', only)?.policy;
  return policy?.zone ?? resolveZone(context, site.unit, undefined);
}

/** Twelve o'clock of a day, also where the clocks change that night; undefined for a zone that is not known. */
export function noonOf(zone: string, day: number): number | undefined {
  const start = startOfDay(zone, day);
  if (start === undefined) return undefined;
  const guess = start + noon;
  return guess + noon - (localTime(zone, guess) ?? noon);
}
