import { resolve } from 'node:path';
import { createPalette } from '../../diagnostics/render/index.ts';
import type { Coverage, Recording } from '../../testing/index.ts';
import { countCoverage, measureCoverage, percentOf } from '../../testing/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes, textWidth, wantsColor } from '../io.ts';
import { shownPath } from '../report.ts';
import { reportProblem } from '../report-problem.ts';
import { pathFrom } from '../select-files.ts';
import type { Sources } from '../select-sources.ts';
import { replaceFile } from '../write-file.ts';
import { isCountedIn } from './counted-files.ts';
import { renderCoverageHtml } from './coverage-html.ts';
import { renderCoverageJson } from './coverage-json.ts';
import { renderLcov } from './coverage-lcov.ts';
import { renderCoverageText } from './coverage-text.ts';
import type { CoverageForm, TestOptions } from './options.ts';

export interface CoverageOutput {
  readonly io: Io;
  readonly sources: Sources;
  readonly options: TestOptions;
  readonly coverage: Coverage;
}

/** What the tests came across of the files that the command was asked about; never of the library and of packs. */
export function coverageOf(recording: Recording, sources: Sources): Coverage {
  return measureCoverage({ recording, isCounted: isCountedIn(sources) });
}

/** Writes coverage in the forms that are wanted, and says whether it is enough. */
export async function writeCoverage(output: CoverageOutput): Promise<ExitCode> {
  const { io, options } = output;
  const forms = new Set<CoverageForm>(options.coverageReport ?? ['text']);
  if (forms.has('text') && options.format === 'terminal') {
    const layout = {
      palette: createPalette({ color: wantsColor(io, io.stdout) }),
      width: textWidth(io.stdout),
    };
    await io.stdout.write(renderCoverageText(withShownPaths(output), layout));
  }
  const isWritten = await writeFiles(output, forms);
  if (!isWritten) return exitCodes.environment;
  return isEnough(output) ? exitCodes.clean : await reportTooLittle(output);
}

function withShownPaths({ io, sources, coverage }: CoverageOutput): Coverage {
  const files = coverage.files.map((file) => ({
    ...file,
    path: shownPath(file.path, sources.project.root, io.cwd),
  }));
  return { ...coverage, files };
}

/** Paths in files count from the project, wherever the command is run. */
async function writeFiles(
  { io, options, coverage }: CoverageOutput,
  forms: ReadonlySet<CoverageForm>,
): Promise<boolean> {
  const same = (path: string): string => path;
  const texts: readonly (readonly [CoverageForm, string, () => string])[] = [
    ['lcov', 'lcov.info', () => renderLcov(coverage, same)],
    ['html', 'index.html', () => renderCoverageHtml(coverage, same)],
    ['json', 'coverage.json', () => renderCoverageJson(coverage, same)],
  ];
  const folder = resolve(io.cwd, options.coverageFolder ?? 'coverage');
  for (const [form, name, render] of texts) {
    if (!forms.has(form)) continue;
    const path = resolve(folder, name);
    const reason = await replaceFile(path, render());
    if (reason === undefined) continue;
    await reportProblem(io, `${pathFrom(io.cwd, path)} ${reason}`);
    return false;
  }
  return true;
}

function isEnough({ options, coverage }: CoverageOutput): boolean {
  return percentOfAll(coverage) >= (options.coverageThreshold ?? 0);
}

function percentOfAll({ files }: Coverage): number {
  return percentOf(countCoverage(files.flatMap(({ subjects }) => subjects)).all);
}

async function reportTooLittle({ io, options, coverage }: CoverageOutput): Promise<ExitCode> {
  const percent = percentOfAll(coverage).toFixed(1);
  await reportProblem(io, `${percent} % are covered, and at least ${options.coverageThreshold} % are wanted`);
  return exitCodes.findings;
}
