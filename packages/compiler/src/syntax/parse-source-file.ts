import type { Diagnostic } from '../diagnostics/index.ts';
import { createDiagnostic } from '../diagnostics/index.ts';
import { parseDeclaration } from './parse-declaration.ts';
import type { DeclarationUnit, PlacedDeclaration, SourceFile } from './source-file.ts';
import { nextDeclaration } from './split-declarations.ts';
import type { ChangedPart } from './unit-reuse.ts';
import { startReuse } from './unit-reuse.ts';

/** What a file is read from. */
export interface ParseOptions {
  /** The path relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** An earlier version of the same file: declarations whose text is unchanged keep their units. */
  readonly previous?: SourceFile;
  /** The only part in which the text differs from that version; without it, both are compared. */
  readonly changed?: ChangedPart;
}

/** The longest text that is read, in UTF-16 code units. */
export const longestText = 16 * 1024 * 1024;

/** Reads a file; mistakes become diagnostics, nothing is thrown. */
export function parseSourceFile(options: ParseOptions): SourceFile {
  const steps = parseSourceFileSteps(options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Like `parseSourceFile`, with a pause after every declaration that was read anew. */
export function* parseSourceFileSteps(options: ParseOptions): Generator<void, SourceFile> {
  const { path, text } = options;
  if (text.length > longestText) return tooLarge(path, text);
  const previous = usable(options.previous, path);
  const reuse = startReuse(text, previous, previous && options.changed);
  const declarations: PlacedDeclaration[] = [...reuse.before];
  let broken = declarations.filter(({ unit }) => isBroken(unit)).length;
  let start = reuse.start;
  while (start < text.length) {
    const rest = reuse.restFrom(start);
    if (rest !== undefined) {
      declarations.push(...rest);
      break;
    }
    const end = nextDeclaration(text, start);
    const reused = reuse.unitFor(start, end);
    const unit =
      reused ?? parseDeclaration(ownText(text, start, end, previous), { mends: broken < mostBroken });
    declarations.push({ start, unit });
    if (isBroken(unit)) broken += 1;
    start = end;
    if (reused === undefined) yield;
  }
  const diagnostics = broken > mostBroken ? [tooManyBroken()] : [];
  return { path, text, declarations, diagnostics };
}

/** After so many declarations with mistakes, only correct ones are read, so that no text can keep the reader busy. */
const mostBroken = 1000;

function tooManyBroken(): Diagnostic {
  return createDiagnostic('syntax/too-many-broken', { start: 0, end: 0 }, { count: mostBroken });
}

function isBroken({ diagnostics }: DeclarationUnit): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** An earlier version of the same file, if all of it was read. */
function usable(previous: SourceFile | undefined, path: string): SourceFile | undefined {
  if (previous === undefined || previous.path !== path || previous.diagnostics.length > 0) return undefined;
  return previous;
}

/** A part of a new version is copied, so that its unit does not keep all of that version's text alive. */
function ownText(text: string, start: number, end: number, previous: SourceFile | undefined): string {
  const part = text.slice(start, end);
  return previous === undefined ? part : ` ${part}`.slice(1);
}

function tooLarge(path: string, text: string): SourceFile {
  const span = { start: 0, end: 0 };
  const unit: DeclarationUnit = {
    text,
    tree: { kind: 'unreadable', start: 0, end: text.length },
    comments: [],
    skipped: [{ start: 0, end: text.length }],
    diagnostics: [],
  };
  const limit = longestText / 1024 / 1024;
  const diagnostics = [createDiagnostic('syntax/file-too-large', span, { limit })];
  return { path, text, declarations: [{ start: 0, unit }], diagnostics };
}
