import { BatchError } from '../batch-error.ts';

/** What is asked about every row. */
export type Asked = PermitsAsked | DecideAsked | ScheduleAsked;

interface AskedWhen {
  /** The time that is asked about: as in RFC 3339, such as `2026-03-02T12:00:00Z`. */
  readonly now: string | Date;
}

/** Whether it is permitted: the fastest. */
export interface PermitsAsked extends AskedWhen {
  readonly entry: 'permits';
  /** The name of the activity, as policies or as code write it. */
  readonly activity: string;
  /** The obligations that the caller sees to. */
  readonly fulfils?: readonly string[];
}

/** The decision, with reasons. */
export interface DecideAsked extends AskedWhen {
  readonly entry: 'decide';
  readonly activity: string;
}

/** What is to be done with records, and when. */
export interface ScheduleAsked extends AskedWhen {
  readonly entry: 'schedule';
  /** The name of the type of records. */
  readonly record: string;
}

/** The question as it is sent to threads, with the time as text. Throws a `BatchError` where it asks nothing. */
export function readAsked(asked: Asked): Asked {
  const now = readNow(asked.now);
  switch (asked.entry) {
    case 'permits': {
      const { entry, activity, fulfils = [] } = asked;
      return { entry, activity, now, fulfils: [...fulfils] };
    }
    case 'decide':
      return { entry: asked.entry, activity: asked.activity, now };
    case 'schedule':
      return { entry: asked.entry, record: asked.record, now };
    default:
      throw new BatchError('bad-option', '"entry" is "permits", "decide" or "schedule"');
  }
}

function readNow(now: string | Date): string {
  const isDate = now instanceof Date && !Number.isNaN(now.getTime());
  if (isDate) return now.toISOString();
  if (typeof now === 'string' && instant.test(now) && !Number.isNaN(Date.parse(now))) return now;
  throw new BatchError(
    'bad-option',
    `"now" is a valid Date or text such as "2026-03-02T12:00:00Z", not ${String(now)}`,
  );
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;
