import type { LocatedDiagnostic } from '../../../diagnostics/index.ts';
import { createDiagnostic, locateInSource } from '../../../diagnostics/index.ts';
import type { SourceFile } from '../../../syntax/index.ts';
import { projectFileName } from '../../project-file.ts';
import type { PackageFile } from '../package-file.ts';
import { memberOf } from '../package-file.ts';

/** Whether everything that the pack consists of is among the files that npm would publish. */
export function checkPublishedFiles({
  packageFile,
  files,
  published,
}: {
  readonly packageFile: PackageFile;
  readonly files: readonly SourceFile[];
  readonly published: readonly string[] | undefined;
}): readonly LocatedDiagnostic[] {
  if (published === undefined) return [];
  const present = new Set(published);
  const needed = [projectFileName, ...files.filter(isNeeded).map(({ path }) => path)];
  const missing = needed.filter((path) => !present.has(path));
  if (missing.length === 0) return [];
  const { root, source } = packageFile;
  const place = memberOf(root, 'files')?.value ?? { start: root.start, end: root.start + 1 };
  return [locateInSource(createDiagnostic('pack/not-published', place, { files: listed(missing) }), source)];
}

/** Files with nothing but tests can be left at home. */
function isNeeded({ declarations }: SourceFile): boolean {
  return declarations.some(({ unit }) => !testOnly.has(unit.tree.kind));
}

const testOnly: ReadonlySet<string> = new Set(['module', 'use', 'test', 'scenarios', 'let']);

const mostNamed = 3;

function listed(paths: readonly string[]): string {
  const named = paths.slice(0, mostNamed).map((path) => `"${path}"`);
  const rest = paths.length - named.length;
  const parts = rest === 0 ? named : [...named, `${rest} more`];
  return parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
