/** Messages about the project file, privacy.json. */
export const projectMessages = {
  'project/not-json': {
    severity: 'error',
    headline: 'The project file is not valid JSON',
    because: 'JSON is strict: double quotes around every key and text, commas between entries, no comments.',
    label: '{problem}',
  },
  'project/unknown-key': {
    severity: 'error',
    headline: 'The project file has no setting "{key}"',
    help: 'The settings are {known}.',
  },
  'project/repeated-key': {
    severity: 'error',
    headline: 'The project file states "{key}" twice',
    because: 'Only one of the two could count.',
    help: 'Remove one of them.',
    label: 'stated again',
  },
  'project/wrong-type': {
    severity: 'error',
    headline: 'The setting "{key}" needs {expected}',
    label: 'this is {found}',
  },
  'project/outside-path': {
    severity: 'error',
    headline: 'The path "{path}" leads out of the project',
    because: 'A project reads and writes only below the folder of its project file.',
    help: 'Write a path relative to the project file, with forward slashes, such as "{example}".',
  },
  'project/unknown-lint': {
    severity: 'error',
    headline: 'There is no lint "{code}"',
    because: 'Only lints can be switched off or given another severity: messages that begin with "lint/".',
  },
  'project/pack-name': {
    severity: 'error',
    headline: '"{name}" is not the name of a package',
    because: 'Packs are packages: npm installs them, and they are named here as they are there.',
    help: 'Write a name such as "@acme/law-uk". A folder of your own becomes a package as a workspace of npm.',
  },
  'project/pack-range': {
    severity: 'error',
    headline: '"{range}" is not a range of versions',
    help: 'Write a range as npm has it, such as "^2.1.0", "2.x" or ">=2.1.0 <4", or "*" for every version.',
  },
  'project/missing-pack': {
    severity: 'error',
    headline: 'The pack "{name}" is not installed',
    because: '{by} names it, and no folder "node_modules" from there upward has it.',
    help: 'Run "{run}".',
  },
  'project/not-a-pack': {
    severity: 'error',
    headline: 'The package "{name}" is installed, but is no pack',
    because: '{problem}',
    help: 'Name a package whose privacy.json says "pack", or remove "{name}" here.',
  },
  'project/pack-version': {
    severity: 'error',
    headline: 'The pack "{name}" is installed in version {version}, which is not in "{range}"',
    because: '{by} asks for the versions in "{range}".',
    help: 'Run "{run}", or ask for a range that {version} is in.',
  },
  'project/two-versions': {
    severity: 'error',
    headline: 'The pack "{name}" is needed in two versions, {version} and {other}',
    because:
      'A program has every pack once, or its names would mean two things. {version} comes by way of {way}, {other} by way of {otherWay}.',
    help: 'Update the packs on both ways until they agree, or state one version under "overrides" in package.json, and run "npm install".',
  },
  'project/pack-names-itself': {
    severity: 'error',
    headline: 'The pack "{name}" names itself',
    because: 'What it declares belongs to it anyway.',
    help: 'Remove "{name}" here.',
  },
  'project/empty-pack': {
    severity: 'error',
    headline: 'The pack "{name}" holds no policies',
    because:
      'No file of the installed package matches the "sources" of its privacy.json, and it names no other pack.',
    help: 'Install another version of it, and tell its authors.',
  },
} as const;
