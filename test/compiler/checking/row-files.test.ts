import { describe, expect, it } from 'vitest';
import type { CheckedProgram, RowText } from '../../../packages/compiler/src/checking/index.ts';
import { checkProgram, rowFilesOf } from '../../../packages/compiler/src/checking/index.ts';
import { createDiagnosticLocator } from '../../../packages/compiler/src/diagnostics/index.ts';
import { createMemoryHost, loadProgram } from '../../../packages/compiler/src/program/index.ts';
import type { SourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { runTests } from '../../../packages/compiler/src/testing/index.ts';
import { calls } from '../testing/calls.ts';

const table = `scenarios "Hours" for contact under gb.calls {
  given customer: { residence: GB-ENG, time-zone: "Europe/London", consented: no, birth-date: 1990-05-01 }
  rows from "tables/calls.csv"
}
`;
const path = 'policies/tables/calls.csv';

function sources(text = table): readonly SourceFile[] {
  return [
    parseSourceFile({ path: 'policies/law.privacy', text: calls }),
    parseSourceFile({ path: 'policies/tests.privacy', text }),
  ];
}

const files = sources();

function check(rows: string | RowText, previous?: CheckedProgram): CheckedProgram {
  const text: RowText = typeof rows === 'string' ? { kind: 'text', text: rows } : rows;
  return checkProgram({ files, rowTexts: new Map([[path, text]]), ...(previous && { previous }) });
}

/** `LINE:COLUMN CODE "MARKED"` */
function messagesOf(checked: CheckedProgram): readonly string[] {
  return checked.diagnostics.map(createDiagnosticLocator(checked.program.files)).map(({ code, place }) => {
    const { source, from, start, end } = place;
    return `${source.path}:${from.line}:${from.column} ${code} "${source.text.slice(start, end)}"`;
  });
}

function resultsOf(checked: CheckedProgram): readonly string[] {
  expect(messagesOf(checked)).toEqual([]);
  return runTests({ program: checked.program }).map(
    ({ title, file, line, passed }) => `${title} ${file}:${line} ${passed ? 'passes' : 'fails'}`,
  );
}

const good = `now,channel,expect,by
2026-03-02T07:59:00Z,live-call,forbidden,gb.calls.hours
2026-03-02T08:00:00Z,live-call,permitted,
`;

describe('rows from a file', () => {
  it('are tests, whose place is their line in the file', () => {
    expect(resultsOf(check(good))).toEqual([
      `Hours, row 1 of tables/calls.csv ${path}:2 passes`,
      `Hours, row 2 of tables/calls.csv ${path}:3 passes`,
    ]);
  });

  it.each([
    ['semicolons', good.replaceAll(',', ';')],
    ['tabs', good.replaceAll(',', '\t')],
    ['line feeds after carriage returns', good.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${good}`],
    ['blank lines, and none at the end', `${good.replaceAll('\n', '\n\n').trimEnd()}`],
    ['every cell in quotation marks', good.replace(/[^,\n]+/g, '"$&"')],
    ['spaces around the cells', good.replaceAll(',', ' , ')],
  ])('are read with %s', (_, text) => {
    const passed = resultsOf(check(text)).map((result) => result.endsWith('passes'));
    expect(passed).toEqual([true, true]);
  });

  it('say what tables in the text say, lists and records among them', () => {
    const text = `now,customer,channel,expect,"only by"
2026-03-02T12:00:00Z,"{ residence: GB-SCT, birth-date: 2020-01-01, calls: [] }",sms,forbidden,gb.calls.minors
2026-03-02T12:00:00Z,"{
  residence: GB-SCT
  birth-date: 1980-01-01
}",sms,permitted,"gb.calls.default.contact"
`;
    expect(resultsOf(check(text)).map((result) => result.split(' ').slice(-2))).toEqual([
      [`${path}:2`, 'passes'],
      [`${path}:3`, 'passes'],
    ]);
  });

  it('hold texts as spreadsheets do, without quotation marks of the language', () => {
    const text = `now,customer.time-zone,channel,expect
2026-03-02T07:30:00Z,Europe/Paris,live-call,permitted
2026-03-02T07:30:00Z,"""Europe/Paris""",live-call,permitted
2026-03-02T07:30:00Z,unknown,live-call,undetermined
`;
    expect(resultsOf(check(text)).every((result) => result.endsWith('passes'))).toBe(true);
  });

  it('are reported where they stand in the file', () => {
    const text = `now,channel,expect,by
2026-03-02T07:59:00Z,live-cal,forbidden,gb.calls.hours
2026-03-02,live-call,permitted,"gb.calls.hours, gb.calls.hourss"
2026-03-02T08:00:00Z,live-call
2026-03-02T08:00:00Z,"live-call ""x""",permitted,
`;
    expect(messagesOf(check(text))).toEqual([
      `${path}:2:22 name/unknown-term "live-cal"`,
      `${path}:3:1 test/now-instant "2026-03-02"`,
      `${path}:3:49 name/unknown "gb.calls.hourss"`,
      `${path}:4:1 test/row-length "2026-03-02T08:00:00Z,live-call"`,
      `${path}:5:32 syntax/comma-missing " "`,
    ]);
  });

  it('have headings that are columns of the table, each once', () => {
    expect(messagesOf(check('now,chanel,expect,expect\n2026-03-02T07:59:00Z,,permitted,\n'))).toEqual([
      `${path}:1:5 name/unknown-fact "chanel"`,
      `${path}:1:19 test/repeated-column "expect"`,
    ]);
  });

  it('are refused where the file is not there, cannot be read or has no rows', () => {
    const place = 'policies/tests.privacy:3:13';
    expect(messagesOf(check({ kind: 'absent' }))).toEqual([
      `${place} test/row-file-unusable ""tables/calls.csv""`,
    ]);
    const unreadable = check({ kind: 'unreadable', reason: 'is not text in UTF-8' });
    expect(unreadable.diagnostics[0]?.diagnostic.headline).toBe(
      'The file "tables/calls.csv" is not text in UTF-8',
    );
    expect(messagesOf(check('now,expect\n'))).toEqual([`${place} test/row-file-empty ""tables/calls.csv""`]);
    expect(messagesOf(check(''))).toEqual([`${place} test/row-file-empty ""tables/calls.csv""`]);
  });

  it('are refused where quotation marks do not fit, and the rest is read all the same', () => {
    const text =
      'now,channel,expect\n2026-03-02T08:00:00Z,"live-call" x,permitted\n2026-03-02T08:00:00Z,"live-call';
    expect(messagesOf(check(text)).filter((message) => message.includes('csv-quotes'))).toEqual([
      `${path}:2:33 test/csv-quotes " x"`,
      `${path}:3:22 test/csv-quotes """`,
    ]);
  });

  it('are nothing to complain about where nobody loaded them', () => {
    const checked = checkProgram({ files });
    expect([messagesOf(checked), checked.program.tests]).toEqual([[], []]);
  });

  it('are read again only when the file changes', () => {
    const first = check(good);
    const same = check(good, first);
    // To look at the text of the file is the only question.
    expect(same.computed).toBe(1);
    expect(same.program.tests).toEqual(first.program.tests);
    const changed = check(good.replace('permitted', 'forbidden'), same);
    expect(changed.computed).toBeGreaterThan(0);
    expect(resultsOf(changed)[1]).toContain('fails');
    const broken = check(good.replace('live-call', 'live-cal'), changed);
    expect(messagesOf(broken)).toEqual([`${path}:2:22 name/unknown-term "live-cal"`]);
    expect(messagesOf(check(good, broken))).toEqual([]);
  });
});

describe('the path of a file with rows', () => {
  const pathsIn = (source: string, name: string): readonly string[] =>
    rowFilesOf(parseSourceFile({ path: source, text: table.replace('tables/calls.csv', name) }));

  it.each([
    ['law.privacy', 'calls.csv', ['calls.csv']],
    ['a/b/law.privacy', 'calls.csv', ['a/b/calls.csv']],
    ['a/b/law.privacy', './c/calls.csv', ['a/b/c/calls.csv']],
    ['a/b/law.privacy', '../../calls.csv', ['calls.csv']],
    ['a/b/law.privacy', '../../../calls.csv', []],
    ['law.privacy', '/etc/passwd', []],
    ['law.privacy', 'C:/calls.csv', []],
    ['law.privacy', 'c:calls.csv', []],
    ['law.privacy', 'a\\\\calls.csv', []],
    ['law.privacy', '~/calls.csv', []],
    ['pack:@acme/law/policies/law.privacy', 'calls.csv', ['pack:@acme/law/policies/calls.csv']],
    ['pack:@acme/law/policies/law.privacy', '../../calls.csv', []],
    ['library:std/crm.privacy', '../calls.csv', ['library:calls.csv']],
    ['library:std/crm.privacy', '../../calls.csv', []],
  ])('in %s, %s, stays inside of the project', (source, name, expected) => {
    expect(pathsIn(source, name)).toEqual(expected);
  });
});

describe('loading a program', () => {
  it('brings the files of its rows', async () => {
    const host = createMemoryHost({
      'policies/law.privacy': calls,
      'policies/tests.privacy': table,
      [path]: good,
    });
    const { rowTexts } = await loadProgram({
      host,
      paths: ['policies/law.privacy', 'policies/tests.privacy'],
    });
    expect([...rowTexts]).toEqual([[path, { kind: 'text', text: good }]]);
  });

  it('notices that one is not there', async () => {
    const host = createMemoryHost({ 'policies/law.privacy': calls, 'policies/tests.privacy': table });
    const { rowTexts, failures } = await loadProgram({ host, paths: ['policies/tests.privacy'] });
    expect([[...rowTexts], failures]).toEqual([[[path, { kind: 'absent' }]], []]);
  });
});
