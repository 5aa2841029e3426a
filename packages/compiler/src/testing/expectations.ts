import type { ExpectedNames, TestExpectation } from '../logic/index.ts';
import type { Decision } from '../runtime/index.ts';
import { becauseOf, listed } from './because.ts';
import type { TestFailure } from './run-tests.ts';

/** What a decision has otherwise than expected. */
export function checkExpectations(
  expectation: TestExpectation,
  decision: Decision,
  line: number,
): readonly TestFailure[] {
  if (decision.outcome !== expectation.outcome) return [wrongOutcome(expectation, decision, line)];
  return nameChecks.flatMap((check) => {
    const expected = expectation[check.what];
    if (expected === undefined) return [];
    const actual = [...new Set(check.actual(decision))];
    return isMet(expected, actual) ? [] : [wrongNames(check, { expected, actual, decision, line })];
  });
}

/** A test that could not be decided as it stands. */
export function failureWithoutDecision(what: 'facts' | 'now', found: string, line: number): TestFailure {
  if (what === 'facts') {
    const message = `The facts of this test are not what the activity takes: ${found}`;
    return { what, expected: 'facts of the activity', actual: found, message, line };
  }
  const message =
    'The rules read the time, and this test does not say what time it is: add "now", for example "now 2026-03-02T12:00:00Z".';
  return { what, expected: 'a moment', actual: 'none', message, line };
}

function wrongOutcome(expectation: TestExpectation, decision: Decision, line: number): TestFailure {
  const by =
    expectation.by !== undefined && expectation.by.names.length > 0
      ? ` by ${listed(expectation.by.names)}`
      : '';
  const expected = `${expectation.outcome}${by}`;
  const actual = decision.outcome;
  const message = `Expected ${expected}, but it is ${actual}, because ${becauseOf(decision)}.`;
  return { what: 'outcome', expected, actual, message, line };
}

type NamedPart = 'by' | 'missing' | 'owing' | 'remarks' | 'assumed' | 'claim';

interface NameCheck {
  readonly what: NamedPart;
  readonly actual: (decision: Decision) => readonly string[];
  /** The sentence that says what there is instead. */
  readonly words: (decision: Decision, expected: string, actual: string) => string;
}

const nameChecks: readonly NameCheck[] = [
  {
    what: 'by',
    actual: ({ reasons }) => reasons.map(({ rule }) => rule),
    words: (decision, expected, actual) =>
      `Expected ${decision.outcome} by ${expected}, but it is ${decision.outcome} by ${actual}.`,
  },
  {
    what: 'missing',
    actual: (decision) => (decision.outcome === 'undetermined' ? decision.missing : []),
    words: (_, expected, actual) =>
      `Expected that ${expected} is asked for, but what is missing is ${actual}.`,
  },
  {
    what: 'owing',
    actual: (decision) =>
      'obligations' in decision ? decision.obligations.map(({ obligation }) => obligation) : [],
    words: (_, expected, actual) => `Expected that ${expected} is owed, but what is owed is ${actual}.`,
  },
  {
    what: 'remarks',
    actual: ({ remarks }) => remarks.map(({ rule }) => rule),
    words: (_, expected, actual) => `Expected remarks by ${expected}, but there are remarks by ${actual}.`,
  },
  {
    what: 'assumed',
    actual: ({ assumed }) => assumed.map(({ fact }) => fact),
    words: (_, expected, actual) => `Expected an assumption about ${expected}, but assumed is ${actual}.`,
  },
  {
    what: 'claim',
    actual: ({ claims, outcome }) =>
      claims.filter((one) => one.outcome === outcome).map(({ claim }) => claim),
    words: ({ outcome }, expected, actual) =>
      `Expected ${outcome} under the claim of ${expected}, but it is ${outcome} under ${actual}.`,
  },
];

/** "`by` means among them, `only by` exactly"; an empty list that is exact means none. */
export function isMet({ exact, names }: ExpectedNames, actual: readonly string[]): boolean {
  return (
    names.every((name) => actual.includes(name)) && (!exact || actual.every((name) => names.includes(name)))
  );
}

function wrongNames(
  { what, words }: NameCheck,
  found: {
    readonly expected: ExpectedNames;
    readonly actual: readonly string[];
    readonly decision: Decision;
    readonly line: number;
  },
): TestFailure {
  const { names, exact } = found.expected;
  const expected = exact && names.length > 0 ? `${listed(names)} alone` : listed(names);
  const actual = listed(found.actual);
  return { what, expected, actual, message: words(found.decision, expected, actual), line: found.line };
}
