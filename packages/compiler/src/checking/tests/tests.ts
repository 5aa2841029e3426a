import type { Declared } from '../../binding/index.ts';
import type { Activity, TestCase } from '../../logic/index.ts';
import { parseInstant } from '../../runtime/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Case, MomentClause, Reference, TestDeclaration } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { clausesOf, singleClause } from '../policies/clauses.ts';
import { replacements, reportUnknownName, suggestion } from '../resolve.ts';
import { expectationOf } from './expectations.ts';
import { objectFacts } from './facts.ts';

/** Reads a `test`: its case as facts and what is expected of it. */
export function computeTest(context: CheckContext, key: string): TestCase | undefined {
  const declared = context.queries.get('unit', key);
  if (declared?.unit.tree.kind !== 'test') return undefined;
  const { tree } = declared.unit;
  const moment = singleClause(context, declared, tree.clauses, 'moment-clause', 'now');
  const subject = singleClause(context, declared, tree.clauses, 'case', 'the case');
  checkExpectations(context, declared, tree);
  const under = tree.under.flatMap((reference) => policyPattern(context, declared, reference) ?? []);
  if (subject === undefined) {
    report(context, declared.unit, 'test/no-case', tree.title, {});
    return undefined;
  }
  const activity = subjectOf(context, declared, subject);
  if (activity === undefined) return undefined;
  const scope = testScope(context, declared, activity);
  const now = moment && instantOf(scope, moment);
  return {
    title: tree.title.value,
    place: { unit: declared.unit, start: tree.title.start, end: tree.title.end },
    under,
    ...(now === undefined ? {} : { now }),
    activity: activity.name,
    facts: objectFacts(scope, subject.facts, activity.fields, refusedFacts(activity)),
    expectations: clausesOf(tree.clauses, 'expectation').flatMap(
      (node) => expectationOf(scope, activity, node) ?? [],
    ),
  };
}

function checkExpectations(context: CheckContext, declared: Declared, tree: TestDeclaration): void {
  if (clausesOf(tree.clauses, 'expectation').length > 0) return;
  report(context, declared.unit, 'test/no-expectation', tree.title, {});
}

function subjectOf(context: CheckContext, declared: Declared, node: Case): Activity | undefined {
  const name = node.subject.text;
  if (name === '') return undefined;
  if (context.queries.get('declared', `activity:${name}`).length > 0)
    return context.queries.get('activity', name);
  if (context.queries.get('declared', `record:${name}`).length > 0) {
    report(context, declared.unit, 'policy/later-version', node.subject, { what: 'Testing a schedule' });
    return undefined;
  }
  reportUnknownName(context, declared, 'activity', node.subject);
  return undefined;
}

function testScope(context: CheckContext, declared: Declared, activity: Activity): Scope {
  return {
    context,
    site: declared,
    locals: new Map(),
    facts: new Map(),
    owner: `the activity "${activity.name}"`,
    depth: 0,
    counter: { next: 1 },
  };
}

/** Names that a test may not supply, each with the reason. */
function refusedFacts(activity: Activity): ReadonlyMap<string, string> {
  const refused = new Map<string, string>();
  for (const { name } of activity.derived) refused.set(name, 'It is derived from other facts.');
  if (activity.claim !== undefined)
    refused.set(activity.claim.name, 'It follows from the facts that claim the case.');
  return refused;
}

function instantOf(scope: Scope, clause: MomentClause): number | undefined {
  const { value } = clause;
  if (clause.which === 'on') {
    complain(scope, 'policy/later-version', clause, { what: 'Testing a schedule' });
    return undefined;
  }
  if (value.kind === 'literal' && value.value.type === 'instant') return parseInstant(value.value.value);
  if (value.kind !== 'missing-expression') complain(scope, 'test/now-instant', value, {});
  return undefined;
}

/** `us.tcpa` or `us.*`; it has to mean at least one policy. */
function policyPattern(context: CheckContext, declared: Declared, reference: Reference): string | undefined {
  const { text } = reference;
  const policies = context.queries.get('names', 'policy');
  const matches = text.endsWith('.*')
    ? policies.some((policy) => policy.startsWith(text.slice(0, -1)))
    : context.queries.get('declared', `policy:${text}`).length > 0;
  if (matches) return text;
  const near = nearestNames(text, policies);
  const details = { ...suggestion(near), fixes: replacements(reference, near) };
  report(context, declared.unit, 'name/unknown', reference, { what: 'policy', name: text }, details);
  return undefined;
}
