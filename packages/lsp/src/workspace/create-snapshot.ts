import type {
  CheckedProgram,
  DeclarationUnit,
  FileDiagnostic,
  LoadedProgram,
  SourceFile,
} from '@privacy-lang/compiler';
import { isLibraryPath, programDiagnostics } from '@privacy-lang/compiler';
import type { Home, ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import type { SymbolIndex } from '../model/symbol-index.ts';
import { createSymbolIndex } from '../model/symbol-index.ts';
import type { PositionEncoding } from '../text/positions.ts';
import { createPositions } from '../text/positions.ts';
import { keyUri } from '../text/uris.ts';
import { addressOfPath } from './addresses.ts';
import type { Environment } from './environment.ts';
import type { FileStore } from './file-store.ts';
import type { ProgramSpec } from './projects.ts';

/** What a snapshot is made of. */
export interface SnapshotParts {
  readonly environment: Environment;
  readonly store: FileStore;
  readonly encoding: PositionEncoding;
  readonly spec: ProgramSpec;
  readonly loaded: LoadedProgram;
  readonly checked: CheckedProgram;
  readonly previous: ProgramSnapshot | undefined;
}

/** Puts a checked program into the form that features read; what is costly is made when it is first asked for. */
export function createSnapshot(parts: SnapshotParts): ProgramSnapshot {
  const { spec, loaded, checked } = parts;
  const { root, settings } = spec.project;
  const files = programFiles(parts);
  const byKey = new Map(files.map((file) => [file.key, file]));
  const diagnostics = programDiagnostics({ loaded, checked: checked.diagnostics, settings });
  let symbols: SymbolIndex | undefined;
  return {
    id: spec.id,
    root,
    settings,
    failures: loaded.failures,
    checked,
    files,
    diagnostics: diagnostics.filter((found) => !isAboutOwnLibrary(spec, found)),
    fileAt: (key) => byKey.get(key),
    homeOf: (unit) => findHome(files, unit),
    get symbols() {
      symbols ??= createSymbolIndex(
        files.map(({ source }) => source),
        checked,
      );
      return symbols;
    },
  };
}

/** Where a file of the library itself is looked at, it is no file of a project that takes a library's name. */
function isAboutOwnLibrary(spec: ProgramSpec, { file }: FileDiagnostic): boolean {
  return isLibraryPath(file.path) && spec.paths.includes(file.path);
}

function programFiles(parts: SnapshotParts): readonly ProgramFile[] {
  return parts.loaded.files.map((source) => {
    const key = addressOfPath(parts.environment, parts.spec.project, source.path);
    const document = parts.store.document(key);
    const earlier = parts.previous?.fileAt(key);
    if (earlier?.source === source && earlier.version === document?.version) return earlier;
    const isOpen = document !== undefined && document.text === source.text;
    return {
      key,
      uri: document?.uri ?? keyUri(key),
      source,
      positions: isOpen ? document.positions : createPositions(source.text, parts.encoding),
      isLibrary: isLibraryPath(source.path),
      version: isOpen ? document.version : undefined,
    };
  });
}

const unitStarts = new WeakMap<SourceFile, ReadonlyMap<DeclarationUnit, number>>();

/** Looks a declaration up file by file; what was found out about a file stays with it as long as it is unchanged. */
function findHome(files: readonly ProgramFile[], unit: DeclarationUnit): Home | undefined {
  for (const file of files) {
    const known = unitStarts.get(file.source) ?? startsIn(file.source);
    unitStarts.set(file.source, known);
    const start = known.get(unit);
    if (start !== undefined) return { file, start };
  }
  return undefined;
}

function startsIn({ declarations }: SourceFile): ReadonlyMap<DeclarationUnit, number> {
  return new Map(declarations.map(({ unit, start }) => [unit, start]));
}
