/** Messages about characters, quoted texts, numbers and dates that cannot be read. */
export const textMessages = {
  'syntax/unclosed-text': {
    severity: 'error',
    headline: 'The quoted text is not closed on its line',
    help: 'Close it with a second quotation mark. Inside a text, \\n starts a new line.',
  },
  'syntax/unclosed-back-tick': {
    severity: 'error',
    headline: 'The back-tick before "{word}" has no second one',
    because: 'Back-ticks stand on both sides of a term that is also a word of the language.',
  },
  'syntax/curly-quotes': {
    severity: 'error',
    headline: 'The quotation mark {quote} is not a straight one',
    because: 'Word processors replace the straight mark; only that one starts and ends a text.',
    help: 'Write texts in straight double quotation marks.',
  },
  'syntax/unknown-escape': {
    severity: 'error',
    headline: '"{written}" has no meaning in a text',
    help: 'After a backslash may stand a quotation mark, a backslash, n or u with a number in braces.',
  },
  'syntax/moment-without-offset': {
    severity: 'error',
    headline: '"{moment}" does not say in which time zone it is meant',
    help: 'End it with Z for universal time, or with an offset such as +01:00.',
  },
  'syntax/no-such-date': {
    severity: 'error',
    headline: 'There is no day "{date}" in the calendar',
    help: 'Dates are written year-month-day, for example 2026-08-11.',
  },
  'syntax/no-such-time': {
    severity: 'error',
    headline: 'There is no time "{time}" on the clock',
    help: 'Times run from 00:00 to 23:59.',
  },
  'syntax/dash-in-word': {
    severity: 'error',
    headline: '"{word}" contains a long dash',
    help: 'Join the parts of a name with a plain hyphen.',
  },
  'syntax/mixed-letters': {
    severity: 'warning',
    headline: '"{word}" mixes letters of several alphabets that look alike',
    because: 'Two names that look the same but differ in such a letter are different names.',
    help: 'Write the word again on one keyboard layout.',
  },
  'syntax/minus-without-spaces': {
    severity: 'error',
    headline: 'A minus sign needs a space on both sides',
    because: 'Without spaces a hyphen belongs to a name.',
  },
  'syntax/unreadable-character': {
    severity: 'error',
    headline: '"{written}" has no meaning here',
    help: 'Outside of quoted texts stand words, numbers and a few signs only.',
  },
  'syntax/control-character': {
    severity: 'error',
    headline: 'A control character ({code}) stands here and cannot be seen',
  },
  'syntax/hidden-character': {
    severity: 'warning',
    headline: 'A hidden character ({code}) turns the direction of writing around',
    because: 'The text may look different from what it says.',
  },
  'syntax/stray-documentation': {
    severity: 'warning',
    headline: 'This documentation describes nothing',
    because: 'Documentation stands above declarations, rules, exceptions, options, facts and terms.',
    help: 'Move it, or write it as a comment with two slashes.',
  },
  'syntax/file-too-large': {
    severity: 'error',
    headline: 'The file is larger than {limit} MB and is not read',
    help: 'Split it into several files.',
  },
} as const;
