/** Messages about values that do not fit together. */
export const typeMessages = {
  'type/mismatch': {
    severity: 'error',
    headline: 'This should be {expected}, but it is {found}',
  },
  'type/not-a-condition': {
    severity: 'error',
    headline: '"{text}" is not a condition',
    because: 'A condition is something that holds or does not hold, and this is {found}.',
  },
  'type/condition-as-value': {
    severity: 'error',
    headline: 'A condition cannot stand where a fact or a fixed value is needed',
    because: 'A condition already says yes or no, so there is nothing left to compare.',
    help: 'Use the condition by itself, joined with "and", "or" and "not".',
  },
  'type/facts-outside-tests': {
    severity: 'error',
    headline: 'Braces and square brackets stand for facts in tests, not in rules',
    help: 'Compare the facts one by one: "customer.residence is GB and …".',
  },
  'type/none-as-value': {
    severity: 'error',
    headline: '"none" cannot stand here',
    help: 'To ask whether something never happened, write "… is none".',
  },
  'type/unknown-as-value': {
    severity: 'error',
    headline: '"unknown" cannot be used in a rule',
    because: 'A rule never decides that something is unknown; that follows from the facts.',
    help: 'To ask whether a fact is recorded, write "… is known". In tests, "unknown" leaves a fact out.',
  },
  'type/not-constant': {
    severity: 'error',
    headline: 'Only a fixed value can stand here',
    because: 'It has to be known before any request is made, such as 72 hours, yes, or a term.',
  },
  'type/never-none': {
    severity: 'error',
    headline: '"{text}" is never none',
    because: 'Only facts that are declared with "or none" can be known never to have happened.',
  },
  'type/boolean-or-none': {
    severity: 'error',
    headline: 'A yes-or-no fact cannot be "or none"',
    because: 'It would be unclear whether none counts as no.',
    help: 'Leave out "or none". If it may be unrecorded, write "?" after the name of the fact.',
  },
  'type/list-or-none': {
    severity: 'error',
    headline: 'A list cannot be "or none"',
    because: 'A list without entries already says that there are none.',
    help: 'Leave out "or none". If the list may be unrecorded, write "?" after the name of the fact.',
  },
  'type/list-of-lists': {
    severity: 'error',
    headline: 'A list cannot contain lists',
    help: 'Declare a record that holds the inner list, and make this a list of that record.',
  },
  'type/no-fields': {
    severity: 'error',
    headline: '"{name}" cannot be part of {found}',
    because: 'Only records have parts, each named after a dot.',
    help: 'Remove the dot and what follows it.',
  },
  'type/field-of-list': {
    severity: 'error',
    headline: '"{name}" cannot be read from {found}',
    because: 'A list has many entries, and each has its own.',
    help: 'Ask about the entries: "some x in … satisfies x.{name} …" or "every x in …".',
  },
  'type/not-a-list': {
    severity: 'error',
    headline: '"{text}" is not a list',
    because: 'It is {found}; "some", "every", "number of" and "latest" look through lists.',
  },
  'type/too-deep': {
    severity: 'error',
    headline: 'Lists are looked through inside one another more than {limit} deep',
    because: 'The time to answer would grow with every level.',
    help: 'Give the inner part a name of its own with "define", or record the result as a fact.',
  },
  'type/argument-count': {
    severity: 'error',
    headline: '"{name}" gets the wrong number of values: {found} instead of {count}',
    because: 'It takes {names}.',
  },
  'type/argument': {
    severity: 'error',
    headline: '"{text}" does not fit "{name}"',
    because: '"{name}" has to be {expected}, and this is {found}.',
  },
  'type/else-on-path': {
    severity: 'error',
    headline: '"else" works on a fact only',
    because: 'It says what to assume where a fact is absent, and "{text}" is worked out from others.',
    help: 'Write "else" directly after the fact that may be absent.',
  },
  'type/not-comparable': {
    severity: 'error',
    headline: '"{text}" cannot be compared as a whole',
    because: 'It is {found}.',
    help: 'For a scope, write "… is in {text}"; for a list, "some x in {text} satisfies …"; for a record, name one of its facts.',
  },
  'type/not-ordered': {
    severity: 'error',
    headline: '"{text}" has no order',
    because:
      'It is {found}; only numbers, dates, times, lengths of time and scales are more or less than another.',
    help: 'Compare it with "is" or "is one of (…)".',
  },
  'type/order-words': {
    severity: 'error',
    headline: 'These words do not go with {found}',
    because:
      'Dates and times are "before" and "after"; numbers and scales are "at least", "at most", "less than" and "more than".',
    help: 'Write "is {words} …".',
  },
  'type/on-without-group': {
    severity: 'error',
    headline: '"on" a date goes with a group only',
    because: 'Groups have members from one date to another; other things do not change with the date.',
    help: 'Leave out "on …".',
  },
  'type/scope-left': {
    severity: 'error',
    headline: '"{text}" cannot lie in a scope',
    because: 'It is {found}; scopes contain terms.',
  },
  'type/in-list': {
    severity: 'error',
    headline: '"{text}" is a list; "is in" asks about a scope',
    help: 'Write "some x in {text} satisfies …", or declare the fact as "all of" its taxonomy.',
  },
  'type/in-set': {
    severity: 'error',
    headline: '"{name}" is {kind}, and "in" is for scopes',
    because: 'A scope is a fact such as the channels of a consent; terms and groups are compared directly.',
    help: 'Write "{negation} {name}".',
  },
  'type/scope-without-in': {
    severity: 'error',
    headline: 'A term is never the same as a whole scope',
    because: 'This is {found}, and what is needed is {expected}.',
    help: 'Write "is in" before the scope.',
  },
  'type/no-levels': {
    severity: 'error',
    headline: '"{name} of" needs a term, and this is {found}',
    help: 'Name a fact that is a term, such as a place.',
  },
  'type/claim': {
    severity: 'error',
    headline: 'A claim has to be a term, and this is {found}',
    because: 'After "each of" stand the facts that say whose law claims the case, such as places.',
  },
  'type/claim-or-none': {
    severity: 'error',
    headline: '"{name}" may be none, so it cannot claim a case',
    because: 'A claim may be unknown, but it cannot be missing: silence would then decide.',
    help: 'Use a fact that is always there, or may only be unknown.',
  },
  'type/timeless': {
    severity: 'error',
    headline: 'The time cannot be read here',
    because: 'Dates begin at midnight in the zone of a policy, and the facts of {owner} belong to no policy.',
    help: 'Read the time in the rules that need it.',
  },
  'type/mixed-time': {
    severity: 'error',
    headline: '"{duration}" does not go with "{origin}"',
    because: 'Hours and minutes count from an instant, days and longer from a date; "{origin}" is {found}.',
  },
  'type/date-with-instant': {
    severity: 'error',
    headline: 'A date cannot be compared with an instant',
    because: 'An instant has a time and a zone, a date has neither. The instant stands on the {side}.',
    help: 'Write "date of …" around the instant to take its day.',
  },
  'type/plus-on-dates': {
    severity: 'error',
    headline: '"+" and "-" work on numbers, and this is {found}',
    because: 'What is needed here is {expected}.',
    help: 'For dates write "3 years after …" or "30 days before …".',
  },
  'type/empty-period': {
    severity: 'error',
    headline: 'This period ends before it begins',
    because: '"until" leaves its date out; "through" includes it.',
    help: 'Check the two dates.',
  },
} as const;
