import { noonOf } from '../../checking/index.ts';
import { createPalette } from '../../diagnostics/render/index.ts';
import type { Program } from '../../logic/index.ts';
import { parseDate } from '../../runtime/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { ScheduleAnswer } from '../answer-schedule.ts';
import { answerSchedule } from '../answer-schedule.ts';
import type { StreamedAnswer } from '../answer-stream.ts';
import { answerStream } from '../answer-stream.ts';
import type { Layout } from '../explanation/index.ts';
import { layOut, renderSchedule, renderScheduleExplanation } from '../explanation/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes, textWidth, wantsColor } from '../io.ts';
import type { JsonPiece } from '../json-input/index.ts';
import { readFacts } from '../read-facts.ts';
import { readProgram } from '../read-program.ts';
import { reportProblem } from '../report-problem.ts';
import { standardInput } from '../select-files.ts';

export interface ScheduleOptions {
  readonly record: string;
  /** A file of records as JSON; `-` or none: standard input. */
  readonly input?: string;
  /** One record as JSON, or the name of a file after `@`. */
  readonly facts?: string;
  /** An instant, or `now`. */
  readonly now?: string;
  /** A day: noon of it in the zone of the project. */
  readonly on?: string;
  readonly explain: boolean;
  /** Absent: text on a terminal, JSON elsewhere. */
  readonly format?: 'text' | 'json';
}

/** `privacy schedule`: says of records until when they are kept, by when they are gone and what is due. */
export async function runSchedule(
  io: Io,
  words: readonly string[],
  options: ScheduleOptions,
): Promise<ExitCode> {
  const facts = options.facts === undefined ? undefined : await readFacts(io, options.facts);
  const policies = policyWords(words, options);
  const problem = usageProblem(policies, options) ?? facts?.problem;
  if (problem !== undefined) return refuse(io, problem);
  const read = await readProgram(io, policies);
  if (typeof read === 'number') return read;
  const { program, settings } = read;
  const unknown = unknownRecord(options.record, program);
  if (unknown !== undefined) return refuse(io, unknown);
  const now = momentOf(io, options, settings.zone);
  if (now === undefined) return refuse(io, `"${options.on}" is not a day, such as 2026-03-02`);
  const task: Task = { io, program, options, now };
  if (facts === undefined) return answerRecords(task);
  const { text, isError } = answered(task, facts.value, 1);
  await io.stdout.write(text);
  return isError ? exitCodes.findings : exitCodes.clean;
}

interface Task {
  readonly io: Io;
  readonly program: Program;
  readonly options: ScheduleOptions;
  readonly now: string | number;
}

/** Where the facts are given, there is no file of records: all words are policies. */
function policyWords(words: readonly string[], { input, facts }: ScheduleOptions): readonly string[] {
  return facts === undefined || input === undefined ? words : [input, ...words];
}

async function refuse(io: Io, sentence: string): Promise<ExitCode> {
  await reportProblem(io, sentence);
  return exitCodes.environment;
}

function usageProblem(
  words: readonly string[],
  { input, facts, now, on }: ScheduleOptions,
): string | undefined {
  if (words.includes(standardInput))
    return 'Standard input holds the records here: name the policies as files';
  if (facts !== undefined && input !== undefined && /\.jsonl?$/.test(input))
    return 'Either --facts or a file says what the record is, not both';
  if (now !== undefined && on !== undefined) return 'Either --on or --now says when it is, not both';
  if (now === undefined && on === undefined)
    return 'Say which day it is: --on 2026-03-02, --now 2026-03-02T12:00:00Z, or "--now now" for the clock of this machine';
  return undefined;
}

function momentOf(io: Io, { now, on }: ScheduleOptions, zone: string): string | number | undefined {
  if (on === undefined) return now === 'now' ? io.now() : now;
  const day = parseDate(on);
  return day === undefined ? undefined : noonOf(zone, day);
}

/** Names the record types that policies speak of, since those are the ones that can be asked about. */
function unknownRecord(record: string, program: Program): string | undefined {
  if (program.records.has(record)) return undefined;
  const [near] = nearestNames(record, program.records.keys());
  const scheduled = new Set(
    program.policies.flatMap(({ schedules }) => schedules.map((part) => part.record)),
  );
  const names = [...scheduled].sort().join(', ');
  const known = names === '' ? '' : `; policies speak of: ${names}`;
  return `There is no record "${record}"${near === undefined ? known : `; do you mean "${near}"?`}`;
}

async function answerRecords(task: Task): Promise<ExitCode> {
  const { io, options } = task;
  if (options.input === undefined && io.stdin.isTTY === true) await io.stderr.write(typingHint);
  return answerStream(io, options.input ?? standardInput, (piece) => answerPiece(task, piece));
}

const typingHint =
  'Type records as JSON, one a line, and end with Ctrl+D (or name a file, or use --facts).\n';

function answerPiece(task: Task, piece: JsonPiece): StreamedAnswer {
  if (piece.kind === 'value') return answered(task, piece.value, piece.line);
  const answer = { kind: 'error', message: piece.message, issues: [] } as const;
  return { text: renderAnswer(task, answer, piece.line), isError: true };
}

function answered(task: Task, facts: unknown, line: number): StreamedAnswer {
  const { program, options, now } = task;
  const { record, explain } = options;
  const answer = answerSchedule({ program, record, facts, now, explain });
  return { text: renderAnswer(task, answer, line), isError: answer.kind === 'error' };
}

/** Text for people, or one line of JSON an answer. */
function renderAnswer({ io, options, ...task }: Task, answer: ScheduleAnswer, line: number): string {
  const isText = options.format === 'text' || (options.format === undefined && io.stdout.isTerminal);
  if (!isText) return `${JSON.stringify(jsonOf(answer, line))}\n`;
  const now = options.on ?? task.now;
  const palette = createPalette({ color: wantsColor(io, io.stdout) });
  const layout: Layout = { palette, width: textWidth(io.stdout) };
  switch (answer.kind) {
    case 'schedule':
      return renderSchedule({ now, schedule: answer.schedule }, layout);
    case 'schedule-explanation':
      return renderScheduleExplanation({ now, explanation: answer.explanation }, layout);
    case 'error': {
      const text = `Record on line ${line}: ${answer.message}`;
      return `${layOut({ indent: 0, mark: '✗', markStyle: palette.bad, text }, layout).join('\n')}\n\n`;
    }
  }
}

function jsonOf(answer: ScheduleAnswer, line: number): unknown {
  if (answer.kind === 'schedule') return answer.schedule;
  if (answer.kind === 'schedule-explanation') return answer.explanation;
  const issues = answer.issues.length === 0 ? {} : { issues: answer.issues };
  return { error: answer.message, line, ...issues };
}
