import type { Declared } from '../../binding/index.ts';
import type { TestCase } from '../../logic/index.ts';
import type { Case, TestDeclaration } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { clausesOf, singleClause } from '../policies/clauses.ts';
import type { TestSubject } from './cases.ts';
import { policyPattern, refusedFacts, subjectOf, testScope } from './cases.ts';
import { expectationOf } from './expectations.ts';
import { objectFacts } from './facts.ts';
import { momentOf } from './moments.ts';
import { scheduleExpectationOf } from './schedule-expectations.ts';

/** Reads a `test`: its case as facts and what is expected of it. */
export function computeTest(context: CheckContext, key: string): TestCase | undefined {
  const declared = context.queries.get('unit', key);
  if (declared?.unit.tree.kind !== 'test') return undefined;
  const { tree } = declared.unit;
  const node = singleClause(context, declared, tree.clauses, 'case', 'the case');
  checkExpectations(context, declared, tree);
  if (node === undefined) {
    report(context, declared.unit, 'test/no-case', tree.title, {});
    return undefined;
  }
  const tested = subjectOf(context, declared, node.subject);
  return tested && testOf(context, declared, { tree, node, tested });
}

interface WrittenTest {
  readonly tree: TestDeclaration;
  readonly node: Case;
  readonly tested: TestSubject;
}

function testOf(context: CheckContext, declared: Declared, { tree, node, tested }: WrittenTest): TestCase {
  const scope = testScope(context, declared, tested);
  const under = tree.under.flatMap((reference) => policyPattern(context, declared, reference) ?? []);
  const moment = singleClause(context, declared, tree.clauses, 'moment-clause', 'now');
  const now = moment && momentOf(scope, tested, moment, under);
  const { subject } = tested;
  const parts = {
    title: tree.title.value,
    place: { unit: declared.unit, start: tree.title.start, end: tree.title.end },
    under,
    ...(now === undefined ? {} : { now }),
    facts: objectFacts(scope, node.facts, subject.fields, refusedFacts(subject)),
  };
  const expected = clausesOf(tree.clauses, 'expectation');
  if (tested.kind === 'record') {
    const expectations = expected.map((each) => scheduleExpectationOf(scope, tested.subject, each));
    return { kind: 'schedule', ...parts, record: subject.name, expectations };
  }
  const expectations = expected.flatMap((each) => expectationOf(scope, tested.subject, each) ?? []);
  return { kind: 'decision', ...parts, activity: subject.name, expectations };
}

function checkExpectations(context: CheckContext, declared: Declared, tree: TestDeclaration): void {
  if (clausesOf(tree.clauses, 'expectation').length > 0) return;
  report(context, declared.unit, 'test/no-expectation', tree.title, {});
}
