import type { Program, Type } from '@privacy-lang/compiler';
import type { Cursor, Piece } from './cursor.ts';
import { dottedBefore } from './cursor.ts';
import type { NamedValue } from './scope.ts';
import { typeOfPath } from './scope.ts';

/** The type that is compared with at the cursor: of `channel` in `channel is one of (email, |`. */
export function comparedType(
  program: Program,
  scope: readonly NamedValue[],
  before: readonly Piece[],
): Type | undefined {
  const at = comparisonWord(before);
  if (at === undefined) return undefined;
  const left = before.slice(0, at);
  const { names } = dottedBefore(left);
  const ahead = left.length - 2 * names.length;
  const isWeekday = left.at(-1)?.text === 'weekday' || left[ahead]?.text === 'weekday';
  const comesFromZone = left[ahead]?.text === 'in' && left[ahead - 1]?.text === 'weekday';
  if (isWeekday || comesFromZone) return { kind: 'weekday' };
  return typeOfPath(program, scope, names);
}

const conditionWords = new Set(['when', 'and', 'or', 'where', 'satisfies', 'unless', 'as', 'everywhere']);

/** The `is` of the comparison that the cursor is in. */
function comparisonWord(before: readonly Piece[]): number | undefined {
  let depth = 0;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const text = before[index]?.text ?? '';
    if (text === ')') depth += 1;
    else if (text === '(') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (text === 'is') return index;
    else if (conditionWords.has(text) || text === '{' || text === '}') return undefined;
  }
  return undefined;
}

/** The type of the facts of the object around the cursor in a test, and of the fact whose value is being written. */
export interface ObjectPlace {
  readonly object: { readonly kind: 'activity' | 'record'; readonly name: string } | undefined;
  readonly value: Type | undefined;
}

interface Level {
  readonly sign: '{' | '[';
  /** The word in front of the bracket: a key, an activity, or nothing. */
  readonly word: string;
}

/** Where in the facts of a test the cursor is. */
export function objectPlaceAt(program: Program, { unit, before }: Cursor): ObjectPlace {
  const { levels, key } = openLevels(before);
  const { tree } = unit;
  const inner = levels.slice(1);
  const subject = tree.kind === 'scenarios' ? tree.subject.text : inner.shift()?.word;
  let object: ObjectPlace['object'] = subject === undefined ? undefined : { kind: 'activity', name: subject };
  let list: Type | undefined;
  for (const { sign, word } of inner) {
    const type = word === '' ? list : fieldType(program, object, word);
    const element = type?.kind === 'list' ? type.element : type;
    list = element;
    if (sign === '{')
      object = element?.kind === 'record' ? { kind: 'record', name: element.record } : undefined;
  }
  const innermost = levels.at(-1);
  const own = innermost?.sign === '[' ? list : fieldType(program, object, key);
  return { object, value: own?.kind === 'list' ? own.element : own };
}

/** The brackets that are open at the end of a row of pieces, and the last key behind them. */
function openLevels(before: readonly Piece[]): { levels: Level[]; key: string } {
  const levels: Level[] = [];
  let key = '';
  for (const [index, { text }] of before.entries()) {
    if (text === ':') key = keyBefore(before, index);
    else if (text === '{' || text === '[') {
      const isValue = ['{', '[', ','].includes(before[index - 1]?.text ?? '') && levels.at(-1)?.sign === '[';
      const word = before[index - 1]?.text === ':' ? key : isValue ? '' : (before[index - 1]?.text ?? '');
      levels.push({ sign: text, word });
      key = '';
    } else if (text === '}' || text === ']') {
      levels.pop();
      key = '';
    } else if (text === ',') key = '';
  }
  return { levels, key };
}

/** In `given customer.consents:` the last name counts for its own record; a path is given from the activity on. */
function keyBefore(before: readonly Piece[], colon: number): string {
  return dottedBefore(before.slice(0, colon)).names.join('.');
}

function fieldType(program: Program, object: ObjectPlace['object'], path: string): Type | undefined {
  if (object === undefined) return undefined;
  let fields = fieldsOf(program, object);
  let type: Type | undefined;
  for (const name of path.split('.')) {
    type = fields.find((field) => field.name === name)?.type;
    const element: Type | undefined = type?.kind === 'list' ? type.element : type;
    fields = element?.kind === 'record' ? (program.records.get(element.record)?.fields ?? []) : [];
  }
  return type;
}

export function fieldsOf(program: Program, { kind, name }: NonNullable<ObjectPlace['object']>) {
  const owner = kind === 'activity' ? program.activities.get(name) : program.records.get(name);
  return owner?.fields ?? [];
}

/** A type in words: `within Jurisdiction`, `list of Consent`. */
export function typeWords(type: Type): string {
  switch (type.kind) {
    case 'term':
      return type.within ? `within ${type.taxonomy}` : type.taxonomy;
    case 'scope':
      return `all of ${type.taxonomy}`;
    case 'scale':
      return type.scale;
    case 'record':
      return type.record;
    case 'list':
      return `${type.partial ? 'partial list' : 'list'} of ${typeWords(type.element)}`;
    case 'error':
      return '';
    default:
      return type.kind;
  }
}
