import { guessMessages } from './syntax-guesses.ts';
import { textMessages } from './syntax-text.ts';

/** Messages about text that cannot be read as it stands. */
export const syntaxMessages = {
  'syntax/unclosed-block': {
    severity: 'error',
    headline: 'The block of "{name}" is never closed',
    because: 'Every "{" needs its "}".',
    help: 'Write "}" at the end of "{name}".',
    label: 'opened here',
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
  'syntax/behind-declaration': {
    severity: 'error',
    headline: '"{found}" stands behind the end of the declaration',
    because: 'The braces before it are all closed.',
    help: 'Move it in front of the last "}", or begin a new declaration with it.',
  },
  'syntax/too-many-broken': {
    severity: 'error',
    headline: 'More than {count} declarations of this file have mistakes',
    because: 'The other ones with mistakes are not looked at in detail.',
  },
  ...textMessages,
  ...guessMessages,
} as const;
