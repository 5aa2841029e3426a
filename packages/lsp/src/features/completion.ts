import type { CompletionItem, CompletionList, Range } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import { useEdits } from '../completion/auto-use.ts';
import { citationItems } from '../completion/citations.ts';
import type { Cursor } from '../completion/cursor.ts';
import { cursorAt, dottedBefore } from '../completion/cursor.ts';
import { namesAt } from '../completion/names-at.ts';
import { snippets } from '../completion/snippets.ts';
import type { Suggestion } from '../completion/suggestions.ts';
import { describeSymbol } from '../describe/index.ts';
import { rangeFrom } from '../model/places.ts';
import type { ProgramFile, ProgramSnapshot, Target } from '../model/snapshot.ts';
import type { EditorSymbol } from '../model/symbols.ts';

/** What a suggestion carries along, so that its documentation can be made when it is looked at. */
export interface CompletionData {
  readonly uri: string;
  readonly symbol: EditorSymbol;
}

export interface CompletionOptions {
  /** The names of all modules that a file can use. */
  readonly modules: readonly string[];
  /** Whether the editor takes texts with places to fill in. */
  readonly takesSnippets?: boolean;
}

/** What can be written at a place: declared names first, then the words of the language. */
export function completion({ snapshot, file, offset }: Target, options: CompletionOptions): CompletionList {
  const cursor = cursorAt(file, offset);
  if (cursor.expected.inside !== 'code') {
    return { isIncomplete: false, items: citationItems(snapshot, file, cursor) };
  }
  const names = new Map<string, Suggestion>();
  for (const piece of cursor.expected.pieces) {
    for (const suggestion of namesAt({ snapshot, cursor, ...options }, piece)) {
      if (!names.has(suggestion.label)) names.set(suggestion.label, suggestion);
    }
  }
  const items = [...names.values()].map((name) => nameItem(file, cursor, name));
  const words = wordItems(file, cursor);
  const filled = options.takesSnippets === true ? snippetItems(file, cursor) : [];
  return { isIncomplete: false, items: [...items, ...words, ...filled] };
}

/** What belongs to a suggestion once it is looked at: its documentation, and the `use` that the file lacks. */
export function resolveCompletion(
  item: CompletionItem,
  snapshot: ProgramSnapshot,
  { uri, symbol }: CompletionData,
): CompletionItem {
  const file = snapshot.files.find((each) => each.uri === uri);
  const edits = file === undefined ? [] : useEdits(snapshot, file, symbol);
  const documentation = completionDocumentation(snapshot, symbol);
  return {
    ...item,
    ...(documentation === undefined ? {} : { documentation }),
    ...(edits.length === 0 ? {} : { additionalTextEdits: edits }),
  };
}

function snippetItems(file: ProgramFile, cursor: Cursor): CompletionItem[] {
  const range = rangeFrom(file, cursor.start, cursor.expected.replace);
  const words = new Set(cursor.expected.words.map(({ text }) => text));
  return snippets
    .filter(({ word }) => words.has(word))
    .map(({ label, word, detail, body }) => ({
      label,
      kind: CompletionItemKind.Snippet,
      detail,
      filterText: word,
      sortText: `4 ${label}`,
      insertTextFormat: InsertTextFormat.Snippet,
      insertTextMode: InsertTextMode.adjustIndentation,
      textEdit: { range, newText: body },
    }));
}

/** The documentation of a suggestion. */
export function completionDocumentation(
  snapshot: ProgramSnapshot,
  symbol: EditorSymbol,
): CompletionItem['documentation'] {
  return { kind: MarkupKind.Markdown, value: describeSymbol(snapshot, symbol) };
}

/** Names with dots replace all of the dotted name in front of the cursor, others the last word. */
function nameItem(file: ProgramFile, cursor: Cursor, suggestion: Suggestion): CompletionItem {
  const { label, kind, detail, description, alsoTyped = [], symbol } = suggestion;
  const data: CompletionData | undefined = symbol === undefined ? undefined : { uri: file.uri, symbol };
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(description === undefined ? {} : { labelDetails: { description } }),
    ...(alsoTyped.length === 0 ? {} : { filterText: [label, ...alsoTyped].join(' ') }),
    sortText: `1 ${label}`,
    textEdit: { range: replacedRange(file, cursor, label), newText: label },
    ...(data === undefined ? {} : { data }),
  };
}

function replacedRange(file: ProgramFile, cursor: Cursor, label: string): Range {
  const { replace } = cursor.expected;
  const isDotted = label.includes('.') && cursor.before.at(-1)?.text === '.';
  const start = isDotted ? dottedBefore(cursor.before).start : replace.start;
  return rangeFrom(file, cursor.start, { start, end: replace.end });
}

/** Words that begin a value come after those that belong to the place itself. */
function wordItems(file: ProgramFile, cursor: Cursor): CompletionItem[] {
  const range = rangeFrom(file, cursor.start, cursor.expected.replace);
  const seen = new Set<string>();
  return cursor.expected.words.flatMap(({ text, phrase }) => {
    if (seen.has(text)) return [];
    seen.add(text);
    return {
      label: text,
      kind: CompletionItemKind.Keyword,
      ...(phrase === text ? {} : { detail: phrase }),
      sortText: `${valueWords.has(phrase) ? 3 : 2} ${text}`,
      textEdit: { range, newText: text },
    };
  });
}

const valueWords: ReadonlySet<string> = new Set([
  'yes',
  'no',
  'unknown',
  'now',
  'today',
  'time',
  'weekday',
  'age',
  'number of',
  'later of',
  'earlier of',
  ...['start', 'end'].flatMap((edge) =>
    ['week', 'month', 'quarter', 'year'].map((unit) => `${edge} of ${unit} of`),
  ),
]);
