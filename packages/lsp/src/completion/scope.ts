import type { Activity, Program, Type, TypeNode } from '@privacy-lang/compiler';
import type { AnyNode } from '../model/tree-walk.ts';
import { childNodes } from '../model/tree-walk.ts';
import type { Cursor, Piece } from './cursor.ts';
import { dottedBefore } from './cursor.ts';

/** A name that stands for a value at the cursor. */
export interface NamedValue {
  readonly name: string;
  readonly type: Type;
  readonly title?: string;
  readonly owner: string;
}

/** The names that conditions at the cursor can read: facts, parameters, entries of lists. */
export function valuesInScope(program: Program, cursor: Cursor): NamedValue[] {
  const named = new Map<string, NamedValue>();
  for (const value of outerValues(program, cursor)) {
    if (!named.has(value.name)) named.set(value.name, value);
  }
  for (const { name, list } of entriesInScope(cursor.before)) {
    const type = typeOfPath(program, named, list);
    const element = type?.kind === 'list' ? type.element : { kind: 'error' as const };
    named.set(name, { name, type: element, owner: 'entry of a list' });
  }
  return [...named.values()];
}

function outerValues(program: Program, { unit, before }: Cursor): NamedValue[] {
  const { tree } = unit;
  if (tree.kind === 'define') {
    return tree.parameters.map(({ name, type }) => {
      return { name: name.text, type: typeOfNode(program, type), owner: 'parameter' };
    });
  }
  if (tree.kind === 'record' || tree.kind === 'activity') {
    const activity = program.activities.get(tree.name.text);
    return activity === undefined ? [] : activityValues(activity);
  }
  return activitiesAt(program, unit.tree, before).flatMap(activityValues);
}

/** The facts of an activity, its claim and what is derived from them. */
export function activityValues(activity: Activity): NamedValue[] {
  const { name: owner, fields, claim, derived } = activity;
  return [
    ...fields.map(({ name, type, title }) => ({
      name,
      type,
      owner,
      ...(title === undefined ? {} : { title }),
    })),
    ...(claim === undefined ? [] : [{ name: claim.name, type: claim.type, owner }]),
    ...derived.map(({ name, value, condition }) => {
      return { name, type: condition === undefined ? value.type : { kind: 'boolean' as const }, owner };
    }),
  ];
}

const effectWords = new Set(['forbid', 'permit', 'require', 'mandate', 'advise', 'refusal']);

/** The activities that a rule around the cursor is about, or that its policy speaks of; all where none is named yet. */
function activitiesAt(program: Program, tree: AnyNode, before: readonly Piece[]): Activity[] {
  const ruleStart = before.findLastIndex(({ text }) => text === 'rule' || text === 'lift');
  const own = before.slice(Math.max(0, ruleStart));
  const named = own.flatMap(({ text }, index) => {
    return effectWords.has(own[index - 1]?.text ?? '') ? (program.activities.get(text) ?? []) : [];
  });
  if (named.length > 0 && ruleStart >= 0) return named.slice(-1);
  const all = activityNames(tree).flatMap((name) => program.activities.get(name) ?? []);
  return all.length > 0 ? [...new Set(all)] : [...program.activities.values()];
}

function activityNames(node: AnyNode): string[] {
  const own = 'activity' in node ? node.activity : undefined;
  const name = typeof own === 'object' && own !== null && 'text' in own ? String(own.text) : undefined;
  return [...(name === undefined ? [] : [name]), ...childNodes(node).flatMap(activityNames)];
}

/** `some c in customer.consents`, `number of a in …`: what is named in front of the cursor, the outermost first. */
function entriesInScope(before: readonly Piece[]): { name: string; list: readonly string[] }[] {
  const found: { name: string; list: readonly string[] }[] = [];
  for (const [index, { text }] of before.entries()) {
    const isOpening = text === 'some' || text === 'every' || text === 'latest';
    const isCount = text === 'of' && before[index - 1]?.text === 'number';
    const name = before[index + 1];
    if (!(isOpening || isCount) || name?.category !== 'name' || before[index + 2]?.text !== 'in') continue;
    let end = index + 4;
    while (before[end]?.text === '.' && before[end + 1] !== undefined) end += 2;
    found.push({ name: name.text, list: dottedBefore(before.slice(0, end)).names });
  }
  return found;
}

/** The type of what names joined by dots lead to; undefined where they lead nowhere. */
export function typeOfPath(
  program: Program,
  scope: ReadonlyMap<string, NamedValue> | readonly NamedValue[],
  [head, ...rest]: readonly string[],
): Type | undefined {
  const values = Array.isArray(scope) ? scope : [...scope.values()];
  let type: Type | undefined = values.find(({ name }) => name === head)?.type;
  for (const name of rest) {
    const record = type?.kind === 'record' ? program.records.get(type.record) : undefined;
    type = record?.fields.find((field) => field.name === name)?.type;
  }
  return type;
}

/** A type as it is written; what is not known is an error type. */
export function typeOfNode(program: Program, node: TypeNode): Type {
  if (node.element !== undefined) {
    const element = typeOfNode(program, node.element);
    return { kind: 'list', element, partial: node.form === 'partial-list', limit: node.limit ?? 0 };
  }
  const name = node.name?.text ?? '';
  if (program.taxonomies.has(name)) {
    if (node.form === 'all-of') return { kind: 'scope', taxonomy: name };
    return { kind: 'term', taxonomy: name, within: node.form === 'within' };
  }
  if (program.scales.has(name)) return { kind: 'scale', scale: name };
  if (program.records.has(name)) return { kind: 'record', record: name };
  const plain = plainTypes.find((kind) => kind === name);
  return { kind: plain ?? 'error' };
}

/** Types that belong to the language, as they are written. */
export const plainTypes = ['boolean', 'number', 'text', 'date', 'time', 'instant', 'timezone'] as const;
