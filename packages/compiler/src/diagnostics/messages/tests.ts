/** Messages about tests. */
export const testMessages = {
  'test/no-case': {
    severity: 'error',
    headline: 'This test asks nothing',
    help: 'Write the activity or the record with its facts, such as "store { record: { … }, location: US-IA }".',
  },
  'test/no-expectation': {
    severity: 'error',
    headline: 'This test expects nothing',
    because: 'It could never fail.',
    help: 'Write "expect permitted", "expect forbidden by …", "expect undetermined missing …" or "expect ungoverned"; of a record "expect must-keep", "expect must-erase" and so on.',
  },
  'test/derived-fact': {
    severity: 'error',
    headline: '"{name}" cannot be supplied',
    because: '{because}',
    help: 'Leave it out, and state the facts that it follows from.',
  },
  'test/never-none': {
    severity: 'error',
    headline: '"{name}" is never none',
    because: 'It is not declared with "or none".',
    help: 'Write "unknown" if it is not recorded.',
  },
  'test/wrong-value': {
    severity: 'error',
    headline: '"{text}" is not {expected}',
  },
  'test/list-expected': {
    severity: 'error',
    headline: 'A list stands in square brackets, and "{text}" does not',
    help: 'Write "[ … ]", with commas between the entries; "[]" is a list without entries.',
  },
  'test/inner-term': {
    severity: 'error',
    headline: '"{name}" is not precise enough here',
    because: 'The fact names one final term, and there are several below this one: {below}.',
    help: 'Write one of those.',
  },
  'test/now-instant': {
    severity: 'error',
    headline: '"now" needs a date with a time and its offset',
    help: 'Write it like 2026-03-02T12:00:00Z or 2026-03-02T07:59:00-05:00.',
  },
  'test/on-of-activity': {
    severity: 'error',
    headline: 'A decision about "{activity}" needs a time and not only a day',
    because:
      '"on" with a day is for records, which are kept and erased by days; a contact may be allowed in the morning only.',
    help: 'Write "now" with an instant, such as "now 2026-03-02T12:00:00Z".',
  },
  'test/on-date': {
    severity: 'error',
    headline: '"on" needs a day',
    help: 'Write it like "on 2026-03-02", or write "now" for an instant.',
  },
  'test/other-check': {
    severity: 'error',
    headline: '"{what}" checks nothing in {answers}',
    because: 'It is part of {other}, and "{name}" is {kind}.',
  },
  'test/check-value': {
    severity: 'error',
    headline: '"{what}" cannot be "{text}"',
    help: 'Write {expected}.',
  },
  'test/no-expect-column': {
    severity: 'error',
    headline: 'This table has no column "{column}"',
    because: 'Its rows could never fail.',
    help: 'Add a column "expect" with permitted, forbidden, undetermined or ungoverned in every row.',
  },
  'test/row-length': {
    severity: 'error',
    headline: 'This row has {found} cells, and the first row has {wanted}',
    help: 'Every row has a cell for every column; leave a cell blank if it states nothing.',
  },
  'test/repeated-column': {
    severity: 'error',
    headline: 'There are two columns "{name}"',
    because: 'Their cells could say different things.',
    help: 'Keep one of them.',
  },
  'test/row-file-unusable': {
    severity: 'error',
    headline: 'The file "{file}" {reason}',
    because: 'Its rows are tests, and none of them would be run.',
    help: 'The path counts from the folder of this file.',
  },
  'test/row-file-outside': {
    severity: 'error',
    headline: '"{file}" leads out of the project',
    because: 'Rows stand in files of the project, so that everybody who has the project has its tests.',
    help: 'Write a path below or beside this file, with forward slashes, such as "calls.csv".',
  },
  'test/row-file-empty': {
    severity: 'error',
    headline: 'The file "{file}" has no rows',
    because: 'The first line names the columns, and every line behind it is a test.',
    help: 'Write the headings into the first line and a test into each line below.',
  },
  'test/csv-quotes': {
    severity: 'error',
    headline: '{problem}',
    because:
      'In a CSV file a cell may stand in quotation marks as a whole; marks that belong to it are doubled.',
    help: 'Write the cell like "say ""yes""", or without quotation marks where it has no commas.',
  },
} as const;
