import type { EmittedFile } from '@privacy-lang/compiler';
import { emitTypeScript } from '@privacy-lang/compiler';
import type { Range } from 'vscode-languageserver';
import type { ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import type { CodeMapping, GeneratedCode } from '../protocol.ts';
import { protocolVersion } from '../protocol.ts';
import { generatedContentScheme } from '../workspace/addresses.ts';
import { errorCount } from './decide-case.ts';
import { readSourceMap } from './source-maps.ts';

/** What the declarations of a file compile to, with the places that belong together. */
export function generatedCode(
  snapshot: ProgramSnapshot,
  file: ProgramFile,
  options: { readonly range?: Range | undefined } = {},
): GeneratedCode {
  const version = protocolVersion;
  if (snapshot.checked.hasErrors) {
    return { version, files: [], mappings: [], notReady: { errors: errorCount(snapshot) } };
  }
  const emitted = emittedFiles(snapshot);
  const byPath = new Map(emitted.map(({ path, text }) => [path, text]));
  const all = emitted
    .filter(({ path }) => path.endsWith('.ts.map'))
    .flatMap((map) => mappingsOf(file, map, byPath.get(map.path.slice(0, -'.map'.length)) ?? ''));
  const paths = new Set(all.map(({ generated }) => generated.path));
  const { range } = options;
  return {
    version,
    files: [...paths].sort().map((path) => ({
      path,
      uri: generatedUri(snapshot, path),
      text: byPath.get(path) ?? '',
    })),
    mappings: range === undefined ? all : all.filter(({ source }) => overlaps(source.range, range)),
  };
}

const known = new WeakMap<object, readonly EmittedFile[]>();

/** All of what a program compiles to; it is compiled once for each version. */
export function emittedFiles({ checked }: ProgramSnapshot): readonly EmittedFile[] {
  const before = known.get(checked);
  if (before !== undefined) return before;
  const files = emitTypeScript({ program: checked.program });
  known.set(checked, files);
  return files;
}

/** The address under which an editor can open a file that is nowhere on the disk. */
export function generatedUri({ id }: Pick<ProgramSnapshot, 'id'>, path: string): string {
  return `${generatedContentScheme}:/${encodeURIComponent(id)}/${path}`;
}

/** The text behind such an address; undefined where no program has it. */
export function generatedText(programs: readonly ProgramSnapshot[], uri: string): string | undefined {
  for (const snapshot of programs) {
    const start = generatedUri(snapshot, '');
    if (!uri.startsWith(start) || snapshot.checked.hasErrors) continue;
    return emittedFiles(snapshot).find(({ path }) => path === uri.slice(start.length))?.text;
  }
  return undefined;
}

/** The marks of one emitted file that lead to a source; each reaches up to the next one. */
function mappingsOf({ uri, source, positions }: ProgramFile, map: EmittedFile, text: string): CodeMapping[] {
  const path = map.path.slice(0, -'.map'.length);
  const lines = text.split('\n');
  const entries = readSourceMap(map.text);
  return entries.flatMap((entry, index) => {
    if (!isPathOf(entry.source, source.path)) return [];
    const next = entries[index + 1];
    const endsHere = next !== undefined && next.generatedLine === entry.generatedLine;
    const start = { line: entry.generatedLine, character: entry.generatedColumn };
    const end = endsHere
      ? { line: next.generatedLine, character: next.generatedColumn }
      : { line: entry.generatedLine, character: lines[entry.generatedLine]?.length ?? 0 };
    const offset = (positions.lineStarts()[entry.line] ?? 0) + entry.column;
    const range = positions.toRange({ start: offset, end: endOfLine(source.text, offset) });
    return [{ source: { uri, range }, generated: { path, range: { start, end } } }];
  });
}

/** Sources are seen from the generated file: `../../policies/uk.privacy`. */
function isPathOf(seen: string, path: string): boolean {
  return seen.replace(/^(?:\.\.\/)+/, '') === path;
}

function endOfLine(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

function overlaps(left: Range, right: Range): boolean {
  const isBefore = (one: Range['start'], other: Range['start']): boolean =>
    one.line < other.line || (one.line === other.line && one.character <= other.character);
  return isBefore(left.start, right.end) && isBefore(right.start, left.end);
}
