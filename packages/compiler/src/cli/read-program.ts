import type { Program } from '../logic/index.ts';
import type { ProjectSettings } from '../program/index.ts';
import type { ExitCode, Io } from './io.ts';
import { exitCodes } from './io.ts';
import { openProgram } from './open-program.ts';
import { reportToPeople } from './report.ts';
import { reportFailures } from './report-problem.ts';
import { selectSources } from './select-sources.ts';

/** A program without mistakes, with the settings of its project. */
export interface ReadableProgram {
  readonly program: Program;
  readonly settings: ProjectSettings;
}

/** Policies with mistakes answer nothing. */
export async function readProgram(io: Io, words: readonly string[]): Promise<ReadableProgram | ExitCode> {
  const sources = await selectSources({ io, words, program: 'words' });
  const { root, diagnostics } = sources.project;
  await reportFailures(io, sources.failures);
  await reportToPeople(io, root, diagnostics);
  if (sources.failures.length + diagnostics.length > 0) return exitCodes.environment;
  const opened = await openProgram({ io, sources });
  await reportFailures(io, opened.loaded.failures);
  if (opened.loaded.failures.length > 0) return exitCodes.environment;
  if (!opened.hasErrors) return { program: opened.checked.program, settings: sources.project.settings };
  const errors = opened.diagnostics.filter(({ severity }) => severity === 'error');
  await reportToPeople(io, root, errors);
  return exitCodes.findings;
}
