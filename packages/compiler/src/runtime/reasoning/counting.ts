import { judge } from './formulas.ts';
import type { Knowledge } from './knowledge.ts';
import { distinctAsks, earliest, known } from './knowledge.ts';
import { entriesOf } from './lists.ts';
import type { ValueNode } from './nodes.ts';
import type { Scope } from './scope.ts';
import { withName } from './scope.ts';

/** The number of entries that meet a condition is known within bounds where some may or may not. */
export function countKnowledge(node: Extract<ValueNode, { is: 'count' }>, scope: Scope): Knowledge {
  const { entries, more, until } = entriesOf(node.list, scope);
  const conditions = entries.map((entry) => judge(node.condition, withName(scope, `#${node.name}`, entry)));
  const low = conditions.filter(({ truth }) => truth === 'true').length;
  const possible = conditions.filter(({ truth }) => truth !== 'false').length;
  const high = more === undefined ? possible : Number.POSITIVE_INFINITY;
  const asks = distinctAsks([...conditions.flatMap((condition) => condition.asks), ...(more?.asks ?? [])]);
  return known({ type: 'quantity', low, high }, { asks, until: Math.min(until, earliest(conditions)) });
}
