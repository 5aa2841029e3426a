import type { Declared } from '../../binding/index.ts';
import type { PolicyDeclaration } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { singleClause } from './clauses.ts';

/** Reports a policy whose authors wanted to look at it again by a day that is past. */
export function checkReview(context: CheckContext, declared: Declared, tree: PolicyDeclaration): void {
  const clause = singleClause(context, declared, tree.clauses, 'review-by-clause', 'review by');
  const date = clause?.date.value ?? '';
  if (clause === undefined || date === '') return;
  const today = context.queries.get('today', '');
  if (today === undefined || date >= today) return;
  report(context, declared.unit, 'lint/policy-review', clause, { name: tree.name.text, date });
}
