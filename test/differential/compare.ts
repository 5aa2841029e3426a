import { explain, interpret } from '../../packages/compiler/src/interpreting/index.ts';
import type { Program } from '../../packages/compiler/src/logic/index.ts';
import type { Decision } from '../../packages/compiler/src/runtime/public.ts';
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
import type { Comparison, Difference, Mismatch, Refusal } from './answers.ts';
import { answerOf, difference, firstDifference, isSame, issuesOf } from './answers.ts';

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

type Answer = Decision | Refusal;

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
  const expected = result.kind === 'explanation' ? result.explanation : issuesOf(result.issues);
  const actual = answerOf(() => activity.explain(facts, { now: new Date(now), changes }));
  const isSameAnswer = isSame(expected, actual);
  if (!isSameAnswer) yield difference(question, `explain ${firstDifference(expected, actual)}`, '', '');
}

function expectedAnswer({ program, name, facts, now }: Question): Answer {
  const result = interpret({ program, activity: name, facts, now, requiredFacts: 'error' });
  return result.kind === 'decision' ? result.decision : issuesOf(result.issues);
}
