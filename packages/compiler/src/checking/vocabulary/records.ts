import { camelCase } from '../../binding/index.ts';
import type { Field, RecordType } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import type { PlacedMember } from './fields.ts';
import { fieldOf, isFieldMember, placedMembers } from './fields.ts';
import { withDerivedMembers } from './subjects.ts';

/**
 * The members of a record with the fields that they declare. Paths through records ask for no more than this, so that
 * derived facts may read records that contain one another.
 */
export interface RecordMembers {
  readonly members: readonly PlacedMember[];
  readonly fields: readonly Field[];
}

/** The members of a record type with those that other declarations add. */
export function computeRecordMembers(context: CheckContext, name: string): RecordMembers | undefined {
  const [base] = context.queries.get('declared', `record:${name}`);
  if (base?.unit.tree.kind !== 'record') return undefined;
  const members = placedMembers(context, 'record', name);
  for (const { declared, node } of members) {
    if (node.kind === 'authorised-by')
      report(context, declared.unit, 'policy/record-not-authorised', node, { name });
  }
  return { members, fields: members.filter(isFieldMember).map((member) => fieldOf(context, member)) };
}

/** A record type with its fields, derived facts and claim, and with what other declarations add. */
export function computeRecord(context: CheckContext, name: string): RecordType | undefined {
  const [base] = context.queries.get('declared', `record:${name}`);
  const own = context.queries.get('record-members', name);
  if (base?.unit.tree.kind !== 'record' || own === undefined) return undefined;
  const { title, documentation } = base.unit.tree;
  const record: RecordType = {
    name,
    key: camelCase(name),
    ...(title === undefined ? {} : { title: title.value }),
    ...(documentation === undefined ? {} : { documentation: documentation.text }),
    fields: own.fields,
    derived: [],
  };
  return withDerivedMembers(context, record, `the record "${name}"`, own.members);
}

/** The record types that have a fact of a name, supplied or derived: those that `every record of NAME` means. */
export function recordsWithFact(context: CheckContext, fact: string): string[] {
  return context.queries.get('names', 'record').filter((record) => {
    const members = context.queries.get('record-members', record)?.members ?? [];
    return members.some(
      ({ node }) => (node.kind === 'field' || node.kind === 'derived') && node.name.text === fact,
    );
  });
}

/**
 * Reports a record that contains itself as a required part: its facts could never be complete. Through a list or an
 * optional field a record may contain its own kind.
 */
export function checkRecordNesting(context: CheckContext, name: string): void {
  const [base] = context.queries.get('declared', `record:${name}`);
  if (base?.unit.tree.kind !== 'record') return;
  const open = requiredParts(context, name);
  const seen = new Set(open);
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part === name) {
      report(context, base.unit, 'name/circular', base.unit.tree.name, { what: 'record', name });
      return;
    }
    for (const inner of requiredParts(context, part)) {
      if (!seen.has(inner)) {
        seen.add(inner);
        open.push(inner);
      }
    }
  }
}

function requiredParts(context: CheckContext, name: string): string[] {
  const fields: readonly Field[] = context.queries.get('record-members', name)?.fields ?? [];
  return fields.flatMap(({ type, optional, orNone }) =>
    type.kind === 'record' && !optional && !orNone ? [type.record] : [],
  );
}
