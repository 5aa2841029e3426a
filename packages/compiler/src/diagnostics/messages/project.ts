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
} as const;
