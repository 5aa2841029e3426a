/** Messages about text that cannot be read as it stands. */
export const syntaxMessages = {
  'syntax/unclosed-block': {
    severity: 'error',
    headline: 'The block of "{name}" is never closed',
    because: 'Every "{" needs its "}".',
    help: 'Write "}" at the end of "{name}".',
    label: 'opened here',
  },
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
  'syntax/position-in-condition': {
    severity: 'error',
    headline: '"{written}" can only stand in a test',
    help: 'To ask about the entries of a list, write: some x in LIST satisfies …',
  },
  'syntax/comma-missing': {
    severity: 'error',
    headline: 'A comma is missing between two entries on one line',
    because: 'Entries on one line have commas between them; across lines they have none.',
  },
  'syntax/comma-at-line-end': {
    severity: 'warning',
    headline: 'A comma at the end of a line is not needed',
    because: 'Entries on one line have commas between them; across lines they have none.',
  },
  'syntax/row-not-closed': {
    severity: 'error',
    headline: 'This row does not end with "|"',
    help: 'Every row ends with its line, and its last sign is "|".',
  },
  'syntax/mixed-and-or': {
    severity: 'error',
    headline: 'This condition mixes "and" with "or"',
    because: 'It can be read in two ways: {andFirst}; or: {orFirst}.',
    help: 'Put parentheses around what belongs together.',
  },
  'syntax/quantifier-body': {
    severity: 'error',
    headline: 'It cannot be seen whether "{word} {next}" belongs to "satisfies"',
    help: 'Put what has to hold in parentheses: satisfies ({inner}).',
  },
  'syntax/nested-too-deeply': {
    severity: 'error',
    headline: 'Parts stand in one another more than {limit} levels deep here',
    help: 'Split the condition: a define gives a part of it a name.',
  },
  'syntax/too-many-mistakes': {
    severity: 'error',
    headline: 'The rest of this declaration is not read',
    because: 'More than {count} mistakes stand before it.',
  },
  'syntax/value-missing': {
    severity: 'error',
    headline: 'A value is missing after "{after}"',
    label: 'something has to follow',
  },
  'syntax/name-missing': {
    severity: 'error',
    headline: 'A name is missing after "{after}"',
    label: 'a name has to follow',
  },
  'syntax/text-missing': {
    severity: 'error',
    headline: 'A text in quotation marks is missing after "{after}"',
  },
  'syntax/date-missing': {
    severity: 'error',
    headline: 'A date is missing after "{after}"',
    help: 'Dates are written year-month-day, for example 2026-08-11.',
  },
  'syntax/word-missing': {
    severity: 'error',
    headline: 'The word "{word}" is missing after "{after}"',
  },
  'syntax/sign-missing': {
    severity: 'error',
    headline: 'The sign "{sign}" is missing after "{after}"',
  },
  'syntax/misplaced': {
    severity: 'error',
    headline: '"{word}" does not belong in {context}',
    help: 'It stands {home}.',
  },
  'syntax/unexpected': {
    severity: 'error',
    headline: '"{found}" cannot stand here in {context}',
  },
  'syntax/misspelt-word': {
    severity: 'error',
    headline: '"{word}" is written "{right}"',
    because: 'The words of the language have one spelling, in lower case.',
  },
  'syntax/surplus-brace': {
    severity: 'error',
    headline: 'This "}" closes nothing',
    because: 'Every block that was opened before it is closed already.',
  },
  'syntax/outside-policy': {
    severity: 'error',
    headline: '"{word}" stands outside of every policy',
    because: 'The block before it ends with an earlier "}".',
    help: 'Rules and what belongs to them stand between the braces of a policy.',
  },
  'syntax/no-declaration': {
    severity: 'error',
    headline: '"{word}" does not begin anything that can stand in a file',
    help: 'A file contains declarations, which begin with {words}.',
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
  'syntax/behind-declaration': {
    severity: 'error',
    headline: '"{found}" stands behind the end of the declaration',
    because: 'The braces before it are all closed.',
    help: 'Move it in front of the last "}", or begin a new declaration with it.',
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
  'syntax/too-many-broken': {
    severity: 'error',
    headline: 'More than {count} declarations of this file have mistakes',
    because: 'The other ones with mistakes are not looked at in detail.',
  },
  'syntax/age-of-what': {
    severity: 'error',
    headline: 'The word "age" does not say of which date it is meant',
    because: 'An age is counted from a date of birth.',
    help: 'Write, for example: age of customer.birth-date is at least 13.',
  },
} as const;
