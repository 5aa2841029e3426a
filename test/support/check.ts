import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CheckedProgram } from '../../packages/compiler/src/checking/index.ts';
import { checkProgram } from '../../packages/compiler/src/checking/index.ts';
import type { SourceFile } from '../../packages/compiler/src/syntax/index.ts';
import { parseSourceFile } from '../../packages/compiler/src/syntax/index.ts';

const root = new URL('../../', import.meta.url);

/** The path of a file of the repository. */
export function repositoryPath(relative: string): string {
  return fileURLToPath(new URL(relative, root));
}

function readSources(folder: string): SourceFile[] {
  const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.privacy'));
  return names.map((name) => {
    const path = `${folder}${name}`;
    return parseSourceFile({ path, text: readFileSync(new URL(path, root), 'utf8') });
  });
}

let library: readonly SourceFile[] | undefined;

/** The standard library, read once. */
export function standardLibrary(): readonly SourceFile[] {
  library ??= readSources('packages/compiler/library/std/');
  return library;
}

/** A small vocabulary without modules, for tests that need no real law. */
export function smallVocabulary(): readonly SourceFile[] {
  return readSources('test/fixtures/vocabulary/');
}

/** Checks texts together with a vocabulary; paths are made up. */
export function checkTexts(
  texts: string | readonly string[],
  vocabulary: readonly SourceFile[] = smallVocabulary(),
): CheckedProgram {
  const list = typeof texts === 'string' ? [texts] : texts;
  const files = list.map((text, index) => parseSourceFile({ path: `policies/${index + 1}.privacy`, text }));
  return checkProgram({ files: [...vocabulary, ...files] });
}

/** The codes of all messages, in order. */
export function codesOf(checked: CheckedProgram): string[] {
  return checked.diagnostics.map(({ diagnostic }) => diagnostic.code);
}

/** The text that a message points at. */
export function markedTexts(checked: CheckedProgram): string[] {
  return checked.diagnostics.map(({ file, unit, diagnostic }) => {
    const start = unit?.start ?? 0;
    return file.text.slice(start + diagnostic.span.start, start + diagnostic.span.end);
  });
}
