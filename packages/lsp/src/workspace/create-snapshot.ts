import type { CheckedProgram, DeclarationUnit, FileDiagnostic, LoadedProgram } from '@privacy-lang/compiler';
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
  let homes: ReadonlyMap<DeclarationUnit, Home> | undefined;
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
    homeOf(unit) {
      homes ??= indexHomes(files);
      return homes.get(unit);
    },
    get symbols() {
      symbols ??= createSymbolIndex(
        files.map(({ source }) => source),
        checked.references,
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
    const key = addressOfPath(parts.environment, parts.spec.project.root, source.path);
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

function indexHomes(files: readonly ProgramFile[]): ReadonlyMap<DeclarationUnit, Home> {
  const homes = new Map<DeclarationUnit, Home>();
  for (const file of files) {
    for (const { unit, start } of file.source.declarations) {
      if (!homes.has(unit)) homes.set(unit, { file, start });
    }
  }
  return homes;
}
