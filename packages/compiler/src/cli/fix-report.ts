import type { ChosenFix, LocatedDiagnostic, LocatedFix } from '../diagnostics/index.ts';
import { textsAfterFixes } from '../diagnostics/index.ts';
import type { Palette } from '../diagnostics/render/index.ts';
import { createPalette, summarizeDiagnostics, visibleText } from '../diagnostics/render/index.ts';
import { diffLines } from './diff-lines.ts';
import type { FixPlan } from './fix-program.ts';
import { unifiedDiff } from './unified-diff.ts';

export interface FixLayout {
  /** How a path of the program is shown. */
  readonly show: (path: string) => string;
  readonly color: boolean;
}

export interface FixFindings {
  readonly plan: FixPlan;
  /** What the fixes left, in the files that were asked about. */
  readonly remaining: readonly LocatedDiagnostic[];
  /** Nothing was written. */
  readonly dryRun: boolean;
  /** Fixes that need a look are listed. */
  readonly review: boolean;
}

/** What was changed, file by file, what was not, and what is left to decide. */
export function renderFixReport(findings: FixFindings, { show, color }: FixLayout): string {
  const palette = createPalette({ color });
  const { plan, remaining, dryRun, review } = findings;
  const paragraphs = [
    ...(dryRun ? [] : changesByFile(plan.made, show, palette)),
    ...undoneFixes(plan.undone, show, palette),
    ...(review ? fixesToReview(remaining, show, palette) : []),
    closing(findings),
  ];
  return paragraphs.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** The change of a file as a unified diff; on a terminal, no character of the file can act on it. */
export function renderFixDiff(
  change: { readonly path: string; readonly before: string; readonly after: string },
  { show, color, isTerminal }: FixLayout & { readonly isTerminal: boolean },
): string {
  const diff = unifiedDiff({ ...change, path: show(change.path) });
  if (!isTerminal && !color) return diff;
  const palette = createPalette({ color });
  const lines = diff.split('\n').map((line) => diffLine(isTerminal ? visibleText(line) : line, palette));
  return lines.join('\n');
}

function diffLine(line: string, palette: Palette): string {
  if (line.startsWith('--- ') || line.startsWith('+++ ')) return palette.strong(line);
  if (line.startsWith('@@')) return palette.code(line);
  if (line.startsWith('-')) return palette.bad(line);
  return line.startsWith('+') ? palette.good(line) : line;
}

type Lines = readonly string[];

function changesByFile(
  made: readonly ChosenFix[],
  show: FixLayout['show'],
  palette: Palette,
): readonly Lines[] {
  const byFile = new Map<string, string[]>();
  for (const { diagnostic, fix } of made) {
    const { source, from } = diagnostic.place;
    const lines = byFile.get(source.path) ?? [palette.strong(visibleText(show(source.path)))];
    lines.push(`  line ${from.line}: ${fixTitle(fix)}  ${palette.faint(`[${diagnostic.code}]`)}`);
    byFile.set(source.path, lines);
  }
  return [...byFile].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, lines]) => lines);
}

function undoneFixes(
  undone: readonly ChosenFix[],
  show: FixLayout['show'],
  palette: Palette,
): readonly Lines[] {
  if (undone.length === 0) return [];
  const lines = undone.map(
    ({ diagnostic, fix }) =>
      `  ${placeOf(diagnostic, show)}: ${fixTitle(fix)}  ${palette.faint(`[${diagnostic.code}]`)}`,
  );
  return [[palette.strong('Left as it was, because the change would have made further mistakes'), ...lines]];
}

function fixesToReview(
  remaining: readonly LocatedDiagnostic[],
  show: FixLayout['show'],
  palette: Palette,
): readonly Lines[] {
  const open = remaining.filter(({ fixes }) => fixes.length > 0);
  return open.map((diagnostic) => [
    `${palette.strong(placeOf(diagnostic, show))}: ${visibleText(diagnostic.headline)}  ${palette.faint(`[${diagnostic.code}]`)}`,
    ...diagnostic.fixes.flatMap((fix) => [
      `  ${palette.good('fix')}: ${fixTitle(fix)}`,
      ...changedLines(fix, palette),
    ]),
  ]);
}

/** The lines that a fix would change, before and after. */
function changedLines(fix: LocatedFix, palette: Palette): Lines {
  const sources = new Map(fix.edits.map(({ place }) => [place.source.path, place.source.text]));
  return [...textsAfterFixes([fix])].flatMap(([path, after]) => {
    const lines = diffLines((sources.get(path) ?? '').split('\n'), after.split('\n'));
    return lines.flatMap(({ kind, text }) => {
      if (kind === 'same') return [];
      const shown = visibleText(text.trim());
      return [kind === 'removed' ? palette.bad(`    - ${shown}`) : palette.good(`    + ${shown}`)];
    });
  });
}

function closing({ plan, remaining, dryRun, review }: FixFindings): Lines {
  const { made, texts } = plan;
  const files = count(texts.size, 'file');
  const done = dryRun ? 'Would mend' : 'Mended';
  const first =
    made.length === 0 ? 'Nothing to mend.' : `${done} ${count(made.length, 'mistake')} in ${files}.`;
  const left = summarizeDiagnostics(remaining);
  if (left === '') return [first];
  const open = remaining.filter(({ fixes }) => fixes.length > 0).length;
  const hint = open === 0 || review ? '' : ` ${hintOf(open)}`;
  return [first, `Still there: ${left}${hint}`];
}

function hintOf(open: number): string {
  const fixes = open === 1 ? 'one has a fix that needs' : `${open} have fixes that need`;
  return `Of these, ${fixes} a look: privacy fix --review.`;
}

function placeOf({ place }: LocatedDiagnostic, show: FixLayout['show']): string {
  return `${visibleText(show(place.source.path))}:${place.from.line}:${place.from.column}`;
}

function fixTitle({ title }: LocatedFix): string {
  return visibleText(/^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
