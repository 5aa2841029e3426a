import { certainly, possibly } from '../readings.ts';
import type { CaseScope } from './case-scope.ts';
import type { ConditionNode, LeafCondition } from './conditions.ts';
import { factAt } from './fields.ts';
import { judge } from './formulas.ts';
import type { Judgment } from './judgment.ts';
import { and, decided, not, open, or } from './judgment.ts';
import { asksOf } from './knowledge.ts';

/** What a condition is worth, what leaves it open, and until when it holds. */
export function judgeCondition<Asked>(node: ConditionNode<Asked>, scope: CaseScope<Asked>): Judgment {
  if (node.is === 'leaf') return judgeLeaf(node, scope);
  const parts = node.parts.map((part) => judgeCondition(part, scope));
  const [first] = parts;
  if (node.is === 'not' && first !== undefined) return not(first);
  return node.is === 'or' ? or(parts) : and(parts);
}

function judgeLeaf<Asked>({ facts, test, reason }: LeafCondition<Asked>, scope: CaseScope<Asked>): Judgment {
  const { asked, run, zone, claim, shared } = scope;
  if (reason !== undefined) return judge(reason, { run, zone, claim, shared, names: new Map() });
  if (test === undefined || test(asked, certainly)) return decided(true);
  if (!test(asked, possibly)) return decided(false);
  return open(facts.flatMap((fact) => asksOf(factAt(fact, run.facts))));
}
