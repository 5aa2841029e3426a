import { displayWidth } from '../text/index.ts';
import type { OutputLine } from './render.ts';

/**
 * Writes each comment behind its line. Comments of lines that stand together, equally far indented and without an
 * empty line between them, start in one column, unless that would make a line too wide.
 */
export function alignComments(lines: readonly OutputLine[], width: number): string[] {
  const out: string[] = [];
  let start = 0;
  while (start < lines.length) {
    let end = start + 1;
    while (end < lines.length && standTogether(lines[end - 1], lines[end])) end += 1;
    writeRun(lines.slice(start, end), width, out);
    start = end;
  }
  return out;
}

function standTogether(above: OutputLine | undefined, below: OutputLine | undefined): boolean {
  if (above === undefined || below === undefined || above.code === '' || below.code === '') return false;
  return indentationOf(above.code) === indentationOf(below.code);
}

function indentationOf(code: string): number {
  let indentation = 0;
  while (code.charCodeAt(indentation) === 32) indentation += 1;
  return indentation;
}

function writeRun(lines: readonly OutputLine[], width: number, out: string[]): void {
  const column = commentColumn(lines, width);
  for (const { code, comment } of lines) {
    if (comment === undefined) out.push(code);
    else out.push(`${code}${' '.repeat(Math.max(1, column - displayWidth(code)))}${comment}`);
  }
}

/** Where the comments of a run start; 0 where each stands directly behind its line. */
function commentColumn(lines: readonly OutputLine[], width: number): number {
  let column = 0;
  let widest = 0;
  for (const { code, comment } of lines) {
    if (comment === undefined) continue;
    column = Math.max(column, displayWidth(code) + 1);
    widest = Math.max(widest, displayWidth(comment));
  }
  return column + widest <= width ? column : 0;
}
