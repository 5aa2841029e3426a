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
} as const;
