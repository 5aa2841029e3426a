/** Messages about what policies may say. */
export const policyMessages = {
  'policy/no-authority': {
    severity: 'error',
    headline: 'The policy "{name}" does not say who speaks',
    because: 'Law prevails over the rules of a sector, those over the rules of a provider, and so on.',
    help: 'Write "authority law" (or sector, standard, provider, contract, company, customer) in the policy.',
  },
  'policy/missing-title': {
    severity: 'error',
    headline: 'The {what} "{name}" has no title',
    because: 'Titles are what people read in answers: they are part of the rule.',
    help: 'Write a short sentence in quotes after the name.',
  },
  'policy/repeated-clause': {
    severity: 'error',
    headline: '"{words}" stands here twice',
    because: 'It would be unclear which of the two counts.',
    help: 'Join the two into one, or remove one.',
  },
  'policy/no-effect': {
    severity: 'error',
    headline: 'The rule "{name}" does not say what it does',
    help: 'Write "forbid", "permit", "require", "mandate" or "advise" with an activity, such as "forbid contact", or "keep", "erase", "hold" or "due" with a record.',
  },
  'policy/two-effects': {
    severity: 'error',
    headline: 'The rule "{name}" does two things',
    because:
      'An answer names the rule that decided; of a rule that does two things nobody could see which one did.',
    help: 'Make two rules of it.',
  },
  'policy/effect-in-exception': {
    severity: 'error',
    headline: 'An exception has no effect of its own',
    because: 'It only takes its rule away; what holds then is for the other rules to say.',
    help: 'Remove this line, or write a rule of its own.',
  },
  'policy/overridable-exception': {
    severity: 'error',
    headline: 'Only a rule can be overridable',
    help: 'Move "overridable by …" out of the exception, into its rule.',
  },
  'policy/exception-always': {
    severity: 'error',
    headline: 'The exception "{name}" always applies, so its rule never does',
    help: 'Say when it applies with "when …", or remove the rule.',
  },
  'policy/permit-outside-regime': {
    severity: 'error',
    headline: '"{effect} {activity}" has no effect in a policy without a default for it',
    because:
      'Only a policy that says what holds by default for "{activity}" weighs permissions; "{policy}" states none.',
    help: 'Write "default forbid {activity} …" in the policy, or turn the rule into a "lift" of the rule that is in the way.',
  },
  'policy/permit-under-permit': {
    severity: 'error',
    headline: 'The rule "{name}" permits what is permitted anyway',
    because:
      'By default this policy permits every "{activity}"; a permission cannot undo a prohibition either.',
    help: 'Remove the rule. To free something from a prohibition, add an "except" to that rule.',
  },
  'policy/not-authorised': {
    severity: 'error',
    headline: 'A policy of authority "{authority}" cannot permit "{activity}"',
    because: 'Only {mayAuthorise} and higher authorities can allow it.',
    help: 'Leave the permission to a policy of authority "{mayAuthorise}" or higher; this policy can forbid and require.',
  },
  'policy/mandate-not-binding': {
    severity: 'error',
    headline: 'A policy of authority "{authority}" cannot mandate anything',
    because:
      'A mandate sets prohibitions of lower authorities aside, so only law and other binding authorities have it.',
    help: 'Write "permit" if it is a permission, or "require" if something is owed along with it.',
  },
  'policy/second-default': {
    severity: 'error',
    headline: 'There are two defaults for "{activity}" in this policy',
    help: 'Remove one of them.',
  },
  'policy/record-not-authorised': {
    severity: 'error',
    headline: 'A record is not authorised by anybody',
    because: '"authorised by" says who can permit an activity; records are kept, erased and held.',
    help: 'Remove this line from "{name}", or move it to the activity that it is about.',
  },
  'policy/second-claim': {
    severity: 'error',
    headline: 'There is a second "each of" here',
    because: 'Who claims a case is already decided by "{name}".',
    help: 'Put all of them in one list: "{name}: each of (…, …)".',
  },
  'policy/regime-without-claim': {
    severity: 'error',
    headline: 'The policy "{name}" does not say for which {claim} it speaks',
    because:
      'It states a default for "{activity}", and each {claim} that claims a case needs a default of its own.',
    help: 'Write "applies when {claim} is …", or "applies everywhere" if it really governs every {claim}.',
  },
  'policy/obligation-incomplete': {
    severity: 'error',
    headline: 'The obligation "{name}" needs more: {names}',
    help: 'Write the missing details in parentheses, such as "{name}({names}: …)".',
  },
  'policy/lift-of-exception': {
    severity: 'error',
    headline: '"{name}" cannot be lifted',
    because: 'It is an exception or a lift; only rules and defaults can be lifted.',
    help: 'Lift the rule itself.',
  },
  'policy/lift-without-cite': {
    severity: 'error',
    headline: 'A lift of "{target}" needs a citation',
    because:
      'It is a rule of the authority "{owner}", which binds; only another binding text can take it away, and readers must find it.',
    help: 'Write cite "…" in the lift.',
  },
  'policy/illegal-lift': {
    severity: 'error',
    headline: 'The rule "{target}" cannot be lifted here',
    because: 'It belongs to the authority "{owner}" ("{title}") and is not overridable by "{lifter}".',
  },
  'policy/option-without-safe': {
    severity: 'error',
    headline: 'The option "{name}" does not say which choice is safe',
    because: 'Who does not choose gets the safe reading of contested law.',
    help: 'Write "safe yes" or "safe no" in the option.',
  },
  'policy/choice-without-reason': {
    severity: 'error',
    headline: 'The choice of "{name}" gives no reason',
    because:
      'It departs from the safe reading of contested law; whoever answers for it has to be able to say why.',
    help: 'Write because "…" after the value.',
  },
  'policy/unnamed-tenant': {
    severity: 'error',
    headline: 'The policy "{name}" does not say which company it belongs to',
    because: 'The policies of this program name {names}; a house rule without a name would bind all of them.',
    help: 'Write "applies when company.id is …" in it.',
  },
} as const;
