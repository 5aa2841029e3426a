import type { Formula, InForcePeriod, Place } from '../../logic/index.ts';
import { and, inForce, truth } from '../../logic/index.ts';
import type { InForceClause } from '../../syntax/index.ts';
import { report } from '../context.ts';
import { isErrorValue } from '../expressions/literals.ts';
import type { Scope } from '../expressions/scope.ts';
import { placeOf } from '../expressions/scope.ts';
import { readValueOfKind } from '../expressions/values.ts';
import { periodDays } from '../vocabulary/groups.ts';

/** The test of `in force …`; without such a clause it always holds. */
export function inForceFormula(scope: Scope, clause: InForceClause | undefined, otherwise: Place): Formula {
  if (clause === undefined) return truth(otherwise, true);
  const place = placeOf(scope, clause);
  const days = periodDays(scope.context, scope.site, clause.period);
  if (clause.countedBy === undefined) return inForce(place, days);
  const on = readValueOfKind(scope, clause.countedBy, ['date'], 'a date');
  return on === undefined || isErrorValue(on) ? truth(place, false) : inForce(place, days, on);
}

/** Joins an in-force test with a condition, leaving out what always holds. */
export function bothHold(place: Place, first: Formula, second: Formula): Formula {
  const parts = [first, second].filter((part) => part.kind !== 'truth' || !part.value);
  return parts.length === 0 ? truth(place, true) : and(place, parts);
}

/** A period as explanations show it. */
export function statedPeriod(clause: InForceClause | undefined): InForcePeriod | undefined {
  if (clause === undefined) return undefined;
  const { from, through, until } = clause.period;
  return {
    ...(from === undefined ? {} : { from: from.value }),
    ...(through === undefined ? {} : { through: through.value }),
    ...(until === undefined ? {} : { until: until.value }),
  };
}

/** `until 2026-12-31` leaves out a day that most readers would include. */
export function checkUntil(scope: Scope, clause: Pick<InForceClause, 'period'> | undefined): void {
  const until = clause?.period.until;
  if (until === undefined || !/-(12-31|06-30)$/.test(until.value)) return;
  const fixes = [
    {
      title: `Write "through ${until.value}"`,
      kind: 'needs-review' as const,
      edits: [{ span: wordBefore(scope, until.start), newText: 'through' }],
    },
  ];
  report(scope.context, scope.site.unit, 'lint/until-last-day', until, { date: until.value }, { fixes });
}

function wordBefore(scope: Scope, offset: number): { start: number; end: number } {
  const start = scope.site.unit.text.lastIndexOf('until', offset);
  return { start, end: start + 'until'.length };
}
