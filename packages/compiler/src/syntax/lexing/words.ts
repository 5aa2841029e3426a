/** Words with a meaning of their own that can never be a bare name. */
export const reservedWords = [
  'and', 'or', 'not', 'is', 'in', 'else', 'none', 'known', 'between', 'before', 'after', 'number', 'age',
  'time', 'weekday', 'today', 'end', 'force',
] as const;

/** Words with a meaning of their own where they stand, and names everywhere else. */
export const contextualWords = [
  // declarations
  'module', 'use', 'authorities', 'taxonomy', 'scale', 'group', 'table', 'calendar', 'record', 'activity',
  'obligation', 'define', 'policy', 'choose', 'let', 'test', 'scenarios', 'extend', 'precautionary',
  // parts of declarations
  'levels', 'complete', 'open', 'sensitive', 'also', 'of', 'zone', 'since', 'from', 'through', 'until',
  'by', 'covers', 'including', 'weekend', 'as', 'within', 'under',
  // policies and rules
  'authority', 'source', 'default', 'permit', 'forbid', 'require', 'mandate', 'advise', 'option', 'safe',
  'rule', 'lift', 'except', 'when', 'unless', 'cite', 'because', 'leaving', 'absolute', 'keep', 'erase',
  'anonymise', 'archive', 'review', 'restrict', 'hold', 'due',
  // conditions
  'some', 'every', 'latest', 'where', 'satisfies', 'yes', 'no', 'unknown', 'now',
  // tests
  'on', 'expect', 'only', 'missing', 'owing', 'remarks', 'assumed', 'claim', 'state', 'keep-through',
  'erase-by', 'due-by', 'for', 'given',
] as const;

/** Words that mean something only together. */
export const phrases = [
  'in force', 'as of', 'same as', 'each of', 'all of', 'list of', 'partial list of', 'at most', 'at least',
  'less than', 'more than', 'on or before', 'on or after', 'within the last', 'one of', 'later of',
  'earlier of', 'number of', 'a holiday in', 'a working day in', 'authorised by', 'overridable by',
  'review by', 'review within', 'applies when', 'applies everywhere', 'on refusal', 'every record of',
  'for at least', 'at the latest', 'counted from', 'counted by', 'rolling over non-working days of',
  'extend by', 'done when', 'rows from',
] as const;

/** `end of year of issued-on`: all spellings are one piece of the grammar. */
export const calendarEdges = ['start', 'end'].flatMap((edge) =>
  ['week', 'month', 'quarter', 'year'].map((unit) => `${edge} of ${unit} of`),
);

/** The units of durations, by every spelling. */
export const durationUnits = {
  millisecond: 'millisecond', milliseconds: 'millisecond',
  second: 'second', seconds: 'second',
  minute: 'minute', minutes: 'minute',
  hour: 'hour', hours: 'hour',
  day: 'day', days: 'day',
  week: 'week', weeks: 'week',
  month: 'month', months: 'month',
  year: 'year', years: 'year',
} as const;

export type ReservedWord = (typeof reservedWords)[number];
export type ContextualWord = (typeof contextualWords)[number];
export type Phrase = (typeof phrases)[number];
