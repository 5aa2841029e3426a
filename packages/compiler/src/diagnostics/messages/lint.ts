/** Advice; the only messages that an author may switch off, with a reason. */
export const lintMessages = {
  'lint/until-last-day': {
    severity: 'information',
    headline: 'Is {date} still included?',
    because: '"until" leaves its date out: the last day is the one before it.',
    help: 'Write "through {date}" if that day is the last.',
  },
  'lint/needless-else': {
    severity: 'warning',
    headline: '"{name}" is always supplied, so the "else" never counts',
    help: 'Remove the "else …", or declare the fact with "?" if it may be unknown.',
  },
  'lint/always-known': {
    severity: 'warning',
    headline: '"{text}" is always known',
    because: 'The fact is declared without "?": it is always supplied.',
    help: 'Remove the test.',
  },
  'lint/name-is-no-condition': {
    severity: 'warning',
    headline: 'This rule {effect} every "{activity}"; "{name}" is only its name',
    because: 'A rule without "when" always applies.',
  },
  'lint/no-regime': {
    severity: 'warning',
    headline: 'Nothing permits "{activity}": every answer is forbidden or ungoverned',
    because: 'No policy says what holds by default for "{activity}", and silence never permits.',
    help: 'Write "default permit {activity} …" or "default forbid {activity} …" in a policy of a high enough authority.',
  },
  'lint/never-erased': {
    severity: 'warning',
    headline: '"{record}" is never erased',
    because:
      'Rules of this program keep it, and none says by when it has to be gone; personal data want an end (GDPR art. 5(1)(e)).',
    help: 'Write a rule that says "erase {record} at the latest …" or "anonymise {record} at the latest …".',
  },
  'lint/floor-above-ceiling': {
    severity: 'information',
    headline: '"{record}" is kept {keep} by "{keeping}" and gone after {end} by "{ending}"',
    because:
      'Counted from {day}, it must be kept through {through} and must be gone by {by}. "{winner}" prevails: {because}.',
    help: 'Nothing has to be done if that is meant. Otherwise say when each of the two applies.',
  },
  'lint/law-without-cite': {
    severity: 'warning',
    headline: '"{name}" states law without a citation',
    because: 'It has the authority "{authority}": whoever is bound by it has to be able to look it up.',
    help: 'Write cite "…" with the article or section.',
  },
  'lint/house-rule-cites-law': {
    severity: 'warning',
    headline: '"{name}" is a rule of the authority "{authority}", but cites law',
    because:
      'The citation "{cite}" looks like that of a statute. Law binds by itself; a house rule does not.',
    help: 'Move the rule into a policy of the right authority, or cite what the company decided.',
  },
  'lint/country-or-state': {
    severity: 'warning',
    headline: '{name} is {title}; {stateTitle} is {state}',
    because: 'The two-letter codes of countries and those of states are alike.',
    help: 'Write "{state}" if the state is meant.',
  },
  'lint/table-gap': {
    severity: 'warning',
    headline: '{period}, no row covers {what}',
    because: 'One row ends before the next one begins, and "until" leaves its date out.',
    help: 'Let the later row begin when the earlier one ends, or say in a comment that there really was nothing.',
  },
  'lint/missing-rows': {
    severity: 'warning',
    headline: 'The table "{name}" has no row for {what}',
    because:
      'It lists nearly all others; what has no row is unknown, and nothing is allowed that depends on it.',
    help: 'Add the rows. To say that law knows of nothing there, write "none" and declare the table with "or none".',
  },
  'lint/no-row': {
    severity: 'warning',
    headline: 'The table "{name}" has no row for {what}',
    because:
      'It is looked up for them here; what has no row is unknown, and nothing is allowed that depends on it.',
    help: 'Add the rows, or do not look the table up for what it does not list.',
  },
  'lint/unused-table': {
    severity: 'warning',
    headline: 'No rule looks up the table "{name}"',
    because: 'What it says counts for nothing.',
    help: 'Look it up where it matters, as in "{name} of …", or remove it.',
  },
  'lint/no-weekend': {
    severity: 'warning',
    headline: 'The calendar "{name}" has no weekend',
    because: 'Every day that is no holiday is a working day then, also a Sunday.',
    help: 'Write "weekend saturday, sunday" in the calendar.',
  },
  'lint/needless-ignore': {
    severity: 'warning',
    headline: 'There is no "{code}" here to ignore',
    help: 'Remove the comment.',
  },
  'lint/ignore-without-reason': {
    severity: 'warning',
    headline: 'Say why "{code}" is ignored',
    because: 'Whoever reads this later has to be able to check it.',
    help: 'Write the reason after a colon: "// ignore {code}: because …".',
  },
  'lint/ignore-unknown': {
    severity: 'warning',
    headline: '"{code}" cannot be ignored',
    because: 'Only advice, whose code begins with "lint/", can be switched off.',
    help: 'Remove the comment.',
  },
  'lint/gap-in-force': {
    severity: 'warning',
    headline: '{period}, neither "{earlier}" nor "{later}" is in force',
    because: 'One ends before the other begins, and "until" leaves its date out.',
    help: 'Let the later one begin on the day after the last day of the earlier one.',
  },
  'lint/overlap-in-force': {
    severity: 'warning',
    headline: '{period}, both "{earlier}" and "{later}" are in force',
    because: 'One begins before the other has ended, and "through" includes its date.',
    help: 'Let the later one begin on the day after the last day of the earlier one.',
  },
  'lint/not-in-force': {
    severity: 'information',
    headline: '"{name}" is not in force on {day}',
    because: '{because}',
    help: 'Nothing has to be done if that is meant.',
  },
  'lint/cover-ended': {
    severity: 'warning',
    headline: '{what} ends on {date}',
    because: '{because}',
    help: 'Add what has been laid down for the time after that.',
  },
  'lint/policy-review': {
    severity: 'warning',
    headline: 'The policy "{name}" is past the day of its review, {date}',
    because: 'Nobody has confirmed since that it still says what its sources say.',
    help: 'Hold it beside its sources, and state a new day.',
  },
  'lint/pack-review': {
    severity: 'warning',
    headline: '{what} is past the day of its review, {date}',
    because: 'Nobody has confirmed since that it still says what its sources say.',
    help: 'Look for a newer version with "npm outdated", and ask its authors.',
  },
} as const;
