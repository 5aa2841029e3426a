import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { visibleText } from '../../diagnostics/render/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes } from '../io.ts';
import type { StartAnswers, StartTexts, StartVocabulary } from '../project-start/index.ts';
import {
  askQuestions,
  describeAnswers,
  readAnswers,
  readStartVocabulary,
  startProject,
} from '../project-start/index.ts';
import type { ProjectTemplateFile } from '../project-template.ts';
import { projectTemplate } from '../project-template.ts';
import { reportFailures, reportProblem } from '../report-problem.ts';
import { pathFrom } from '../select-files.ts';
import { replaceFile } from '../write-file.ts';

/** What the guided start would ask, answered beforehand. */
export interface InitOptions extends StartTexts {
  /** Take the usual answer to everything that is not answered. */
  readonly yes?: boolean;
  /** The project of the guides, whatever the answers would be. */
  readonly sample?: boolean;
}

/**
 * `privacy init`: starts a project. With answers on the command line it fits these; on a terminal it asks for them; else
 * it is always the same. Where any of its files is there already, nothing is written.
 */
export async function runInit(io: Io, word: string, options: InitOptions = {}): Promise<ExitCode> {
  const folder = resolve(io.cwd, word);
  const isAnswered = Object.values(options).some((value) => value !== undefined);
  const isSample = options.sample === true || (!isAnswered && io.stdin.isTTY !== true);
  if (isSample) return writeProject(io, folder, projectTemplate);
  if (await reportTaken(io, folder, ['privacy.json'])) return exitCodes.environment;
  const vocabulary = await readStartVocabulary();
  const answers = isAnswered
    ? await answersFrom(io, options, vocabulary)
    : await answersFromTerminal(io, vocabulary);
  if (answers === undefined) return exitCodes.environment;
  const lines = describeAnswers(answers, vocabulary).map((line) => `${visibleText(line)}\n`);
  await io.stdout.write(`${lines.join('')}\n`);
  return writeProject(io, folder, startProject(answers, vocabulary));
}

async function answersFrom(
  io: Io,
  texts: StartTexts,
  vocabulary: StartVocabulary,
): Promise<StartAnswers | undefined> {
  const read = readAnswers(texts, vocabulary);
  if (read.kind === 'answers') return read.answers;
  for (const problem of read.problems) await reportProblem(io, visibleText(problem));
  return undefined;
}

async function answersFromTerminal(io: Io, vocabulary: StartVocabulary): Promise<StartAnswers | undefined> {
  const answers = await askQuestions(io, vocabulary);
  await io.stdout.write('\n');
  if (answers === undefined) await reportProblem(io, 'The questions were not answered; nothing was written');
  return answers;
}

async function writeProject(
  io: Io,
  folder: string,
  files: readonly ProjectTemplateFile[],
): Promise<ExitCode> {
  const wanted: ProjectTemplateFile[] = [];
  for (const file of files) {
    if (file.yields !== true || !(await exists(join(folder, file.path)))) wanted.push(file);
  }
  const fixed = wanted.filter(({ yields }) => yields !== true).map(({ path }) => path);
  if (await reportTaken(io, folder, fixed)) return exitCodes.environment;
  for (const { path, text } of wanted) {
    const shown = pathFrom(io.cwd, join(folder, path));
    const reason = await replaceFile(join(folder, path), text);
    if (reason !== undefined) {
      await reportFailures(io, [{ path: shown, reason }]);
      return exitCodes.environment;
    }
    await io.stdout.write(`${shown}\n`);
  }
  await io.stdout.write(nextSteps(pathFrom(io.cwd, folder)));
  return exitCodes.clean;
}

/** Says which of the files are there already, and whether there are any. */
async function reportTaken(io: Io, folder: string, paths: readonly string[]): Promise<boolean> {
  let isTaken = false;
  for (const path of paths) {
    if (!(await exists(join(folder, path)))) continue;
    isTaken = true;
    const shown = pathFrom(io.cwd, join(folder, path));
    await reportFailures(io, [{ path: shown, reason: 'exists already; nothing was written' }]);
  }
  return isTaken;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function nextSteps(folder: string): string {
  const enter = folder === '' ? [] : [`  cd ${folder}`];
  return ['', 'Next:', ...enter, '  privacy check', '  privacy test', '  privacy build', ''].join('\n');
}
