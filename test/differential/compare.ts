import { isDeepStrictEqual } from 'node:util';
import { explain, interpret } from '../../packages/compiler/src/interpreting/index.ts';
import type { Program } from '../../packages/compiler/src/logic/index.ts';
import type { Decision, Explanation, FactIssue } from '../../packages/compiler/src/runtime/public.ts';
import type { AnyActivity } from '../support/compiled.ts';
import { activityIn, loadCompiled } from '../support/compiled.ts';
import type { Random } from '../support/generate/index.ts';
import {
  createFactsGenerator,
  createRandom,
  damagedFacts,
  generateMoment,
  generateProgram,
} from '../support/generate/index.ts';

/** Where compiled code and the reference interpreter do not say the same. */
export interface Mismatch {
  readonly seed: number;
  readonly activity: string;
  readonly pair: number;
  /** What differs: `decide`, `permits`, … */
  readonly what: string;
  readonly now: string;
  readonly facts: string;
  readonly expected: string;
  readonly actual: string;
}

export interface Comparison {
  readonly pairs: number;
  readonly mismatches: readonly Mismatch[];
  /** How often each outcome came up, and facts that were refused. */
  readonly outcomes: Readonly<Record<string, number>>;
}

/** Asks the interpreter and the compiled code of one random program the same questions. */
export async function compareProgram(seed: number, pairs: number): Promise<Comparison> {
  const { program } = generateProgram(seed);
  const compiled = await loadCompiled(program);
  const mismatches: Mismatch[] = [];
  const outcomes: Record<string, number> = {};
  let asked = 0;
  for (const name of program.activities.keys()) {
    const random = createRandom(seed * 7919 + name.length);
    const generator = createFactsGenerator(program, name);
    for (let pair = 0; pair < pairs; pair += 1) {
      const plain = generator.facts(random, random.pick([0, 0.2, 0.5]));
      const facts = random.chance(0.15) ? damagedFacts(random, plain) : plain;
      const question: Question = {
        program,
        name,
        activity: activityIn(compiled, name),
        facts,
        now: generateMoment(random),
      };
      asked += 1;
      const expected = expectedAnswer(question);
      const outcome = 'issues' in expected ? 'refused' : expected.outcome;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      for (const difference of differences(question, expected, { random, pair })) {
        mismatches.push({ seed, activity: name, pair, ...difference });
      }
    }
  }
  return { pairs: asked, mismatches, outcomes };
}

interface Question {
  readonly program: Program;
  readonly name: string;
  readonly activity: AnyActivity;
  readonly facts: unknown;
  readonly now: number;
}

type Answer = Decision | { readonly issues: readonly Pick<FactIssue, 'path' | 'code'>[] };

type Difference = Omit<Mismatch, 'seed' | 'activity' | 'pair'>;

function* differences(
  question: Question,
  expected: Answer,
  { random, pair }: { readonly random: Random; readonly pair: number },
): Generator<Difference> {
  const { activity, facts, now } = question;
  const date = new Date(now);
  const actual = answerOf(() => activity.decide(facts, { now: date }));
  if (!isSame(expected, actual)) {
    yield difference(question, 'decide', expected, actual);
    return;
  }
  const isPermitted = !('issues' in expected) && expected.outcome === 'permitted';
  const owed = isPermitted ? expected.obligations.map(({ obligation }) => obligation) : [];
  const permits = activity.permits(facts, { now: date, fulfils: owed });
  if (permits !== isPermitted) yield difference(question, 'permits', isPermitted, permits);
  if (owed.length > 0) {
    const left = random.pick(owed);
    const withLess = activity.permits(facts, { now: date, fulfils: owed.filter((name) => name !== left) });
    if (withLess) yield difference(question, `permits without ${left}`, false, true);
  }
  if (pair % 4 === 0) yield* trustedDifferences(question, expected, owed);
  if (pair % 5 === 0) yield* explanationDifferences(question, pair % 15 === 0);
}

function* trustedDifferences(
  question: Question,
  expected: Answer,
  owed: readonly string[],
): Generator<Difference> {
  const { activity, facts, now } = question;
  const validated = activity.schema['~standard'].validate(facts);
  const isValid = !('issues' in expected);
  if ((validated.issues === undefined) !== isValid) {
    yield difference(question, 'schema', isValid, validated.issues ?? true);
  }
  if (validated.issues !== undefined || !isValid) return;
  const date = new Date(now);
  const actual = activity.trusted.decide(validated.value, { now: date });
  if (!isSame(expected, actual)) yield difference(question, 'trusted.decide', expected, actual);
  const isPermitted = activity.trusted.permits(validated.value, { now: date, fulfils: owed });
  if (isPermitted !== (expected.outcome === 'permitted')) {
    yield difference(question, 'trusted.permits', expected.outcome, isPermitted);
  }
}

function* explanationDifferences(question: Question, changes: boolean): Generator<Difference> {
  const { program, name, activity, facts, now } = question;
  const result = explain({ program, activity: name, facts, now, requiredFacts: 'error', changes });
  const expected = result.kind === 'explanation' ? result.explanation : { issues: issuesOf(result.issues) };
  const actual = answerOf(() => activity.explain(facts, { now: new Date(now), changes }));
  const isSameAnswer = isSame(expected, actual);
  if (!isSameAnswer) yield difference(question, `explain ${firstDifference(expected, actual)}`, '', '');
}

function expectedAnswer({ program, name, facts, now }: Question): Answer {
  const result = interpret({ program, activity: name, facts, now, requiredFacts: 'error' });
  return result.kind === 'decision' ? result.decision : { issues: issuesOf(result.issues) };
}

function answerOf<Result extends Decision | Explanation>(
  ask: () => Result,
): Result | { readonly issues: readonly Pick<FactIssue, 'path' | 'code'>[] } | { readonly error: string } {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && error.name === 'FactsError' && 'issues' in error) {
      // A `FactsError` says what is wrong with the facts.
      return { issues: issuesOf(error.issues as readonly FactIssue[]) };
    }
    return { error: error instanceof Error ? String(error.stack) : String(error) };
  }
}

function issuesOf(issues: readonly FactIssue[]): readonly Pick<FactIssue, 'path' | 'code'>[] {
  return issues.map(({ path, code }) => ({ path, code }));
}

/** Both are plain data; what counts is what they say. */
function isSame(expected: unknown, actual: unknown): boolean {
  return isDeepStrictEqual(asJson(expected), asJson(actual));
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function difference({ facts, now }: Question, what: string, expected: unknown, actual: unknown): Difference {
  const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 2000) ?? String(value);
  return {
    what,
    now: new Date(now).toISOString(),
    facts: shown(facts),
    expected: shown(expected),
    actual: shown(actual),
  };
}

function firstDifference(expected: unknown, actual: unknown, path = ''): string {
  const areObjects = [expected, actual].every((value) => typeof value === 'object' && value !== null);
  if (!areObjects) return `${path}: ${JSON.stringify(expected)} / ${JSON.stringify(actual)}`;
  // Both are objects.
  const [left, right] = [expected, actual] as [Record<string, unknown>, Record<string, unknown>];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const key = keys.find(
    (candidate) => !isDeepStrictEqual(asJson(left[candidate] ?? null), asJson(right[candidate] ?? null)),
  );
  return key === undefined ? path : firstDifference(left[key], right[key], `${path}.${key}`);
}
