import type { TokenType } from 'chevrotain';
import type { TextEdit } from '../../diagnostics/index.ts';
import type { Span } from '../../text/index.ts';
import type { Token } from '../lexing/token-types.ts';
import { createTokenOf, T } from '../lexing/token-types.ts';
import type { Mending } from './mending.ts';

/** A piece that replaces something that was written. */
export function piece(type: TokenType, image: string, span: Span): Token {
  return createTokenOf(type, image, span.start, span.end);
}

/** Pieces that replace something that was written: the first one stands for all of it. */
export function pieces(types: readonly TokenType[], span: Span): Token[] {
  return types.map((type, index) =>
    piece(type, type.LABEL ?? '', index === 0 ? span : { start: span.end, end: span.end }),
  );
}

/** A piece for something that was not written. */
export function missingPiece(type: TokenType, at: number): Token {
  const isName = type === T.name || type === T.termName;
  const token = createTokenOf(isName ? T.word : type, type.LABEL ?? '', at, at);
  if (isName || type === T.text || type === T.date) token.image = '';
  token.virtual = true;
  return token;
}

/** The span of a piece. */
export function spanOf(token: Token): Span {
  return { start: token.startOffset, end: token.end };
}

/** The edit that replaces a span by words, with the spaces that they need. */
export function wordsInstead(mending: Mending, span: Span, words: string): TextEdit {
  const before = /[\w"\])}-]/.test(mending.text.charAt(span.start - 1)) ? ' ' : '';
  const after = /[\w"([{]/.test(mending.text.charAt(span.end)) ? ' ' : '';
  return { span, newText: `${before}${words}${after}` };
}

/** The source text from one piece to another. */
export function written(mending: Mending, first: Span | Token, last: Span | Token = first): string {
  const start = 'startOffset' in first ? first.startOffset : first.start;
  return mending.text.slice(start, last.end).replace(/\s+/g, ' ');
}
