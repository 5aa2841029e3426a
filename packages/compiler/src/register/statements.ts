import type { Exception, Formula, Place, Provision, ScheduleRule, Value } from '../logic/index.ts';
import type { RuleClause } from '../syntax/index.ts';
import { markText } from './conditions.ts';
import type { MarkedText } from './model.ts';
import type { RegisterContext } from './provisions.ts';
import { taxonomiesIn } from './taxonomies-in.ts';
import type { WordScope } from './words.ts';

/** What a rule or exception about records says of time, clause by clause, as it is written. */
export function describeStatements(
  provision: Provision | ScheduleRule | Exception,
  scope: WordScope,
  context: RegisterContext,
): readonly MarkedText[] {
  const node = context.notes.node(provision.id);
  const { unit } = provision.place;
  const taxonomies = taxonomiesIn(valuesOf(provision));
  return (node?.clauses ?? []).filter(isStatement).map((clause) => {
    const place: Place = { unit, start: clause.start, end: clause.end };
    return markText(place, context, scope, taxonomies);
  });
}

function isStatement({ kind }: RuleClause): boolean {
  switch (kind) {
    case 'schedule-clause':
    case 'period-instead-clause':
    case 'leaving-clause':
    case 'rolling-clause':
    case 'extend-by-clause':
    case 'done-when-clause':
    case 'review-within-clause':
      return true;
    case 'effect-clause':
    case 'when-clause':
    case 'unless-clause':
    case 'obligation-clause':
    case 'cite-clause':
    case 'because-clause':
    case 'overridable-clause':
    case 'in-force-clause':
    case 'except':
      return false;
  }
}

/** What the statements are made of, in the logic. */
export function valuesOf(provision: Provision | ScheduleRule | Exception): readonly (Formula | Value)[] {
  const instead = 'instead' in provision ? provision.instead : undefined;
  const period = 'period' in provision ? provision.period : instead;
  const done = 'doneWhen' in provision && provision.doneWhen !== undefined ? [provision.doneWhen] : [];
  if (period === undefined) return done;
  const { until, rolling, extension } = period;
  return [
    until,
    ...(rolling === undefined ? [] : [rolling]),
    ...(extension === undefined ? [] : [extension.until, extension.condition]),
    ...done,
  ];
}
