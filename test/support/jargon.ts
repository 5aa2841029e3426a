/** Words of those who build languages; authors of policies have others. */
const words = [
  'token',
  'identifier',
  'expression',
  'symbol',
  'ast',
  'lexer',
  'parser',
  'parse',
  'parsed',
  'eof',
  'nullable',
  'syntax',
  'string',
  'boolean',
  'operator',
  'operand',
  'literal',
  'keyword',
  'undefined',
  'null',
  'type',
  'argument',
  'parameter',
  'variable',
  'function',
  'enum',
  'object',
  'array',
  'node',
  'modifier',
  'delimiter',
  'whitespace',
  'integer',
  'float',
  'regex',
  'compiler',
  'runtime',
  'boolean value',
  'scope error',
  'type error',
  'syntax error',
];

const pattern = new RegExp(`(?<![\\w-])(?:${words.join('|')})s?(?![\\w-])`, 'i');

/** The first such word of a text, apart from what the author wrote or is to write. */
export function findJargon(text: string): string | undefined {
  const own = text.replace(/"[^"]*"/g, '""').replace(/\{[a-zA-Z]+\}/g, '');
  return pattern.exec(own)?.[0];
}
