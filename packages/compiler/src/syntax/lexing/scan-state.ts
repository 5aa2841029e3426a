import type { TokenType } from 'chevrotain';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Comment } from '../source-file.ts';
import type { Documentation } from '../tree-names.ts';
import type { Token } from './token-types.ts';
import { createTokenOf } from './token-types.ts';

/** What the scanner knows while it walks over one declaration. */
export interface ScanState {
  readonly text: string;
  readonly tokens: Token[];
  readonly comments: Comment[];
  readonly findings: Diagnostic[];
  offset: number;
  /** No piece was read since the last line break. */
  freshLine: boolean;
  /** All documentation that stands above something. */
  readonly documents: Documentation[];
  /** Documentation that waits for what it describes. */
  documentation: Documentation | undefined;
}

/** A scan of a text from its start. */
export function startScan(text: string): ScanState {
  return {
    text,
    tokens: [],
    comments: [],
    findings: [],
    offset: 0,
    freshLine: true,
    documents: [],
    documentation: undefined,
  };
}

/** Adds the piece from the current offset up to `end`, and goes on behind it. */
export function addToken(state: ScanState, type: TokenType, image: string, end: number): Token {
  const token = createTokenOf(type, image, state.offset, end);
  token.firstOnLine = state.freshLine;
  if (state.documentation !== undefined) {
    token.documentation = state.documentation;
    state.documents.push(state.documentation);
    state.documentation = undefined;
  }
  state.freshLine = false;
  state.offset = end;
  state.tokens.push(token);
  return token;
}
