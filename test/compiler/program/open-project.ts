import type { CheckedProgram } from '../../../packages/compiler/src/checking/index.ts';
import { checkProgram } from '../../../packages/compiler/src/checking/index.ts';
import type { LocatedDiagnostic } from '../../../packages/compiler/src/diagnostics/index.ts';
import { createDiagnosticLocator } from '../../../packages/compiler/src/diagnostics/index.ts';
import type { LoadedProgram, ResolvedPacks } from '../../../packages/compiler/src/program/index.ts';
import {
  createMemoryHost,
  loadProgram,
  programDiagnostics,
  readProjectFile,
  resolvePacks,
} from '../../../packages/compiler/src/program/index.ts';

/** A project with its packs, as hosts put it together. */
export interface OpenedProject {
  readonly resolved: ResolvedPacks;
  readonly loaded: LoadedProgram;
  readonly checked: CheckedProgram;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Opens a project in memory: its privacy.json, the `.privacy` files beside it, and the packs below `node_modules`. */
export async function openProject(
  files: Readonly<Record<string, string>>,
  previous?: CheckedProgram,
): Promise<OpenedProject> {
  const host = createMemoryHost(files, { 'std/empty.privacy': 'module std.empty\n' });
  const projectFile = { path: 'privacy.json', text: files['privacy.json'] ?? '{}' };
  const { settings } = readProjectFile(projectFile);
  const resolved = await resolvePacks({ packages: host.packages, projectFile, settings });
  const { packs } = resolved;
  const own = Object.keys(files).filter(
    (path) => path.endsWith('.privacy') && !path.includes('node_modules/'),
  );
  const paths = [...own, ...packs.flatMap((pack) => pack.files)];
  const loaded = await loadProgram({ host, paths, packs, previous: previous?.program.files ?? [] });
  const checked = checkProgram({
    files: loaded.files,
    packs,
    defaultZone: settings.zone,
    ...(previous === undefined ? {} : { previous }),
  });
  const found = programDiagnostics({ loaded, checked: checked.diagnostics, settings });
  const diagnostics = [...resolved.diagnostics, ...found.map(createDiagnosticLocator(loaded.files))];
  return { resolved, loaded, checked, diagnostics };
}

/** What is wrong, with what to do about it: one line a message. */
export function messagesOf({ diagnostics }: Pick<OpenedProject, 'diagnostics'>): readonly string[] {
  return diagnostics.map(({ place: { source, from }, code, headline, because, help }) => {
    const sentences = [headline, because, help].filter((part) => part !== undefined);
    return `${source.path}:${from.line} ${code}: ${sentences.join(' | ')}`;
  });
}
