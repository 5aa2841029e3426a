import type { Decision, Explanation, FactIssue } from '../runtime/index.ts';
import { invariant } from '../support/index.ts';
import type { Answer, Question, QuestionDefaults } from './answer-question.ts';
import { answerLine, answerQuestion, failure, invalid } from './answer-question.ts';
import type { LineBlock } from './json-input/index.ts';
import { createJsonPieces } from './json-input/index.ts';

/** What a thread that answers questions is told. */
export interface DecideSetup {
  /** The URL of the compiled policies. */
  readonly module: string;
  /** The names of the activities, each with the name under which the module exports it. */
  readonly activities: ReadonlyMap<string, string>;
  readonly defaults: QuestionDefaults;
  /** Each line is the facts of a question, and not a question. */
  readonly areFacts: boolean;
  readonly isExplained: boolean;
}

export interface DecideTask {
  readonly setup: DecideSetup;
  readonly block: LineBlock;
}

export interface AnsweredBlock {
  readonly text: string;
  readonly count: number;
  readonly hasErrors: boolean;
}

/** What a thread does: answers the questions of some lines, with compiled policies. */
export async function answer({ setup, block }: DecideTask): Promise<AnsweredBlock> {
  const compiled: unknown = await import(setup.module);
  const options = {
    activities: [...setup.activities.keys()],
    defaults: setup.defaults,
    ask: (question: Question) => askCompiled(compiled, setup, question),
  };
  const pieces = createJsonPieces({ isLines: true });
  const found = [...pieces.push(block.bytes), ...pieces.end()];
  let hasErrors = false;
  let text = '';
  for (const piece of found) {
    const answered =
      piece.kind === 'error'
        ? failure(piece.message)
        : answerQuestion(setup.areFacts ? { facts: piece.value } : piece.value, options);
    if (answered.kind === 'error') hasErrors = true;
    text += answerLine(answered, block.firstLine + piece.line - 1);
  }
  return { text, count: found.length, hasErrors };
}

function askCompiled(compiled: unknown, setup: DecideSetup, { activity, facts, now }: Question): Answer {
  const evaluator = activityOf(compiled, setup.activities.get(activity) ?? activity);
  const moment = typeof now === 'number' ? new Date(now) : now;
  try {
    if (!setup.isExplained) return { kind: 'decision', decision: evaluator.decide(facts, { now: moment }) };
    return {
      kind: 'explanation',
      now,
      explanation: evaluator.explain(facts, { now: moment, changes: true }),
    };
  } catch (error) {
    const issues = issuesOf(error);
    if (issues === undefined) throw error;
    return invalid(issues);
  }
}

/** What compiled policies export for an activity. */
interface CompiledActivity {
  decide(facts: unknown, options: { readonly now: Date | string }): Decision;
  explain(facts: unknown, options: { readonly now: Date | string; readonly changes: boolean }): Explanation;
}

function activityOf(compiled: unknown, name: string): CompiledActivity {
  const found: unknown =
    typeof compiled === 'object' && compiled !== null ? Reflect.get(compiled, name) : undefined;
  invariant(typeof found === 'object' && found !== null, 'compiled policies export their activities');
  // The module was compiled and bundled for this thread: it exports nothing else by this name.
  return found as CompiledActivity;
}

/** What a FactsError of the compiled policies lists; its class is that of the module. */
function issuesOf(error: unknown): readonly FactIssue[] | undefined {
  if (!(error instanceof Error) || error.name !== 'FactsError' || !('issues' in error)) return undefined;
  return Array.isArray(error.issues) ? error.issues : undefined;
}
