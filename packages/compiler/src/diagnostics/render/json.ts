import type { LocatedDiagnostic, LocatedEdit, LocatedFix, LocatedLabel, LocatedSpan } from '../locate.ts';
import { countSeverities } from './count-severities.ts';

/** The version of the form; it changes only where a reader of the form has to change. */
const formVersion = 1;

/**
 * Messages for programs: one JSON document in a stable form, described in docs/cli.md. Lines and columns count from
 * 1, offsets from 0, both in UTF-16 code units; parts that a message does not have are null.
 */
export function renderJson(diagnostics: readonly LocatedDiagnostic[]): string {
  return `${JSON.stringify(diagnosticsJson(diagnostics), null, 2)}\n`;
}

/** The same before it is written, for documents that say more. */
export function diagnosticsJson(diagnostics: readonly LocatedDiagnostic[]) {
  return {
    version: formVersion,
    summary: countSeverities(diagnostics),
    diagnostics: diagnostics.map(diagnosticJson),
  };
}

function diagnosticJson(diagnostic: LocatedDiagnostic): object {
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    headline: diagnostic.headline,
    because: diagnostic.because ?? null,
    help: diagnostic.help ?? null,
    label: diagnostic.label ?? null,
    ...placeJson(diagnostic.place),
    related: diagnostic.related.map(labelJson),
    fixes: diagnostic.fixes.map(fixJson),
  };
}

function placeJson({ source, start, end, from, to }: LocatedSpan): object {
  return { file: source.path, start: { offset: start, ...from }, end: { offset: end, ...to } };
}

function labelJson({ place, text }: LocatedLabel): object {
  return { ...placeJson(place), text };
}

function fixJson({ title, kind, edits }: LocatedFix): object {
  return { title, kind, edits: edits.map(editJson) };
}

function editJson({ place, newText }: LocatedEdit): object {
  return { ...placeJson(place), newText };
}
