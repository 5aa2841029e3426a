import type { DayTestFormula, Formula, InForceFormula, Value } from '../../../logic/index.ts';
import { assertNever } from '../../../support/index.ts';
import { callDoc } from '../writing/document.ts';
import { callCode } from './calls.ts';
import type { Code } from './code.ts';
import { allOf, alwaysFalse, alwaysTrue, anyOf, binary, from, levels, negated, primary } from './code.ts';
import { betweenCode, compareCode } from './comparisons.ts';
import { dateLiteral } from './constants.ts';
import { loopCode } from './loops.ts';
import { latestLoop, quantifierLoop } from './quantifiers.ts';
import type { ReadingChoice, Site } from './site.ts';
import { helper, inputOf, readingCode, turned } from './site.ts';
import { sameTermCode, scopeTestCode, termTestCode } from './term-tests.ts';
import { askersZone, boundCode, isBounded, valueCode } from './values.ts';

/** A condition, in the reading that is chosen where it can be unknown. */
export function conditionCode(formula: Formula, site: Site, reading: ReadingChoice): Code {
  const named = site.derived?.(formula, site, reading);
  return named === undefined ? unnamedCode(formula, site, reading) : from(formula.place, named);
}

/** The same for a condition that is to be written out, even if it has a name. */
export function unnamedCode(formula: Formula, site: Site, reading: ReadingChoice): Code {
  const isOpen = site.project.openness.formula(formula, site.parameters);
  return from(formula.place, plainCondition(formula, site, isOpen ? reading : undefined));
}

/** An absent reading means that the condition is never unknown. */
function plainCondition(formula: Formula, site: Site, reading: ReadingChoice): Code {
  switch (formula.kind) {
    case 'truth':
      return formula.value ? alwaysTrue : alwaysFalse;
    case 'not':
      return negated(unmarked(formula.operand, site, turned(reading)));
    case 'and':
      return allOf(formula.operands.map((operand) => conditionCode(operand, site, reading)));
    case 'or':
      return anyOf(formula.operands.map((operand) => conditionCode(operand, site, reading)));
    case 'some':
    case 'every':
      return loopCode(site, quantifierLoop(formula), reading);
    case 'latest':
      return loopCode(site, latestLoop(formula), reading ?? 'certainly');
    case 'call':
      return callCode(formula, site, reading);
    default:
      return testCode(formula, site, reading);
  }
}

function unmarked(formula: Formula, site: Site, reading: ReadingChoice): Code {
  const named = site.derived?.(formula, site, reading);
  if (named !== undefined) return named;
  const isOpen = site.project.openness.formula(formula, site.parameters);
  return plainCondition(formula, site, isOpen ? reading : undefined);
}

type TestFormula = Exclude<
  Formula,
  { kind: 'truth' | 'not' | 'and' | 'or' | 'some' | 'every' | 'latest' | 'call' }
>;

function testCode(formula: TestFormula, site: Site, reading: ReadingChoice): Code {
  switch (formula.kind) {
    case 'holds':
      return holdsCode(formula.value, site, reading);
    case 'is-none':
      return isNoneCode(formula.value, site, reading);
    case 'is-known':
      return isKnownCode(formula.value, site);
    case 'term-test':
      return termTestCode(formula, site, reading);
    case 'same-term':
      return sameTermCode(formula, site, reading);
    case 'scope-test':
      return scopeTestCode(formula, site, reading);
    case 'compare':
      return compareCode(formula, site, reading);
    case 'between':
      return betweenCode(formula, site, reading);
    case 'in-force':
      return inForceCode(formula, site, reading);
    case 'day-test':
      return dayTestCode(formula, site, reading);
    default:
      return assertNever(formula);
  }
}

/** `isWorkingDay(usFederal, today(newYork, now), reading)` */
function dayTestCode({ which, value, calendar }: DayTestFormula, site: Site, reading: ReadingChoice): Code {
  const test = helper(site, which === 'holiday' ? 'isHoliday' : 'isWorkingDay');
  const sides = [valueCode(calendar, site).doc, valueCode(value, site).doc];
  return primary(callDoc(test, [...sides, readingCode(site, reading).doc]));
}

function holdsCode(value: Value, site: Site, reading: ReadingChoice): Code {
  const code = valueCode(value, site);
  if (reading === undefined) return binary(code, '===', primary(helper(site, 'yes')), levels.equality);
  return primary(callDoc(helper(site, 'isYes'), [code.doc, readingCode(site, reading).doc]));
}

/** How what is none is told from what is there, by the kind of value. */
const noneTests = {
  number: 'mayBeNone',
  term: 'mayBeNoTerm',
  value: 'mayBeNoValue',
  part: 'mayBeNoPart',
} as const;
const knownTests = {
  number: 'isKnown',
  term: 'isKnownTerm',
  value: 'isKnownValue',
  part: 'isKnownPart',
} as const;

function isNoneCode(value: Value, site: Site, reading: ReadingChoice): Code {
  const name = noneTests[representationOf(value)];
  return primary(callDoc(helper(site, name), [valueCode(value, site).doc, readingCode(site, reading).doc]));
}

function isKnownCode(value: Value, site: Site): Code {
  if (isBounded(value, site)) {
    const [low, high] = [boundCode(value, site, 'certainly'), boundCode(value, site, 'possibly')];
    return binary(low, '===', high, levels.equality);
  }
  return primary(callDoc(helper(site, knownTests[representationOf(value)]), [valueCode(value, site).doc]));
}

/** How values of a type stand in the encoded facts. */
function representationOf({ type }: Value): keyof typeof knownTests {
  switch (type.kind) {
    case 'term':
      return 'term';
    case 'text':
    case 'timezone':
    case 'duration':
    case 'scope':
    case 'calendar':
      return 'value';
    case 'record':
    case 'list':
      return 'part';
    default:
      return 'number';
  }
}

function inForceCode({ from: first, until, on }: InForceFormula, site: Site, reading: ReadingChoice): Code {
  const date =
    on === undefined
      ? primary(callDoc(helper(site, 'today'), [askersZone(site).doc, inputOf(site, 'now')]))
      : valueCode(on, site);
  if (reading !== undefined) {
    const bounds = [
      first === undefined ? 'undefined' : dateLiteral(first),
      ...(until === undefined ? [] : [dateLiteral(until)]),
    ];
    const args = [date.doc, readingCode(site, reading).doc, ...bounds];
    return primary(callDoc(helper(site, 'isInForceOn'), args));
  }
  const tests = [
    ...(first === undefined ? [] : [binary(date, '>=', primary(dateLiteral(first)), levels.relation)]),
    ...(until === undefined ? [] : [binary(date, '<', primary(dateLiteral(until)), levels.relation)]),
  ];
  return allOf(tests);
}
