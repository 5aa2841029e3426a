import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LocatedDiagnostic } from '../../diagnostics/index.ts';
import { diagnosticsJson, summarizeDiagnostics } from '../../diagnostics/render/index.ts';
import type { PackageFile, PackToPublish, TextFile } from '../../program/index.ts';
import {
  checkPack,
  isLibraryPath,
  packageFileName,
  packOfPath,
  projectFileName,
  readPackageFile,
} from '../../program/index.ts';
import type { TestResult } from '../../testing/index.ts';
import { runTests } from '../../testing/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes, wantsColor } from '../io.ts';
import { readTextFile } from '../node-host.ts';
import type { OpenedProgram } from '../open-program.ts';
import { openProgram } from '../open-program.ts';
import type { PackContents } from '../packs/pack-contents.ts';
import { contentsOf } from '../packs/pack-contents.ts';
import type { PublishedFiles } from '../packs/published-files.ts';
import { publishedFiles } from '../packs/published-files.ts';
import { renderContents, renderFailedTests } from '../packs/render-contents.ts';
import { reportToPeople, seenFromHere, shownPath, writeReport } from '../report.ts';
import { reportFailures, reportProblem } from '../report-problem.ts';
import { pathFrom } from '../select-files.ts';
import type { Sources } from '../select-sources.ts';
import { selectSources } from '../select-sources.ts';

export interface PackCommandOptions {
  readonly format: 'terminal' | 'json';
}

/** `privacy pack`: says what a pack lacks before it can be published, and what would be published. */
export async function runPack(io: Io, word: string, { format }: PackCommandOptions): Promise<ExitCode> {
  const folder = resolve(io.cwd, word);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return refuse(io, `${word} is not a folder`);
  const sources = strict(await selectSources({ io: { ...io, cwd: folder }, words: [], program: 'project' }));
  const { root, settings, isDeclared, diagnostics } = sources.project;
  if (!isDeclared || root !== folder) {
    return refuse(io, `${shownFolder(io, folder)} is not a pack: it has no ${projectFileName}`);
  }
  await reportFailures(io, sources.failures);
  await reportToPeople(io, root, diagnostics);
  if (sources.failures.length + diagnostics.length > 0) return exitCodes.environment;
  if (settings.pack === undefined) {
    return refuse(io, `${shownFolder(io, folder)} is not a pack: its ${projectFileName} does not say "pack"`);
  }
  const packageFile = await readDescription(io, folder);
  if (packageFile === undefined) return exitCodes.environment;
  const opened = await openProgram({ io, sources });
  await reportFailures(io, opened.loaded.failures);
  if (opened.loaded.failures.length > 0) return exitCodes.environment;
  const result = await examine({ io, sources, packageFile, opened });
  await (format === 'json' ? writeJson(io, result) : writeForPeople(io, result));
  return isClean(result) ? exitCodes.clean : exitCodes.findings;
}

async function refuse(io: Io, sentence: string): Promise<ExitCode> {
  await reportProblem(io, sentence);
  return exitCodes.environment;
}

function shownFolder(io: Io, folder: string): string {
  const shown = pathFrom(io.cwd, folder);
  return shown === '' ? 'This folder' : shown;
}

/** Whoever publishes law cites it, whatever the project file says about lints. */
function strict(sources: Sources): Sources {
  const { project } = sources;
  const lints = new Map(project.settings.lints).set('lint/law-without-cite', 'error');
  return { ...sources, project: { ...project, settings: { ...project.settings, lints } } };
}

async function readDescription(io: Io, folder: string): Promise<PackageFile | undefined> {
  const read = await readTextFile(join(folder, packageFileName));
  const file = read.kind === 'text' ? readPackageFile(packageFileName, read.text) : undefined;
  if (file !== undefined) return file;
  const reasons = { text: 'is not valid JSON', absent: 'does not exist: "npm init" makes one' };
  const reason = read.kind === 'unreadable' ? read.reason : reasons[read.kind];
  await reportFailures(io, [{ path: pathFrom(io.cwd, join(folder, packageFileName)), reason }]);
  return undefined;
}

interface Examination {
  readonly root: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Undefined: with mistakes in the policies, nothing is tested. */
  readonly results: readonly TestResult[] | undefined;
  readonly contents: PackContents;
  readonly published: PublishedFiles;
}

interface ExamineOptions {
  readonly io: Io;
  readonly sources: Sources;
  readonly packageFile: PackageFile;
  readonly opened: OpenedProgram;
}

async function examine({ io, sources, packageFile, opened }: ExamineOptions): Promise<Examination> {
  const { project, packs } = sources;
  const published = await publishedFiles(io, project.root);
  const { program } = opened.checked;
  const pack: PackToPublish = {
    settings: project.settings,
    projectFile: { path: projectFileName, text: project.text },
    packageFile,
    readme: await readReadme(project.root),
    files: opened.loaded.files.filter(({ path }) => !isLibraryPath(path) && packOfPath(path) === undefined),
    program,
    published: published.kind === 'files' ? published.files.map(({ path }) => path) : undefined,
  };
  const diagnostics = seenFromHere(io, project.root, [...checkPack(pack), ...opened.diagnostics]);
  const results = opened.hasErrors ? undefined : runTests({ program });
  const shown = results?.map((result) => ({ ...result, file: shownPath(result.file, project.root, io.cwd) }));
  const contents = contentsOf(pack, packs, published);
  return { root: project.root, diagnostics, results: shown, contents, published };
}

async function readReadme(folder: string): Promise<TextFile | undefined> {
  const path = (await readdir(folder)).find((name) => /^readme(?:\.|$)/i.test(name));
  const read = path === undefined ? undefined : await readTextFile(join(folder, path));
  return path !== undefined && read?.kind === 'text' ? { path, text: read.text } : undefined;
}

function isClean({ diagnostics, results }: Examination): boolean {
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  return !hasErrors && results?.every(({ passed }) => passed) === true;
}

async function writeForPeople(io: Io, result: Examination): Promise<void> {
  const { diagnostics, results, contents, published } = result;
  const layout = { color: wantsColor(io, io.stdout) };
  const shown = { io, output: io.stdout, format: 'terminal', root: io.cwd, diagnostics, files: [] } as const;
  await writeReport(shown);
  if (diagnostics.length > 0) await io.stdout.write('\n');
  await io.stdout.write(renderFailedTests(results ?? [], layout));
  await io.stdout.write(`${renderContents(contents, layout)}\n`);
  if (published.kind === 'unknown') {
    await reportProblem(io, `Which files would be published is not known: npm ${published.reason}`);
  }
  await io.stdout.write(`${closingSentences(result).join(' ')}\n`);
}

function closingSentences(result: Examination): readonly string[] {
  const { diagnostics, results } = result;
  const findings = diagnostics.length === 0 ? [] : [summarizeDiagnostics(diagnostics)];
  const failed = results?.filter(({ passed }) => !passed).length ?? 0;
  const count = results?.length ?? 0;
  const words = count === 1 ? '1 test' : `${count} tests`;
  const tests =
    results === undefined
      ? 'The tests were not run.'
      : failed > 0
        ? `${words}, ${failed} failed.`
        : `${words}, all passed.`;
  return [...findings, ...(count === 0 && results !== undefined ? [] : [tests]), verdictOn(result)];
}

function verdictOn(result: Examination): string {
  if (!isClean(result)) return 'The pack is not ready to be published.';
  return result.contents.private
    ? 'The pack can be used by the projects beside it: package.json says "private", and npm does not publish it.'
    : 'The pack can be published.';
}

async function writeJson(io: Io, { diagnostics, results, contents }: Examination): Promise<void> {
  const passed = results?.filter((test) => test.passed).length ?? 0;
  const tests =
    results === undefined
      ? null
      : {
          passed,
          failed: results.length - passed,
          failures: results.flatMap(({ title, file, line, passed: isPassed, failures }) =>
            isPassed ? [] : [{ title, file, line, failures }],
          ),
        };
  const document = { ...diagnosticsJson(diagnostics), tests, pack: contents };
  await io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
