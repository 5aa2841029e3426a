/** Words that cannot name anything in an ECMAScript module, or that a reader would take for something else. */
const reservedWords = new Set([
  'arguments',
  'async',
  'await',
  'boolean',
  'break',
  'case',
  'catch',
  'class',
  'const',
  'continue',
  'debugger',
  'declare',
  'default',
  'delete',
  'do',
  'else',
  'enum',
  'eval',
  'export',
  'extends',
  'false',
  'finally',
  'for',
  'function',
  'get',
  'if',
  'implements',
  'import',
  'in',
  'infer',
  'instanceof',
  'interface',
  'is',
  'keyof',
  'let',
  'new',
  'never',
  'null',
  'number',
  'object',
  'of',
  'package',
  'private',
  'protected',
  'public',
  'readonly',
  'return',
  'satisfies',
  'set',
  'static',
  'string',
  'super',
  'switch',
  'symbol',
  'this',
  'throw',
  'true',
  'try',
  'type',
  'typeof',
  'undefined',
  'unique',
  'unknown',
  'var',
  'void',
  'while',
  'with',
  'yield',
]);

/** Hands out names of one module so that no two things share one. */
export interface Names {
  /** The wanted name, or that name with a number where it is taken. */
  take(wanted: string): string;
  isTaken(name: string): boolean;
}

export function createNames(taken: Iterable<string> = []): Names {
  const names = new Set<string>(taken);
  const isTaken = (name: string): boolean => names.has(name) || reservedWords.has(name);
  return {
    isTaken,
    take(wanted) {
      let name = wanted;
      for (let number = 2; isTaken(name); number += 1) name = `${wanted}${number}`;
      names.add(name);
      return name;
    },
  };
}

/** `time-zone` and `us.tcpa.calling-hours` in camelCase; anything that cannot stand in a name is dropped. */
export function valueName(text: string): string {
  const name = words(text)
    .map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word)))
    .join('');
  return /^[A-Za-z_$]/.test(name) ? name : `_${name}`;
}

/** `us.tcpa` in PascalCase. */
export function typeName(text: string): string {
  const name = words(text).map(upperFirst).join('');
  return /^[A-Za-z_$]/.test(name) ? name : `_${name}`;
}

/** `electronic-mail` becomes `ElectronicMail`; codes keep their shape: `US-CA` becomes `US_CA`. */
export function termName(term: string): string {
  return /[a-z]/.test(term) ? typeName(term) : words(term).join('_');
}

/** `RecordKind` becomes `record-kind`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

function words(text: string): string[] {
  return text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `EU-adequate` begins with a code: `euAdequate`. */
function lowerFirst(word: string): string {
  return /^[A-Z]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}
