import type { Palette } from '../../diagnostics/render/index.ts';
import { wrapText } from '../../diagnostics/render/index.ts';
import type { Outcome, Truth } from '../../runtime/index.ts';
import { displayWidth } from '../../text/index.ts';

export interface Layout {
  readonly palette: Palette;
  /** Columns of the terminal. */
  readonly width: number;
}

/** A text that starts with a mark and goes on below its first word. */
export interface Item {
  readonly indent: number;
  /** In front of the first line; its color is not part of its width. */
  readonly mark?: string;
  readonly text: string;
  readonly style?: (line: string) => string;
  readonly markStyle?: (mark: string) => string;
}

/** Lays out an item in the width of the terminal. */
export function layOut(
  { indent, mark = '', text, style, markStyle }: Item,
  { width }: Layout,
): readonly string[] {
  const lead = mark === '' ? 0 : displayWidth(mark) + 1;
  return wrapText(text, width - indent - lead).map((line, index) => {
    const shownMark = markStyle === undefined ? mark : markStyle(mark);
    const start = index === 0 && mark !== '' ? `${shownMark} ` : ' '.repeat(lead);
    return `${' '.repeat(indent)}${start}${style === undefined ? line : style(line)}`.trimEnd();
  });
}

/** A heading and what stands below it; nothing where there is nothing. */
export function section(heading: string, lines: readonly string[], { palette }: Layout): readonly string[] {
  return lines.length === 0 ? [] : ['', palette.strong(heading), ...lines];
}

export function truthMark(truth: Truth): string {
  return { true: '✓', false: '✗', unknown: '?' }[truth];
}

/** Whether a condition holds is neither good nor bad: only the open ones stand out. */
export function truthStyle(truth: Truth, palette: Palette): (text: string) => string {
  return { true: palette.good, false: palette.faint, unknown: palette.open }[truth];
}

export function outcomeMark(outcome: Outcome): string {
  return { permitted: '✓', forbidden: '✗', undetermined: '?', ungoverned: '–' }[outcome];
}

export function outcomeStyle(outcome: Outcome, palette: Palette): (text: string) => string {
  return {
    permitted: palette.good,
    forbidden: palette.bad,
    undetermined: palette.open,
    ungoverned: palette.open,
  }[outcome];
}

/** The parts that there are, one behind the other. */
export function joinParts(parts: readonly (string | null | undefined | false)[], separator: string): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(separator);
}
