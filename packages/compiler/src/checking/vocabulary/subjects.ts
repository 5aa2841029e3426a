import type { Claim, DerivedFact, Subject, Type, Value } from '../../logic/index.ts';
import { factValue } from '../../logic/index.ts';
import type { ClaimMember, DerivedMember } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { readFormula } from '../expressions/formulas.ts';
import { errorValue } from '../expressions/literals.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain, placeOf, subjectBindings, wordsOf } from '../expressions/scope.ts';
import { isConditionShaped } from '../expressions/shapes.ts';
import { readValue } from '../expressions/values.ts';
import type { PlacedMember } from './fields.ts';
import { describeType, errorType } from './types.ts';

/** A record or activity with what its members derive, and with who claims the case; each reads what stands above it. */
export function withDerivedMembers<Own extends Subject>(
  context: CheckContext,
  base: Own,
  owner: string,
  members: readonly PlacedMember[],
): Own {
  let subject = base;
  for (const { declared, node } of members) {
    if (node.kind !== 'derived' && node.kind !== 'claim') continue;
    const scope: Scope = {
      context,
      site: declared,
      locals: new Map(),
      facts: subjectBindings(subject, factValue),
      owner,
      timeless: node.kind,
      depth: 0,
      counter: { next: 1 },
    };
    if (node.kind === 'derived') {
      subject = { ...subject, derived: [...subject.derived, derivedFact(scope, node)] };
    } else if (subject.claim === undefined) {
      subject = { ...subject, claim: claimOf(scope, node) };
    } else {
      report(context, declared.unit, 'policy/second-claim', node, { name: subject.claim.name });
    }
  }
  return subject;
}

function derivedFact(scope: Scope, node: DerivedMember): DerivedFact {
  const name = node.name.text;
  if (!isConditionShaped(scope.context, node.value)) return { name, value: readValue(scope, node.value) };
  return { name, value: errorValue(placeOf(scope, node.value)), condition: readFormula(scope, node.value) };
}

function claimOf(scope: Scope, node: ClaimMember): Claim {
  const operands: Value[] = [];
  let type: Type = errorType;
  for (const operand of node.operands) {
    const value = readValue(scope, operand);
    const element = value.type.kind === 'list' ? value.type.element : value.type;
    if (element.kind === 'error') continue;
    if (element.kind !== 'term') {
      complain(scope, 'type/claim', operand, { found: describeType(value.type) });
    } else if (type.kind === 'term' && type.taxonomy !== element.taxonomy) {
      complain(scope, 'type/mismatch', operand, {
        expected: describeType(type),
        found: describeType(element),
      });
    } else {
      type = { kind: 'term', taxonomy: element.taxonomy, within: true };
      operands.push(value);
    }
    if (value.kind === 'field' || value.kind === 'fact') {
      if (value.field.orNone)
        complain(scope, 'type/claim-or-none', operand, { name: wordsOf(scope, operand) });
    }
  }
  return { name: node.name.text, type, operands };
}
