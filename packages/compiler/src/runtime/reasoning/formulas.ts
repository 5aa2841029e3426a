import { callNode } from './calls.ts';
import { inRange, inWindow, relate, settle } from './comparisons.ts';
import { judgeDay } from './day-tests.ts';
import type { Judgment } from './judgment.ts';
import { and, decided, not, open, or } from './judgment.ts';
import type { Knowledge } from './knowledge.ts';
import { earliest, never, quantityOf } from './knowledge.ts';
import { judgeLatest, judgeQuantifier } from './lists.ts';
import { dateChanges, dateIn, firstDifference } from './movements.ts';
import type { FormulaNode, ValueNode } from './nodes.ts';
import type { Scope } from './scope.ts';
import { judgeSameTerm, judgeScopeTest, judgeTermTest } from './term-tests.ts';
import { valueKnowledge } from './values.ts';

/** What a condition is worth, by strong Kleene logic. */
export function judge(node: FormulaNode, scope: Scope): Judgment {
  switch (node.is) {
    case 'truth':
      return decided(node.value);
    case 'shared':
      return judgeShared(node.formula, scope);
    case 'not':
      return not(judge(node.operand, scope));
    case 'and':
      return and(node.operands.map((operand) => judge(operand, scope)));
    case 'or':
      return or(node.operands.map((operand) => judge(operand, scope)));
    case 'some':
    case 'every':
      return judgeQuantifier(node, scope);
    case 'latest':
      return judgeLatest(node, scope);
    case 'call':
      return callNode(node, scope, judge);
    default:
      return judgeTest(node, scope);
  }
}

/** A derived fact is worth the same wherever it stands. */
function judgeShared(formula: () => FormulaNode, scope: Scope): Judgment {
  const known = scope.shared.get(formula) ?? judge(formula(), { ...scope, names: new Map() });
  scope.shared.set(formula, known);
  return known;
}

type TestNode = Exclude<
  FormulaNode,
  { is: 'truth' | 'shared' | 'not' | 'and' | 'or' | 'some' | 'every' | 'latest' | 'call' }
>;

function judgeTest(node: TestNode, scope: Scope): Judgment {
  switch (node.is) {
    case 'holds':
      return judgeHolds(valueKnowledge(node.value, scope));
    case 'is-none':
      return judgeNone(valueKnowledge(node.value, scope));
    case 'is-known':
      return judgeKnown(valueKnowledge(node.value, scope));
    case 'term-test':
      return judgeTermTest(node, scope);
    case 'same-term':
      return judgeSameTerm(node, scope);
    case 'scope-test':
      return judgeScopeTest(node, scope);
    case 'between':
      return judgeBetween(node, scope);
    case 'in-force':
      return judgeInForce(node, scope);
    case 'holiday':
    case 'working-day':
      return judgeDay(node, scope);
    default: {
      const sides = [valueKnowledge(node.left, scope), valueKnowledge(node.right, scope)] as const;
      return settle(sides, (left, right) => relate(node.is, left, right, scope.run.now));
    }
  }
}

/** A yes-or-no value that is none is no. */
function judgeHolds(value: Knowledge): Judgment {
  return settle([value], (known) => decided(quantityOf(known) === 1, known.until));
}

/** What is unknown may be none. */
function judgeNone(value: Knowledge): Judgment {
  if (value.kind === 'unknown') return open(value.asks, value.until);
  return decided(value.kind === 'none', value.until);
}

/** None, an imprecise term and a partial list are known; a number within bounds is not. */
function judgeKnown(value: Knowledge): Judgment {
  if (value.kind !== 'known') return decided(value.kind === 'none', value.until);
  const { content, until } = value;
  return decided(content.type !== 'quantity' || content.low === content.high, until);
}

function judgeBetween(node: Extract<FormulaNode, { is: 'between' }>, scope: Scope): Judgment {
  const value = (part: ValueNode): Knowledge => valueKnowledge(part, scope);
  const sides = [value(node.value), value(node.low), value(node.high)] as const;
  const test = node.isWindow === true ? inWindow : inRange;
  return settle(sides, (middle, low, high) => test(middle, low, high, scope.run.now));
}

/** Today in the zone of whoever asks, or another day. */
function judgeInForce(node: Extract<FormulaNode, { is: 'in-force' }>, scope: Scope): Judgment {
  const { from = Number.NEGATIVE_INFINITY, until = never, on } = node;
  const isWithin = (date: number): boolean => from <= date && date < until;
  if (on !== undefined) {
    return settle([valueKnowledge(on, scope)], (date) =>
      decided(isWithin(quantityOf(date)), earliest([date])),
    );
  }
  const { now } = scope.run;
  const { id } = scope.zone;
  const isInForce = (instant: number): boolean => isWithin(dateIn(id, instant));
  const changes = dateChanges(id, [from, until].filter(Number.isFinite), now);
  return decided(
    isInForce(now),
    firstDifference(now, changes, (instant) => isInForce(instant) !== isInForce(now)),
  );
}
