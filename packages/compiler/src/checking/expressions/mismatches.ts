import type { DiagnosticDetails } from '../../diagnostics/index.ts';
import type { Type, Value } from '../../logic/index.ts';
import type { Expression } from '../../syntax/index.ts';

/** Advice for values that are often mixed up: texts and terms, numbers and lengths of time. */
export function mismatchAdvice(expected: Type, expression: Expression, found: Value): DiagnosticDetails {
  if (expected.kind === 'term' && found.type.kind === 'text') return unquoted(expression);
  if (expected.kind === 'number' && found.type.kind === 'duration') {
    return { help: 'Leave out the unit: an age and a number have none.' };
  }
  if (expected.kind === 'duration' && found.type.kind === 'number') {
    return { help: 'Add the unit, as in "72 hours", "30 days" or "6 years".' };
  }
  if (expected.kind === 'boolean') return { help: 'Write "yes" or "no", or use the fact by itself.' };
  return {};
}

function unquoted(expression: Expression): DiagnosticDetails {
  const help = 'Terms stand without quotation marks.';
  if (expression.kind !== 'literal' || expression.value.type !== 'text') return { help };
  const newText = expression.value.value;
  if (!/^[A-Za-z][\w-]*$/.test(newText)) return { help };
  const span = { start: expression.start, end: expression.end };
  return { help, fixes: [{ title: `Write ${newText}`, kind: 'needs-review', edits: [{ span, newText }] }] };
}
