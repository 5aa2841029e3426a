import type { Doc } from './document.ts';
import { hard, joined } from './document.ts';

const commentWidth = 100;

/** A documentation comment; empty paragraphs are left out, and long ones are wrapped. */
export function docComment(paragraphs: readonly (string | undefined)[]): Doc {
  const texts = paragraphs.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [safe(text)]));
  // Lines of the source run on; only an empty one parts paragraphs.
  const lines = texts.flatMap((text) =>
    text.split(/\n\s*\n/).flatMap((part, index) => (index === 0 ? wrapped(part) : ['', ...wrapped(part)])),
  );
  const [first] = lines;
  if (first === undefined) return [];
  if (lines.length === 1) return [`/** ${first} */`, hard];
  return [joined(['/**', ...lines.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'], hard), hard];
}

/** What would end the comment is written apart. */
function safe(text: string): string {
  return text.replaceAll('*/', '* /').replaceAll('\r', '');
}

function wrapped(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.trim().split(/\s+/)) {
    if (current !== '' && current.length + 1 + word.length > commentWidth) {
      lines.push(current);
      current = '';
    }
    current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
