import type { Formula } from '../../logic/index.ts';
import type { Comparison, Expression, Logical } from '../../syntax/index.ts';
import { bindingOf } from './paths.ts';
import type { Scope } from './scope.ts';
import { complain, wordsOf } from './scope.ts';
import { aliasTargets, groupsOf } from './terms.ts';

/**
 * `channel is email or sms`: whether an operand is no condition, but a further value of the comparison before it. The
 * first of such values is reported, together with those that follow.
 */
export function isLonelyValue(
  scope: Scope,
  { operands, operator }: Logical,
  index: number,
  before: readonly Formula[],
): boolean {
  let home = index - 1;
  while (home >= 0 && isBareValue(scope, operands[home])) home -= 1;
  const comparison = operands[home];
  const formula = before[home];
  if (comparison?.kind !== 'comparison' || formula === undefined) return false;
  const belongs = (operand: Expression | undefined): operand is Expression =>
    operand !== undefined && isBareValue(scope, operand) && fitsComparison(scope, formula, operand);
  if (!belongs(operands[index]) || !hasChoice(comparison)) return false;
  if (home < index - 1) return true;
  const more = operands.slice(index);
  const end = more.findIndex((operand) => !belongs(operand));
  const values = end < 0 ? more : more.slice(0, end);
  reportLonelyValues(scope, comparison, values, operator === 'or' && !comparison.negated);
  return true;
}

function isBareValue(scope: Scope, operand: Expression | undefined): boolean {
  if (operand?.kind === 'literal') return operand.value.type !== 'boolean';
  const [name, second] = operand?.kind === 'path' ? operand.segments : [];
  if (name === undefined || second !== undefined) return false;
  return name.quoted === true || bindingOf(scope, name.text) === undefined;
}

function hasChoice({ test }: Comparison): boolean {
  return test.kind === 'one-of-test' || (test.kind === 'value-test' && test.on === undefined);
}

function fitsComparison(scope: Scope, formula: Formula, operand: Expression): boolean {
  if (formula.kind === 'not') return fitsComparison(scope, formula.operand, operand);
  if (operand.kind !== 'path') return formula.kind === 'compare';
  const name = operand.segments[0]?.text ?? '';
  if (formula.kind !== 'term-test') return false;
  const taxonomy = scope.context.queries.get('taxonomy', formula.taxonomy);
  if (taxonomy === undefined) return false;
  return aliasTargets(taxonomy, name).length > 0 || groupsOf(scope, formula.taxonomy).includes(name);
}

function reportLonelyValues(
  scope: Scope,
  comparison: Comparison,
  values: readonly Expression[],
  isCertain: boolean,
): void {
  const [first] = values;
  if (first === undefined) return;
  const { test } = comparison;
  const known = test.kind === 'one-of-test' ? test.options : test.kind === 'value-test' ? [test.value] : [];
  const list = `one of (${[...known, ...values].map((value) => wordsOf(scope, value)).join(', ')})`;
  const whole = `is ${comparison.negated ? 'not ' : ''}${list}`;
  const span = { start: test.start, end: values.at(-1)?.end ?? test.end };
  const details = {
    help: `To list several values, write "${whole}".`,
    fixes: [
      {
        title: `Write "${whole}"`,
        kind: isCertain ? ('automatic' as const) : ('needs-review' as const),
        edits: [{ span, newText: list }],
      },
    ],
  };
  const text = wordsOf(scope, first);
  if (first.kind === 'path')
    complain(scope, 'name/unknown-fact', first, { name: text, owner: scope.owner }, details);
  else complain(scope, 'type/not-a-condition', first, { text, found: 'a fixed value' }, details);
}
