import { readdirSync, readFileSync } from 'node:fs';
import type { Position, Range } from 'vscode-languageserver';
import type { ProgramSnapshot, Target } from '../../packages/lsp/src/model/snapshot.ts';
import type { Environment } from '../../packages/lsp/src/workspace/environment.ts';
import { createMemoryEnvironment, createTextStore } from '../../packages/lsp/src/workspace/environment.ts';
import { Workspace } from '../../packages/lsp/src/workspace/workspace.ts';
import { repositoryPath } from '../support/check.ts';

/** The folder that fixtures are in; the editor has it open. */
export const fixtureRoot = 'file:///project';

/** A text without its marks, and where they were. */
export interface MarkedText {
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  /** Where `|` stood. */
  readonly cursor: number | undefined;
  /** Where `[[` and `]]` stood. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Reads the marks that every test of the editor uses: `|` is the cursor, `[[` and `]]` are around what is expected,
 * and `// file: NAME` begins the next file. Lines of a table, which begin with `|` and have another one, hold no cursor.
 */
export function readMarks(fixture: string): readonly MarkedText[] {
  const files = fixture.split(/^\/\/ file: (.+)\n/m);
  const first = files[0]?.trim() === '' ? [] : [readFile('main.privacy', files[0] ?? '')];
  const others = files
    .slice(1)
    .flatMap((part, index) => (index % 2 === 0 ? [readFile(part.trim(), files[index + 2] ?? '')] : []));
  return [...first, ...others];
}

function readFile(path: string, marked: string): MarkedText {
  let text = '';
  let cursor: number | undefined;
  const open: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  for (const line of marked.split(/(?<=\n)/)) {
    const signs = /^\s*\|.*\|/.test(line) ? /(\[\[|\]\])/ : /(\[\[|\]\]|\|)/;
    for (const part of line.split(signs)) {
      if (part === '[[') open.push(text.length);
      else if (part === ']]') ranges.push({ start: open.pop() ?? 0, end: text.length });
      else if (part === '|' && signs.source.includes('\\|)')) cursor = text.length;
      else text += part;
    }
  }
  return { path, uri: `${fixtureRoot}/${path}`, text, cursor, ranges };
}

/** An editor with all files of a fixture open, and the standard library at hand. */
export interface OpenFixture {
  readonly workspace: Workspace;
  readonly files: readonly MarkedText[];
  /** The file with the cursor, or else the first one. */
  readonly main: MarkedText;
  readonly position: Position;
  program(): Promise<ProgramSnapshot>;
  target(): Promise<Target>;
  /** The ranges of the marks, by file. */
  expectedRanges(): { readonly uri: string; readonly range: Range }[];
}

const libraryFolder = repositoryPath('packages/compiler/library/std');
const library = createTextStore(
  Object.fromEntries(
    readdirSync(libraryFolder).map((name) => [
      `std/${name}`,
      readFileSync(`${libraryFolder}/${name}`, 'utf8'),
    ]),
  ),
);

/** An environment whose only files are those of a fixture. */
export function fixtureEnvironment(files: readonly Pick<MarkedText, 'uri' | 'text'>[]): Environment {
  return createMemoryEnvironment(new Map(files.map(({ uri, text }) => [uri, text])), { library });
}

export function openFixture(fixture: string): OpenFixture {
  const files = readMarks(fixture);
  const environment = fixtureEnvironment(files);
  const workspace = new Workspace({ environment, encoding: 'utf-16', folders: [fixtureRoot] });
  for (const { uri, text } of files) {
    workspace.open({ uri, languageId: uri.endsWith('.json') ? 'json' : 'privacy', version: 1, text });
  }
  const main = files.find(({ cursor }) => cursor !== undefined) ?? present(files[0]);
  const position = positionAt(main.text, main.cursor ?? 0);
  return {
    workspace,
    files,
    main,
    position,
    program: async () => present(await workspace.programAt(main.uri)),
    target: async () => present(await workspace.targetAt(main.uri, position)),
    expectedRanges: () =>
      files.flatMap(({ uri, text, ranges }) => ranges.map((range) => ({ uri, range: rangeIn(text, range) }))),
  };
}

/** A value that the test knows to be there. */
export function present<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw new Error('the fixture has no such thing');
  return value;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function rangeIn(text: string, { start, end }: { start: number; end: number }): Range {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

/** The text after edits that an editor applies all at once. */
export function applyEdits(text: string, edits: readonly { range: Range; newText: string }[]): string {
  const offsetOf = ({ line, character }: Position): number =>
    text
      .split('\n')
      .slice(0, line)
      .reduce((sum, each) => sum + each.length + 1, 0) + character;
  const ordered = [...edits].sort((left, right) => offsetOf(right.range.start) - offsetOf(left.range.start));
  return ordered.reduce(
    (result, { range, newText }) =>
      result.slice(0, offsetOf(range.start)) + newText + result.slice(offsetOf(range.end)),
    text,
  );
}

/** Vocabulary and a policy that most tests start from. */
export const smallProgram = `
// file: vocabulary.privacy
module small

authorities law binding > company tenant

/// Ways to reach a customer.
taxonomy Channel "Ways to reach a customer" {
  voice { live-call "Live call", automated-call }
  email "E-mail" also "mail"
}
taxonomy Place levels country, subdivision {
  DE "Germany"
  GB "United Kingdom" also "UK" { GB-ENG "England" }
}
group EU of Place zone "Europe/Brussels" { DE since 1958-01-01, GB since 1973-01-01 through 2020-01-31 }
group EEA of Place zone "Europe/Brussels" { EU }

record Customer "A customer" {
  /// Where the customer lives.
  residence: within Place
  is-individual: boolean
  orders: list of Order
}
record Order { channel: Channel }

activity contact "Contact a customer" {
  customer: Customer
  channel: Channel
  jurisdiction: each of (customer.residence)
}
obligation tell-source "Say where the data came from"

/// Whether the customer ever ordered this way.
define ordered(who: Customer, by: Channel) as
  some o in who.orders satisfies o.channel is by
`;
