import type { DurationMeasure } from '../logic/index.ts';
import { isPlatformZone, parseDate, parseDuration, parseInstant, parseTime } from '../runtime/index.ts';
import type { Content } from './knowledge.ts';
import { badTextMessage } from './reading-messages.ts';
import type { Reader, Spot } from './reading-values.ts';
import { refuse } from './reading-values.ts';

type TextType =
  | { readonly kind: 'date' | 'time' | 'instant' | 'timezone' }
  | { readonly kind: 'duration'; readonly measure: DurationMeasure };

/** Dates, times, instants, durations and zones, in the one form that each of them has. */
export function readText(reader: Reader, text: string, type: TextType, { path }: Spot): Content | undefined {
  switch (type.kind) {
    case 'date':
      return quantity(parseDate(text)) ?? bad('bad-date', 'a date', '2026-08-11');
    case 'time':
      return quantity(parseTime(text)) ?? bad('bad-time', 'a time of day', '08:00');
    case 'instant':
      return quantity(parseInstant(text)) ?? bad('bad-instant', 'an instant', '2026-03-02T12:00:00Z');
    case 'timezone':
      if (isPlatformZone(text)) return { type: 'text', value: text };
      return bad('bad-zone', 'a time zone', 'Europe/Berlin');
    default: {
      const duration = parseDuration(text);
      if (duration !== undefined && isOfMeasure(duration.unit, type.measure)) {
        return { type: 'duration', duration: { type: 'duration', ...duration } };
      }
      return bad('bad-duration', nameOfMeasure(type.measure), exampleOfMeasure(type.measure));
    }
  }

  function bad(
    code: 'bad-date' | 'bad-time' | 'bad-instant' | 'bad-zone' | 'bad-duration',
    what: string,
    as: string,
  ) {
    refuse(reader, path, code, badTextMessage(what, text, as));
    return undefined;
  }
}

function quantity(value: number | undefined): Content | undefined {
  return value === undefined ? undefined : { type: 'quantity', low: value, high: value };
}

/** "Months and days do not compare": a field that counts in one takes no other. */
function isOfMeasure(unit: string, measure: DurationMeasure): boolean {
  return measure === 'any' || (measure === 'exact' ? unit === 'milliseconds' : unit === measure);
}

function nameOfMeasure(measure: DurationMeasure): string {
  return measure === 'exact'
    ? 'a duration in hours or shorter'
    : measure === 'any'
      ? 'a duration'
      : `a duration in ${measure}`;
}

function exampleOfMeasure(measure: DurationMeasure): string {
  return measure === 'exact' ? 'PT72H' : measure === 'days' ? 'P30D' : 'P6Y';
}
