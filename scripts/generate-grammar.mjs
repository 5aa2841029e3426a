// Writes docs/language/grammar.md from the productions that the parser itself works with.
//
//   node --import ./scripts/typescript.mjs scripts/generate-grammar.mjs

import { writeFile } from 'node:fs/promises';

const target = new URL('../docs/language/grammar.md', import.meta.url);
const syntax = new URL('../packages/compiler/src/syntax/index.ts', import.meta.url);

/** @type {{ grammarAsEbnf: () => string }} */
const { grammarAsEbnf } = await import(syntax.href);
const grammar = grammarAsEbnf();
await writeFile(target, printPage(grammar));
console.log(`grammar.md: ${grammar.split('\n\n').length} rules`);

/**
 * @param {string} ebnf
 * @returns {string}
 */
function printPage(ebnf) {
  return `<!-- Written by scripts/generate-grammar.mjs; do not edit by hand. -->

# Grammar

The whole grammar at one glance, for those who write tools. It is made from the parser itself, so that the two cannot
differ. The other pages say what the parts mean.

- \`[ x ]\`: x once or not at all. \`{ x }\`: x any number of times. \`( x | y )\`: one of them.
- Words and signs in quotation marks stand for themselves. \`"in force"\` is two words with any white space between them.
- A file is any number of declarations. White space and comments (\`// …\`) may stand between any two pieces.
  Documentation (\`/// …\`) may stand above declarations, rules, exceptions, options, facts and terms.
- Entries of a list are separated by commas on one line, and by line ends otherwise.
- The words of the language are names wherever they cannot be mistaken; only reserved words never are.

\`\`\`ebnf
${ebnf.trimEnd()}
\`\`\`
`;
}
