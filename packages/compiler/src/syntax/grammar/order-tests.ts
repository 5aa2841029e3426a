import type { TokenType } from 'chevrotain';
import { W } from '../lexing/token-types.ts';
import type { Expression, OrderRelation, Test } from '../tree-expressions.ts';

/** How `is …` compares what has an order. */
export const orderRelations: readonly (readonly [TokenType, OrderRelation])[] = [
  [W['at least'], 'at-least'],
  [W['at most'], 'at-most'],
  [W['less than'], 'less-than'],
  [W['more than'], 'more-than'],
  [W.before, 'before'],
  [W.after, 'after'],
  [W['on or before'], 'on-or-before'],
  [W['on or after'], 'on-or-after'],
];

/** `is at least 13`; `is at least 28 days after D` measures a distance. */
export function orderTest(relation: OrderRelation, start: number, value: Expression): Test {
  const { end } = value;
  if (value.kind === 'offset' && isAmount(relation)) {
    const { duration, direction, origin } = value;
    return { kind: 'distance-test', start, end, relation, duration, direction, origin };
  }
  return { kind: 'order-test', start, end, relation, value };
}

function isAmount(relation: OrderRelation): relation is 'at-least' | 'at-most' | 'less-than' | 'more-than' {
  return (
    relation === 'at-least' || relation === 'at-most' || relation === 'less-than' || relation === 'more-than'
  );
}
