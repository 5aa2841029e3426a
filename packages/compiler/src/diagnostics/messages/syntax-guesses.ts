/** Messages for authors who know other languages, or none: what was meant can be seen. */
export const guessMessages = {
  'syntax/misspelt-word': {
    severity: 'error',
    headline: '"{word}" is written "{right}"',
    because: 'The words of the language have one spelling, in lower case.',
  },
  'syntax/comparison-sign': {
    severity: 'error',
    headline: 'The sign "{sign}" is written "{right}"',
    because: 'Comparisons are words, so that a rule reads like a sentence.',
  },
  'syntax/sign-behind-is': {
    severity: 'error',
    headline: 'The sign "{sign}" is not needed after "is"',
  },
  'syntax/logic-sign': {
    severity: 'error',
    headline: 'The sign "{sign}" is written "{right}"',
  },
  'syntax/comparison-word': {
    severity: 'error',
    headline: '"{word}" is written "{right}"',
    help: 'Comparisons are: is, is at least, is at most, is more than, is less than, is before, is after.',
  },
  'syntax/in-without-is': {
    severity: 'error',
    headline: '"{word}" is written "{right}" here',
    because: 'A comparison has the word "is"; "is in" asks about a scope, such as the channels of a consent.',
  },
  'syntax/left-side-missing': {
    severity: 'error',
    headline: 'This comparison does not say what is compared',
    help: 'Write "{left}" again, or list the values: is one of (…).',
  },
  'syntax/effect-word': {
    severity: 'error',
    headline: '"{word}" is written "{right}"',
    because: 'A rule says forbid, permit, require, mandate or advise.',
  },
  'syntax/if-then': {
    severity: 'error',
    headline: '"{word}" is written "{right}"',
    because: 'A rule says what it does and, in any order, when.',
  },
  'syntax/then': {
    severity: 'error',
    headline: '"then" is not needed',
    because: 'The condition of a rule and what it does stand beside each other.',
  },
  'syntax/clause-word': {
    severity: 'error',
    headline: '"{word}" is written "{right}"',
  },
  'syntax/retention': {
    severity: 'error',
    headline: '"{word}" cannot begin a part of a rule; "{right}" can',
    help: 'Name the record and where the time starts: keep Invoice for at least 6 years counted from issued-on.',
  },
  'syntax/colon': {
    severity: 'error',
    headline: 'No colon stands after "{word}"',
  },
  'syntax/date-form': {
    severity: 'error',
    headline: 'The date "{written}" is written {right}',
    because: 'Dates are written year-month-day, so that nobody takes the month for the day.',
  },
  'syntax/date-order': {
    severity: 'error',
    headline: 'It cannot be seen which day "{written}" means: {readings}',
    because: 'Some countries write the day first, others the month.',
    help: 'Write the date as year-month-day.',
  },
  'syntax/time-form': {
    severity: 'error',
    headline: 'The time "{written}" is written {right}',
    because: 'Times are written with 24 hours and two digits.',
  },
  'syntax/duration-form': {
    severity: 'error',
    headline: 'The period "{written}" is written {right}',
  },
  'syntax/numeral': {
    severity: 'error',
    headline: 'The number "{word}" is written {right}',
  },
  'syntax/unquoted-text': {
    severity: 'error',
    headline: '"{text}" stands without quotation marks',
    because: 'Titles, citations and reasons are texts in quotation marks.',
  },
  'syntax/words-apart': {
    severity: 'error',
    headline: '"{words}" are two words, and a name is one',
    help: 'Join the words of a name with a hyphen, for example {name}. Between a fact and a value stands "is".',
  },
  'syntax/reserved-name': {
    severity: 'error',
    headline: '"{word}" has a meaning of its own and cannot be a name here',
    because: 'Where the word stands alone, nobody could tell the name from the word of the language.',
    help: 'Choose a longer name, for example {name}.',
  },
  'syntax/title-without-name': {
    severity: 'error',
    headline: 'A name is missing between "{word}" and its title',
    because: 'Decisions and tests refer to the name; the title is for people.',
    help: 'For example: {word} {name} "…".',
  },
  'syntax/except-without-name': {
    severity: 'error',
    headline: 'The exception has no name before "{word}"',
    because: 'Decisions name the exception that applied.',
    help: 'Write except name, then the condition in braces; "unless …" is an exception without a name.',
  },
  'syntax/list-without-parentheses': {
    severity: 'error',
    headline: 'The list "{list}" needs "one of" and parentheses',
    help: 'Write: is one of (email, sms).',
  },
  'syntax/list-without-one-of': {
    severity: 'error',
    headline: 'A list after "{word}" needs the words "one of"',
    help: 'Write: is one of (email, sms).',
  },
  'syntax/where-without-parentheses': {
    severity: 'error',
    headline: 'The condition after "where" needs parentheses',
  },
  'syntax/stray-mark': {
    severity: 'error',
    headline: 'No "{mark}" stands here',
    because: 'A new line or a space is enough between the parts of a rule.',
  },
  'syntax/quantifier-word': {
    severity: 'error',
    headline: '"{word}" is written "{right}"',
  },
  'syntax/extend-without-condition': {
    severity: 'error',
    headline: 'An extension says when it applies',
    help: 'Write: extend by 2 months when extended-with-reasons.',
  },
  'syntax/weekday': {
    severity: 'error',
    headline: 'The weekday "{written}" is written "{right}"',
  },
  'syntax/id-starts-with-digit': {
    severity: 'error',
    headline: 'The part "{segment}" of this id starts with a digit',
    because: 'Every part of an id starts with a letter, so that programs can use it as a name.',
    help: 'Write a word in front of it, for example {right}.',
  },
  'syntax/or-in-value': {
    severity: 'error',
    headline: 'Several values are written "{list}"',
    because: 'The word "or" joins conditions, not values.',
  },
  'syntax/age-of-what': {
    severity: 'error',
    headline: 'The word "age" does not say of which date it is meant',
    because: 'An age is counted from a date of birth.',
    help: 'Write, for example: age of customer.birth-date is at least 13.',
  },
  'syntax/period-words': {
    severity: 'error',
    headline: '"{wrong}" is written with the words "{right}"',
    because: 'Keeping has a shortest time, and everything else a last day: the words say which.',
    help: 'For example: keep Invoice for at least 8 years counted from issued-on; erase Invoice at the latest 3 years after issued-on.',
  },
  'syntax/period-without-start': {
    severity: 'error',
    headline: 'It is not said from which day "{length}" count',
    because: 'A period starts at a date of the record, such as the day on which it was issued.',
    help: 'Write: at the latest {length} after issued-on, or another date of the record.',
  },
} as const;
