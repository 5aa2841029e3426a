/** Messages about modules: what `use` brings in. */
export const moduleMessages = {
  'name/unknown-module': {
    severity: 'error',
    headline: 'There is no module "{name}"',
    because: '"use" brings in a module of the standard library, of this project or of its packs.',
    help: 'Check the spelling, add a file that begins with "module {name}" to the sources, or name the pack that has it in privacy.json.',
    label: 'not found',
  },
  'name/module-of-the-library': {
    severity: 'error',
    headline: 'The name "{name}" belongs to a module of the standard library',
    because: 'A second module of this name would change what "use {name}" means in every other file.',
    help: 'Give the module a name of its own, and write "use {name}" where you want to add to it.',
  },
  'name/module-of-a-pack': {
    severity: 'error',
    headline: 'The module "{name}" belongs to {owner}',
    because: 'It is declared by {other}, too: "use {name}" would bring in what two sides declare.',
    help: 'Give the module a name of its own, and write "use {name}" where you want to add to it.',
  },
} as const;
