/** Messages about rules that keep, erase and hold records, and about deadlines. */
export const scheduleMessages = {
  'schedule/keep-without-period': {
    severity: 'error',
    headline: 'The rule "{name}" does not say how long "{record}" has to be kept',
    because: '"keep" states the shortest time that a record stays; without one it would be kept for ever.',
    help: 'Write "for at least 6 years counted from …" after "keep {record}".',
  },
  'schedule/keep-without-start': {
    severity: 'error',
    headline: 'The period of "{name}" does not say from when it is counted',
    because:
      'Law counts from the end of the year, from the end of a contract, from the last contact: the last day depends on it.',
    help: 'Write "counted from" with a date behind the period, such as "counted from end of year of issued-on".',
  },
  'schedule/no-deadline': {
    severity: 'error',
    headline: 'The rule "{name}" says "{action} {record}", but not by when',
    because: 'Without a last day nobody could ever be late.',
    help: 'Write "at the latest 3 years after …", or "at the latest" with any date.',
  },
  'schedule/clause-does-not-fit': {
    severity: 'error',
    headline: '"{words}" does not go with "{action}"',
  },
  'schedule/clause-of-rule': {
    severity: 'error',
    headline: '"{words}" belongs to a rule, not to an exception',
    because:
      'An exception takes its rule away or states another period; everything else is for the rule to say.',
    help: 'Move it into the rule, or write a rule of its own for this case.',
  },
  'schedule/hold-with-period': {
    severity: 'error',
    headline: 'The hold "{name}" has a period, and a hold has none',
    because:
      'Evidence must not be destroyed until whoever ordered the hold ends it; a day that was guessed could come too early.',
    help: 'Remove the period. Write "review within 1 year" for when it is looked at again, and "in force through …" once it has ended.',
  },
  'schedule/hold-without-cite': {
    severity: 'error',
    headline: 'The hold "{name}" does not say who ordered it',
    because:
      'A hold stops every erasure, also those that the law asks for: whoever relies on it has to be able to show the order.',
    help: 'Write cite "…" with the order, the case or the decision.',
  },
  'schedule/hold-without-review': {
    severity: 'error',
    headline: 'The hold "{name}" does not say when it is looked at again',
    because: 'A hold that nobody reviews keeps records for ever.',
    help: 'Write "review within 1 year".',
  },
  'schedule/rolling-over-hours': {
    severity: 'error',
    headline: 'A deadline in hours cannot roll over to the next working day',
    because:
      'What is counted in hours ends at an instant, by night and on holidays too; only a last day can move on.',
    help: 'Remove "rolling over …", or count in days from "date of …".',
  },
  'schedule/extension-measure': {
    severity: 'error',
    headline: '"extend by {extension}" cannot be added to a period in {measure}',
    because: 'Both are counted from the same day, and a month has no fixed number of days.',
    help: 'State the extension in {measure}.',
  },
  'schedule/period-in-lift': {
    severity: 'error',
    headline: 'A lift cannot state another period',
    because:
      'It only takes the rule away; how long something is kept instead is a rule of the policy that lifts.',
    help: 'Remove "{words} …" here, and write a rule with that period in this policy.',
  },
  'schedule/no-record-of': {
    severity: 'error',
    headline: 'No kind of record says whose records they are by "{name}"',
    because:
      '"every record of {name}" means all kinds of records that have a fact of that name, supplied or derived.',
    help: 'Write "{name} = …" in the records, for example "{name} = customer".',
  },
  'schedule/nothing-kept': {
    severity: 'error',
    headline: '"{record}" stays behind, but no rule keeps it',
    because:
      'What is left when a record is erased has a purpose, such as honouring an opt-out; without a rule that keeps it, it could be erased the same day.',
    help: 'Write a rule that says "keep {record} for at least … counted from …".',
  },
} as const;
