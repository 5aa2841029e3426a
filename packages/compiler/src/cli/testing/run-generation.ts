import { formatSourceFile } from '../../formatting/index.ts';
import type { Program } from '../../logic/index.ts';
import { parseSourceFile } from '../../syntax/index.ts';
import type { Generation, ProposedTable, Recording } from '../../testing/index.ts';
import { generateCases, proposeTables } from '../../testing/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes } from '../io.ts';
import { startProgress } from '../progress.ts';
import { shownFrom, shownPath } from '../report.ts';
import type { Sources } from '../select-sources.ts';
import { isCountedIn } from './counted-files.ts';
import type { TestOptions } from './options.ts';
import { createTurns } from './take-turns.ts';

export interface GenerationRun {
  readonly io: Io;
  readonly sources: Sources;
  readonly options: TestOptions;
  readonly program: Program;
  readonly recording: Recording;
}

/** `privacy test --generate`: proposes tests for what no test comes across. The tests go to standard output. */
export async function runGeneration(run: GenerationRun): Promise<ExitCode> {
  const { io, options, program } = run;
  const generation = await collectCases(run);
  const tables = proposeTables(program, generation.cases).map((table) => ({
    ...table,
    text: laidOut(table),
  }));
  const text = options.format === 'json' ? renderJson(tables, generation, run) : renderTables(tables, run);
  await io.stdout.write(text);
  await io.stderr.write(`${summary(generation)}\n`);
  return exitCodes.clean;
}

async function collectCases({ io, sources, recording }: GenerationRun): Promise<Generation> {
  const steps = generateCases({ recording, isCounted: isCountedIn(sources) });
  const progress = startProgress(io);
  const takeTurn = createTurns(io);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      progress.stop();
      return step.value;
    }
    progress.show(`Looked for ${step.value.done} of ${step.value.total} outcomes`);
    await takeTurn();
  }
}

function laidOut({ text }: ProposedTable): string {
  return formatSourceFile(parseSourceFile({ path: 'proposed.privacy', text }));
}

/** Each file's tables below its path, so that a reader knows where to paste them. */
function renderTables(tables: readonly ProposedTable[], run: GenerationRun): string {
  const files = [...new Set(tables.map(({ file }) => file))];
  const parts = files.map((file) => {
    const own = tables.filter((table) => table.file === file).map(({ text }) => text.trimEnd());
    return [`// For ${shown(file, run)}`, ...own].join('\n\n');
  });
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

function shown(file: string, { io, sources, options }: GenerationRun): string {
  return shownPath(file, sources.project.root, shownFrom(io, options.format));
}

function renderJson(
  tables: readonly ProposedTable[],
  { unreached, open, cases }: Generation,
  run: GenerationRun,
): string {
  const document = {
    version: 1,
    summary: { open, cases: cases.length, unreached: unreached.length },
    tables: tables.map((table) => ({ ...table, file: shown(table.file, run) })),
    unreached,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function summary({ cases, unreached, open }: Generation): string {
  if (open === 0) return 'The tests come across everything: there is nothing to propose.';
  const proposed = `${cases.length} ${cases.length === 1 ? 'case' : 'cases'}`;
  const reached = `${proposed} for ${open - unreached.length} of ${open} outcomes and boundaries that no test comes across.`;
  const missing = unreached.slice(0, 5).map((words) => `  ${words}`);
  const more = unreached.length > missing.length ? [`  and ${unreached.length - missing.length} more`] : [];
  const rest = unreached.length === 0 ? [] : ['No case was found for:', ...missing, ...more];
  return [reached, 'Look at every answer before you keep it: it is what the rules say today.', ...rest].join(
    '\n',
  );
}
