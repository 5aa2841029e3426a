/** Messages of `privacy pack`: what a pack lacks before it can be published. */
export const packMessages = {
  'pack/package-setting': {
    severity: 'error',
    headline: 'A pack needs {what} in package.json',
    because: '{why}',
    help: 'Write {example}.',
  },
  'pack/dependency': {
    severity: 'error',
    headline: 'The pack "{name}" is not among the "dependencies" in package.json',
    because: '"privacy.json" names it, but whoever installs this pack would not get it.',
    help: 'Run "npm install {name}" in the folder of the pack.',
  },
  'pack/dependency-range': {
    severity: 'error',
    headline: 'The ranges "{range}" and "{other}" of "{name}" have no version in common',
    because: '"package.json" asks for the first, and "privacy.json" for the second.',
    help: 'Write the same range in both files.',
  },
  'pack/no-title': {
    severity: 'error',
    headline: 'The pack has no title',
    because: 'The title is what people read in reports and logs.',
    help: 'Write "title": "…" into "pack".',
  },
  'pack/second-version': {
    severity: 'error',
    headline: 'The version of a pack stands in package.json',
    because: 'A second one could say something else.',
    help: 'Remove "version" from privacy.json.',
  },
  'pack/no-review-day': {
    severity: 'error',
    headline: 'The pack does not say by when it is looked at again',
    because: 'The policy "{name}" says what the law is, and law changes.',
    help: 'Write "reviewBy": "YYYY-MM-DD" into "pack". After that day, those who use the pack are told.',
  },
  'pack/no-zone': {
    severity: 'error',
    headline: 'The {what} "{name}" states no time zone',
    because: 'Its dates begin at midnight somewhere, and whoever reads it has to see where.',
    help: 'Write zone "…" with the place whose clock counts, such as "Europe/London".',
  },
  'pack/no-source': {
    severity: 'error',
    headline: 'The policy "{name}" names no source',
    because: 'Whoever uses the pack has to be able to hold it beside what it restates.',
    help: 'Write source "…" with the act, the contract or the decision.',
  },
  'pack/chooses': {
    severity: 'error',
    headline: 'A pack cannot choose for those who use it',
    because: 'Where law is contested, each project chooses once, and a choice in a pack would be in its way.',
    help: 'Remove the choice, and try both ways in tests of a project that uses the pack.',
  },
  'pack/hidden-words': {
    severity: 'error',
    headline: 'Nobody else can use the {what} "{name}"',
    because: 'Its file names no module, and only files of this pack that name none see what it declares.',
    help: 'Write "module …" at the top of the file.',
  },
  'pack/no-tests': {
    severity: 'error',
    headline: 'The pack has no tests',
    because: 'Nobody has shown what its policies answer.',
    help: 'Write tests beside the policies, or in files that are not published.',
  },
  'pack/no-readme': {
    severity: 'error',
    headline: 'The pack has no README.md',
    because: 'It is what people see of a package before they trust it.',
    help: 'Say in README.md what the pack covers, what it leaves out, and how it was checked.',
  },
  'pack/no-notice': {
    severity: 'error',
    headline: 'The README does not say that the pack is not legal advice',
    because: 'The policy "{name}" has the authority "{authority}": it says what the law is.',
    help: 'Write "This is not legal advice." into README.md.',
  },
  'pack/not-published': {
    severity: 'error',
    headline: 'The package leaves out {files}',
    because: 'What is published has to be whole: it is all that others get.',
    help: 'Add what is missing to "files" in package.json, or to no "files" at all.',
  },
} as const;
