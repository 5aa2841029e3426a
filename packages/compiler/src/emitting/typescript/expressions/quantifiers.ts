import type { Formula, LatestFormula, QuantifierFormula, Value } from '../../../logic/index.ts';
import type { Doc } from '../writing/document.ts';
import type { Code } from './code.ts';
import { allOf, binary, isConstant, levels, negated, primary, returned } from './code.ts';
import { conditionCode } from './formulas.ts';
import type { Loop } from './loops.ts';
import { forEach, freshLocal, ifStatement, isOpenList } from './loops.ts';
import type { Site } from './site.ts';
import { asAsked, helper, inputOf } from './site.ts';
import { boundCode, valueCode } from './values.ts';

/** `some` is a disjunction over the entries, `every` a conjunction; what may stand behind them is unknown. */
export function quantifierLoop(formula: QuantifierFormula): Loop {
  const isSome = formula.kind === 'some';
  const statements = (site: Site, entry: string, list: string): Doc[] => {
    const body = conditionCode(formula.body, site, asAsked);
    const test = isSome ? body : negated(body);
    return [...loopOver(site, { entry, list, test, isSome }), returned(restOf(formula, site, list))];
  };
  return { expression: formula, verb: isSome ? 'some' : 'every', returns: 'boolean', statements };
}

function loopOver(
  site: Site,
  { entry, list, test, isSome }: { entry: string; list: string; test: Code; isSome: boolean },
): Doc[] {
  if (!isConstant(test)) return [forEach(site, entry, list, [ifStatement(test, `return ${isSome};`)])];
  // The entries do not matter, only whether there are any.
  return test.doc === 'true' ? [ifStatement(primary(`${list}.length > 0`), `return ${isSome};`)] : [];
}

/** What the result is if no entry settles it. */
function restOf(formula: QuantifierFormula, site: Site, list: string): Code {
  const isSome = formula.kind === 'some';
  if (!isOpenList(formula.list, site)) return primary(isSome ? 'false' : 'true');
  const reading = inputOf(site, 'reading');
  const [doc, level] = isSome
    ? [`${reading} && ${list}.isOpen`, levels.and]
    : [`${reading} || !${list}.isOpen`, levels.or];
  return { doc, level };
}

/**
 * First the moment of the latest entry that certainly takes part, then every entry that could still be the latest: all
 * of them have to agree.
 */
export function latestLoop(formula: LatestFormula): Loop {
  const statements = (site: Site, entry: string, list: string): Doc[] => [
    ...(isOpenList(formula.list, site)
      ? [[`if (${list}.isOpen) return `, inputOf(site, 'reading'), ';']]
      : []),
    ...latestStatements(formula, site, { entry, list }),
  ];
  return { expression: formula, verb: 'latest', returns: 'boolean', statements };
}

/** The unknown moment of an entry excludes nothing and is excluded by nothing; an entry without one takes no part. */
function latestStatements(
  { by, condition, body }: LatestFormula,
  site: Site,
  { entry, list }: { readonly entry: string; readonly list: string },
): Doc[] {
  const latest = freshLocal(site, 'latest');
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
  const isUndated = freshLocal(site, 'hasUndated');
  const unknown = binary(valueCode(by, site), '===', primary(helper(site, 'unknownNumber')), levels.equality);
  const test = allOf([unknown, conditionCode(condition, site, 'certainly')]);
  const loop = forEach(site, entry, list, [ifStatement(test, [`${isUndated} = true;`])]);
  return { statements: [`let ${isUndated} = false;`, loop], isNone: `!${isUndated} && ` };
}
