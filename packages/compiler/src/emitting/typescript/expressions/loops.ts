import type { Formula, LatestFormula, QuantifierFormula, Value } from '../../../logic/index.ts';
import { invariant } from '../../../support/index.ts';
import { encodedType } from '../encoded-types.ts';
import type { Doc } from '../writing/document.ts';
import { callDoc, group, hard, indented, lines, soft } from '../writing/document.ts';
import { valueName } from '../writing/names.ts';
import type { Code } from './code.ts';
import { allOf, binary, isConstant, levels, negated, primary, returned } from './code.ts';
import { conditionCode } from './formulas.ts';
import { addFunction, innerSite, ownInputs } from './functions.ts';
import type { Input, ReadingChoice, Site, SplitOff } from './site.ts';
import { asAsked, askedKeys, helper, inputOf, readingCode } from './site.ts';
import { boundCode, valueCode } from './values.ts';

/** A loop over a list becomes a function of its own, so that it needs no closure. */
interface Loop {
  readonly formula: QuantifierFormula | LatestFormula | Extract<Value, { kind: 'count' }>;
  /** What the name of the function starts with. */
  readonly verb: string;
  readonly returns: 'boolean' | 'number';
  readonly statements: (inner: Site, entry: string, list: Code) => readonly Doc[];
}

/** Writes the function of a loop, unless it has been written for another reading, and calls it. */
export function loopCode(site: Site, loop: Loop, reading: ReadingChoice): Code {
  const { loops } = site.frame;
  const written = loops.get(loop.formula) ?? writeLoop(site, loop);
  loops.set(loop.formula, written);
  return primary(callDoc(written.name, passedOn(site, written.inner, reading)));
}

function writeLoop(site: Site, { formula, verb, returns, statements }: Loop): SplitOff {
  const { module, project } = site;
  const { list } = formula;
  invariant(list.type.kind === 'list', 'loops run over lists');
  const entry = module.local(entryLocal(site, formula.variable));
  const { element } = list.type;
  const variable: Input = { local: entry, type: () => encodedType(project, module, element) };
  const inner = innerSite(site, new Map([[formula.variable, variable]]));
  const name = module.declare(`${verb}${entryName(list)}`);
  const body = statements(inner, entry, valueCode(list, inner));
  inner.frame.used.delete(formula.variable);
  const comment = [project.locate(formula.place).text];
  const asked = site.frame.inputs.get('asked');
  addFunction(
    module,
    inner.frame,
    { name, comment, place: formula.place, returns, statements: body, isExported: false },
    asked,
  );
  return { name, inner };
}

/** Variables are numbered to be unique; the number is left out unless a loop around has the same name. */
function entryLocal({ frame }: Site, variable: string): string {
  const name = valueName(variable.replace(/:.*$/, '').replace(/\d+$/, ''));
  const taken = new Set([...frame.inputs.values()].map(({ local }) => local));
  let local = name;
  for (let number = 2; taken.has(local); number += 1) local = `${name}${number}`;
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
  const key =
    list.kind === 'fact' || list.kind === 'field'
      ? list.field.key
      : list.kind === 'parameter'
        ? list.name
        : 'entry';
  const name = valueName(key);
  const one = name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.replace(/([^s])s$/, '$1');
  return one.charAt(0).toUpperCase() + one.slice(1);
}

/** `for (let index = 0; …) { const entry = entryAt(list, index); … }` */
export function forEach(site: Site, entry: string, list: string, statements: readonly Doc[]): Doc {
  const index = site.module.local('index');
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

/** `some` is a disjunction over the entries, `every` a conjunction; what may stand behind them is unknown. */
export function quantifierCode(formula: QuantifierFormula, site: Site, reading: ReadingChoice): Code {
  const isSome = formula.kind === 'some';
  const statements = (inner: Site, entry: string, list: Code): Doc[] => {
    const local = inner.module.local('list');
    const body = conditionCode(formula.body, inner, asAsked);
    const test = isSome ? body : negated(body);
    const found: Doc = ifStatement(test, `return ${isSome};`);
    return [
      [`const ${local} = `, list.doc, ';'],
      ...loopOver(inner, { entry, local, test, found }),
      returned(restOf(formula, inner, { local, isSome })),
    ];
  };
  const verb = isSome ? 'some' : 'every';
  return loopCode(site, { formula, verb, returns: 'boolean', statements }, reading);
}

function loopOver(
  site: Site,
  { entry, local, test, found }: { entry: string; local: string; test: Code; found: Doc },
): Doc[] {
  if (!isConstant(test)) return [forEach(site, entry, local, [found])];
  // The entries do not matter, only whether there are any.
  return test.doc === 'true' ? [[`if (${local}.length > 0) `, found]] : [];
}

function restOf(
  formula: QuantifierFormula,
  site: Site,
  { local, isSome }: { local: string; isSome: boolean },
): Code {
  if (!isOpenList(formula.list, site)) return primary(isSome ? 'false' : 'true');
  const reading = inputOf(site, 'reading');
  const [doc, level] = isSome
    ? [`${reading} && ${local}.isOpen`, levels.and]
    : [`${reading} || !${local}.isOpen`, levels.or];
  return { doc, level };
}

/**
 * First the moment of the latest entry that certainly takes part, then every entry that could still be the latest: all
 * of them have to agree.
 */
export function latestCode(formula: LatestFormula, site: Site, reading: ReadingChoice): Code {
  const statements = (inner: Site, entry: string, list: Code): Doc[] => {
    const local = inner.module.local('list');
    const rest = isOpenList(formula.list, inner)
      ? [[`if (${local}.isOpen) return `, inputOf(inner, 'reading'), ';']]
      : [];
    return [
      [`const ${local} = `, list.doc, ';'],
      ...rest,
      ...latestStatements(formula, inner, { entry, list: local }),
    ];
  };
  return loopCode(site, { formula, verb: 'latest', returns: 'boolean', statements }, reading ?? 'certainly');
}

/** The unknown moment of an entry excludes nothing and is excluded by nothing; an entry without one takes no part. */
function latestStatements(
  { by, condition, body }: LatestFormula,
  site: Site,
  { entry, list }: { readonly entry: string; readonly list: string },
): Doc[] {
  const latest = site.module.local('latest');
  const reading = inputOf(site, 'reading');
  const isOpen = site.project.openness.value(by, site.parameters);
  const least = boundCode(by, site, 'certainly');
  const later = binary(least, '>', primary(latest), levels.relation);
  const takesPart = allOf([later, conditionCode(condition, site, 'certainly')]);
  const mayBeLatest = binary(boundCode(by, site, 'possibly'), '>=', primary(latest), levels.relation);
  const agrees = binary(conditionCode(body, site, asAsked), '===', primary(reading), levels.equality);
  const couldDiffer = allOf([mayBeLatest, conditionCode(condition, site, 'possibly'), agrees]);
  const first = forEach(site, entry, list, [ifStatement(takesPart, [`${latest} = `, least.doc, ';'])]);
  const undated =
    isOpen && !by.traits.canBeNone ? undatedStatements(site, { by, condition, entry, list }) : undefined;
  return [
    `let ${latest} = Number.NEGATIVE_INFINITY;`,
    first,
    ...(undated?.statements ?? []),
    [`if (${latest} === Number.NEGATIVE_INFINITY && `, undated?.isNone ?? '', `!${reading}) return false;`],
    forEach(site, entry, list, [ifStatement(couldDiffer, [`return ${reading};`])]),
    `return !${reading};`,
  ];
}

/** An entry of which only the moment is unknown certainly takes part, too. */
function undatedStatements(
  site: Site,
  { by, condition, entry, list }: { by: Value; condition: Formula; entry: string; list: string },
): { statements: Doc[]; isNone: Doc } {
  const isUndated = site.module.local('hasUndated');
  const unknown = binary(valueCode(by, site), '===', primary(helper(site, 'unknownNumber')), levels.equality);
  const test = allOf([unknown, conditionCode(condition, site, 'certainly')]);
  const loop = forEach(site, entry, list, [ifStatement(test, [`${isUndated} = true;`])]);
  return { statements: [`let ${isUndated} = false;`, loop], isNone: `!${isUndated} && ` };
}

export function ifStatement(test: Code, statement: Doc): Doc {
  return group('if (', group(indented(soft, test.doc), soft), ') ', statement);
}
