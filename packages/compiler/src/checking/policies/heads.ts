import type { Declared } from '../../binding/index.ts';
import type { Formula, Subject } from '../../logic/index.ts';
import { factValue } from '../../logic/index.ts';
import type { AppliesClause, InForceClause, PolicyDeclaration } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { readFormula } from '../expressions/formulas.ts';
import type { Scope } from '../expressions/scope.ts';
import { placeOf, subjectBindings } from '../expressions/scope.ts';
import { singleClause } from './clauses.ts';
import { withOptions } from './options.ts';
import { bothHold, checkUntil, inForceFormula } from './periods.ts';

/** The clauses of a policy's head, read once. */
export interface PolicyHead {
  readonly declared: Declared;
  readonly tree: PolicyDeclaration;
  readonly applies: AppliesClause | undefined;
  readonly inForce: InForceClause | undefined;
}

export function policyHead(context: CheckContext, declared: Declared, tree: PolicyDeclaration): PolicyHead {
  const applies = singleClause(context, declared, tree.clauses, 'applies-clause', 'applies');
  const inForce = singleClause(context, declared, tree.clauses, 'in-force-clause', 'in force');
  return { declared, tree, applies, inForce };
}

/** The scope of a policy's conditions about an activity or record; `owner` says in words whose facts it reads. */
export function policyScope(
  context: CheckContext,
  declared: Declared,
  subject: Subject,
  owner: string,
): Scope {
  const facts = withOptions(context, declared, subjectBindings(subject, factValue));
  return { context, site: declared, locals: new Map(), facts, owner, depth: 0, counter: { next: 1 } };
}

/** The scope of a policy before it is known what its rules are about. */
export function emptyScope(context: CheckContext, declared: Declared): Scope {
  return {
    context,
    site: declared,
    locals: new Map(),
    facts: new Map(),
    owner: '',
    depth: 0,
    counter: { next: 1 },
  };
}

/** When a policy applies to an activity or record and is in force. */
export function appliesFormula(scope: Scope, head: PolicyHead): Formula {
  const place = placeOf(scope, head.applies ?? head.tree.name);
  checkUntil(scope, head.inForce);
  const inForce = inForceFormula(scope, head.inForce, place);
  const condition = head.applies?.condition;
  return condition === undefined ? inForce : bothHold(place, inForce, readFormula(scope, condition));
}
