import type { TokenType } from 'chevrotain';
import { createDiagnostic } from '../../diagnostics/index.ts';
import { insertAt, reviewedFix } from '../fixes.ts';
import type { Token } from '../lexing/token-types.ts';
import { T } from '../lexing/token-types.ts';
import { shorten } from './describe.ts';
import type { Mending } from './mending.ts';
import { outputAt, report } from './mending.ts';
import { missingDiagnostic } from './missing.ts';
import { spanOf } from './pieces.ts';

/** Reports what is missing at the end of a declaration: a value, a sign, or the end of a block. */
export function reportUnclosed(mending: Mending, added: readonly TokenType[]): void {
  const [first] = added;
  if (first === undefined) return;
  const last = outputAt(mending, 1);
  const quiet = mending.reportedAt >= mending.input.length - 1;
  if (first !== T.closeBrace) {
    if (!quiet) report(mending, missingDiagnostic(mending, first, last?.end ?? 0));
    return;
  }
  reportOpenBlock(mending);
}

/** Points at the block that was left open: the one whose "}" is indented like another block's. */
export function reportOpenBlock(mending: Mending): void {
  const open = blockLeftOpen(mending);
  const at = outputAt(mending, 1)?.end ?? 0;
  if (open === undefined) return;
  const fixes = [reviewedFix('Write "}" here', insertAt(at, `\n${' '.repeat(open.indent)}}`))];
  report(
    mending,
    createDiagnostic('syntax/unclosed-block', spanOf(open.brace), { name: shorten(open.name) }, { fixes }),
  );
}

interface OpenBlock {
  readonly brace: Token;
  readonly name: string;
  readonly indent: number;
}

function blockLeftOpen(mending: Mending): OpenBlock | undefined {
  const open: OpenBlock[] = [];
  for (const [index, token] of mending.output.entries()) {
    if (token.tokenType === T.openBrace) {
      open.push({
        brace: token,
        name: nameOfBlock(mending, index),
        indent: indentOf(mending.text, token.startOffset),
      });
    } else if (token.tokenType === T.closeBrace) {
      const block = open.pop();
      const column = token.startOffset - lineStart(mending.text, token.startOffset);
      if (block !== undefined && token.firstOnLine && !token.virtual && column < block.indent) return block;
    }
  }
  return open.at(-1);
}

/** The first name in front of a brace, from where its construct starts. */
function nameOfBlock(mending: Mending, brace: number): string {
  let start = brace;
  while (start > 0 && mending.output[start]?.firstOnLine === false) start -= 1;
  const line = mending.output.slice(start, brace);
  const [word, name] = line;
  return (name?.tokenType === T.text || name === undefined ? word?.image : dotted(line.slice(1))) || '{';
}

function dotted(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    const isDot = token.tokenType === T.dot;
    if (text !== '' && !isDot && !text.endsWith('.')) break;
    text += token.image;
  }
  return text;
}

function indentOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0].length ?? 0;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
