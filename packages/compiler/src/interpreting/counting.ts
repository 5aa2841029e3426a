import type { CountValue } from '../logic/index.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import type { Knowledge } from './knowledge.ts';
import { distinctAsks, earliest, known } from './knowledge.ts';
import { entriesOf } from './quantifiers.ts';
import type { Scope } from './run.ts';
import { withName } from './run.ts';

/** "`number of x in L where (…)` is an interval under unknown." */
export function evaluateCount(value: CountValue, scope: Scope): Knowledge {
  const { entries, more, until } = entriesOf(value.list, scope);
  const conditions = entries.map((entry) =>
    evaluateFormula(value.condition, withName(scope, value.variable, entry)),
  );
  const certain = conditions.filter(({ truth }) => truth === 'true').length;
  const possible = conditions.filter(({ truth }) => truth !== 'false').length;
  const high = more === undefined ? possible : Number.POSITIVE_INFINITY;
  const asks = distinctAsks([...conditions.flatMap((condition) => condition.asks), ...(more?.asks ?? [])]);
  return known(
    { type: 'quantity', low: certain, high },
    { asks, until: Math.min(until, earliest(conditions)) },
  );
}
