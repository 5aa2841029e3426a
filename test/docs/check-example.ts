import { readdirSync, readFileSync } from 'node:fs';
import type { CheckedProgram } from '../../packages/compiler/src/checking/index.ts';
import { checkProgram } from '../../packages/compiler/src/checking/index.ts';
import type { FileDiagnostic } from '../../packages/compiler/src/diagnostics/index.ts';
import type { LoadedProgram } from '../../packages/compiler/src/program/index.ts';
import {
  createMemoryHost,
  defaultSettings,
  loadProgram,
  programDiagnostics,
} from '../../packages/compiler/src/program/index.ts';

/** The standard library, by path. */
export const library = readLibrary();

/** The day on which examples are checked. */
export const exampleDay = '2026-11-23';

let earlier: { readonly loaded: LoadedProgram; readonly checked: CheckedProgram } | undefined;

/** An example as the command line would see it: with the modules of the standard library that it uses. */
export interface CheckedExample {
  readonly checked: CheckedProgram;
  readonly diagnostics: readonly FileDiagnostic[];
}

/** Loads and checks the files of an example, by path. */
export async function checkExample(files: Readonly<Record<string, string>>): Promise<CheckedExample> {
  const loaded = await loadProgram({
    host: createMemoryHost(files, library),
    paths: Object.keys(files).filter((path) => !path.endsWith('.csv')),
    previous: earlier?.loaded.files ?? [],
  });
  const checked = checkProgram({
    files: loaded.files,
    rowTexts: loaded.rowTexts,
    today: exampleDay,
    ...(earlier === undefined ? {} : { previous: earlier.checked }),
  });
  if (loaded.files.length > Object.keys(files).length) earlier = { loaded, checked };
  const diagnostics = programDiagnostics({ loaded, checked: checked.diagnostics, settings: defaultSettings });
  return { checked, diagnostics };
}

/** What a message says, in one line, for the output of a failing test. */
export function describeDiagnostic({ file, diagnostic }: FileDiagnostic): string {
  const parts = [diagnostic.headline, diagnostic.because, diagnostic.help].filter(
    (part) => part !== undefined,
  );
  return `${file.path} ${diagnostic.severity} ${diagnostic.code}: ${parts.join(' | ')}`;
}

function readLibrary(): Record<string, string> {
  const folder = new URL('../../packages/compiler/library/std/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.privacy'));
  return Object.fromEntries(
    names.map((name) => [`std/${name}`, readFileSync(new URL(name, folder), 'utf8')]),
  );
}
