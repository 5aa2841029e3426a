import type { Diagnostic, LocatedDiagnostic } from '../../../../packages/compiler/src/diagnostics/index.ts';
import {
  createDiagnosticSource,
  locateInSource,
} from '../../../../packages/compiler/src/diagnostics/index.ts';

/** A diagnostic about the part of a text that stands between `«` and `»`; `‹…›` mark related places in turn. */
export function sampleDiagnostic(marked: string, parts: Partial<SampleParts> = {}): LocatedDiagnostic {
  const { related = [], path = 'policies/uk.privacy', fixes = [], ...details } = parts;
  const { text, primary, others } = unmark(marked);
  const diagnostic: Diagnostic = {
    code: 'name/unknown-module',
    severity: 'error',
    headline: 'There is no module "std.crmm"',
    ...details,
    span: primary,
    related: others.map((span, index) => ({ span, text: related[index] ?? '' })),
    fixes: fixes.map(({ title, kind, newText }) => ({ title, kind, edits: [{ span: primary, newText }] })),
  };
  return locateInSource(diagnostic, createDiagnosticSource(path, text));
}

export interface SampleParts extends Omit<Diagnostic, 'span' | 'related' | 'fixes'> {
  readonly path: string;
  readonly related: readonly string[];
  readonly fixes: readonly {
    readonly title: string;
    readonly kind: 'automatic' | 'needs-review';
    readonly newText: string;
  }[];
}

interface Unmarked {
  readonly text: string;
  readonly primary: { readonly start: number; readonly end: number };
  readonly others: readonly { readonly start: number; readonly end: number }[];
}

function unmark(marked: string): Unmarked {
  let text = '';
  let primaryStart = 0;
  let primary = { start: 0, end: 0 };
  const starts: number[] = [];
  const others: { start: number; end: number }[] = [];
  for (const character of marked) {
    if (character === '«') primaryStart = text.length;
    else if (character === '»') primary = { start: primaryStart, end: text.length };
    else if (character === '‹') starts.push(text.length);
    else if (character === '›') others.push({ start: starts.pop() ?? 0, end: text.length });
    else text += character;
  }
  return { text, primary, others };
}
