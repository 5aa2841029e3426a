/** Messages about what a name refers to. */
export const nameMessages = {
  'name/unknown': {
    severity: 'error',
    headline: 'There is no {what} "{name}"',
  },
  'name/unknown-fact': {
    severity: 'error',
    headline: 'There is no fact "{name}" here',
    because: 'What can be read here are the facts of {owner}.',
  },
  'name/unknown-field': {
    severity: 'error',
    headline: '"{name}" is not a fact of {record}',
    because: 'Behind a dot stands one of the facts that the record declares.',
  },
  'name/unknown-term': {
    severity: 'error',
    headline: '"{name}" is not a term of {taxonomy}',
  },
  'name/unknown-level': {
    severity: 'error',
    headline: '{taxonomy} has no level "{name}", and there is no table of that name',
  },
  'name/unknown-zone': {
    severity: 'error',
    headline: '"{zone}" is not a time zone',
    because: 'Time zones are written as region and city, such as "Europe/London" or "America/New_York".',
  },
  'name/alias': {
    severity: 'error',
    headline: '"{name}" is written {term} here',
    because:
      'Every term of {taxonomy} has one spelling, so that two rules never mean the same thing in different words.',
  },
  'name/ambiguous': {
    severity: 'error',
    headline: '"{name}" could be two things here',
    because: 'It is {kind}, and it is also a fact of {owner}.',
    help: 'Put it in back-ticks, like `{name}`, if you do not mean the fact. If you do, give the fact another name.',
  },
  'name/not-in-use': {
    severity: 'error',
    headline: '"{name}" belongs to the module "{module}", which this file does not use',
    help: 'Write "use {module}" at the top of the file.',
  },
  'name/no-module': {
    severity: 'error',
    headline: '"{name}" cannot be used here: the file that declares it names no module',
    because:
      'It is declared in {file}. Only files that name no module themselves share what such a file declares.',
    help: 'Give that file a name with "module …" at its top, and write "use …" here.',
  },
  'name/duplicate': {
    severity: 'error',
    headline: 'There is more than one {what} "{name}"',
    because: 'A name means one thing in the whole program, or readers could not tell which is meant.',
    help: 'Rename one of them, or remove it.',
  },
  'name/same-in-code': {
    severity: 'error',
    headline: '"{name}" and "{other}" are too much alike',
    because: 'In facts and in code both are written "{key}".',
    help: 'Rename one of them.',
  },
  'name/special': {
    severity: 'error',
    headline: '"{name}" cannot be used as a name',
    because: 'The word has a meaning of its own in the programs that ask the compiled rules.',
    help: 'Write "{suggestion}", or another name.',
  },
  'name/spelling': {
    severity: 'error',
    headline: 'The name "{name}" is not spelled as names are here',
    because:
      'Fields, rules and policies are written like-this, records and taxonomies LikeThis; each part begins with a letter.',
    help: 'Write "{suggestion}".',
  },
  'name/reserved': {
    severity: 'error',
    headline: '"{name}" is reserved and cannot be part of an id',
    because: 'Ids such as "eu.gdpr.default.contact" stand for the defaults of policies.',
    help: 'Choose another name.',
  },
  'name/id-inside-id': {
    severity: 'error',
    headline: 'The id "{name}" begins with the id of another policy',
    because: '"{prefix}" is a policy of its own: its rules could not be told from this policy.',
    help: 'Rename one of them: no policy id may be the beginning of another.',
  },
  'name/circular': {
    severity: 'error',
    headline: 'The {what} "{name}" leads back to itself',
    because: 'Working it out would never end.',
    help: 'Break the circle: something on the way has to be said without "{name}".',
  },
  'name/closed-term': {
    severity: 'error',
    headline: '"{name}" cannot be added below "{parent}"',
    because:
      'New terms go below a term that is marked "open" or already has terms below it, unless it is marked "complete".',
    help: 'Mark "{parent}" as "open" where it is declared, or add the term elsewhere.',
  },
  'name/shadow': {
    severity: 'error',
    headline: 'The name "{name}" already means something here',
    because: 'A reader could not tell which of the two is meant.',
    help: 'Choose another name for the entries of the list.',
  },
  'name/no-authorities': {
    severity: 'error',
    headline: 'There is no authority "{name}", because nothing declares authorities',
    help: 'Write "use std.crm" at the top of the file to use the usual ones: law, sector, standard, provider, contract, company, customer.',
  },
  'name/second-authorities': {
    severity: 'error',
    headline: 'The authorities are declared twice',
    because: 'There is one order of authorities in a program; the other one stands in {file}.',
    help: 'Remove one of the two.',
  },
} as const;
