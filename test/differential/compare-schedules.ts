import { explainSchedule, interpretSchedule } from '../../packages/compiler/src/interpreting/index.ts';
import type { Program } from '../../packages/compiler/src/logic/index.ts';
import type { Schedule } from '../../packages/compiler/src/runtime/public.ts';
import type { AnyRecord } from '../support/compiled.ts';
import { loadCompiled, recordIn } from '../support/compiled.ts';
import {
  createFactsGenerator,
  createRandom,
  damagedFacts,
  generateMoment,
  generateProgram,
} from '../support/generate/index.ts';
import type { Comparison, Difference, Mismatch, Refusal } from './answers.ts';
import { answerOf, difference, firstDifference, isSame, issuesOf } from './answers.ts';

type Answer = Schedule | Refusal;

/** Asks the interpreter and the compiled code of one random program about the same records. */
export async function compareSchedules(seed: number, pairs: number): Promise<Comparison> {
  const { program } = generateProgram(seed, { schedules: true });
  const compiled = await loadCompiled(program);
  const mismatches: Mismatch[] = [];
  const outcomes: Record<string, number> = {};
  const names = new Set(program.policies.flatMap(({ schedules }) => schedules.map(({ record }) => record)));
  let asked = 0;
  for (const name of names) {
    const random = createRandom(seed * 7919 + name.length);
    const generator = createFactsGenerator(program, name);
    const record = recordIn(compiled, name);
    for (let pair = 0; pair < pairs; pair += 1) {
      const plain = generator.facts(random, random.pick([0, 0.2, 0.5]));
      const facts = random.chance(0.1) ? damagedFacts(random, plain) : plain;
      const question: Question = { program, name, record, facts, now: generateMoment(random) };
      asked += 1;
      const expected = expectedAnswer(question);
      for (const outcome of outcomesOf(expected)) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      const found = [
        ...differences(question, expected),
        ...(pair % 5 === 0 ? explanationDifferences(question, pair % 25 === 0) : []),
      ];
      mismatches.push(...found.map((one) => ({ seed, activity: name, pair, ...one })));
    }
  }
  return { pairs: asked, mismatches, outcomes };
}

interface Question {
  readonly program: Program;
  readonly name: string;
  readonly record: AnyRecord;
  readonly facts: unknown;
  readonly now: number;
}

function outcomesOf(answer: Answer): readonly string[] {
  if ('issues' in answer) return ['refused'];
  return answer.due === null ? [answer.state] : [answer.state, `due ${answer.due.state}`];
}

function expectedAnswer({ program, name, facts, now }: Question): Answer {
  const result = interpretSchedule({ program, record: name, facts, now, requiredFacts: 'error' });
  return result.kind === 'schedule' ? result.schedule : issuesOf(result.issues);
}

function* differences(question: Question, expected: Answer): Generator<Difference> {
  const { record, facts, now } = question;
  const options = { now: new Date(now) };
  const actual = answerOf(() => record.schedule(facts, options));
  if (!isSame(expected, actual)) {
    yield difference(question, `schedule ${firstDifference(expected, actual)}`, expected, actual);
    return;
  }
  if ('issues' in expected) return;
  // Once more, from what is remembered, and a little later.
  const [again] = record.scheduleMany([facts], options);
  if (!isSame(expected, again)) yield difference(question, 'schedule again', expected, again);
  const later = { ...question, now: now + 1 };
  const expectedLater = expectedAnswer(later);
  const actualLater = answerOf(() => record.schedule(facts, { now: new Date(now + 1) }));
  if (!isSame(expectedLater, actualLater))
    yield difference(later, 'schedule later', expectedLater, actualLater);
  const validated = record.schema['~standard'].validate(facts);
  if (validated.issues !== undefined) {
    yield difference(question, 'schema', true, validated.issues);
    return;
  }
  const trusted = record.trusted.schedule(validated.value, options);
  if (!isSame(expected, trusted)) yield difference(question, 'trusted.schedule', expected, trusted);
}

/** Explanations with single changes take long: those of a few cases stand for the others. */
function* explanationDifferences(question: Question, changes: boolean): Generator<Difference> {
  const { program, name, record, facts, now } = question;
  const result = explainSchedule({ program, record: name, facts, now, requiredFacts: 'error', changes });
  const expected = result.kind === 'schedule-explanation' ? result.explanation : issuesOf(result.issues);
  const actual = answerOf(() => record.explain(facts, { now: new Date(now), changes }));
  if (isSame(expected, actual)) return;
  yield difference(question, `explain ${firstDifference(expected, actual)}`, '', '');
}
