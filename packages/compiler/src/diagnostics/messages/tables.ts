/** Messages about tables, calendars and working days. */
export const tableMessages = {
  'table/key': {
    severity: 'error',
    headline: 'A table cannot be looked up by "{name}"',
    because:
      'Tables are looked up by terms of a taxonomy, by days of the week ("weekday"), or by yes and no ("boolean").',
    help: 'Write one of those after "by".',
  },
  'table/too-many-keys': {
    severity: 'error',
    headline: 'The table "{name}" is looked up by more than three things',
    because: 'Nobody could tell any more which row is the nearest.',
    help: 'Make two tables of it, or let the rules tell the cases apart.',
  },
  'table/value-kind': {
    severity: 'error',
    headline: 'The cells of a table cannot hold {found}',
    because:
      'A cell holds one value: a number, a text, a date, a time, a length of time, a term, a calendar and the like.',
    help: 'Name the kind of value behind the colon, such as "number", "duration" or "calendar".',
  },
  'table/header': {
    severity: 'error',
    headline: 'The first row of the table "{name}" does not name the columns that it needs',
    because:
      'First comes a column for each of {keys}; then the columns with values, such as "value"; at the end "in force" and "cite".',
  },
  'table/row-length': {
    severity: 'error',
    headline: 'This row has {found} cells, and the first row has {wanted}',
    help: 'Every row has a cell for every column; leave a cell blank if it says nothing.',
  },
  'table/cell': {
    severity: 'error',
    headline: 'This cell should hold {expected}',
    because: 'It stands in the column "{column}".',
  },
  'table/two-rows': {
    severity: 'error',
    headline: 'Two rows speak about {what} on the same day',
    because: 'Both count {period}, and nobody could tell which of them is law.',
    help: 'Remove one of them, or write in the column "in force" from when until when each of them counts.',
  },
  'table/look-up': {
    severity: 'error',
    headline: 'The table "{name}" is looked up by {wanted}, not by {found}',
    because: 'What stands behind "of" picks the row: {keys}.',
  },
  'table/which-column': {
    severity: 'error',
    headline: 'The table "{name}" has several columns with values',
    because: 'Its columns are {columns}.',
    help: 'Write the name of the column after a dot, such as "{example} of …".',
  },
  'table/counted-by': {
    severity: 'error',
    headline: 'The table "{name}" is counted by "{expression}", and that cannot be read here',
    because:
      'The day that picks the row is read where the table is looked up, and here it is not a date: {reason}.',
    help: 'Look the table up where that day is known, or leave out "counted by": then today picks the row.',
  },
  'table/calendar-fact': {
    severity: 'error',
    headline: 'A fact cannot be a calendar',
    because:
      'Calendars are declared in the rules, so that everybody counts the same days; services do not supply them.',
    help: 'Declare a table that gives a calendar: "table holidays by …: calendar".',
  },
  'calendar/no-cover': {
    severity: 'error',
    headline: 'The calendar "{name}" does not say from when until when it is complete',
    because: 'A day that it does not name is a working day only if somebody has looked at that year.',
    help: 'Write "covers 2026-01-01 through 2027-12-31" after its name, with the days that you have checked.',
  },
  'calendar/outside-cover': {
    severity: 'error',
    headline: '{date} is outside of what the calendar covers',
    because: 'It covers {cover}; what is known about other days does not count.',
    help: 'Remove the day, or extend "covers" once all days of that time are listed.',
  },
  'calendar/included-cover': {
    severity: 'error',
    headline: 'The calendar "{included}" does not cover all that "{name}" covers',
    because: '"{included}" covers {cover}; the days of other times would be missing.',
    help: 'Shorten "covers" of "{name}", or extend "{included}".',
  },
  'calendar/working-days': {
    severity: 'error',
    headline: 'Working days are counted in a calendar, and none is named here',
    because: 'Which days are working days differs from place to place.',
    help: 'Write the name of a calendar behind it: "{amount} working days in …".',
  },
  'calendar/part-of-a-day': {
    severity: 'error',
    headline: 'Working days are counted in whole days',
    help: 'Write a whole number, such as "5 working days in …".',
  },
  'type/lengths-apart': {
    severity: 'error',
    headline: 'A length in {one} cannot be compared with a length in {other}',
    because: 'No number of days is a month, and no number of working days is a week.',
    help: 'State both lengths in the same measure.',
  },
} as const;
