import type { Diagnostic } from '../diagnostics/index.ts';
import { createDiagnostic } from '../diagnostics/index.ts';
import type { Span } from '../text/index.ts';
import { deepestNesting, NestingTooDeep } from './grammar/base-grammar.ts';
import { grammar } from './grammar/shared-grammar.ts';
import { classify } from './lexing/classify.ts';
import { scan } from './lexing/scan.ts';
import type { ScanState } from './lexing/scan-state.ts';
import type { Token } from './lexing/token-types.ts';
import type { Mended } from './mending/mend.ts';
import { mend } from './mending/mend.ts';
import { oneForEachLine } from './missing-commas.ts';
import type { DeclarationUnit } from './source-file.ts';
import type { Declaration } from './tree-declarations.ts';
import type { Documentation } from './tree-names.ts';
import { hiddenCharacters, strayDocumentation } from './unit-diagnostics.ts';
import { countSteps } from './work-counter.ts';

/** Reads the text of one declaration; never throws for what the text says. Without mending, mistakes make it unreadable. */
export function parseDeclaration(text: string, { mends }: { readonly mends: boolean }): DeclarationUnit {
  const scanned = scan(text);
  const tokens = classify(scanned.tokens);
  if (tokens.length === 0) return unreadable(scanned, tokens, []);
  try {
    const tree = parseTokens(text, tokens);
    if (tree !== undefined) return unitOf(scanned, tree, [], oneForEachLine(grammar().findings, text));
    return mends ? parseMended(scanned, tokens) : unreadable(scanned, tokens, misfit(scanned));
  } catch (error) {
    if (error instanceof NestingTooDeep) return nestedTooDeeply(scanned, tokens, error);
    throw error;
  }
}

function parseTokens(text: string, tokens: readonly Token[]): Declaration | undefined {
  const parser = grammar();
  // chevrotain adds end pieces to the list that it is given.
  parser.begin(text, [...tokens]);
  countSteps(tokens.length);
  const tree = parser.declaration();
  return parser.errors.length === 0 ? tree : undefined;
}

function parseMended(scanned: ScanState, tokens: readonly Token[]): DeclarationUnit {
  const mended = mend(scanned.text, tokens);
  if (mended.tokens.length === 0) return unreadable(scanned, tokens, mended.findings);
  const tree = parseTokens(scanned.text, mended.tokens);
  if (tree === undefined)
    return unreadable(scanned, tokens, mended.findings.length > 0 ? mended.findings : misfit(scanned));
  return unitOf(scanned, tree, mended.skipped, [
    ...mended.findings,
    ...oneForEachLine(ownFindings(grammar().findings, mended), scanned.text),
  ]);
}

/** What the parser itself has to say: only where nothing better is known. */
function misfit(scanned: ScanState): Diagnostic[] {
  const [error] = grammar().errors;
  const start = Math.min(Math.max(error?.token.startOffset || 0, 0), scanned.text.length);
  const found = error?.token.image ?? '';
  const span = { start, end: Math.min(start + found.length, scanned.text.length) };
  return [createDiagnostic('syntax/unexpected', span, { found, context: 'this declaration' })];
}

/** A comma beside a mended mistake says nothing about what the author wrote. */
function ownFindings(findings: readonly Diagnostic[], mended: Mended): Diagnostic[] {
  const touched = [...mended.findings.map(({ span }) => span), ...mended.skipped];
  return findings.filter(
    ({ code, span }) =>
      !code.startsWith('syntax/comma-') ||
      !touched.some(({ start, end }) => start <= span.end + 1 && span.start <= end + 1),
  );
}

function nestedTooDeeply(
  scanned: ScanState,
  tokens: readonly Token[],
  error: NestingTooDeep,
): DeclarationUnit {
  const at = { start: error.offset, end: Math.min(error.offset + 1, scanned.text.length) };
  return unreadable(scanned, tokens, [
    createDiagnostic('syntax/nested-too-deeply', at, { limit: deepestNesting }),
  ]);
}

/** Text that is no declaration; where there are only comments, it is empty. */
function unreadable(
  scanned: ScanState,
  tokens: readonly Token[],
  findings: readonly Diagnostic[],
): DeclarationUnit {
  const start = tokens[0]?.startOffset ?? 0;
  const span = { start, end: tokens.at(-1)?.end ?? start };
  return unitOf(scanned, { kind: 'unreadable', ...span }, tokens.length === 0 ? [] : [span], findings);
}

function unitOf(
  scanned: ScanState,
  tree: Declaration,
  skipped: readonly Span[],
  findings: readonly Diagnostic[],
): DeclarationUnit {
  const { text } = scanned;
  const stray = strayDocumentation(
    scanned,
    tree.kind === 'unreadable' ? noDocumentation : grammar().usedDocumentation,
  );
  const diagnostics = [...scanned.findings, ...findings, ...hiddenCharacters(text), ...stray.findings];
  diagnostics.sort((left, right) => left.span.start - right.span.start);
  return { text, tree, comments: stray.comments, skipped, diagnostics: diagnostics.slice(0, mostFindings) };
}

/** More findings in one declaration help nobody. */
const mostFindings = 500;

const noDocumentation: ReadonlySet<Documentation> = new Set();
