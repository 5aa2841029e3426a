import { assertNever } from '../support/index.ts';
import { displayWidth } from '../text/index.ts';
import type { Doc, FillItem, Line } from './document.ts';
import { mustBreak } from './document.ts';
import type { Command, FillRest, Mode } from './fits.ts';
import { fits, pushAll, startOf } from './fits.ts';

/** One line of the result; its comment stays apart until comments of neighboring lines are aligned. */
export interface OutputLine {
  readonly code: string;
  readonly comment?: string;
}

/** Lays a document out in lines of at most `width` columns where that is possible. */
export function render(doc: Doc, width: number): OutputLine[] {
  const page: Page = { width, lines: [], code: '', column: 0, comment: undefined, indentation: 0 };
  print(page, [{ doc, mode: 'break', indentation: 0 }]);
  endLine(page);
  return page.lines;
}

interface Page {
  readonly width: number;
  readonly lines: OutputLine[];
  code: string;
  column: number;
  comment: string | undefined;
  /** Of the line that is being written. */
  indentation: number;
}

function print(page: Page, commands: Command[]): void {
  let command = commands.pop();
  while (command !== undefined) {
    step(page, command, commands);
    command = commands.pop();
  }
}

function step(page: Page, command: Command, commands: Command[]): void {
  const { doc, mode, indentation } = command;
  if (typeof doc === 'string') {
    write(page, doc);
    return;
  }
  switch (doc.kind) {
    case 'concat':
      pushAll(doc.parts, command, commands);
      break;
    case 'line':
      printLine(page, doc, command);
      break;
    case 'indent':
      commands.push({ doc: doc.content, mode, indentation: indentation + doc.width });
      break;
    case 'align':
      commands.push({ doc: doc.content, mode, indentation: Math.max(0, page.column + doc.offset) });
      break;
    case 'group':
      commands.push({ doc: doc.content, mode: modeOf(page, doc, command, commands), indentation });
      break;
    case 'choice':
      write(page, mode === 'flat' ? doc.flat : doc.broken);
      break;
    case 'trailing-comment':
      if (page.comment !== undefined) startLine(page, indentation);
      page.comment = doc.text;
      break;
    case 'fill':
      printItem(page, startOf(doc), command, commands);
      break;
    case 'fill-rest':
      printItem(page, doc, command, commands);
      break;
    default:
      assertNever(doc);
  }
}

function printLine(page: Page, line: Line, command: Command): void {
  const mayStay = line.mode === 'space' || line.mode === 'soft';
  if (command.mode === 'flat' && mayStay) {
    write(page, line.mode === 'space' ? ' ' : '');
    return;
  }
  startLine(page, command.indentation);
  if (line.mode === 'blank') page.lines.push({ code: '' });
}

/** Flat where the surroundings are, or where the document can stand on one line and fits; else broken. */
function modeOf(page: Page, doc: Doc, around: Command, rest: readonly Command[]): Mode {
  if (around.mode === 'flat') return 'flat';
  if (mustBreak(doc)) return 'break';
  const flat: Command = { doc, mode: 'flat', indentation: around.indentation };
  return fits([flat], rest, page.width - page.column) ? 'flat' : 'break';
}

function printItem(page: Page, fill: FillRest, command: Command, commands: Command[]): void {
  const item = fill.items[fill.index];
  if (item === undefined) return;
  const { indentation } = command;
  const isLast = fill.index === fill.items.length - 1;
  const rest = isLast ? commands : [];
  const staysOnLine = command.mode === 'flat' || (fill.index > 0 && followsOnLine(page, fill, item, rest));
  if (fill.index > 0) {
    print(page, [{ doc: item.separator, mode: staysOnLine ? 'flat' : 'break', indentation }]);
  }
  const mode = staysOnLine ? 'flat' : modeOf(page, item.content, command, rest);
  if (!isLast) {
    const next: FillRest = { ...fill, index: fill.index + 1, wasFlat: mode === 'flat' };
    commands.push({ doc: next, mode: command.mode, indentation });
  }
  commands.push({ doc: item.content, mode, indentation });
}

/** Whether the next item stands on the line of the one before. */
function followsOnLine(page: Page, fill: FillRest, item: FillItem, rest: readonly Command[]): boolean {
  if (!fill.wasFlat || mustBreak(item.separator) || mustBreak(item.content)) return false;
  const content: Command = { doc: item.content, mode: 'flat', indentation: 0 };
  const separator: Command = { doc: item.separator, mode: 'flat', indentation: 0 };
  return fits([content, separator], rest, page.width - page.column);
}

function write(page: Page, text: string): void {
  if (text === '') return;
  // Nothing can follow a comment on its line.
  if (page.comment !== undefined) startLine(page, page.indentation);
  page.code += text;
  page.column += displayWidth(text);
}

function startLine(page: Page, indentation: number): void {
  endLine(page);
  page.code = ' '.repeat(indentation);
  page.column = indentation;
  page.indentation = indentation;
}

function endLine(page: Page): void {
  const code = page.code.trimEnd();
  page.lines.push(page.comment === undefined ? { code } : { code, comment: page.comment });
  page.code = '';
  page.column = 0;
  page.comment = undefined;
}
