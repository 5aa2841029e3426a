import type { LocatedDiagnostic, LocatedFix, MessageCode } from '../../diagnostics/index.ts';
import { automaticFixOf } from '../../diagnostics/index.ts';
import { findCode, unknownCode } from '../find-code.ts';
import type { FixOptions, FixPlan } from '../fix-program.ts';
import { planFixes, writeFixes } from '../fix-program.ts';
import { renderFixDiff, renderFixReport } from '../fix-report.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes, wantsColor } from '../io.ts';
import type { OpenedProgram } from '../open-program.ts';
import { openProgram } from '../open-program.ts';
import { reportToPeople, shownPath } from '../report.ts';
import { reportFailures, reportProblem } from '../report-problem.ts';
import { standardInput, standardInputPath } from '../select-files.ts';
import type { Sources } from '../select-sources.ts';
import { selectSources } from '../select-sources.ts';

export interface FixCommandOptions {
  /** Change nothing, and show what would change. */
  readonly dryRun: boolean;
  /** List the fixes that need a look. */
  readonly review: boolean;
  /** Codes of messages whose fixes are made although they need a look. */
  readonly apply: readonly string[];
}

/** `privacy fix`: makes every change that is certainly meant, and those that the author decided to make. */
export async function runFix(
  io: Io,
  words: readonly string[],
  options: FixCommandOptions,
): Promise<ExitCode> {
  const codes = options.apply.map(findCode);
  const unknown = options.apply.filter((_, index) => codes[index] === undefined);
  for (const word of unknown) await reportProblem(io, unknownCode(word));
  if (words.includes(standardInput) && words.length > 1) {
    await reportProblem(io, 'Standard input is mended alone: leave out the other paths');
  } else if (unknown.length === 0) {
    const sources = await selectSources({ io, words, program: 'project' });
    const { root, diagnostics } = sources.project;
    await reportFailures(io, sources.failures);
    await reportToPeople(io, root, diagnostics);
    if (sources.failures.length + diagnostics.length === 0) {
      return fixSources({ io, sources, options, choose: fixChooser(codes) });
    }
  }
  return exitCodes.environment;
}

interface FixTask extends Pick<FixOptions, 'io' | 'sources'> {
  readonly options: FixCommandOptions;
  readonly choose: (diagnostic: LocatedDiagnostic) => LocatedFix | undefined;
}

/** What is certainly meant, and where the author asked for it, what is the only way to mend a mistake. */
function fixChooser(codes: readonly (MessageCode | undefined)[]): FixTask['choose'] {
  const asked = new Set(codes);
  return (diagnostic) => {
    const only = diagnostic.fixes.length === 1 ? diagnostic.fixes[0] : undefined;
    return automaticFixOf(diagnostic) ?? (asked.has(diagnostic.code) ? only : undefined);
  };
}

async function fixSources(task: FixTask): Promise<ExitCode> {
  const { io, sources, options } = task;
  const opened = await openProgram({ io, sources });
  await reportFailures(io, opened.loaded.failures);
  if (opened.loaded.failures.length > 0) return exitCodes.environment;
  const plan = await planFixes({ ...task, opened });
  const failures = options.dryRun ? [] : await writeFixes(sources, plan.texts);
  await reportFailures(io, failures);
  await writeResults(task, opened, plan);
  if (failures.length > 0) return exitCodes.environment;
  const remains = remaining(plan, sources).some(({ severity }) => severity === 'error');
  return remains || (options.dryRun && plan.texts.size > 0) ? exitCodes.findings : exitCodes.clean;
}

/** What is still wrong with the files that the command was asked about. */
function remaining({ opened }: FixPlan, { selected }: Sources): readonly LocatedDiagnostic[] {
  return opened.diagnostics.filter(({ place }) => selected.has(place.source.path));
}

/** Standard output belongs to the text or the difference where there is one; the report then goes beside it. */
async function writeResults(
  { io, sources, options }: FixTask,
  opened: OpenedProgram,
  plan: FixPlan,
): Promise<void> {
  const { dryRun, review } = options;
  const input = sources.overlay.get(standardInputPath);
  const show = (path: string): string => shownPath(path, sources.project.root, io.cwd);
  if (dryRun) {
    const before = new Map(opened.loaded.files.map(({ path, text }) => [path, text]));
    const color = wantsColor(io, io.stdout);
    const layout = { show, color, isTerminal: io.stdout.isTerminal };
    for (const [path, after] of plan.texts) {
      await io.stdout.write(renderFixDiff({ path, before: before.get(path) ?? '', after }, layout));
    }
  } else if (input !== undefined) await io.stdout.write(plan.texts.get(standardInputPath) ?? input);
  const output = dryRun || input !== undefined ? io.stderr : io.stdout;
  const layout = { show, color: wantsColor(io, output) };
  const left = remaining(plan, sources);
  await output.write(renderFixReport({ plan, remaining: left, dryRun, review }, layout));
}
