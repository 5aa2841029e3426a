import type { Exception, Period, Provision, ScheduleAction, ScheduleRule } from '../logic/index.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import { evaluateValue } from './evaluate-value.ts';
import { dateIn } from './movements.ts';
import type { Scope } from './run.ts';
import { lastMomentOf } from './schedules/index.ts';

/** A last day (or moment) as it is seen from the day (or moment) of the case. */
export interface PeriodEnd {
  /** Days since 1970-01-01 where the policy is at home, or milliseconds since 1970-01-01T00:00Z. */
  readonly unit: 'date' | 'instant';
  readonly last: number;
  /** Today, or now. */
  readonly at: number;
}

type AnyProvision = Provision | ScheduleRule | Exception;

/** What a rule about records asks beside its condition. */
export function askPeriods(provision: AnyProvision, scope: Scope): void {
  if ('doneWhen' in provision && provision.doneWhen !== undefined) evaluateFormula(provision.doneWhen, scope);
  const period = periodOf(provision);
  if (period === undefined) return;
  evaluateValue(period.until, scope);
  if (period.extension === undefined) return;
  evaluateFormula(period.extension.condition, scope);
  evaluateValue(period.extension.until, scope);
}

/** The days that are known to be the last one, or may be; none for what is done already. */
export function periodEnds(
  provision: AnyProvision,
  action: ScheduleAction,
  scope: Scope,
): readonly PeriodEnd[] {
  const period = periodOf(provision);
  if (period === undefined || isDone(provision, scope)) return [];
  const { unit, candidates } = lastMomentOf(period, action, scope);
  const { now } = scope.run;
  const at = unit === 'date' ? dateIn(scope.zone, now) : now;
  return candidates.map((last) => ({ unit, last, at }));
}

function periodOf(provision: AnyProvision): Period | undefined {
  if ('period' in provision) return provision.period;
  return 'instead' in provision ? provision.instead : undefined;
}

function isDone(provision: AnyProvision, scope: Scope): boolean {
  if (!('doneWhen' in provision) || provision.doneWhen === undefined) return false;
  return evaluateFormula(provision.doneWhen, scope).truth === 'true';
}
