import { displayWidth } from '../../text/index.ts';
import type { Severity } from '../diagnostic.ts';
import type { LocatedDiagnostic, LocatedFix } from '../locate.ts';
import { countSeverities } from './count-severities.ts';
import { renderExcerpts } from './excerpt.ts';
import type { Palette } from './palette.ts';
import { createPalette } from './palette.ts';
import { visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns; 80 where nothing is known. */
  readonly width: number;
}

/** Messages for people: each with its excerpts, reason, help and fixes. Ends in a line feed unless it is empty. */
export function renderTerminal(diagnostics: readonly LocatedDiagnostic[], options: TerminalOptions): string {
  const palette = createPalette(options);
  return diagnostics.map((diagnostic) => renderOne(diagnostic, palette, options.width)).join('\n');
}

/** `2 errors and 1 warning in 2 files.` Empty where there are no diagnostics. */
export function summarizeDiagnostics(diagnostics: readonly LocatedDiagnostic[]): string {
  const { errors, warnings, remarks } = countSeverities(diagnostics);
  const counts = [
    ...counted(errors, 'error'),
    ...counted(warnings, 'warning'),
    ...counted(remarks, 'remark'),
  ];
  const files = new Set(diagnostics.map(({ place }) => place.source.path)).size;
  if (counts.length === 0) return '';
  const listed =
    counts.length < 3 ? counts.join(' and ') : `${counts.slice(0, -1).join(', ')} and ${counts.at(-1)}`;
  return `${listed} in ${files} ${files === 1 ? 'file' : 'files'}.`;
}

function counted(count: number, word: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`];
}

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'remark',
};

function renderOne(diagnostic: LocatedDiagnostic, palette: Palette, width: number): string {
  const lines = [
    ...headerLines(diagnostic, palette, width),
    '',
    ...renderExcerpts(diagnostic, { palette, width }),
    ...paragraph(diagnostic.because, width),
    ...section('help', diagnostic.help, palette, width),
    ...diagnostic.fixes.flatMap((fix) => section('fix', fixText(fix), palette, width)),
    palette.faint(`   more: privacy explain ${diagnostic.code}`),
  ];
  return `${lines.join('\n')}\n`;
}

function headerLines(
  { severity, headline, code }: LocatedDiagnostic,
  palette: Palette,
  width: number,
): string[] {
  const lead = severityWords[severity];
  const lines = wrapText(headline, width - lead.length - 2);
  const styled = lines.map((line, index) => {
    const indent = index === 0 ? `${palette.severity[severity](lead)}: ` : ' '.repeat(lead.length + 2);
    return indent + palette.strong(line);
  });
  const lastWidth = lead.length + 2 + displayWidth(lines.at(-1) ?? '');
  const tag = palette.faint(`[${code}]`);
  if (lastWidth + code.length + 4 > width) return [...styled, `${' '.repeat(lead.length + 2)}${tag}`];
  return [...styled.slice(0, -1), `${styled.at(-1) ?? ''}  ${tag}`];
}

function paragraph(text: string | undefined, width: number): readonly string[] {
  if (text === undefined) return [];
  return [...wrapText(text, width - indent.length).map((line) => indent + line), ''];
}

const indent = '   ';

function section(name: string, text: string | undefined, palette: Palette, width: number): readonly string[] {
  if (text === undefined) return [];
  const hanging = ' '.repeat(name.length + 2);
  return wrapText(text, width - indent.length - hanging.length).map(
    (line, index) => indent + (index === 0 ? `${palette.good(name)}: ` : hanging) + line,
  );
}

function fixText({ title, kind }: LocatedFix): string {
  const start = /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
  return visibleText(kind === 'automatic' ? `${start} (done by privacy check --fix)` : start);
}
