import type { Duration, Formula, OffsetValue, Policy, ScheduleRule } from '../../logic/index.ts';
import { valueKey } from '../../logic/index.ts';
import { addMonths, daysFromCivil, formatDate } from '../../runtime/index.ts';
import type { CheckContext } from '../context.ts';
import { report, sourceText } from '../context.ts';
import { areDisjoint } from './disjoint.ts';

/** A period of fixed length that counts from a day, with what has to hold for it. */
interface FixedPeriod {
  readonly policy: Policy;
  readonly rule: ScheduleRule;
  readonly until: OffsetValue;
  readonly length: Duration;
  readonly conditions: readonly Formula[];
}

/**
 * Reports pairs of rules that count from the same day and of which one keeps a record longer than the other lets it
 * stay, unless their conditions show that they never meet.
 */
export function checkFloors(context: CheckContext, record: string): void {
  const periods = fixedPeriods(context, record);
  const keeps = periods.filter(({ rule }) => rule.action === 'keep');
  const ends = periods.filter(({ rule }) => rule.action === 'erase' || rule.action === 'anonymise');
  for (const keep of keeps) {
    const end = ends.find((candidate) => isAbove(keep, candidate) && mayMeet(context, keep, candidate));
    if (end !== undefined) reportFloor(context, record, keep, end);
  }
}

function fixedPeriods(context: CheckContext, record: string): FixedPeriod[] {
  const { queries } = context;
  return queries.get('names', 'policy').flatMap((id) => {
    const outline = queries.get('policy-outline', id);
    if (outline?.targets.every(({ about }) => about.kind === 'activity') !== false) return [];
    const policy = queries.get('policy', id)?.policy;
    const part = policy?.schedules.find((candidate) => candidate.record === record);
    if (policy === undefined || part === undefined) return [];
    return part.rules.flatMap((rule) => fixedPeriod(policy, part.applies, rule) ?? []);
  });
}

function fixedPeriod(policy: Policy, applies: Formula, rule: ScheduleRule): FixedPeriod | undefined {
  const until = rule.period?.until;
  if (until?.kind !== 'offset' || until.direction !== 'after') return undefined;
  if (until.duration.kind !== 'constant' || rule.period?.extension !== undefined) return undefined;
  const { constant } = until.duration;
  if (constant.type !== 'duration') return undefined;
  return { policy, rule, until, length: constant, conditions: [applies, rule.condition] };
}

function isAbove(keep: FixedPeriod, end: FixedPeriod): boolean {
  const { length } = keep;
  if (length.unit !== 'months' && length.unit !== 'days') return false;
  if (length.unit !== end.length.unit || length.amount <= end.length.amount) return false;
  return valueKey(keep.until.origin) === valueKey(end.until.origin);
}

function mayMeet({ queries }: CheckContext, keep: FixedPeriod, end: FixedPeriod): boolean {
  const vocabulary = {
    taxonomy: (name: string) => queries.get('taxonomy', name),
    group: (name: string) => queries.get('group', name),
  };
  return !areDisjoint(keep.conditions, end.conditions, vocabulary);
}

/** The rule that is cut gets the message. */
function reportFloor(context: CheckContext, record: string, keep: FixedPeriod, end: FixedPeriod): void {
  const keepPrevails = levelOf(keep) <= levelOf(end);
  const [winner, loser] = keepPrevails ? [keep, end] : [end, keep];
  const because = levelOf(keep) === levelOf(end) ? 'keeping comes first' : 'it has the higher authority';
  const { unit } = loser.rule.place;
  report(
    context,
    unit,
    'lint/floor-above-ceiling',
    loser.rule.place,
    {
      record,
      keep: lengthWords(keep),
      keeping: keep.rule.id,
      end: lengthWords(end),
      ending: end.rule.id,
      day: formatDate(exampleDay),
      through: formatDate(lastDay(keep)),
      by: formatDate(lastDay(end)),
      winner: winner.rule.id,
      because,
    },
    { related: [{ unit: winner.rule.place.unit, span: winner.rule.place, text: 'this one prevails' }] },
  );
}

/** Law and sector are one level. */
function levelOf({ policy: { authority } }: FixedPeriod): number {
  return authority.binding ? -1 : authority.rank;
}

function lengthWords({ until }: FixedPeriod): string {
  return sourceText(until.duration.place.unit, until.duration.place);
}

const exampleDay = daysFromCivil(2026, 1, 1);

function lastDay({ length }: FixedPeriod): number {
  return length.unit === 'months' ? addMonths(exampleDay, length.amount) : exampleDay + length.amount;
}
