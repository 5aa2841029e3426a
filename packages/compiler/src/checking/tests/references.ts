import type { Field, Subject, Type } from '../../logic/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Reference } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { replacements, suggestion } from '../resolve.ts';

/** The id of a rule, default, exception or lift that exists. */
export function provisionId(scope: Scope, reference: Reference): string | undefined {
  const known = provisionIds(scope.context, reference.text);
  if (known.includes(reference.text)) {
    scope.context.queries.refer(scope.site.unit, reference, { kind: 'rule', name: reference.text });
    return reference.text;
  }
  const near = nearestNames(reference.text, known);
  const details = { ...suggestion(near), fixes: replacements(reference, near) };
  complain(scope, 'name/unknown', reference, { what: 'rule', name: reference.text }, details);
  return undefined;
}

/** The ids of the policy whose id begins the reference; of all policies where none does. */
export function provisionIds(context: CheckContext, id: string): string[] {
  const policies = context.queries.get('names', 'policy');
  const own = policies.filter((policy) => id.startsWith(`${policy}.`));
  return (own.length > 0 ? own : policies).flatMap((policy) => {
    const outline = context.queries.get('policy-outline', policy);
    return outline === undefined
      ? []
      : [...outline.targets.map((target) => target.id), ...outline.exceptions];
  });
}

/** A path to a fact, turned into keys; a table or calendar that may not reach stands by its name. */
export function factPath(scope: Scope, subject: Subject, reference: Reference): string | undefined {
  const isNamed = (['table', 'calendar'] as const).some(
    (kind) => scope.context.queries.get('declared', `${kind}:${reference.text}`).length > 0,
  );
  if (isNamed) return reference.text;
  const keys = resolveFactPath(scope, subject, reference)?.keys;
  return keys
    ?.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${key}`))
    .join('');
}

/** The keys of a path, and the field at its end. */
export function resolveFactPath(
  scope: Scope,
  subject: Subject,
  reference: Reference,
): { keys: readonly (string | number)[]; field: Field } | undefined {
  let fields: readonly Field[] = subject.fields;
  let last: Field | undefined;
  const keys: (string | number)[] = [];
  for (const part of reference.text.split('.')) {
    const [, name = '', positions = ''] = /^([^[]*)(.*)$/.exec(part) ?? [];
    const field = fields.find((candidate) => candidate.name === name || candidate.key === name);
    if (field === undefined) {
      const names = fields.map((candidate) => candidate.name);
      complain(
        scope,
        'name/unknown-fact',
        reference,
        { name, owner: scope.owner },
        suggestion(nearestNames(name, names)),
      );
      return undefined;
    }
    keys.push(field.key, ...[...positions.matchAll(/\d+/g)].map(([position]) => Number(position)));
    fields = fieldsBelow(scope.context, field.type);
    last = field;
  }
  return last === undefined ? undefined : { keys, field: last };
}

function fieldsBelow(context: CheckContext, type: Type): readonly Field[] {
  if (type.kind === 'list') return fieldsBelow(context, type.element);
  return type.kind === 'record' ? (context.queries.get('record-members', type.record)?.fields ?? []) : [];
}

export function obligationName(scope: Scope, reference: Reference): string | undefined {
  const { context } = scope;
  if (context.queries.get('declared', `obligation:${reference.text}`).length > 0) return reference.text;
  const near = nearestNames(reference.text, context.queries.get('names', 'obligation'));
  const details = { ...suggestion(near), fixes: replacements(reference, near) };
  complain(scope, 'name/unknown', reference, { what: 'obligation', name: reference.text }, details);
  return undefined;
}

export function claimName(scope: Scope, subject: Subject, reference: Reference): string | undefined {
  const type = subject.claim?.type;
  if (type?.kind !== 'term' || reference.text === 'unknown') return reference.text;
  const terms = scope.context.queries.get('taxonomy', type.taxonomy)?.termsByName;
  if (terms?.has(reference.text) === true) return reference.text;
  const near = nearestNames(reference.text, terms?.keys() ?? []);
  const values = { name: reference.text, taxonomy: type.taxonomy };
  complain(scope, 'name/unknown-term', reference, values, {
    ...suggestion(near),
    fixes: replacements(reference, near),
  });
  return undefined;
}
