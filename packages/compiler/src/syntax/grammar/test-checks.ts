import type { Diagnostic } from '../../diagnostics/index.ts';
import { createDiagnostic } from '../../diagnostics/index.ts';
import { automaticFix, replaceBy, reviewedFix } from '../fixes.ts';
import type { Expression, Logical, Test, ValueTest } from '../tree-expressions.ts';
import type { DottedName, Name } from '../tree-names.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Mends what reads like another language although it fits the grammar: `is Monday`, `is (email or sms)`. */
export function mendTest(text: string, left: Expression, test: Test, findings: Diagnostic[]): Test {
  if (test.kind === 'value-test' && test.value.kind === 'parenthesized') {
    return mendChoice(text, test, test.value.inner, findings);
  }
  if (left.kind !== 'clock' || left.reading !== 'weekday') return test;
  if (test.kind === 'value-test') return { ...test, value: mendWeekday(test.value, findings) };
  if (test.kind !== 'one-of-test') return test;
  return { ...test, options: test.options.map((option) => mendWeekday(option, findings)) };
}

/** The name of a weekday in lower case; other names as they are. */
export function mendWeekdayName(name: Name, findings: Diagnostic[]): Name {
  const lower = name.text.toLowerCase();
  const right = weekdays.find((day) => lower.length >= 3 && day.startsWith(lower));
  if (right === undefined || right === name.text || name.quoted === true) return name;
  const fixes = [automaticFix(`Write "${right}"`, replaceBy(name, right))];
  findings.push(createDiagnostic('syntax/weekday', name, { written: name.text, right }, { fixes }));
  return { ...name, text: right };
}

/** Reports segments of a policy's id that start with a digit. */
export function checkId(id: DottedName, findings: Diagnostic[]): void {
  for (const segment of id.segments) {
    if (!/^\d/.test(segment.text)) continue;
    const right = `rule-${segment.text}`;
    const fixes = [reviewedFix(`Write "${right}"`, replaceBy(segment, right))];
    const values = { segment: segment.text, right };
    findings.push(createDiagnostic('syntax/id-starts-with-digit', segment, values, { fixes }));
  }
}

/** Reports `except when { … }`, where the word would become the name. */
export function checkExceptionName(name: Name, findings: Diagnostic[]): void {
  if (name.quoted === true || !['when', 'unless', 'if', 'where'].includes(name.text)) return;
  findings.push(createDiagnostic('syntax/except-without-name', name, { word: name.text }));
}

function mendChoice(text: string, test: ValueTest, inner: Expression, findings: Diagnostic[]): Test {
  if (!isChoice(inner)) return test;
  const { start, end } = test.value;
  const list = `one of (${inner.operands.map((operand) => text.slice(operand.start, operand.end)).join(', ')})`;
  const fixes = [automaticFix(`Write "${list}"`, replaceBy(test.value, list))];
  findings.push(
    createDiagnostic(
      'syntax/or-in-value',
      test.value,
      { list: list.length > 50 ? `${list.slice(0, 49)}…` : list },
      { fixes },
    ),
  );
  return { kind: 'one-of-test', start, end, options: inner.operands };
}

function isChoice(inner: Expression): inner is Logical {
  if (inner.kind !== 'logical' || inner.operator !== 'or' || inner.mixed === true) return false;
  return inner.operands.every((operand) => operand.kind === 'path' || operand.kind === 'literal');
}

function mendWeekday(value: Expression, findings: Diagnostic[]): Expression {
  const [name, ...more] = value.kind === 'path' ? value.segments : [];
  if (value.kind !== 'path' || name === undefined || more.length > 0) return value;
  const right = mendWeekdayName(name, findings);
  return right === name ? value : { ...value, segments: [right] };
}
