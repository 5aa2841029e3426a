/** `time-zone` becomes `timeZone`: how a name is written in facts and in generated code. */
export function camelCase(name: string): string {
  return name.replace(/-+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Why a name cannot be declared as it is. */
export interface NameProblem {
  readonly kind: 'special' | 'digit' | 'style';
  readonly suggestion: string;
}

/** Names that mean something of their own wherever compiled rules run. */
const specialNames = new Set([
  'constructor',
  'prototype',
  '__proto__',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toString',
  'toLocaleString',
  'valueOf',
  'then',
  'toJSON',
  'arguments',
  'eval',
  'caller',
  'callee',
]);

const kebabPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const pascalPattern = /^[A-Z][A-Za-z0-9]*$/;

/** Checks the spelling of a declared name; undefined where it is fine. */
export function nameProblem(name: string, style: 'kebab' | 'pascal' | 'free'): NameProblem | undefined {
  if (specialNames.has(camelCase(name)) || specialNames.has(name)) {
    return { kind: 'special', suggestion: `${toKebab(name.replaceAll('_', ''))}-value` };
  }
  if (style === 'free') return undefined;
  if (/^[0-9]/.test(name)) return { kind: 'digit', suggestion: `rule-${name}` };
  if (style === 'kebab' && !kebabPattern.test(name)) return { kind: 'style', suggestion: toKebab(name) };
  if (style === 'pascal' && !pascalPattern.test(name)) return { kind: 'style', suggestion: toPascal(name) };
  return undefined;
}

function toKebab(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return words.map((word) => word.toLowerCase()).join('-') || 'name';
}

function toPascal(name: string): string {
  const words = toKebab(name).split('-');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
