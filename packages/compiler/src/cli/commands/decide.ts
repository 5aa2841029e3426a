import { createPalette } from '../../diagnostics/render/index.ts';
import type { Program } from '../../logic/index.ts';
import type { Answer, QuestionDefaults } from '../answer-question.ts';
import { answerQuestion } from '../answer-question.ts';
import { answerStream } from '../answer-stream.ts';
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
  /** JSON, or the name of a file after `@`. */
  readonly facts?: string;
  /** An instant, or `now`. */
  readonly now?: string;
  readonly explain: boolean;
}

/** `privacy decide`: answers questions, one or a stream of any length, in their order. */
export async function runDecide(io: Io, words: readonly string[], options: DecideOptions): Promise<ExitCode> {
  if (words.includes(standardInput)) {
    await reportProblem(io, 'Standard input holds the questions here: name the policies as files');
    return exitCodes.environment;
  }
  const facts = options.facts === undefined ? undefined : await readFacts(io, options.facts);
  if (facts?.problem !== undefined || (facts !== undefined && options.input !== undefined)) {
    await reportProblem(io, facts?.problem ?? 'Either --facts or --input says what to decide, not both');
    return exitCodes.environment;
  }
  const read = await readProgram(io, words);
  if (typeof read === 'number') return read;
  const { program } = read;
  const defaults = {
    activity: options.activity,
    facts: facts?.value,
    now: options.now === 'now' ? io.now() : options.now,
  };
  const task = { io, program, defaults, explain: options.explain };
  if (facts !== undefined) return answerOne(task);
  if (options.input === undefined && io.stdin.isTTY === true) await io.stderr.write(typingHint);
  return answerStream(io, options.input ?? standardInput, (piece) => {
    const answer = answerPiece(task, piece);
    return { text: renderAnswer(task, answer, piece.line), isError: answer.kind === 'error' };
  });
}

const typingHint = 'Type questions as JSON, one a line, and end with Ctrl+D (or use --input or --facts).\n';

interface Task {
  readonly io: Io;
  readonly program: Program;
  readonly defaults: QuestionDefaults;
  readonly explain: boolean;
}

async function answerOne(task: Task): Promise<ExitCode> {
  const answer = answerQuestion({}, task);
  await task.io.stdout.write(renderAnswer(task, answer, 1));
  return answer.kind === 'error' ? exitCodes.findings : exitCodes.clean;
}

function answerPiece(task: Task, piece: JsonPiece): Answer {
  if (piece.kind === 'error') return { kind: 'error', message: piece.message, issues: [] };
  return answerQuestion(piece.value, task);
}

/** Explanations are for people on a terminal; everything else is one line of JSON an answer. */
function renderAnswer({ io }: Task, answer: Answer, line: number): string {
  switch (answer.kind) {
    case 'decision':
      return `${JSON.stringify(answer.decision)}\n`;
    case 'error': {
      const issues = answer.issues.length === 0 ? {} : { issues: answer.issues };
      return `${JSON.stringify({ error: answer.message, line, ...issues })}\n`;
    }
    case 'explanation': {
      if (!io.stdout.isTerminal) return `${JSON.stringify(answer.explanation)}\n`;
      const palette = createPalette({ color: wantsColor(io, io.stdout) });
      return renderExplanation(answer, { palette, width: textWidth(io.stdout) });
    }
  }
}
