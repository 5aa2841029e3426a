/** The words that declarations begin with. */
export const declarationWords: ReadonlySet<string> = new Set([
  'module',
  'use',
  'authorities',
  'taxonomy',
  'scale',
  'group',
  'table',
  'calendar',
  'record',
  'activity',
  'obligation',
  'precautionary',
  'define',
  'policy',
  'choose',
  'let',
  'test',
  'scenarios',
  'extend',
]);

const title = '(?:"[^"\\r\\n]*"[ \\t]*)?';

/** What stands behind the word of a declaration and behind no clause that begins with the same word. */
const starts: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    policy: '[\\w.-]+[ \\t]*(?:"|\\{|\\r?\\n)',
    record: `[A-Z]\\w*[ \\t]*${title}\\{`,
    taxonomy: '[A-Z]\\w*[ \\t]*(?:"|\\{|levels\\b|complete\\b)',
    scale: `[A-Z]\\w*[ \\t]*${title}\\{`,
    group: '[\\w-]+[ \\t]+of[ \\t]',
    table: `[\\w-]+[ \\t]+${title}by[ \\t]`,
    calendar: '[\\w-]+[ \\t]*(?:"|\\{|covers\\b|zone\\b|including\\b)',
    activity: `[\\w-]+[ \\t]*${title}\\{`,
    define: `[\\w-]+[ \\t]*${title}\\(`,
    test: '"',
    scenarios: '"',
    extend: '(?:record|activity|taxonomy|group)[ \\t]+[\\w-]+[ \\t]*[^:\\s]',
    module: '[\\w.-]+[ \\t]*(?:\\r?\\n|$)',
    use: '[\\w.-]+[ \\t]*(?:\\r?\\n|$)',
    choose: '[\\w-]+\\.',
    let: '[\\w-]+[ \\t]*=',
    precautionary: 'obligation[ \\t]',
    authorities: '[\\w-]',
  }).map(([word, pattern]) => [word, new RegExp(`[ \\t]*${pattern}`, 'y')]),
);

/** Whether a word at the margin begins a declaration although a block above it is still open. */
export function beginsInsideBlock(text: string, offset: number, end: number): boolean {
  const pattern = starts.get(text.slice(offset, end));
  return pattern !== undefined && matchesAt(pattern, text, end);
}

/** Whether one of the words of declarations, first on its line, begins one behind a declaration without braces. */
export function looksLikeDeclaration(text: string, offset: number, end: number, atMargin: boolean): boolean {
  const fits =
    beginsInsideBlock(text, offset, end) || (atMargin && matchesAt(goesOnLikeDeclaration, text, end));
  return fits && !followsModifier(text, offset);
}

/** A name that is not part of a condition, or a text: `obligation log-access`, `policy "Without a name"`. */
const goesOnLikeDeclaration =
  /[ \t]+(?!(?:is|and|or|not|of|in|else|after|before|satisfies)\b)["\w]|[ \t]*(?:\r?\n|$)/y;
const modifier = /\b(?:precautionary|extend)\s+$/;

/** `precautionary obligation`, `extend record`: the declaration began one word before. */
function followsModifier(text: string, offset: number): boolean {
  return modifier.test(text.slice(Math.max(0, offset - 40), offset));
}

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}
