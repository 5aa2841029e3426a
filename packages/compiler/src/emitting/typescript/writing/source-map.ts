import { addMapping, GenMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import type { Project } from '../project.ts';
import type { Mark } from './print.ts';

/** The source map (version 3) from a written file to the policies that it was compiled from. */
export function sourceMapOf(
  project: Project,
  {
    path,
    marks,
    sourceRoot,
  }: { readonly path: string; readonly marks: readonly Mark[]; readonly sourceRoot: string },
): string {
  const map = new GenMapping({ file: path.split('/').at(-1) ?? path });
  const up = `${'../'.repeat(path.split('/').length - 1)}${sourceRoot}`;
  const used = new Set<string>();
  for (const { line, column, place } of marks) {
    const location = project.locate(place);
    if (location.file === '') continue;
    used.add(location.file);
    const original = { line: location.line, column: location.column - 1 };
    addMapping(map, { generated: { line: line + 1, column }, source: `${up}/${location.file}`, original });
  }
  for (const { path: file, text } of project.program.files) {
    if (used.has(file)) setSourceContent(map, `${up}/${file}`, text);
  }
  return JSON.stringify(toEncodedMap(map));
}
