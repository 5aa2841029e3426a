import type { Declared } from '../../binding/index.ts';
import type { Activity } from '../../logic/index.ts';
import { parseInstant } from '../../runtime/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Expression, Name, Reference } from '../../syntax/index.ts';
import type { Span } from '../../text/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { replacements, reportUnknownName, suggestion } from '../resolve.ts';

/** The activity that a test is about. */
export function subjectOf(context: CheckContext, declared: Declared, subject: Name): Activity | undefined {
  const name = subject.text;
  if (name === '') return undefined;
  if (context.queries.get('declared', `activity:${name}`).length > 0) {
    context.queries.refer(declared.unit, subject, { kind: 'activity', name });
    return context.queries.get('activity', name);
  }
  if (context.queries.get('declared', `record:${name}`).length > 0) {
    reportSchedule(context, declared, subject);
    return undefined;
  }
  reportUnknownName(context, declared, 'activity', subject);
  return undefined;
}

/** Schedules are written already, and decided in a later version. */
export function reportSchedule(context: CheckContext, declared: Declared, span: Span): void {
  report(context, declared.unit, 'policy/later-version', span, { what: 'Testing a schedule' });
}

/** The scope of the facts of a test. */
export function testScope(context: CheckContext, declared: Declared, activity: Activity): Scope {
  return {
    context,
    site: declared,
    locals: new Map(),
    facts: new Map(),
    owner: `the activity "${activity.name}"`,
    subject: activity.name,
    depth: 0,
    counter: { next: 1 },
  };
}

/** Names that a test may not supply, each with the reason. */
export function refusedFacts(activity: Activity): ReadonlyMap<string, string> {
  const refused = new Map<string, string>();
  for (const { name } of activity.derived) refused.set(name, 'It is derived from other facts.');
  if (activity.claim !== undefined)
    refused.set(activity.claim.name, 'It follows from the facts that claim the case.');
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
