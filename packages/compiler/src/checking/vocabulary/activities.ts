import { camelCase } from '../../binding/index.ts';
import type { Activity, Claim, DerivedFact, Field, Type, Value } from '../../logic/index.ts';
import { factValue } from '../../logic/index.ts';
import type { ClaimMember, DerivedMember } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { readFormula } from '../expressions/formulas.ts';
import { errorValue } from '../expressions/literals.ts';
import type { Scope } from '../expressions/scope.ts';
import { activityBindings, complain, placeOf, wordsOf } from '../expressions/scope.ts';
import { isConditionShaped } from '../expressions/shapes.ts';
import { readValue } from '../expressions/values.ts';
import { resolveAuthority } from './authorities.ts';
import type { PlacedMember } from './fields.ts';
import { fieldOf, isFieldMember, placedMembers } from './fields.ts';
import { describeType, errorType } from './types.ts';

/** An activity with the facts that other declarations add to it. */
export function computeActivity(context: CheckContext, name: string): Activity | undefined {
  const [base] = context.queries.get('declared', `activity:${name}`);
  if (base?.unit.tree.kind !== 'activity') return undefined;
  const { title, documentation } = base.unit.tree;
  const members = placedMembers(context, 'activity', name);
  const fields = members.filter(isFieldMember).map((member) => fieldOf(context, member));
  let activity: Activity = {
    name,
    key: camelCase(name),
    title: title?.value ?? name,
    ...(documentation === undefined ? {} : { documentation: documentation.text }),
    fields,
    derived: [],
  };
  for (const member of members) activity = addMember(context, activity, member);
  return activity;
}

/** Derived facts and claims read the facts and whatever is derived above them. */
function addMember(context: CheckContext, activity: Activity, member: PlacedMember): Activity {
  const { node, declared } = member;
  switch (node.kind) {
    case 'field':
      return activity;
    case 'authorised-by': {
      const authorisedBy = resolveAuthority(context, declared, node.authority);
      return authorisedBy === undefined ? activity : { ...activity, authorisedBy };
    }
    case 'derived': {
      const derived = derivedFact(memberScope(context, activity, member, 'derived'), node);
      return { ...activity, derived: [...activity.derived, derived] };
    }
    case 'claim': {
      if (activity.claim !== undefined) {
        report(context, declared.unit, 'policy/second-claim', node, { name: activity.claim.name });
        return activity;
      }
      return { ...activity, claim: claimOf(memberScope(context, activity, member, 'claim'), node) };
    }
  }
}

function derivedFact(scope: Scope, node: DerivedMember): DerivedFact {
  const name = node.name.text;
  if (!isConditionShaped(scope.context, node.value)) return { name, value: readValue(scope, node.value) };
  return { name, value: errorValue(placeOf(scope, node.value)), condition: readFormula(scope, node.value) };
}

function memberScope(
  context: CheckContext,
  activity: Activity,
  { declared }: PlacedMember,
  timeless: 'claim' | 'derived',
): Scope {
  return {
    context,
    site: declared,
    locals: new Map(),
    facts: activityBindings(activity, (place, field: Field) => factValue(place, field)),
    owner: `the activity "${activity.name}"`,
    timeless,
    depth: 0,
    counter: { next: 1 },
  };
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
