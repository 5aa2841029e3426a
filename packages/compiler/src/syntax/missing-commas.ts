import type { Diagnostic } from '../diagnostics/index.ts';
import { automaticFix } from './fixes.ts';

/** Who leaves out one comma leaves out all of a line: one message for them, which mends them together. */
export function oneForEachLine(findings: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  const missing = findings.filter(isMissingComma);
  if (missing.length < 2) return findings;
  const lines = new Map<number, Diagnostic[]>();
  for (const finding of missing) {
    const line = text.lastIndexOf('\n', finding.span.start - 1);
    lines.set(line, [...(lines.get(line) ?? []), finding]);
  }
  const merged = new Map<Diagnostic, Diagnostic>();
  for (const group of lines.values()) {
    const [first] = [...group].sort((left, right) => left.span.start - right.span.start);
    if (first !== undefined) merged.set(first, mendingAll(first, group));
  }
  return findings.flatMap((finding) => (isMissingComma(finding) ? (merged.get(finding) ?? []) : [finding]));
}

function isMissingComma({ code }: Diagnostic): boolean {
  return code === 'syntax/comma-missing';
}

function mendingAll(first: Diagnostic, group: readonly Diagnostic[]): Diagnostic {
  if (group.length === 1) return first;
  const edits = group.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
  return { ...first, fixes: [automaticFix('Write the commas', ...edits)] };
}
