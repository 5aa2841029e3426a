import { displayWidth } from '../../text/index.ts';
import { visibleText } from './visible-text.ts';

/**
 * Breaks a text at spaces into lines of at most `width` columns. Line breaks in the text stay, and so do lines that
 * begin with spaces, because they show how something is written. A word that is too long keeps a line of its own.
 * What could act on a terminal is written out.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const room = Math.max(minimumWidth, width);
  return text
    .split(/\r\n|[\r\n]/)
    .flatMap((line) => (line.startsWith('  ') ? [visibleText(line)] : wrapLine(line, room)));
}

const minimumWidth = 16;

function wrapLine(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visibleText(text).split(' ')) {
    if (word === '') continue;
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || displayWidth(longer) <= room) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}
