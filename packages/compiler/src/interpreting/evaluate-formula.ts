import type { Formula, InForceFormula, IsNoneFormula, Value } from '../logic/index.ts';
import { assertNever, invariant } from '../support/index.ts';
import { evaluateDayTest } from './calendars.ts';
import { evaluateBetween, evaluateCompare, settle } from './comparisons.ts';
import { callFormula } from './defines.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { Judgment } from './judgment.ts';
import { and, decided, not, open, or } from './judgment.ts';
import { earliest } from './knowledge.ts';
import { dateChanges, dateIn, firstDifference } from './movements.ts';
import { evaluateLatest, evaluateQuantifier } from './quantifiers.ts';
import type { Scope } from './run.ts';
import { evaluateSameTerm, evaluateScopeTest, evaluateTermTest } from './term-tests.ts';
import { isInPeriod } from './terms.ts';

/** What a condition is worth, by strong Kleene logic. */
export function evaluateFormula(formula: Formula, scope: Scope): Judgment {
  const known = scope.judgments.get(formula);
  if (known !== undefined) return known;
  const judgment = evaluateOnce(formula, scope);
  scope.judgments.set(formula, judgment);
  scope.run.observe?.(formula, judgment.truth, scope);
  return judgment;
}

function evaluateOnce(formula: Formula, scope: Scope): Judgment {
  switch (formula.kind) {
    case 'truth':
      return decided(formula.value);
    case 'not':
      return not(evaluateFormula(formula.operand, scope));
    case 'and':
      return and(formula.operands.map((operand) => evaluateFormula(operand, scope)));
    case 'or':
      return or(formula.operands.map((operand) => evaluateFormula(operand, scope)));
    case 'some':
    case 'every':
      return evaluateQuantifier(formula, scope);
    case 'latest':
      return evaluateLatest(formula, scope);
    case 'call':
      return callFormula(formula, scope);
    default:
      return evaluateTest(formula, scope);
  }
}

type TestFormula = Exclude<
  Formula,
  { kind: 'truth' | 'not' | 'and' | 'or' | 'some' | 'every' | 'latest' | 'call' }
>;

function evaluateTest(formula: TestFormula, scope: Scope): Judgment {
  switch (formula.kind) {
    case 'holds':
      return evaluateHolds(formula.value, scope);
    case 'is-none':
      return evaluateIsNone(formula, scope);
    case 'is-known':
      return evaluateIsKnown(formula.value, scope);
    case 'compare':
      return evaluateCompare(formula, scope);
    case 'between':
      return evaluateBetween(formula, scope);
    case 'term-test':
      return evaluateTermTest(formula, scope);
    case 'same-term':
      return evaluateSameTerm(formula, scope);
    case 'scope-test':
      return evaluateScopeTest(formula, scope);
    case 'in-force':
      return evaluateInForce(formula, scope);
    case 'day-test':
      return evaluateDayTest(formula, scope);
    default:
      return assertNever(formula);
  }
}

/** "As a condition a Boolean read through none is false." */
function evaluateHolds(value: Value, scope: Scope): Judgment {
  const knowledge = evaluateValue(value, scope);
  return settle([knowledge], () => {
    invariant(knowledge.kind === 'known' && knowledge.content.type === 'boolean', 'a condition is yes or no');
    return decided(knowledge.content.value, knowledge.until);
  });
}

/** "`x is none` is true" where it is; what is unknown may be none. */
function evaluateIsNone({ value }: IsNoneFormula, scope: Scope): Judgment {
  const knowledge = evaluateValue(value, scope);
  if (knowledge.kind === 'unknown') return open(knowledge.asks, knowledge.until);
  return decided(knowledge.kind === 'none', knowledge.until);
}

/** "`x is known` is never unknown (an imprecise term or a partial list that was supplied is known)"; so is none. */
function evaluateIsKnown(value: Value, scope: Scope): Judgment {
  const knowledge = evaluateValue(value, scope);
  if (knowledge.kind !== 'known') return decided(knowledge.kind === 'none', knowledge.until);
  const { content, until } = knowledge;
  return decided(content.type !== 'quantity' || content.low === content.high, until);
}

/** "`in force from D through E`, optionally `counted by EXPR`": today in the zone of whoever asks, or on that day. */
function evaluateInForce(formula: InForceFormula, scope: Scope): Judgment {
  if (formula.on !== undefined) {
    const on = evaluateValue(formula.on, scope);
    return settle([on], () => {
      invariant(on.kind === 'known' && on.content.type === 'quantity', 'periods are counted by dates');
      return decided(isInPeriod(formula, on.content.low), earliest([on]));
    });
  }
  scope.run.noticed.time = true;
  const isInForce = (instant: number): boolean => isInPeriod(formula, dateIn(scope.zone, instant));
  const { now } = scope.run;
  const dates = [formula.from, formula.until].filter((date) => date !== undefined);
  const changes = dateChanges(scope.zone, dates, now);
  return decided(
    isInForce(now),
    firstDifference(now, changes, (instant) => isInForce(instant) !== isInForce(now)),
  );
}
