import { camelCase } from '../../binding/index.ts';
import type { Field, RecordType } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { fieldOf, isFieldMember, placedMembers } from './fields.ts';

/** A record type with the fields that other declarations add to it. */
export function computeRecord(context: CheckContext, name: string): RecordType | undefined {
  const [base] = context.queries.get('declared', `record:${name}`);
  if (base?.unit.tree.kind !== 'record') return undefined;
  const { title, documentation } = base.unit.tree;
  const fields = placedMembers(context, 'record', name)
    .filter(isFieldMember)
    .map((member) => fieldOf(context, member));
  return {
    name,
    key: camelCase(name),
    ...(title === undefined ? {} : { title: title.value }),
    ...(documentation === undefined ? {} : { documentation: documentation.text }),
    fields,
    derived: [],
  };
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
  const fields: readonly Field[] = context.queries.get('record', name)?.fields ?? [];
  return fields.flatMap(({ type, optional, orNone }) =>
    type.kind === 'record' && !optional && !orNone ? [type.record] : [],
  );
}
