import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createPalette } from '../../diagnostics/render/index.ts';
import type { Program } from '../../logic/index.ts';
import type { Answer, QuestionDefaults } from '../answer-question.ts';
import { answerQuestion } from '../answer-question.ts';
import { renderExplanation } from '../explanation/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes, textWidth, wantsColor } from '../io.ts';
import type { JsonPiece } from '../json-input/index.ts';
import { createJsonPieces, parseJson } from '../json-input/index.ts';
import { failureReason, readTextFile } from '../node-host.ts';
import { openProgram } from '../open-program.ts';
import { reportToPeople } from '../report.ts';
import { reportFailures, reportProblem } from '../report-problem.ts';
import { standardInput } from '../select-files.ts';
import { selectSources } from '../select-sources.ts';

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
  const program = await readProgram(io, words);
  if (typeof program === 'number') return program;
  const defaults = {
    activity: options.activity,
    facts: facts?.value,
    now: options.now === 'now' ? io.now() : options.now,
  };
  const task = { io, program, defaults, explain: options.explain };
  if (facts !== undefined) return answerOne(task);
  if (options.input === undefined && io.stdin.isTTY === true) await io.stderr.write(typingHint);
  return answerStream(task, options.input ?? standardInput);
}

const typingHint = 'Type questions as JSON, one a line, and end with Ctrl+D (or use --input or --facts).\n';

interface Task {
  readonly io: Io;
  readonly program: Program;
  readonly defaults: QuestionDefaults;
  readonly explain: boolean;
}

async function readFacts(
  io: Io,
  word: string,
): Promise<{ readonly value?: unknown; readonly problem?: string }> {
  const file = word.startsWith('@') ? await readTextFile(resolve(io.cwd, word.slice(1))) : undefined;
  if (file?.kind === 'absent') return { problem: `${word.slice(1)} does not exist` };
  if (file?.kind === 'unreadable') return { problem: `${word.slice(1)} ${file.reason}` };
  const parsed = parseJson(file?.text ?? word);
  return parsed ?? { problem: `${file === undefined ? '--facts' : word.slice(1)} is not valid JSON` };
}

/** Policies with mistakes answer nothing. */
async function readProgram(io: Io, words: readonly string[]): Promise<Program | ExitCode> {
  const sources = await selectSources({ io, words, program: 'words' });
  const { root, diagnostics } = sources.project;
  await reportFailures(io, sources.failures);
  await reportToPeople(io, root, diagnostics);
  if (sources.failures.length + diagnostics.length > 0) return exitCodes.environment;
  const opened = await openProgram({ io, sources });
  await reportFailures(io, opened.loaded.failures);
  if (opened.loaded.failures.length > 0) return exitCodes.environment;
  if (!opened.hasErrors) return opened.checked.program;
  const errors = opened.diagnostics.filter(({ severity }) => severity === 'error');
  await reportToPeople(io, root, errors);
  return exitCodes.findings;
}

async function answerOne(task: Task): Promise<ExitCode> {
  const answer = answerQuestion({}, task);
  await task.io.stdout.write(renderAnswer(task, answer, 1));
  return answer.kind === 'error' ? exitCodes.findings : exitCodes.clean;
}

async function answerStream(task: Task, input: string): Promise<ExitCode> {
  const { io } = task;
  const pieces = createJsonPieces();
  let hasErrors = false;
  const answerAll = async (found: readonly JsonPiece[]): Promise<void> => {
    let text = '';
    for (const piece of found) {
      const answer = answerPiece(task, piece);
      if (answer.kind === 'error') hasErrors = true;
      text += renderAnswer(task, answer, piece.line);
    }
    await io.stdout.write(text);
  };
  try {
    const bytes = input === standardInput ? io.stdin : createReadStream(resolve(io.cwd, input));
    for await (const chunk of bytes) {
      await answerAll(pieces.push(chunk));
      if (io.stdout.isClosed) break;
    }
    if (!io.stdout.isClosed) await answerAll(pieces.end());
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    await reportProblem(io, `${input} ${failureReason(error)}`);
    return exitCodes.environment;
  }
  return hasErrors ? exitCodes.findings : exitCodes.clean;
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
