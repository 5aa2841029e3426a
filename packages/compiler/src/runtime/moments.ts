import { parseInstant } from './dates.ts';
import { lastInstant } from './reasoning/movements.ts';

/** A `Date`, by what it offers. */
export interface DateLike {
  getTime(): number;
  getTimezoneOffset(): number;
  toISOString(): string;
}

const firstInstant = parseInstant('0001-01-01T00:00:00Z') ?? 0;

let knownText = '';
let knownInstant: number | undefined;

/** Milliseconds since 1970-01-01T00:00Z, in the years 1 to 9999; undefined for anything else. */
export function readNow(now: unknown): number | undefined {
  if (typeof now === 'string') {
    // The same moment is often asked about many times in a row.
    if (now !== knownText) {
      knownInstant = inRange(parseInstant(now));
      knownText = now;
    }
    return knownInstant;
  }
  return isDate(now) ? inRange(now.getTime()) : undefined;
}

function isDate(value: unknown): value is DateLike {
  return (
    typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Date]'
  );
}

function inRange(instant: unknown): number | undefined {
  if (typeof instant !== 'number' || !Number.isInteger(instant)) return undefined;
  return firstInstant <= instant && instant <= lastInstant ? instant : undefined;
}
