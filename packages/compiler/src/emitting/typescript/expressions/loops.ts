import type { Formula, LatestFormula, QuantifierFormula, Value } from '../../../logic/index.ts';
import { invariant } from '../../../support/index.ts';
import { encodedType } from '../encoded-types.ts';
import type { Doc } from '../writing/document.ts';
import { callDoc, choice, group, hard, indented, lines, soft } from '../writing/document.ts';
import { valueName } from '../writing/names.ts';
import type { Code } from './code.ts';
import { primary } from './code.ts';
import { addFunction, innerSite, ownInputs } from './functions.ts';
import type { Input, ReadingChoice, Site, SplitOff } from './site.ts';
import { askedKeys, helper, inputOf, readingCode } from './site.ts';
import { valueCode } from './values.ts';

/** What is worked out entry by entry. */
export type LoopExpression = QuantifierFormula | LatestFormula | Extract<Value, { kind: 'count' }>;

/** A loop over a list: the body of a function. */
export interface Loop {
  readonly expression: LoopExpression;
  /** What the name of the function starts with. */
  readonly verb: string;
  readonly returns: 'boolean' | 'number';
  readonly statements: (inner: Site, entry: string, list: string) => readonly Doc[];
}

export function isLoop(expression: Formula | Value): expression is LoopExpression {
  const { kind } = expression;
  return kind === 'some' || kind === 'every' || kind === 'latest' || kind === 'count';
}

/**
 * Writes the function of a loop, unless it has been written for another reading, and calls it. With a function of its
 * own a loop needs no closure.
 */
export function loopCode(site: Site, loop: Loop, reading: ReadingChoice): Code {
  const { loops } = site.frame;
  const written = loops.get(loop.expression) ?? writeLoop(site, loop);
  loops.set(loop.expression, written);
  return primary(callDoc(written.name, passedOn(site, written.inner, reading)));
}

/** The statements of a loop in a function that does nothing else. */
export function loopStatements(site: Site, { expression, statements }: Loop): readonly Doc[] {
  const { variable, list } = expression;
  invariant(list.type.kind === 'list', 'loops run over lists');
  const { element } = list.type;
  const entry = freshLocal(site, variable.replace(/:.*$/, '').replace(/\d+$/, ''));
  const input: Input = { local: entry, type: () => encodedType(site.project, site.module, element) };
  const inputs = new Map([...site.frame.inputs, [variable, input] as const]);
  const inner: Site = { ...site, frame: { ...site.frame, inputs } };
  const local = freshLocal(inner, 'list');
  const body = statements(inner, entry, local);
  site.frame.used.delete(variable);
  return [[`const ${local} = `, valueCode(list, inner).doc, ';'], ...body];
}

function writeLoop(site: Site, loop: Loop): SplitOff {
  const { module, project } = site;
  const { expression, verb, returns } = loop;
  const inner = innerSite(site);
  const name = module.declare(`${verb}${entryName(expression.list)}`);
  const statements = loopStatements(inner, loop);
  const { place } = expression;
  const comment = [project.locate(place).text];
  const parts = { name, comment, place, returns, statements, isExported: false };
  addFunction(module, inner.frame, parts, site.frame.inputs.get('asked'));
  return { name, inner };
}

/** A name for a variable that nothing around it has. */
export function freshLocal({ frame, module }: Site, wanted: string): string {
  const taken = new Set([...frame.inputs.values()].map(({ local }) => local));
  const name = valueName(wanted);
  let local = module.local(name);
  for (let number = 2; taken.has(local); number += 1) local = module.local(`${name}${number}`);
  return local;
}

/** What the function of a loop needs from the one around it. */
function passedOn(site: Site, inner: Site, reading: ReadingChoice): Doc[] {
  const readsAsked = [...askedKeys, 'asked'].some((key) => inner.frame.used.has(key));
  const own = ownInputs(inner.frame).map(([key]) =>
    key === 'reading' ? readingCode(site, reading).doc : inputOf(site, key),
  );
  return site.frame.inputs.has('asked') && readsAsked ? [inputOf(site, 'asked'), ...own] : own;
}

/** `consents` holds a `Consent`. */
function entryName(list: Value): string {
  const isField = list.kind === 'fact' || list.kind === 'field';
  const name = valueName(isField ? list.field.key : list.kind === 'parameter' ? list.name : 'entry');
  const one = name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.replace(/([^s])s$/, '$1');
  return one.charAt(0).toUpperCase() + one.slice(1);
}

/** `for (let index = 0; …) { const entry = entryAt(list, index); … }` */
export function forEach(site: Site, entry: string, list: string, statements: readonly Doc[]): Doc {
  const index = freshLocal(site, 'index');
  return [
    `for (let ${index} = 0; ${index} < ${list}.length; ${index} += 1) {`,
    indented(hard, lines([`const ${entry} = ${helper(site, 'entryAt')}(${list}, ${index});`, ...statements])),
    hard,
    '}',
  ];
}

/** Whether a list may have more entries than are known. */
export function isOpenList(list: Value, site: Site): boolean {
  return site.project.openness.value(list, site.parameters);
}

/** `if (test) statement`, as a block where it takes several lines. */
export function ifStatement(test: Code, statement: Doc): Doc {
  const block: Doc = [' {', indented(hard, statement), hard, '}'];
  return group(
    'if (',
    indented(soft, test.doc),
    soft,
    ')',
    choice({ broken: block, flat: [' ', statement] }),
  );
}
