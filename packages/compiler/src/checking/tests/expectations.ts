import type { Activity, ExpectedNames, TestExpectation } from '../../logic/index.ts';
import type { Outcome } from '../../runtime/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Expectation, ExpectationCheck, Reference } from '../../syntax/index.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain, placeOf } from '../expressions/scope.ts';
import { replacements, suggestion } from '../resolve.ts';
import type { TestSubject } from './cases.ts';
import { claimName, factPath, obligationName, provisionId } from './references.ts';

const outcomes: readonly Outcome[] = ['permitted', 'forbidden', 'undetermined', 'ungoverned'];

/** What authors also write for an outcome. */
const otherWords: Readonly<Record<string, Outcome>> = {
  allowed: 'permitted',
  allow: 'permitted',
  permit: 'permitted',
  ok: 'permitted',
  yes: 'permitted',
  denied: 'forbidden',
  deny: 'forbidden',
  forbid: 'forbidden',
  prohibited: 'forbidden',
  no: 'forbidden',
  unknown: 'undetermined',
  undecided: 'undetermined',
};

/** Reads an `expect`; undefined where its outcome is none. */
export function expectationOf(
  scope: Scope,
  activity: Activity,
  node: Expectation,
): TestExpectation | undefined {
  const outcome = outcomes.find((candidate) => candidate === node.outcome.text);
  if (outcome === undefined) {
    reportUnknownOutcome(scope, node);
    return undefined;
  }
  let expectation: TestExpectation = { place: placeOf(scope, node), outcome };
  for (const check of node.checks) {
    const names = expectedNames(scope, activity, check);
    if (names !== undefined) expectation = { ...expectation, ...names };
  }
  return expectation;
}

function reportUnknownOutcome(scope: Scope, node: Expectation): void {
  const { text } = node.outcome;
  if (text === '') return;
  const meant = Object.hasOwn(otherWords, text) ? otherWords[text] : undefined;
  const near = meant === undefined ? nearestNames(text, outcomes) : [meant];
  const help = suggestion(near).help ?? `An answer is ${outcomes.join(', ')}.`;
  const details = { help, fixes: replacements(node.outcome, near) };
  complain(scope, 'name/unknown', node.outcome, { what: 'answer', name: text }, details);
}

type CheckedParts = Omit<TestExpectation, 'place' | 'outcome'>;

/** The names that a check lists; none at all means none. */
export function namesOf(
  check: ExpectationCheck,
  read: (reference: Reference) => string | undefined,
): ExpectedNames {
  const names = check.references.flatMap((reference) => read(reference) ?? []);
  return { exact: check.only || check.references.length === 0, names };
}

function expectedNames(scope: Scope, activity: Activity, check: ExpectationCheck): CheckedParts | undefined {
  const collect = (read: (reference: Reference) => string | undefined): ExpectedNames => namesOf(check, read);
  switch (check.what.text) {
    case 'by':
      return { by: collect((reference) => provisionId(scope, reference)) };
    case 'remarks':
      return { remarks: collect((reference) => provisionId(scope, reference)) };
    case 'missing':
      return { missing: collect((reference) => factPath(scope, activity, reference)) };
    case 'assumed':
      return { assumed: collect((reference) => factPath(scope, activity, reference)) };
    case 'owing':
      return { owing: collect((reference) => obligationName(scope, reference)) };
    case 'claim':
      return { claim: collect((reference) => claimName(scope, activity, reference)) };
    default:
      reportOtherCheck(scope, check.what, 'activity', activity.name);
      return undefined;
  }
}

/** A check that belongs to the other kind of test. */
export function reportOtherCheck(
  scope: Scope,
  what: { readonly start: number; readonly end: number; readonly text: string },
  kind: TestSubject['kind'],
  name: string,
): void {
  const answers = kind === 'activity' ? 'a decision' : 'a schedule';
  const other = kind === 'activity' ? 'the schedule of a record' : 'a decision about an activity';
  const words = kind === 'activity' ? 'an activity' : 'a record';
  complain(scope, 'test/other-check', what, { what: what.text, kind: words, name, answers, other });
}
