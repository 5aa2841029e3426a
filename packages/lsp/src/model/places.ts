import type { DeclarationUnit, Span } from '@privacy-lang/compiler';
import type { Location, Range } from 'vscode-languageserver';
import type { ProgramSnapshot, TextSnapshot } from './snapshot.ts';

/** The range of a span that counts from the start of a declaration. */
export function rangeFrom(file: Pick<TextSnapshot, 'positions'>, start: number, span: Span): Range {
  return file.positions.toRange({ start: start + span.start, end: start + span.end });
}

/** Where a part of a declaration stands; undefined where the declaration is in none of the program's files. */
export function locationOf(
  snapshot: ProgramSnapshot,
  { unit, start, end }: Span & { readonly unit: DeclarationUnit },
): Location | undefined {
  const home = snapshot.homeOf(unit);
  if (home === undefined) return undefined;
  return { uri: home.file.uri, range: rangeFrom(home.file, home.start, { start, end }) };
}
