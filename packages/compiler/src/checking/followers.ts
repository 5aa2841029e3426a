import type { Diagnostic, MessageCode } from '../diagnostics/index.ts';
import type { Span } from '../text/index.ts';

/** What says that something is not there: it may stand in the part that could not be read. */
const absences: ReadonlySet<MessageCode> = new Set<MessageCode>([
  'policy/no-authority',
  'policy/missing-title',
  'policy/no-effect',
  'policy/exception-always',
  'policy/regime-without-claim',
  'policy/permit-outside-regime',
  'policy/obligation-incomplete',
  'policy/lift-without-cite',
  'policy/option-without-safe',
  'policy/choice-without-reason',
  'schedule/keep-without-period',
  'schedule/keep-without-start',
  'schedule/no-deadline',
  'schedule/hold-without-cite',
  'schedule/hold-without-review',
  'schedule/no-record-of',
  'schedule/nothing-kept',
  'test/no-case',
  'test/no-expectation',
  'test/no-expect-column',
]);

/**
 * Leaves out what follows from a part of a declaration that could not be read: one mistake, one message. Advice and
 * what seems to be missing wait until everything is readable; what is said about a place waits for the mistake in it.
 */
export function withoutFollowers(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unreadable = diagnostics.filter(({ code, severity }) => isSyntax(code) && severity === 'error');
  if (unreadable.length === 0) return diagnostics;
  return diagnostics.filter(({ code, span }) => {
    if (isSyntax(code)) return true;
    if (absences.has(code) || code.startsWith('lint/')) return false;
    return !unreadable.some((inner) => contains(span, inner.span) || isGuessed(span, inner));
  });
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What follows a sign that is missing was read as if the sign that was guessed stood there. */
function isGuessed(span: Span, { code, span: before }: Diagnostic): boolean {
  return code === 'syntax/sign-missing' && span.start >= before.end && span.start - before.end <= 1;
}

function isSyntax(code: MessageCode): boolean {
  return code.startsWith('syntax/');
}
