import type { Duration } from '../logic/index.ts';
import { addMonths } from '../runtime/index.ts';

/**
 * A date or instant moved by a duration. "Adding months or years clamps to the last day of the month, computed from
 * the origin"; "hours and minutes belong to instants, days and longer to dates". Undefined where the duration does not
 * fit; working days are counted in their calendar.
 */
export function moveBy(
  duration: Duration,
  direction: 'after' | 'before',
  kind: 'date' | 'instant',
  from: number,
): number | undefined {
  const amount = direction === 'after' ? duration.amount : -duration.amount;
  switch (duration.unit) {
    case 'months':
      return kind === 'date' ? addMonths(from, amount) : undefined;
    case 'days':
      return kind === 'date' ? from + amount : undefined;
    case 'milliseconds':
      return kind === 'instant' ? from + amount : undefined;
    case 'working-days':
      return undefined;
  }
}
