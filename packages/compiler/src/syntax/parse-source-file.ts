import { parseDeclaration } from './parse-declaration.ts';
import type { PlacedDeclaration, SourceFile } from './source-file.ts';
import { splitDeclarations } from './split-declarations.ts';

/** What a file is read from. */
export interface ParseOptions {
  /** The path relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** An earlier version of the same file: declarations whose text is unchanged keep their units. */
  readonly previous?: SourceFile;
}

/** Reads a file; mistakes become diagnostics, nothing is thrown. */
export function parseSourceFile(options: ParseOptions): SourceFile {
  const steps = parseSourceFileSteps(options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Like `parseSourceFile`, pausing after every declaration that was read anew. */
export function* parseSourceFileSteps(options: ParseOptions): Generator<void, SourceFile> {
  const { path, text } = options;
  const starts = splitDeclarations(text);
  const declarations: PlacedDeclaration[] = [];
  for (const [index, start] of starts.entries()) {
    declarations.push({ start, unit: parseDeclaration(text.slice(start, starts[index + 1])) });
    yield;
  }
  return { path, text, declarations, diagnostics: [] };
}
