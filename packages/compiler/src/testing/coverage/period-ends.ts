import type { PeriodEnd } from '../../interpreting/index.ts';
import type { Period } from '../../logic/index.ts';
import type { AnyProvision } from '../sites/index.ts';

/** The two sides between which a period or deadline ends. */
export type PeriodSide = 'at' | 'above';

export const periodSides: readonly PeriodSide[] = ['at', 'above'];

/** The period or deadline that a rule about records states, or an exception instead of its rule's. */
export function periodOf(provision: AnyProvision): Period | undefined {
  if (provision.kind === 'schedule') return provision.period;
  return 'instead' in provision ? provision.instead : undefined;
}

/** The side of its end that a case lies on, where it lies as near to it as possible. */
export function touchedEnd({ unit, last, at }: PeriodEnd): PeriodSide | undefined {
  const step = unit === 'date' ? 1 : minute;
  const distance = at - last;
  if (distance > 0 && distance <= step) return 'above';
  return distance <= 0 && distance > -step ? 'at' : undefined;
}

const minute = 60_000;

/** `its last day`, `the day after`; of what is counted in hours the minute. */
export function endText(period: Period, side: PeriodSide): string {
  const unit = period.until.type.kind === 'instant' ? 'minute' : 'day';
  return side === 'at' ? `its last ${unit}` : `the ${unit} after`;
}

/** How `touched` spells that tests lie on a side of the end of a period. */
export function endKey(id: string, side: PeriodSide): string {
  return `${id} period ${side}`;
}

/** Days or milliseconds from the end to the side. */
export function stepTo(side: PeriodSide, unit: PeriodEnd['unit']): number {
  if (side === 'at') return 0;
  return unit === 'date' ? 1 : minute;
}
