import { camelCase } from '../../binding/index.ts';
import type { Activity } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';
import { resolveAuthority } from './authorities.ts';
import type { PlacedMember } from './fields.ts';
import { fieldOf, isFieldMember, placedMembers } from './fields.ts';
import { withDerivedMembers } from './subjects.ts';

/** An activity with the facts that other declarations add to it. */
export function computeActivity(context: CheckContext, name: string): Activity | undefined {
  const [base] = context.queries.get('declared', `activity:${name}`);
  if (base?.unit.tree.kind !== 'activity') return undefined;
  const { title, documentation } = base.unit.tree;
  const members = placedMembers(context, 'activity', name);
  const authorisedBy = authorisedByOf(context, members);
  const activity: Activity = {
    name,
    key: camelCase(name),
    title: title?.value ?? name,
    ...(documentation === undefined ? {} : { documentation: documentation.text }),
    fields: members.filter(isFieldMember).map((member) => fieldOf(context, member)),
    derived: [],
    ...(authorisedBy === undefined ? {} : { authorisedBy }),
  };
  return withDerivedMembers(context, activity, `the activity "${name}"`, members);
}

/** The authority that the last `authorised by` names. */
function authorisedByOf(
  context: CheckContext,
  members: readonly PlacedMember[],
): Activity['authorisedBy'] | undefined {
  const named = members.flatMap(({ declared, node }) =>
    node.kind === 'authorised-by' ? (resolveAuthority(context, declared, node.authority) ?? []) : [],
  );
  return named.at(-1);
}
