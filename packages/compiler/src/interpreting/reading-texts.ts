import type { DurationMeasure } from '../logic/index.ts';
import { isPlatformZone, parseDate, parseDuration, parseInstant, parseTime } from '../runtime/index.ts';
import type { Content } from './knowledge.ts';
import { badTextMessage } from './reading-messages.ts';
import type { Reader, Spot } from './reading-values.ts';
import { refuse } from './reading-values.ts';

/** Dates, times, instants and zones, in the one form that each of them has. */
export function readMoment(
  reader: Reader,
  text: string,
  kind: 'date' | 'time' | 'instant' | 'timezone',
  { path }: Spot,
): Content | undefined {
  if (kind === 'timezone') {
    if (isPlatformZone(text)) return { type: 'text', value: text };
    refuse(reader, path, 'bad-zone', badTextMessage('a time zone', text, 'Europe/Berlin'));
    return undefined;
  }
  const { parse, code, what, example } = forms[kind];
  const value = parse(text);
  if (value !== undefined) return { type: 'quantity', low: value, high: value };
  refuse(reader, path, code, badTextMessage(what, text, example));
  return undefined;
}

const forms = {
  date: { parse: parseDate, code: 'bad-date', what: 'a date', example: '2026-08-11' },
  time: { parse: parseTime, code: 'bad-time', what: 'a time of day', example: '08:00' },
  instant: { parse: parseInstant, code: 'bad-instant', what: 'an instant', example: '2026-03-02T12:00:00Z' },
} as const;

/** "Months and days do not compare": a field that counts in one takes no other. */
export function readDuration(
  reader: Reader,
  text: string,
  measure: DurationMeasure,
  { path }: Spot,
): Content | undefined {
  const duration = parseDuration(text);
  const unit = measure === 'exact' ? 'milliseconds' : measure;
  if (duration !== undefined && (unit === 'any' || unit === duration.unit)) {
    return { type: 'duration', duration: { type: 'duration', ...duration } };
  }
  const what =
    measure === 'exact'
      ? 'a duration in hours or shorter'
      : `a duration${measure === 'any' ? '' : ` in ${measure}`}`;
  const example = measure === 'exact' ? 'PT72H' : measure === 'days' ? 'P30D' : 'P6Y';
  refuse(reader, path, 'bad-duration', badTextMessage(what, text, example));
  return undefined;
}
