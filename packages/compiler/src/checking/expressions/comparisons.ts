import type { DurationMeasure, Formula, Value } from '../../logic/index.ts';
import { between, compare, isKnown, isNone, not, or, scopeTest, truth } from '../../logic/index.ts';
import { assertNever } from '../../support/index.ts';
import type { Comparison, Expression, Test } from '../../syntax/index.ts';
import { describeType } from '../vocabulary/types.ts';
import { dayFormula } from './calendars.ts';
import { isAssignable } from './calls.ts';
import { distanceFormula, withinLastFormula } from './distances.ts';
import { isErrorValue } from './literals.ts';
import { mismatchAdvice } from './mismatches.ts';
import { isOrdered, orderFormula } from './orders.ts';
import { bindingOf } from './paths.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf, wordsOf } from './scope.ts';
import { termChoice } from './term-tests.ts';
import { termsWithName } from './terms.ts';
import { readValue } from './values.ts';

/** What a test is about: the value on the left and the comparison around it. */
export interface Subject {
  readonly scope: Scope;
  readonly node: Comparison;
  readonly left: Value;
}

/** `X is [not] TEST`; `is not` is the negation of the whole. */
export function comparisonFormula(scope: Scope, node: Comparison): Formula {
  const place = placeOf(scope, node);
  const left = readValue(scope, node.left);
  const subject: Subject = { scope, node, left };
  const formula = isErrorValue(left) ? truth(place, false) : testFormula(subject, node.test);
  return node.negated ? not(place, formula) : formula;
}

function testFormula(subject: Subject, test: Test): Formula {
  const { scope, node, left } = subject;
  const place = placeOf(scope, node);
  switch (test.kind) {
    case 'none-test':
      return noneFormula(subject);
    case 'known-test':
      if (!left.traits.canBeUnknown)
        complain(scope, 'lint/always-known', node, { text: wordsOf(scope, node.left) });
      return isKnown(place, left);
    case 'value-test':
      return valueTest(subject, test.value, test.on);
    case 'one-of-test':
      return oneOfFormula(subject, test.options);
    case 'order-test':
      return orderFormula(subject, test);
    case 'between-test':
      return betweenFormula(subject, test.low, test.high);
    case 'distance-test':
      return distanceFormula(subject, test);
    case 'within-last-test':
      return withinLastFormula(subject, test.duration);
    case 'scope-test':
      return scopeFormula(subject, test.scope);
    case 'day-test':
      return dayFormula(subject, test);
    default:
      return assertNever(test);
  }
}

function noneFormula({ scope, node, left }: Subject): Formula {
  if (!left.traits.canBeNone) {
    const text = wordsOf(scope, node.left);
    const help = left.traits.canBeUnknown
      ? `To ask whether it is recorded at all, write "${text} is ${node.negated ? '' : 'not '}known".`
      : `It is always there; leave the test out, or declare the fact with "or none".`;
    complain(scope, 'type/never-none', node, { text }, { help });
  }
  return isNone(placeOf(scope, node), left);
}

/** `is VALUE`: terms and groups are sets, everything else is equal or not. */
function valueTest(subject: Subject, expression: Expression, on: Expression | undefined): Formula {
  const { scope, node, left } = subject;
  const place = placeOf(scope, node);
  if (left.type.kind === 'term') return termChoice(subject, [expression], on);
  if (on !== undefined) complain(scope, 'type/on-without-group', on, {});
  if (left.type.kind === 'list' || left.type.kind === 'record' || left.type.kind === 'scope') {
    const text = wordsOf(scope, node.left);
    complain(scope, 'type/not-comparable', node, { text, found: describeType(left.type) });
    return truth(place, false);
  }
  const right = rightValue(subject, expression);
  return right === undefined ? truth(place, false) : compare(place, 'equal', left, right);
}

function oneOfFormula(subject: Subject, options: readonly Expression[]): Formula {
  const place = placeOf(subject.scope, subject.node);
  if (subject.left.type.kind === 'term') return termChoice(subject, options, undefined);
  return or(
    place,
    options.map((option) => valueTest(subject, option, undefined)),
  );
}

function betweenFormula(subject: Subject, low: Expression, high: Expression): Formula {
  const { scope, node, left } = subject;
  const place = placeOf(scope, node);
  if (!isOrdered(left.type)) {
    const text = wordsOf(scope, node.left);
    complain(scope, 'type/not-ordered', node, { text, found: describeType(left.type) });
    return truth(place, false);
  }
  const lowValue = rightValue(subject, low);
  const highValue = rightValue(subject, high);
  if (lowValue === undefined || highValue === undefined) return truth(place, false);
  return between(place, left, lowValue, highValue);
}

function scopeFormula(subject: Subject, expression: Expression): Formula {
  const { scope, node, left } = subject;
  const place = placeOf(scope, node);
  if (left.type.kind !== 'term') {
    const text = wordsOf(scope, node.left);
    complain(scope, 'type/scope-left', node.left, { text, found: describeType(left.type) });
    return truth(place, false);
  }
  if (isPlainSet(subject, expression)) return valueTest(subject, expression, undefined);
  const right = readValue(scope, expression, { kind: 'scope', taxonomy: left.type.taxonomy });
  if (isErrorValue(right)) return truth(place, false);
  if (right.type.kind === 'list' && right.type.element.kind === 'term') {
    complain(scope, 'type/in-list', expression, { text: wordsOf(scope, expression) });
    return truth(place, false);
  }
  if (right.type.kind !== 'scope' || right.type.taxonomy !== left.type.taxonomy) {
    const expected = `a scope of ${left.type.taxonomy} ("all of ${left.type.taxonomy}")`;
    complain(scope, 'type/mismatch', expression, { expected, found: describeType(right.type) });
    return truth(place, false);
  }
  return scopeTest(place, left, right);
}

/** `is in EU`: a term or a group is no scope; it is written without "in", and understood so. */
function isPlainSet({ scope, node }: Subject, expression: Expression): boolean {
  if (expression.kind !== 'path' || expression.segments.length !== 1) return false;
  const [name] = expression.segments;
  if (name === undefined || name.text === 'anything' || bindingOf(scope, name.text) !== undefined)
    return false;
  const isGroup = scope.context.queries.get('declared', `group:${name.text}`).length > 0;
  if (!isGroup && termsWithName(scope, name.text).length === 0) return false;
  const text = scope.site.unit.text;
  const start = text.lastIndexOf('in', expression.start);
  const fixes = [
    {
      title: `Leave out "in"`,
      kind: 'automatic' as const,
      edits: [{ span: { start, end: expression.start }, newText: '' }],
    },
  ];
  const values = {
    name: name.text,
    kind: isGroup ? 'a group' : 'a term',
    negation: node.negated ? 'is not' : 'is',
  };
  complain(scope, 'type/in-set', expression, values, { fixes });
  return true;
}

/** The value that the left side is compared with; it has to be of the same type. */
export function rightValue({ scope, left }: Subject, expression: Expression): Value | undefined {
  const right = readValue(scope, expression, left.type);
  if (isErrorValue(right)) return undefined;
  if (left.type.kind === 'duration' && right.type.kind === 'duration') {
    return sameMeasure(scope, expression, left, right) ? right : undefined;
  }
  if (isAssignable(right.type, left.type) && isAssignable(left.type, right.type)) return right;
  const bothTimes = [left.type.kind, right.type.kind].every((kind) => kind === 'date' || kind === 'instant');
  if (bothTimes) {
    const side = left.type.kind === 'instant' ? 'left' : 'right';
    complain(scope, 'type/date-with-instant', expression, { side });
  } else {
    const values = { expected: describeType(left.type), found: describeType(right.type) };
    complain(scope, 'type/mismatch', expression, values, mismatchAdvice(left.type, expression, right));
  }
  return undefined;
}

const measureWords: Readonly<Record<DurationMeasure, string>> = {
  months: 'months',
  days: 'days',
  exact: 'hours',
  'working-days': 'working days',
  any: '',
};

function measureOf({ type }: Value): DurationMeasure {
  return type.kind === 'duration' ? type.measure : 'any';
}

/** `months`, `working days of US-federal` */
function measureText(value: Value): string {
  const words = measureWords[measureOf(value)];
  const calendar = calendarOf(value);
  return calendar === undefined ? words : `${words} of ${calendar}`;
}

/** The calendar whose working days are meant, where it stands there. */
function calendarOf(value: Value): string | undefined {
  return value.kind === 'constant' && value.constant.type === 'duration'
    ? value.constant.calendar
    : undefined;
}

/** No number of days is a month; a length of any measure is compared when it is known. */
function sameMeasure(scope: Scope, expression: Expression, left: Value, right: Value): boolean {
  const measures = [left, right].map(measureOf);
  const words = [left, right].map(measureText);
  const [one = '', other = ''] = words;
  if (measures.includes('any') || one === other) return true;
  const isOpen = one.startsWith(other) || other.startsWith(one);
  if (measures[0] === measures[1] && isOpen) return true;
  const values = { one, other };
  complain(scope, 'type/lengths-apart', expression, values);
  return false;
}
