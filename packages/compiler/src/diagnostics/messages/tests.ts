/** Messages about tests. */
export const testMessages = {
  'test/no-case': {
    severity: 'error',
    headline: 'This test asks nothing',
    help: 'Write the activity with its facts, such as "store { record: { … }, location: US-IA }".',
  },
  'test/no-expectation': {
    severity: 'error',
    headline: 'This test expects nothing',
    because: 'It could never fail.',
    help: 'Write "expect permitted", "expect forbidden by …", "expect undetermined missing …" or "expect ungoverned".',
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
  'test/no-expect-column': {
    severity: 'error',
    headline: 'This table has no column "expect"',
    because: 'Its rows could never fail.',
    help: 'Add a column "expect" with permitted, forbidden, undetermined or ungoverned in every row.',
  },
  'test/row-length': {
    severity: 'error',
    headline: 'This row has {found} cells, and the first row has {wanted}',
    help: 'Every row has a cell for every column; leave a cell blank if it states nothing.',
  },
} as const;
