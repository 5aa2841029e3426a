import type { BetweenFormula, CompareFormula, Relation, Value } from '../../../logic/index.ts';
import type { Doc } from '../writing/document.ts';
import { callDoc, textLiteral } from '../writing/document.ts';
import type { Code } from './code.ts';
import { allOf, anyOf, binary, levels, primary } from './code.ts';
import type { ReadingChoice, Site } from './site.ts';
import { helper, readingCode, turned } from './site.ts';
import { boundCode, isBounded, valueCode } from './values.ts';

const operators: Readonly<Record<Exclude<Relation, 'equal'>, string>> = {
  less: '<',
  'at-most': '<=',
  more: '>',
  'at-least': '>=',
};

/** Numbers, dates and times compare by themselves: none compares with nothing. */
export function compareCode(formula: CompareFormula, site: Site, reading: ReadingChoice): Code {
  const { relation, left, right } = formula;
  switch (left.type.kind) {
    case 'text':
      return sameValue('isSame', formula, site, reading);
    case 'timezone':
      return sameValue('isSameZone', formula, site, reading);
    case 'duration': {
      const args = [valueCode(left, site).doc, textLiteral(relation), valueCode(right, site).doc];
      return primary(callDoc(helper(site, 'compareDurations'), [...args, readingCode(site, reading).doc]));
    }
    default:
      return relation === 'equal'
        ? equalCode(formula, site, reading)
        : orderCode(relation, left, right, { site, reading });
  }
}

function sameValue(name: string, { left, right }: CompareFormula, site: Site, reading: ReadingChoice): Code {
  const [one, other] = [valueCode(left, site), valueCode(right, site)];
  const mayBothBeNone = left.traits.canBeNone && right.traits.canBeNone;
  if (reading === undefined && !mayBothBeNone && name === 'isSame')
    return binary(one, '===', other, levels.equality);
  return primary(callDoc(helper(site, name), [one.doc, other.doc, readingCode(site, reading).doc]));
}

function equalCode({ left, right }: CompareFormula, site: Site, reading: ReadingChoice): Code {
  if (reading === undefined)
    return binary(valueCode(left, site), '===', valueCode(right, site), levels.equality);
  if (isBounded(left, site) || isBounded(right, site)) {
    const ends = [left, right].flatMap((side) => endsOf(side, site));
    return primary(callDoc(helper(site, 'isEqualWithin'), [...ends, readingCode(site, reading).doc]));
  }
  const sides = [valueCode(left, site).doc, valueCode(right, site).doc];
  return primary(callDoc(helper(site, 'isEqual'), [...sides, readingCode(site, reading).doc]));
}

/** One side is certainly less where the most that it may be is less than the least that the other may be. */
function orderCode(
  relation: Exclude<Relation, 'equal'>,
  left: Value,
  right: Value,
  { site, reading }: { readonly site: Site; readonly reading: ReadingChoice },
): Code {
  const isRising = relation === 'less' || relation === 'at-most';
  const one = boundCode(left, site, isRising ? turned(reading) : reading);
  const other = boundCode(right, site, isRising ? reading : turned(reading));
  return binary(one, operators[relation], other, levels.relation);
}

/** Both ends are included; a window of times whose start is after its end crosses midnight. */
export function betweenCode({ value, low, high }: BetweenFormula, site: Site, reading: ReadingChoice): Code {
  const parts = [value, low, high];
  const isTime = value.type.kind === 'time';
  if (parts.some((part) => isBounded(part, site))) {
    const ends = parts.flatMap((part) => endsOf(part, site));
    return primary(callDoc(helper(site, 'isBetweenWithin'), [...ends, readingCode(site, reading).doc]));
  }
  const areEndsFixed = low.kind === 'constant' && high.kind === 'constant';
  const isRead = value.kind === 'fact' || value.kind === 'field';
  if (!isRead || !areEndsFixed) {
    const name = isTime ? 'isInWindow' : 'isBetween';
    const sides = parts.map((part) => valueCode(part, site).doc);
    return primary(callDoc(helper(site, name), [...sides, readingCode(site, reading).doc]));
  }
  const tests = [
    orderCode('at-least', value, low, { site, reading }),
    orderCode('at-most', value, high, { site, reading }),
  ];
  return isTime && crossesMidnight(low, high) ? anyOf(tests) : allOf(tests);
}

/** The least and the most that a number may be. */
function endsOf(value: Value, site: Site): readonly Doc[] {
  return [boundCode(value, site, 'certainly').doc, boundCode(value, site, 'possibly').doc];
}

function crossesMidnight(low: Value, high: Value): boolean {
  if (low.kind !== 'constant' || high.kind !== 'constant') return false;
  const [from, through] = [low.constant, high.constant];
  return from.type === 'time' && through.type === 'time' && from.value > through.value;
}
