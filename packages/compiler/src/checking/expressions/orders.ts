import type { Formula, Relation, Type } from '../../logic/index.ts';
import { compare, truth } from '../../logic/index.ts';
import type { OrderRelation, OrderTest } from '../../syntax/index.ts';
import { describeType } from '../vocabulary/types.ts';
import type { Subject } from './comparisons.ts';
import { rightValue } from './comparisons.ts';
import { complain, placeOf, wordsOf } from './scope.ts';

const relations: Readonly<Record<OrderRelation, Relation>> = {
  'at-least': 'at-least',
  'at-most': 'at-most',
  'less-than': 'less',
  'more-than': 'more',
  before: 'less',
  after: 'more',
  'on-or-before': 'at-most',
  'on-or-after': 'at-least',
};

const timeWords: Readonly<Record<OrderRelation, string>> = {
  'at-least': 'on or after',
  'at-most': 'on or before',
  'less-than': 'before',
  'more-than': 'after',
  before: 'less than',
  after: 'more than',
  'on-or-before': 'at most',
  'on-or-after': 'at least',
};

export function isOrdered(type: Type): boolean {
  return ['number', 'date', 'time', 'instant', 'duration', 'scale'].includes(type.kind);
}

function isPointInTime(type: Type): boolean {
  return type.kind === 'date' || type.kind === 'time' || type.kind === 'instant';
}

/** `is at least 3`, `is on or before 2026-01-01`, `is at least logical` */
export function orderFormula(subject: Subject, test: OrderTest): Formula {
  const { scope, node, left } = subject;
  const place = placeOf(scope, node);
  if (!isOrdered(left.type)) {
    const text = wordsOf(scope, node.left);
    complain(scope, 'type/not-ordered', node, { text, found: describeType(left.type) });
    return truth(place, false);
  }
  const right = rightValue(subject, test.value);
  if (right === undefined) return truth(place, false);
  const usesTimeWords = ['before', 'after', 'on-or-before', 'on-or-after'].includes(test.relation);
  if (usesTimeWords !== isPointInTime(left.type)) {
    const values = { found: describeType(left.type), words: timeWords[test.relation] };
    complain(scope, 'type/order-words', test, values);
    return truth(place, false);
  }
  return compare(place, relations[test.relation], left, right);
}
