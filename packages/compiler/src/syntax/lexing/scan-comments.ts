import { isLineBreak, slash } from './characters.ts';
import type { ScanState } from './scan-state.ts';

/** Reads a comment (`//`) or a line of documentation (`///`) up to the end of its line. */
export function scanComment(state: ScanState): void {
  const { text, offset } = state;
  const lineEnd = endOfLine(text, offset);
  const written = text.slice(offset, lineEnd).trimEnd();
  const end = offset + written.length;
  const isDocumentation =
    state.freshLine && text.charCodeAt(offset + 2) === slash && text.charCodeAt(offset + 3) !== slash;
  if (isDocumentation) {
    addDocumentation(state, end, written.slice(3).replace(/^ /, ''));
  } else {
    releaseDocumentation(state);
    state.comments.push({ start: offset, end, text: written, ownLine: state.freshLine });
  }
  state.offset = lineEnd;
}

/** Documentation that describes nothing is kept as a comment. */
export function releaseDocumentation(state: ScanState): void {
  const documentation = state.documentation;
  if (documentation === undefined) return;
  const { start, end } = documentation;
  state.comments.push({ start, end, text: state.text.slice(start, end), ownLine: true });
  state.documentation = undefined;
}

/** The offset of the line break that ends the line of `offset`. */
function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end += 1;
  return end;
}

function addDocumentation(state: ScanState, end: number, line: string): void {
  const above = state.documentation;
  if (above !== undefined && isOneLineBreak(state.text.slice(above.end, state.offset))) {
    state.documentation = { kind: 'documentation', start: above.start, end, text: `${above.text}\n${line}` };
    return;
  }
  releaseDocumentation(state);
  state.documentation = { kind: 'documentation', start: state.offset, end, text: line };
}

function isOneLineBreak(gap: string): boolean {
  return /^[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(gap);
}
