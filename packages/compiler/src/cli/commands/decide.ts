import { createPalette } from '../../diagnostics/render/index.ts';
import type { Program } from '../../logic/index.ts';
import type { Answer, AnswerOptions, QuestionDefaults } from '../answer-question.ts';
import { answerLine, answerQuestion, failure } from '../answer-question.ts';
import { answerStream } from '../answer-stream.ts';
import { askInterpreter } from '../ask-interpreter.ts';
import { renderExplanation } from '../explanation/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes, textWidth, wantsColor } from '../io.ts';
import type { JsonPiece } from '../json-input/index.ts';
import { readFacts } from '../read-facts.ts';
import { readProgram } from '../read-program.ts';
import { reportProblem } from '../report-problem.ts';
import { standardInput } from '../select-files.ts';

export interface DecideOptions {
  readonly input?: string;
  readonly activity?: string;
  /** JSON, the name of a file after `@`, a file of JSON Lines, or `-` for standard input. */
  readonly facts?: string;
  /** An instant, or `now`. */
  readonly now?: string;
  readonly explain: boolean;
  /** How many threads answer, as it was written. */
  readonly workers?: string;
}

/** `privacy decide`: answers questions, one or a stream of any length, in their order. */
export async function runDecide(io: Io, words: readonly string[], options: DecideOptions): Promise<ExitCode> {
  const asked = await readAsked(io, words, options);
  if (typeof asked === 'string') {
    await reportProblem(io, asked);
    return exitCodes.environment;
  }
  const read = await readProgram(io, words);
  if (typeof read === 'number') return read;
  const { program } = read;
  const defaults = {
    activity: options.activity,
    facts: asked.facts,
    now: options.now === 'now' ? io.now() : options.now,
  };
  const task = { io, program, defaults, isExplained: options.explain };
  if (asked.kind === 'one') return answerOne(task);
  if (asked.isTyped && io.stdin.isTTY === true) await io.stderr.write(typingHint);
  if (options.workers === undefined) return answerAll(task, asked);
  const { answerWithWorkers } = await import('../answer-with-workers.ts');
  return answerWithWorkers({ ...task, ...asked, workers: Number(options.workers) });
}

const typingHint = 'Type questions as JSON, one a line, and end with Ctrl+D (or use --input or --facts).\n';

type Asked =
  | { readonly kind: 'one'; readonly facts: unknown }
  | {
      readonly kind: 'stream';
      readonly facts?: undefined;
      /** A file; `-` is standard input. */
      readonly input: string;
      /** Nothing says where questions come from. */
      readonly isTyped: boolean;
      /** What comes are the facts of questions, and not questions. */
      readonly areFacts: boolean;
    };

/** What is asked, or how the command was used wrongly. */
async function readAsked(
  io: Io,
  words: readonly string[],
  { input, facts, workers }: DecideOptions,
): Promise<Asked | string> {
  if (words.includes(standardInput))
    return 'Standard input holds the questions here: name the policies as files';
  if (workers !== undefined && !/^[1-9]\d{0,2}$/.test(workers))
    return `"--workers" is a number of threads from 1, not "${workers}"`;
  if (facts !== undefined && input !== undefined)
    return 'Either --facts or --input says what to decide, not both';
  if (facts === undefined || isStream(facts)) {
    const source = (facts ?? input ?? standardInput).replace(/^@/, '');
    const isTyped = facts === undefined && input === undefined;
    return { kind: 'stream', input: source, isTyped, areFacts: facts !== undefined };
  }
  if (workers !== undefined)
    return 'One question needs no "--workers": give --input, or --facts with a file of JSON Lines';
  const { value, problem } = await readFacts(io, facts);
  return problem ?? { kind: 'one', facts: value };
}

/** Facts of many questions, one a line. */
function isStream(facts: string): boolean {
  return facts === standardInput || /^[^{[]*\.(?:jsonl|ndjson)$/i.test(facts);
}

interface Task {
  readonly io: Io;
  readonly program: Program;
  readonly defaults: QuestionDefaults;
  readonly isExplained: boolean;
}

function optionsOf({ program, defaults, isExplained }: Task): AnswerOptions {
  return {
    activities: [...program.activities.keys()],
    defaults,
    ask: askInterpreter(program, isExplained),
  };
}

async function answerOne(task: Task): Promise<ExitCode> {
  const answer = answerQuestion({}, optionsOf(task));
  await task.io.stdout.write(renderAnswer(task, answer, 1));
  return answer.kind === 'error' ? exitCodes.findings : exitCodes.clean;
}

function answerAll(task: Task, { input, areFacts }: Asked & { readonly kind: 'stream' }): Promise<ExitCode> {
  const options = optionsOf(task);
  const answerPiece = (piece: JsonPiece): Answer => {
    if (piece.kind === 'error') return failure(piece.message);
    return answerQuestion(areFacts ? { facts: piece.value } : piece.value, options);
  };
  return answerStream(task.io, input, (piece) => {
    const answer = answerPiece(piece);
    return { text: renderAnswer(task, answer, piece.line), isError: answer.kind === 'error' };
  });
}

/** Explanations are for people on a terminal; everything else is one line of JSON an answer. */
function renderAnswer({ io }: Task, answer: Answer, line: number): string {
  if (answer.kind !== 'explanation' || !io.stdout.isTerminal) return answerLine(answer, line);
  const palette = createPalette({ color: wantsColor(io, io.stdout) });
  return renderExplanation(answer, { palette, width: textWidth(io.stdout) });
}
