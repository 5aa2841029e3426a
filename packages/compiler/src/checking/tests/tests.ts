import type { Declared } from '../../binding/index.ts';
import type { TestCase } from '../../logic/index.ts';
import type { TestDeclaration } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { clausesOf, singleClause } from '../policies/clauses.ts';
import { instantOf, policyPattern, refusedFacts, reportSchedule, subjectOf, testScope } from './cases.ts';
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
  if (moment?.which === 'on') reportSchedule(context, declared, moment);
  if (subject === undefined) {
    report(context, declared.unit, 'test/no-case', tree.title, {});
    return undefined;
  }
  const activity = subjectOf(context, declared, subject.subject);
  if (activity === undefined) return undefined;
  const scope = testScope(context, declared, activity);
  const now = moment && instantOf(scope, moment.value);
  return {
    kind: 'decision',
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
