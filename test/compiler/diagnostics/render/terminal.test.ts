import { describe, expect, test } from 'vitest';
import type { LocatedDiagnostic } from '../../../../packages/compiler/src/diagnostics/index.ts';
import {
  renderTerminal,
  summarizeDiagnostics,
  visibleText,
} from '../../../../packages/compiler/src/diagnostics/render/index.ts';
import { displayWidth } from '../../../../packages/compiler/src/text/index.ts';
import { sampleDiagnostic } from './samples.ts';

const plain = { color: false, width: 80 };

describe('a message on a terminal', () => {
  test('shows severity, headline, code, place, excerpt, reason, help, fixes and where to read more', () => {
    const diagnostic = sampleDiagnostic('policy uk.pecr {\n  use «std.crmm» today\n}\n', {
      label: 'not found',
      because:
        'What `use` brings in is a module of the standard library, or one that a file of this project names.',
      help: 'Do you mean "std.crm"?',
      fixes: [
        { title: 'Write "std.crm"', kind: 'automatic', newText: 'std.crm' },
        { title: 'Write "std.core"', kind: 'needs-review', newText: 'std.core' },
      ],
    });
    expect(lines(diagnostic)).toEqual([
      'error: There is no module "std.crmm"  [name/unknown-module]',
      '',
      '   ┌─ policies/uk.privacy:2:7',
      '   │',
      ' 2 │   use std.crmm today',
      '   │       ^^^^^^^^ not found',
      '   │',
      '   What `use` brings in is a module of the standard library, or one that a file',
      '   of this project names.',
      '',
      '   help: Do you mean "std.crm"?',
      '   fix: write "std.crm" (done by privacy check --fix)',
      '   fix: write "std.core"',
      '   more: privacy explain name/unknown-module',
    ]);
  });

  test('shows labels of one line together, the last one beside its carets', () => {
    const diagnostic = sampleDiagnostic('  ‹when› channel is «fax» and ‹purpose›\n', {
      label: 'here',
      related: ['first', 'last'],
    });
    expect(excerpt(diagnostic)).toEqual([
      ' 1 │   when channel is fax and purpose',
      '   │   ----            ^^^     ------- last',
      '   │   │               │',
      '   │   │               here',
      '   │   first',
    ]);
  });

  test('gives labels that overlap rows of their own', () => {
    const diagnostic = sampleDiagnostic('«a is ‹b›»\n', { label: 'outer', related: ['inner'] });
    expect(excerpt(diagnostic)).toEqual([' 1 │ a is b', '   │ ^^^^^^ outer', '   │      - inner']);
  });

  test('draws a bracket beside what reaches over several lines and leaves its middle out', () => {
    const body = Array.from({ length: 9 }, (_, index) => `  line ${index}\n`).join('');
    const diagnostic = sampleDiagnostic(`«rule x {\n${body}}»\nrest\n`, { label: 'this rule' });
    expect(excerpt(diagnostic)).toEqual([
      '  1 │ ╭ rule x {',
      '  2 │ │   line 0',
      '  3 │ │   line 1',
      '    ·',
      ' 11 │ │ }',
      '    │ ╰─^ this rule',
    ]);
  });

  test('shows lines that lie apart with a gap and a single line between as it is', () => {
    const diagnostic = sampleDiagnostic('‹a›\nb\n«c»\nd\ne\n‹f›\n', {
      related: ['one', 'two'],
      label: 'here',
    });
    expect(excerpt(diagnostic)).toEqual([
      ' 1 │ a',
      '   │ - one',
      ' 2 │ b',
      ' 3 │ c',
      '   │ ^ here',
      '   ·',
      ' 6 │ f',
      '   │ - two',
    ]);
  });

  test('shows related places of other files below, with line numbers aligned', () => {
    const other = sampleDiagnostic(`${'\n'.repeat(119)}«GB» "United Kingdom"\n`, {
      path: 'library:std/jurisdiction.privacy',
    });
    const diagnostic = {
      ...sampleDiagnostic('is «UK»\n', { label: 'not a term' }),
      related: [{ place: other.place, text: 'declared here' }],
    };
    expect(excerpt(diagnostic)).toEqual([
      '   1 │ is UK',
      '     │    ^^ not a term',
      '     │',
      '     ┌─ library:std/jurisdiction.privacy:120:1',
      '     │',
      ' 120 │ GB "United Kingdom"',
      '     │ -- declared here',
    ]);
  });

  test('points behind the last character where something is missing at the end', () => {
    expect(excerpt(sampleDiagnostic('when a and«»\n', { label: 'missing' }))).toEqual([
      ' 1 │ when a and',
      '   │           ^ missing',
    ]);
    expect(excerpt(sampleDiagnostic('when\n«»', { label: 'the file ends here' }))).toEqual([
      ' 2 │',
      '   │ ^ the file ends here',
    ]);
  });

  test('shows only the part of a long line that the message is about', () => {
    const diagnostic = sampleDiagnostic(`${'x '.repeat(2000)}«BAD» ${'y '.repeat(2000)}\n`, {
      label: 'far away',
    });
    const shown = lines(diagnostic);
    expect(shown.every((line) => line.length <= 80)).toBe(true);
    expect(caretsOf(shown)).toBe('BAD');
  });

  test('puts a label that does not fit beside its carets below them', () => {
    const label = 'this part of the condition asks for something that nobody ever declared anywhere';
    const shown = lines(sampleDiagnostic(`${'x '.repeat(20)}«BAD» and so on\n`, { label }));
    expect(shown.every((line) => line.length <= 80)).toBe(true);
    expect(shown.join(' ').replace(/[│\s]+/g, ' ')).toContain(label);
  });

  test.each([
    ['tabs', '\t\ta\t«bad»', 'bad'],
    ['wide characters', 'rule "日本語" «bad»', 'bad'],
    ['combining characters', 'rule "e\u0301e\u0301" «bad»', 'bad'],
    ['emoji of several code points', 'rule "👩‍👩‍👧 🇬🇧 ❤️" «bad»', 'bad'],
    ['escaped characters', 'rule "\u202E\u0007" «bad»', 'bad'],
    ['wide characters themselves', 'rule «日本»', '日本'],
  ])('puts carets right behind %s', (_, marked, expected) => {
    expect(caretsOf(lines(sampleDiagnostic(`${marked}\n`)))).toBe(expected);
  });

  test('ends a code that does not fit on the line of the headline on the next one', () => {
    const headline = 'There is no module of the name that this file asks for in the library or here';
    expect(lines(sampleDiagnostic('«x»\n', { headline })).slice(0, 2)).toEqual([
      `error: ${headline.slice(0, headline.lastIndexOf(' '))}`,
      '       here  [name/unknown-module]',
    ]);
  });

  test('colors only where it is asked to', () => {
    const diagnostic = sampleDiagnostic('«x»\n', { label: 'here', because: 'because', help: 'help' });
    expect(renderTerminal([diagnostic], plain)).not.toContain('\u001B');
    const colored = renderTerminal([diagnostic], { color: true, width: 80 });
    expect(colored).toContain('\u001B[1;31merror\u001B[0m');
    expect(withoutColor(colored)).toBe(renderTerminal([diagnostic], plain));
  });

  test('lets no text from a file act on the terminal', () => {
    const hostile = '\u001B[2J\u001B]0;x\u0007\u009B31m\u202Eevil\u2066\u200B\uFEFF\u2028\r';
    const shown = renderTerminal(
      [
        sampleDiagnostic(`a «${hostile}» b\n`, {
          path: `policies/${hostile}.privacy`,
          headline: `no "${hostile}"`,
          because: hostile,
          help: hostile,
          label: hostile,
          fixes: [{ title: `Write ${hostile}`, kind: 'automatic', newText: hostile }],
        }),
      ],
      plain,
    );
    expect(shown).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(shown).toContain('\\u{1B}[2J');
    expect(shown).toContain('\\u{202E}evil');
  });

  test('summarizes how many there are of each severity', () => {
    const make = (severity: LocatedDiagnostic['severity'], path: string): LocatedDiagnostic =>
      sampleDiagnostic('«x»', { severity, path });
    expect(summarizeDiagnostics([])).toBe('');
    expect(summarizeDiagnostics([make('error', 'a')])).toBe('1 error in 1 file.');
    expect(summarizeDiagnostics([make('error', 'a'), make('warning', 'b')])).toBe(
      '1 error and 1 warning in 2 files.',
    );
    expect(
      summarizeDiagnostics([
        make('error', 'a'),
        make('error', 'a'),
        make('warning', 'a'),
        make('information', 'a'),
      ]),
    ).toBe('2 errors, 1 warning and 1 remark in 1 file.');
  });
});

describe('visible text', () => {
  test.each([
    ['plain', 5],
    ['日本', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['🇬🇧', 2],
    ['Straße', 6],
    ['שלום', 4],
    ['ｆｕｌｌ', 8],
  ])('%s takes %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
    expect(visibleText(text)).toBe(text);
  });

  test('keeps joiners where a script needs them and shows them between Latin letters', () => {
    expect(visibleText('می\u200Cخواهم')).toBe('می\u200Cخواهم');
    expect(visibleText('pay\u200Dpal')).toBe('pay\\u{200D}pal');
  });
});

function lines(diagnostic: LocatedDiagnostic): readonly string[] {
  return renderTerminal([diagnostic], plain).trimEnd().split('\n');
}

/** The lines between the place and the bar that closes the excerpts. */
function excerpt(diagnostic: LocatedDiagnostic): readonly string[] {
  return lines(diagnostic).slice(4, -2);
}

/** What stands right above the carets, by columns. */
function caretsOf(shown: readonly string[]): string {
  const row = shown.findIndex((line) => line.includes('^'));
  const caretLine = shown[row] ?? '';
  const [from, to] = [caretLine.indexOf('^'), caretLine.lastIndexOf('^') + 1];
  let column = 0;
  let above = '';
  for (const { segment } of new Intl.Segmenter('en').segment(shown[row - 1] ?? '')) {
    if (column >= from && column < to) above += segment;
    column += displayWidth(segment);
  }
  return above;
}

function withoutColor(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g'), '');
}
