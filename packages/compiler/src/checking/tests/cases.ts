import type { Declared } from '../../binding/index.ts';
import type { Activity, RecordType, Subject } from '../../logic/index.ts';
import { parseInstant } from '../../runtime/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Expression, Name, Reference } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { replacements, suggestion } from '../resolve.ts';

/** What a test is about: a decision about an activity, or the schedule of a record. */
export type TestSubject =
  | { readonly kind: 'activity'; readonly subject: Activity }
  | { readonly kind: 'record'; readonly subject: RecordType };

/** The activity or record that a test is about. */
export function subjectOf(context: CheckContext, declared: Declared, subject: Name): TestSubject | undefined {
  const name = subject.text;
  if (name === '') return undefined;
  for (const kind of ['activity', 'record'] as const) {
    if (context.queries.get('declared', `${kind}:${name}`).length === 0) continue;
    context.queries.refer(declared.unit, subject, { kind, name });
    return subjectNamed(context, kind, name);
  }
  const names = (['activity', 'record'] as const).flatMap((kind) => context.queries.get('names', kind));
  const near = nearestNames(name, names);
  const details = { ...suggestion(near), fixes: replacements(subject, near) };
  report(context, declared.unit, 'name/unknown', subject, { what: 'activity or record', name }, details);
  return undefined;
}

function subjectNamed(
  context: CheckContext,
  kind: TestSubject['kind'],
  name: string,
): TestSubject | undefined {
  if (kind === 'activity') {
    const subject = context.queries.get('activity', name);
    return subject && { kind, subject };
  }
  const subject = context.queries.get('record', name);
  return subject && { kind, subject };
}

/** The scope of the facts of a test. */
export function testScope(context: CheckContext, declared: Declared, { kind, subject }: TestSubject): Scope {
  return {
    context,
    site: declared,
    locals: new Map(),
    facts: new Map(),
    owner: `the ${kind} "${subject.name}"`,
    subject: subject.name,
    depth: 0,
    counter: { next: 1 },
  };
}

/** Names that a test may not supply, each with the reason. */
export function refusedFacts({ derived, claim }: Subject): ReadonlyMap<string, string> {
  const refused = new Map<string, string>();
  for (const { name } of derived) refused.set(name, 'It is derived from other facts.');
  if (claim !== undefined) refused.set(claim.name, 'It follows from the facts that claim the case.');
  return refused;
}

/** The instant of `now`; a message where it is none. */
export function instantOf(scope: Scope, value: Expression): number | undefined {
  if (value.kind === 'literal' && value.value.type === 'instant') return parseInstant(value.value.value);
  if (value.kind !== 'missing-expression') complain(scope, 'test/now-instant', value, {});
  return undefined;
}

/** `us.tcpa` or `us.*`; it has to mean at least one policy. */
export function policyPattern(
  context: CheckContext,
  declared: Declared,
  reference: Reference,
): string | undefined {
  const { text } = reference;
  const policies = context.queries.get('names', 'policy');
  const matches = text.endsWith('.*')
    ? policies.some((policy) => policy.startsWith(text.slice(0, -1)))
    : context.queries.get('declared', `policy:${text}`).length > 0;
  if (matches) {
    if (!text.endsWith('.*')) context.queries.refer(declared.unit, reference, { kind: 'policy', name: text });
    return text;
  }
  const near = nearestNames(text, policies);
  const details = { ...suggestion(near), fixes: replacements(reference, near) };
  report(context, declared.unit, 'name/unknown', reference, { what: 'policy', name: text }, details);
  return undefined;
}
