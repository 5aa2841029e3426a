import type { Claim } from '../logic/index.ts';
import { invariant } from '../support/index.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { Knowledge } from './knowledge.ts';
import { earliest, unknownFor } from './knowledge.ts';
import type { Run } from './run.ts';
import { createScope, derivedZone } from './run.ts';

/** Who claims the case: the term that was supplied, or `unknown`. */
interface ClaimOfCase {
  readonly name: string;
  readonly knowledge: Knowledge;
}

const unknownClaim = 'unknown';

/**
 * "Decided once for each distinct claim"; "claims are distinct where the supplied terms differ"; "an unknown or partial
 * list of claims adds an unknown one". In the order of the operands, lists flattened.
 */
export function claimsOf(run: Run, claim: Claim): readonly ClaimOfCase[] {
  const scope = createScope(run, derivedZone);
  const operands = claim.operands.map((operand) => evaluateValue(operand, scope));
  const supplied = operands.flatMap(suppliedBy);
  const claims = new Map<string, Knowledge>();
  for (const knowledge of supplied) {
    const name = nameOf(knowledge);
    if (name !== unknownClaim && !claims.has(name)) claims.set(name, knowledge);
  }
  const unknowns = supplied.filter((knowledge) => nameOf(knowledge) === unknownClaim);
  if (unknowns.length > 0) {
    const asks = unknowns.flatMap((knowledge) => (knowledge.kind === 'unknown' ? knowledge.asks : []));
    claims.set(unknownClaim, unknownFor(asks, earliest(unknowns)));
  }
  return [...claims].map(([name, knowledge]) => ({ name, knowledge }));
}

/** What one operand contributes: a term, the terms of a list, nothing where it is none. */
function suppliedBy(operand: Knowledge): readonly Knowledge[] {
  if (operand.kind !== 'known' || operand.content.type !== 'list')
    return operand.kind === 'none' ? [] : [operand];
  const { entries, isPartial } = operand.content;
  return isPartial ? [...entries, unknownFor(operand.asks, operand.until)] : entries;
}

function nameOf(knowledge: Knowledge): string {
  if (knowledge.kind !== 'known') return unknownClaim;
  invariant(knowledge.content.type === 'term', 'claims are terms');
  return knowledge.content.term.name;
}
