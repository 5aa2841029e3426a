import { isLibraryPath, libraryScheme, packOfPath, pathInPack } from '../../../support/index.ts';
import type { DeclarationUnit, SourceFile } from '../../../syntax/index.ts';
import type { CheckContext } from '../../context.ts';
import type { CsvTable } from './read-csv.ts';
import { readCsv } from './read-csv.ts';

/** A file from which `scenarios` take their rows, as whoever loads the program found it. */
export type RowText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** `reason` completes "The file … ". */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The same with its cells; the unit stands for the whole file, so that messages and tests have their places in it. */
export type RowFile =
  | {
      readonly kind: 'table';
      readonly source: SourceFile;
      readonly unit: DeclarationUnit;
      readonly table: CsvTable;
    }
  | { readonly kind: 'unusable'; readonly reason: string };

const mostCharacters = 16_000_000;
const mostRows = 100_000;

/** What was loaded; undefined where nobody loaded it, so that nothing can be said about it. */
export function computeRowText({ rowTexts }: CheckContext, path: string): RowText | undefined {
  return rowTexts?.get(path);
}

export function areSameTexts(before: RowText | undefined, after: RowText | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (before.kind === 'text' && after.kind === 'text') return before.text === after.text;
  if (before.kind === 'unreadable' && after.kind === 'unreadable') return before.reason === after.reason;
  return before.kind === after.kind;
}

/** Reads the table of a file. */
export function computeRowFile({ queries }: CheckContext, path: string): RowFile | undefined {
  const found = queries.get('row-text', path);
  if (found === undefined) return undefined;
  switch (found.kind) {
    case 'absent':
      return { kind: 'unusable', reason: 'does not exist' };
    case 'unreadable':
      return { kind: 'unusable', reason: found.reason };
    case 'text':
      return tableOf(path, found.text);
  }
}

function tableOf(path: string, text: string): RowFile {
  if (text.length > mostCharacters) return { kind: 'unusable', reason: 'is larger than 16 MB' };
  const table = readCsv(text);
  if (table.rows.length > mostRows + 1) {
    return { kind: 'unusable', reason: `has more than ${mostRows} rows` };
  }
  const tree = { kind: 'unreadable', start: 0, end: text.length } as const;
  const unit: DeclarationUnit = { text, tree, comments: [], skipped: [], diagnostics: [] };
  const source: SourceFile = { path, text, declarations: [{ start: 0, unit }], diagnostics: [] };
  return { kind: 'table', source, unit, table };
}

/**
 * The path of a file that is named beside a source file: relative to it, with forward slashes, and never outside of the
 * project, pack or library that the source file belongs to. Undefined for all others.
 */
export function rowFilePath(source: string, name: string): string | undefined {
  if (name.trim() === '' || /^[/\\~]|^[a-zA-Z]:|\\/.test(name)) return undefined;
  const origin = originOf(source);
  const segments = source.slice(origin.length).split('/').slice(0, -1);
  for (const segment of name.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return `${origin}${segments.join('/')}`;
}

function originOf(source: string): string {
  if (isLibraryPath(source)) return libraryScheme;
  const pack = packOfPath(source);
  return pack === undefined ? '' : pathInPack(pack, '');
}

/** The files that `scenarios` of a source file take rows from, as paths that `rowFilePath` gives. */
export function rowFilesOf({ path, declarations }: SourceFile): readonly string[] {
  return declarations.flatMap(({ unit: { tree } }) => {
    if (tree.kind !== 'scenarios') return [];
    return tree.clauses.flatMap((clause) =>
      clause.kind === 'rows-from-clause' ? (rowFilePath(path, clause.file.value) ?? []) : [],
    );
  });
}
