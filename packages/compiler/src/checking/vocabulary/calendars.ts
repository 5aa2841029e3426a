import type { Calendar } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';

export function computeCalendar(_context: CheckContext, _name: string): Calendar | undefined {
  return undefined;
}

export function calendarCycle(_context: CheckContext, _name: string): undefined {
  return undefined;
}
