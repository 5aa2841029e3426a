import { describe, expect, it } from 'vitest';
import type { Formula } from '../../../packages/compiler/src/logic/index.ts';
import { simplify } from '../../../packages/compiler/src/logic/index.ts';
import { checkTexts, codesOf } from '../../support/check.ts';

const vocabulary = `activity ask "Ask" { a: boolean, b: boolean, u?: boolean, v?: boolean, list: list of Consent }
policy law.base "Base" { authority law default permit ask "D" cite "s" `;

/** The condition of a rule, unsimplified. */
function formulaOf(condition: string): Formula {
  const checked = checkTexts(`${vocabulary} rule r "R" { forbid ask when ${condition} cite "s" } }`);
  expect(codesOf(checked)).toEqual([]);
  const rule = checked.program.policies[0]?.parts[0]?.rules[0];
  if (rule === undefined) throw new Error('the policy has a rule');
  return rule.condition;
}

/** A formula as words, so that expectations read like conditions. */
function words(formula: Formula): string {
  switch (formula.kind) {
    case 'truth':
      return formula.value ? 'yes' : 'no';
    case 'not':
      return `not ${words(formula.operand)}`;
    case 'and':
    case 'or':
      return `(${formula.operands.map(words).join(` ${formula.kind} `)})`;
    case 'holds':
      return formula.value.kind === 'fact' ? formula.value.field.name : formula.value.kind;
    default:
      return formula.kind;
  }
}

function simplified(condition: string): string {
  return words(simplify(formulaOf(condition)));
}

describe('the simplifier uses only laws of strong Kleene logic', () => {
  it.each([
    ['not (not u)', 'u'],
    ['u and u', 'u'],
    ['u or u', 'u'],
    ['u and yes', 'u'],
    ['u and no', 'no'],
    ['u or yes', 'yes'],
    ['u or no', 'u'],
    ['u and (v and a)', '(u and v and a)'],
    ['u or (u and v)', 'u'],
    ['u and (u or v)', 'u'],
  ])('%s becomes %s', (condition, expected) => {
    expect(simplified(condition)).toBe(expected);
  });

  it('what can be unknown is neither excluded from the middle nor a contradiction', () => {
    expect(simplified('u or not u')).toBe('(u or not u)');
    expect(simplified('u and not u')).toBe('(u and not u)');
  });

  it('what is always known is', () => {
    expect(simplified('a or not a')).toBe('yes');
    expect(simplified('a and not a')).toBe('no');
  });

  it('keeps the place of what remains', () => {
    const formula = formulaOf('u and yes');
    const { unit, start, end } = simplify(formula).place;
    expect(unit.text.slice(start, end)).toBe('u');
  });
});
