import type { InForcePeriod } from '../logic/index.ts';
import { formatDate, parseDate } from '../runtime/index.ts';
import type { RegisterPeriod } from './model.ts';

/** The days on which several periods hold at once; `from` included, `until` excluded. */
export function daysInAll(periods: readonly (InForcePeriod | undefined)[]): {
  readonly from?: string;
  readonly until?: string;
} {
  const starts = periods.flatMap((period) => (period?.from === undefined ? [] : [period.from]));
  const ends = periods.flatMap((period) => {
    const until = period?.until ?? dayAfter(period?.through);
    return until === undefined ? [] : [until];
  });
  const from = starts.sort().at(-1);
  const until = ends.sort().at(0);
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

export function describePeriod(period: InForcePeriod | undefined): { readonly inForce?: RegisterPeriod } {
  return period === undefined ? {} : { inForce: period };
}

function dayAfter(date: string | undefined): string | undefined {
  const days = date === undefined ? undefined : parseDate(date);
  return days === undefined ? undefined : formatDate(days + 1);
}
