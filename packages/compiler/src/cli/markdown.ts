import type { Palette } from '../diagnostics/render/index.ts';
import { createPalette, visibleText, wrapText } from '../diagnostics/render/index.ts';

export interface MarkdownOptions {
  readonly color: boolean;
  readonly width: number;
}

/**
 * Lays out a page for a terminal. It knows what the pages of this project use: headings, paragraphs, lists, fenced
 * code, tables as they are, emphasis, code and links in lines.
 */
export function renderMarkdown(text: string, options: MarkdownOptions): string {
  const palette = createPalette(options);
  const lines: string[] = [];
  let isCode = false;
  let block: string[] = [];
  const flush = (): void => {
    if (block.length > 0) lines.push(...renderBlock(block, palette, options.width));
    block = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const isFence = /^\s*```/.test(line);
    if (isFence || isCode || startsBlock(line)) flush();
    if (isFence) isCode = !isCode;
    else if (isCode) lines.push(`    ${palette.code(visibleText(line))}`.trimEnd());
    else if (line.trim() === '') lines.push('');
    else block.push(line);
  }
  flush();
  return `${collapseBlankLines(lines).join('\n').trim()}\n`;
}

/** Whether a line cannot be the continuation of the paragraph before it. */
function startsBlock(line: string): boolean {
  return line.trim() === '' || /^(?:#|>|\s*[-*] |\s*\d+\. |\|)/.test(line);
}

function renderBlock(block: readonly string[], palette: Palette, width: number): readonly string[] {
  const text = block.map((line) => line.trim()).join(' ');
  const heading = /^#+\s+(.*)$/.exec(text);
  if (heading !== null) return [palette.strong(visibleText(withoutMarks(heading[1] ?? '')))];
  if (text.startsWith('|')) return [renderInline(visibleText(text), palette)];
  const quote = /^>\s?(.*)$/.exec(text);
  if (quote !== null)
    return wrapText(quote[1] ?? '', width - 2).map((line) => `${palette.frame('│')} ${palette.strong(line)}`);
  const item = /^([-*]|\d+\.)\s+(.*)$/.exec(text);
  const marker = item === null ? '' : `${item[1] === '*' || item[1] === '-' ? '•' : (item[1] ?? '')} `;
  const lines = wrapText(withoutLinks(item?.[2] ?? text), width - marker.length);
  return renderInline(lines.join('\n'), palette)
    .split('\n')
    .map((line, index) => (index === 0 ? marker : ' '.repeat(marker.length)) + line);
}

function withoutLinks(text: string): string {
  return text.replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_, label: string, target: string) =>
    /^https?:/.test(target) ? `${label} <${target}>` : label,
  );
}

function withoutMarks(text: string): string {
  return withoutLinks(text).replace(/`([^`]*)`/g, '$1');
}

/** Marks may reach over a line that was broken; the style then starts again on the next line. */
function renderInline(text: string, palette: Palette): string {
  const perLine = (style: (part: string) => string, part: string): string =>
    part.split('\n').map(style).join('\n');
  return text.replace(/`([^`]+)`|\*\*([^*]+)\*\*/g, (_, code?: string, strong?: string) =>
    code === undefined ? perLine(palette.strong, strong ?? '') : perLine(palette.code, code),
  );
}

function collapseBlankLines(lines: readonly string[]): readonly string[] {
  return lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
}
