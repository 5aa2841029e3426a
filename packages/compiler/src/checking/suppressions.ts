import type { Diagnostic } from '../diagnostics/index.ts';
import { createDiagnostic, isMessageCode } from '../diagnostics/index.ts';
import type { Comment, DeclarationUnit } from '../syntax/index.ts';

/** `// ignore lint/until-last-day: the contract says so` on the line above, or at the end of the line. */
const suppressionPattern = /^\/\/\s*ignore\s+([a-z]+\/[a-z-]+)\s*(?::\s*(.*))?$/;

interface Suppression {
  readonly comment: Comment;
  readonly code: string;
  readonly reason: string;
  /** Offsets of the line that it speaks about. */
  readonly from: number;
  readonly to: number;
}

/** Leaves out the lints that a comment switches off, and reports comments that do not do so properly. */
export function withoutSuppressed(unit: DeclarationUnit, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const suppressions = unit.comments.flatMap((comment) => suppressionOf(unit, comment) ?? []);
  if (suppressions.length === 0) return [...diagnostics];
  const used = new Set<Suppression>();
  const kept = diagnostics.filter((diagnostic) => {
    const match = suppressions.find((suppression) => covers(suppression, diagnostic));
    if (match !== undefined) used.add(match);
    return match === undefined;
  });
  return [...kept, ...suppressions.flatMap((suppression) => problemOf(suppression, used.has(suppression)))];
}

function suppressionOf(unit: DeclarationUnit, comment: Comment): Suppression | undefined {
  const match = suppressionPattern.exec(comment.text.trim());
  if (match === null) return undefined;
  const [from, to] = comment.ownLine
    ? lineAfter(unit.text, comment.end)
    : lineAround(unit.text, comment.start);
  return { comment, code: match[1] ?? '', reason: (match[2] ?? '').trim(), from, to };
}

function covers(suppression: Suppression, diagnostic: Diagnostic): boolean {
  return (
    diagnostic.code === suppression.code &&
    diagnostic.code.startsWith('lint/') &&
    diagnostic.span.start >= suppression.from &&
    diagnostic.span.start <= suppression.to
  );
}

function problemOf({ comment, code, reason }: Suppression, isUsed: boolean): Diagnostic[] {
  if (!isMessageCode(code) || !code.startsWith('lint/')) {
    return [createDiagnostic('lint/ignore-unknown', comment, { code })];
  }
  if (!isUsed && !datedLints.has(code)) {
    const removal = {
      title: 'Remove the comment',
      kind: 'automatic' as const,
      edits: [{ span: comment, newText: '' }],
    };
    return [createDiagnostic('lint/needless-ignore', comment, { code }, { fixes: [removal] })];
  }
  return reason === '' ? [createDiagnostic('lint/ignore-without-reason', comment, { code })] : [];
}

/** Whether a day finds anything depends on the day, and not on the text: comments about it stay. */
const datedLints: ReadonlySet<string> = new Set(['lint/not-in-force', 'lint/cover-ended']);

/** Whether a comment in the declaration switches a lint off. */
export function isSuppressed(unit: DeclarationUnit, diagnostic: Diagnostic): boolean {
  return unit.comments.some((comment) => {
    const suppression = suppressionOf(unit, comment);
    return suppression !== undefined && covers(suppression, diagnostic);
  });
}

function lineAround(text: string, offset: number): [number, number] {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return [from, end < 0 ? text.length : end];
}

function lineAfter(text: string, offset: number): [number, number] {
  const end = text.indexOf('\n', offset);
  return end < 0 ? [text.length, text.length] : lineAround(text, end + 1);
}
