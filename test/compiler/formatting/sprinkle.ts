/** Texts, quoted names, addresses, comments, words and signs. */
const piece =
  /"(?:\\.|[^"\\\r\n])*"|`[^`\r\n]*`|<[a-z]+:[^\s<>]*>|\/\/[^\r\n]*|\d[\w:+-]*|[\p{L}_][\p{L}\p{N}_-]*|[^\s\p{L}\d]/gu;

/** Everything in a text but white space and commas, in order. */
export function piecesOf(text: string): string[] {
  return [...text.matchAll(piece)].map(([written]) => written.trimEnd()).filter((written) => written !== ',');
}

/** The text with white space, line breaks and comments put between its pieces, as the choices say. */
export function sprinkle(text: string, choices: readonly number[]): string {
  const borders = bordersOf(text);
  const inserted = new Map<number, string>();
  for (const [index, choice] of choices.entries()) {
    const border = borders[Math.floor(choice / 7) % borders.length];
    if (border !== undefined) inserted.set(border, additions(index)[choice % 7] ?? ' ');
  }
  let sprinkled = '';
  let read = 0;
  for (const [border, addition] of [...inserted].sort(([left], [right]) => left - right)) {
    sprinkled += text.slice(read, border) + addition;
    read = border;
  }
  return sprinkled + text.slice(read);
}

/** The text with some of its lines joined, as the choices say, but for rows of tables and behind comments. */
export function joinLines(text: string, choices: readonly number[]): string {
  const lines = text.split('\n');
  let joined = lines[0] ?? '';
  for (let index = 1; index < lines.length; index += 1) {
    const above = lines[index - 1] ?? '';
    const line = lines[index] ?? '';
    const mayJoin = !above.includes('//') && !/^\s*(?:\||\/\/|$)/.test(line) && !/^\s*\|/.test(above);
    const joins = mayJoin && (choices[index % choices.length] ?? 0) % 2 === 0;
    joined += joins ? ` ${line.trimStart()}` : `\n${line}`;
  }
  return joined;
}

function additions(index: number): readonly string[] {
  return [
    '\n',
    '   ',
    '\n\n\n',
    `\n// own ${index}\n`,
    ` // behind ${index}\n`,
    `\n/// told ${index}\n`,
    ` /// said ${index}\n`,
  ];
}

/** Where pieces start and end, but for rows of tables, which end with their line, and comments. */
function bordersOf(text: string): number[] {
  const borders: number[] = [];
  for (const match of text.matchAll(piece)) {
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    const isRow = /^[ \t]*\|/.test(text.slice(lineStart, match.index + 1));
    if (!match[0].startsWith('//') && !isRow) borders.push(match.index, match.index + match[0].length);
  }
  return borders;
}
