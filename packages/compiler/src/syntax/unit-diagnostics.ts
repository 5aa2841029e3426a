import type { Diagnostic } from '../diagnostics/index.ts';
import { createDiagnostic } from '../diagnostics/index.ts';
import { remove, reviewedFix } from './fixes.ts';
import { hiddenCharacter } from './lexing/characters.ts';
import type { ScanState } from './lexing/scan-state.ts';
import type { Comment } from './source-file.ts';
import type { Documentation } from './tree-names.ts';

const allHidden = new RegExp(hiddenCharacter.source, 'g');

/** Warns of characters that make a text look different from what it says. */
export function hiddenCharacters(text: string): Diagnostic[] {
  if (!hiddenCharacter.test(text)) return [];
  const found: Diagnostic[] = [];
  for (const match of text.matchAll(allHidden)) {
    const span = { start: match.index, end: match.index + 1 };
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const fixes = [reviewedFix('Remove it', remove(span))];
    const values = { code: `U+${code}` };
    const isControl = match[0] < '\u00a0';
    const name = isControl ? 'syntax/control-character' : 'syntax/hidden-character';
    found.push(createDiagnostic(name, span, values, { fixes }));
    if (found.length >= mostHidden) break;
  }
  return found;
}

/** More of them are not listed: the text is no text at all then. */
const mostHidden = 20;

/** Documentation that stands above nothing that can have one: kept as comments, with a warning. */
export function strayDocumentation(
  scanned: ScanState,
  used: ReadonlySet<Documentation>,
): { readonly comments: readonly Comment[]; readonly findings: readonly Diagnostic[] } {
  if (scanned.documents.length === used.size) return { comments: scanned.comments, findings: [] };
  const stray = scanned.documents.filter((documentation) => !used.has(documentation));
  const comments = [...scanned.comments];
  for (const { start, end } of stray)
    comments.push({ start, end, text: scanned.text.slice(start, end), ownLine: true });
  comments.sort((left, right) => left.start - right.start);
  return {
    comments,
    findings: stray.map((span) => createDiagnostic('syntax/stray-documentation', span, {})),
  };
}
