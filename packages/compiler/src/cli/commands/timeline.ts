import type { TimelineEntry } from '../../analysis/index.ts';
import { timelineOf } from '../../analysis/index.ts';
import { createPalette } from '../../diagnostics/render/index.ts';
import type { Location, Place, Program } from '../../logic/index.ts';
import { createLocator } from '../../logic/index.ts';
import { parseDate } from '../../runtime/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes, textWidth, wantsColor } from '../io.ts';
import { todayOf } from '../open-program.ts';
import { readProgram } from '../read-program.ts';
import { reportProblem } from '../report-problem.ts';
import { renderTimeline } from '../timeline-text.ts';

export interface TimelineCommandOptions {
  /** The first day, included. */
  readonly from?: string;
  /** The last day, included. */
  readonly to?: string;
  /** Exact ids or patterns `P.*`. */
  readonly policy: readonly string[];
  readonly format: 'text' | 'json';
}

/** `privacy timeline`: lists the days on which decisions and schedules can change because the law does. */
export async function runTimeline(
  io: Io,
  words: readonly string[],
  options: TimelineCommandOptions,
): Promise<ExitCode> {
  const problem = usageProblem(options);
  if (problem !== undefined) return refuse(io, problem);
  const read = await readProgram(io, words);
  if (typeof read === 'number') return read;
  const { program } = read;
  const unknown = options.policy.find((pattern) => !matchesAny(pattern, program));
  if (unknown !== undefined) return refuse(io, `There is no policy "${unknown}"`);
  const { policy, format, ...period } = options;
  const entries = timelineOf(program, { ...period, policies: policy });
  const locate = createLocator(program);
  if (format === 'json') await io.stdout.write(jsonOf(entries, locate));
  else await io.stdout.write(textOf(io, entries, locate));
  return exitCodes.clean;
}

async function refuse(io: Io, sentence: string): Promise<ExitCode> {
  await reportProblem(io, sentence);
  return exitCodes.environment;
}

function usageProblem({ from, to }: TimelineCommandOptions): string | undefined {
  const wrong = [from, to].find((day) => day !== undefined && parseDate(day) === undefined);
  if (wrong !== undefined) return `"${wrong}" is not a day, such as 2026-03-02`;
  const isEmpty = from !== undefined && to !== undefined && to < from;
  return isEmpty ? `There are no days from ${from} to ${to}` : undefined;
}

function matchesAny(pattern: string, { policies }: Program): boolean {
  return policies.some(({ id }) =>
    pattern.endsWith('.*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern,
  );
}

function textOf(io: Io, entries: readonly TimelineEntry[], locate: (place: Place) => Location): string {
  const palette = createPalette({ color: wantsColor(io, io.stdout) });
  return renderTimeline(entries, { palette, width: textWidth(io.stdout), locate, today: todayOf(io) });
}

function jsonOf(entries: readonly TimelineEntry[], locate: (place: Place) => Location): string {
  const days = entries.map(({ countedBy, place, ...entry }) => {
    const location = place === undefined ? undefined : locate(place);
    return {
      ...entry,
      ...(countedBy === undefined ? {} : { countedBy: locate(countedBy).text }),
      ...(location === undefined ? {} : { file: location.file, line: location.line }),
    };
  });
  return `${JSON.stringify({ version: 1, changes: days }, null, 2)}\n`;
}
