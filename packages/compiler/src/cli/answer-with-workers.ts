import { pathToFileURL } from 'node:url';
import { emitTypeScript } from '../emitting/index.ts';
import type { Program } from '../logic/index.ts';
import type { QuestionDefaults } from './answer-question.ts';
import { openInput } from './answer-stream.ts';
import type { AnsweredBlock, DecideSetup } from './decide-worker.ts';
import { findPackageFile, installHint, searchedFolders } from './find-package.ts';
import type { ExitCode, Io } from './io.ts';
import { exitCodes } from './io.ts';
import type { LineBlock } from './json-input/index.ts';
import { lineBlocks } from './json-input/index.ts';
import { failureReason } from './node-host.ts';
import { startProgress } from './progress.ts';
import { reportProblem } from './report-problem.ts';

const packageName = '@privacy-lang/batch';

export interface WorkersTask {
  readonly io: Io;
  readonly program: Program;
  /** A file of JSON Lines; `-` is standard input. */
  readonly input: string;
  readonly workers: number;
  readonly defaults: QuestionDefaults;
  /** Each line is the facts of a question, and not a question. */
  readonly areFacts: boolean;
  readonly isExplained: boolean;
}

/** Answers JSON Lines with compiled policies on several cores, in their order; says how to install what that needs. */
export async function answerWithWorkers(task: WorkersTask): Promise<ExitCode> {
  const { io, program } = task;
  const library = await findLibrary(io);
  if (library === undefined) {
    await reportProblem(io, `"--workers" needs the package ${packageName}, which is not installed`);
    await io.stderr.write(installHint(packageName));
    return exitCodes.environment;
  }
  const files = emitTypeScript({ program });
  const evaluator = await library.bundleEvaluator(files);
  try {
    const activities = exportedActivities(files.find(({ path }) => path === 'index.ts')?.text ?? '');
    return await answerBlocks(task, library, { ...task, module: evaluator.url, activities });
  } finally {
    await evaluator.remove();
  }
}

async function answerBlocks(
  { io, input, workers }: WorkersTask,
  { mapBlocks }: BatchLibrary,
  { module, activities, defaults, areFacts, isExplained }: DecideSetup,
): Promise<ExitCode> {
  const progress = startProgress(io);
  let count = 0;
  let hasErrors = false;
  try {
    const answers = mapBlocks(lineBlocks(openInput(io, input)), {
      worker: new URL('./decide-worker.js', import.meta.url),
      setup: { module, activities, defaults, areFacts, isExplained },
      workers,
      transfer: ({ bytes }) => [bytes.buffer],
    });
    for await (const answered of answers) {
      count += answered.count;
      hasErrors ||= answered.hasErrors;
      await io.stdout.write(answered.text);
      progress.show(`${count} answered`);
      if (io.stdout.isClosed) break;
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    await reportProblem(io, `${input} ${failureReason(error)}`);
    return exitCodes.environment;
  } finally {
    progress.stop();
  }
  return hasErrors ? exitCodes.findings : exitCodes.clean;
}

/** What this command needs of the package, which it never imports by itself. */
interface BatchLibrary {
  bundleEvaluator(
    files: readonly { readonly path: string; readonly text: string }[],
  ): Promise<{ readonly url: string; remove(): Promise<void> }>;
  mapBlocks(
    blocks: AsyncIterable<LineBlock>,
    options: {
      readonly worker: URL;
      readonly setup: DecideSetup;
      readonly workers: number;
      readonly transfer: (block: LineBlock) => readonly unknown[];
    },
  ): AsyncIterable<AnsweredBlock>;
}

async function findLibrary(io: Io): Promise<BatchLibrary | undefined> {
  const file = findPackageFile(searchedFolders(io.cwd), packageName, ['dist', 'index.js']);
  if (file === undefined) return undefined;
  const library = await io.importModule(pathToFileURL(file).href);
  // A package by this name exports these functions.
  return library as BatchLibrary;
}

/** The names of activities, each with the name by which the compiled policies export it. */
function exportedActivities(index: string): ReadonlyMap<string, string> {
  const exports = index.matchAll(/^export \{ (\S+) \} from '\.\/activities\/(.+)\.ts';$/gm);
  return new Map([...exports].map(([, exported = '', activity = '']) => [activity, exported]));
}
