import { describe, expect, it } from 'vitest';
import type { CheckedProgram } from '../../../packages/compiler/src/checking/index.ts';
import { checkProgram } from '../../../packages/compiler/src/checking/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { checkTexts, codesOf, markedTexts } from '../../support/check.ts';

/** A define that looks a table up, so that the table counts. */
const used = `define used(where: Place) as t of where is 1\n`;
const head = 'table t by Place: number';

function codes(text: string): string[] {
  return codesOf(checkTexts(text));
}

function rows(list: string, declaration = head): string {
  return `${used}${declaration} {\n| place | value |\n${list}\n}`;
}

function dated(...lines: string[]): string {
  return `${used}${head} {\n| place | value | in force |\n${lines.join('\n')}\n}`;
}

function messages(text: string): string[] {
  return checkTexts(text).diagnostics.map(
    ({ diagnostic }) => `${diagnostic.headline} ${diagnostic.help ?? ''}`,
  );
}

describe('a table', () => {
  it('is understood', () => {
    expect(codes(rows('| DE | 1 |'))).toEqual([]);
    expect(codes(dated('| DE | 1 | since 2024-01-01 |', '| DE | 2 | until 2024-01-01 |'))).toEqual([]);
  });
  it('stands in the program with a row for each of several terms', () => {
    const { program } = checkTexts(rows('| DE, GB | 1 |'));
    expect(
      program.tables.get('t')?.rows.map(({ keys }) => keys[0]?.type === 'term' && keys[0].value),
    ).toEqual(['DE', 'GB']);
  });
  it('reads days of the week, also from one to another over the end of the week', () => {
    const text = `table w by weekday: number {\n| d | value |\n| saturday to monday, friday | 1 |\n| tuesday to thursday | 2 |\n}
      define f(now-on: weekday) as w of now-on is 1`;
    const checked = checkTexts(text);
    expect(codesOf(checked)).toEqual([]);
    expect(
      checked.program.tables.get('w')?.rows.map(({ keys }) => keys[0]?.type === 'weekday' && keys[0].value),
    ).toEqual([5, 6, 7, 1, 2, 3, 4]);
  });
  it('belongs to the digest', () => {
    const digest = (value: string): string => checkTexts(rows(`| DE | ${value} |`)).program.digest;
    expect(digest('1')).not.toBe(digest('2'));
    expect(digest('1')).toBe(digest('1'));
  });

  it.each([
    ['a scale is no key', `table t by Separation: number {\n| s | value |\n}`, ['table/key']],
    ['a number is no key', `table t by number: number {\n| s | value |\n}`, ['table/key']],
    ['a key is declared', `table t by Plaice: number {\n| s | value |\n}`, ['name/unknown']],
    [
      'there are three keys at most',
      `table t by Place, weekday, boolean, Channel: number {\n| a | b | c | d | value |\n}`,
      ['table/too-many-keys'],
    ],
    [
      'cells hold single values',
      `table t by Place: list of number {\n| s | value |\n}`,
      ['table/value-kind'],
    ],
    ['and no records', `table t by Place: Customer {\n| s | value |\n}`, ['table/value-kind']],
    [
      'its name is kebab',
      `table Ages by Place: number {\n| s | value |\n| DE | 1 |\n}`,
      ['lint/unused-table', 'name/spelling'],
    ],
    [
      'it has a column for each key',
      `table t by Place, Channel: number {\n| place | value |\n}`,
      ['table/header'],
    ],
    ['and one with values', `table t by Place: number {\n| place | in force |\n}`, ['table/header']],
    [
      'with those about it at the end',
      `table t by Place: number {\n| place | cite | value |\n}`,
      ['table/header'],
    ],
    ['each once', `table t by Place: number {\n| place | value | cite | cite |\n}`, ['table/header']],
    [
      'a column has one name',
      `${used}table t by Place: number {\n| p | a | a |\n| DE | 1 | 2 |\n}`,
      ['table/which-column', 'name/duplicate'],
    ],
    [
      'that can be written after a dot',
      `table t by Place: number {\n| p | the value |\n| DE | 1 |\n}`,
      ['lint/unused-table', 'name/spelling'],
    ],
    ['rows have a cell for every column', rows('| DE | 1 | 2 |'), ['table/row-length']],
    ['a term is one of the taxonomy', rows('| DK | 1 |'), ['name/unknown-term']],
    ['a term has one spelling', rows('| UK | 1 |'), ['name/alias']],
    ['a group is no term', rows('| EU | 1 |'), ['table/cell']],
    ['ranges are for days', rows('| DE to GB | 1 |'), ['table/cell']],
    ['a value is of its kind', rows('| DE | "1" |'), ['table/cell']],
    ['one in a cell', rows('| DE | 1, 2 |'), ['table/cell']],
    ['none has to be declared', rows('| DE | none |'), ['table/cell']],
    ['a period is none', rows('| DE | since 2024-01-01 |'), ['table/cell']],
    ['in force holds a period', dated('| DE | 1 | 2024-01-01 |'), ['table/cell']],
    [
      'a citation stands in quotes',
      `${used}${head} {\n| p | value | cite |\n| DE | 1 | 2 |\n}`,
      ['table/cell'],
    ],
    [
      'days of the week are few',
      `table t by weekday: number {\n| d | value |\n| funday | 1 |\n}`,
      ['lint/unused-table', 'name/unknown'],
    ],
    [
      'a yes or no is nothing else',
      `table t by boolean: number {\n| d | value |\n| DE | 1 |\n}`,
      ['lint/unused-table', 'table/cell'],
    ],
    [
      'a final term is not an inner one',
      rows('| DE | voice |', 'table t by Place: Channel').replace('is 1', 'is email'),
      ['table/cell'],
    ],
    [
      'unless within is said',
      rows('| DE | voice |', 'table t by Place: within Channel').replace('is 1', 'is email'),
      [],
    ],
    ['an impossible date is told once', dated('| DE | 1 | since 2024-02-30 |'), ['syntax/no-such-date']],
    [
      'a period ends after it begins',
      dated('| DE | 1 | from 2024-02-03 until 2024-02-03 |'),
      ['type/empty-period'],
    ],
    ['until is asked about on a last day', dated('| DE | 1 | until 2024-12-31 |'), ['lint/until-last-day']],
    ['two rows never count on one day', rows('| DE | 1 |\n| DE | 2 |'), ['table/two-rows']],
    ['also among several', rows('| DE, GB | 1 |\n| GB, US | 2 |'), ['table/two-rows']],
    [
      'nor for a while',
      dated('| DE | 1 | through 2024-01-01 |', '| DE | 2 | since 2024-01-01 |'),
      ['table/two-rows'],
    ],
    ['a row may be within another', rows('| GB | 1 |\n| GB-SCT | 2 |'), []],
    [
      'days without a row are told',
      dated('| DE | 1 | until 2024-12-31 |', '| DE | 2 | since 2025-01-02 |'),
      ['lint/until-last-day', 'lint/table-gap'],
    ],
    [
      'not where another row covers them',
      dated('| DE | 1 | until 2024-12-30 |', '| DE | 2 | since 2025-01-02 |', '| | 3 | |'),
      [],
    ],
    [
      'a table that nobody looks up is told',
      `${head} {\n| p | value |\n| DE | 1 |\n}`,
      ['lint/unused-table'],
    ],
    [
      'but not one of a module',
      `module m\n${head} {\n| p | value |\n| DE | 1 |\n}`
        .replace('Place', 'Spot')
        .replace('module m', 'module m\ntaxonomy Spot { DE }'),
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('says in which row what is wrong, and what is meant', () => {
    const checked = checkTexts(rows('| DE | 1 |\n| DX | 1 |'));
    expect(markedTexts(checked)).toEqual(['DX']);
    expect(messages(rows('| DE | none |'))[0]).toContain('write "or none"');
    expect(messages(rows('| EU | 1 |'))[0]).toContain('"EU" is a group');
    expect(messages(dated('| DE | 1 | 2024-01-01 |'))[0]).toContain('since 2024-01-01');
  });
  it('names the terms and the days of two rows that count together', () => {
    const [message] = messages(
      dated('| DE, GB | 1 | through 2025-06-01 |', '| DE, GB | 2 | since 2025-01-01 |'),
    );
    expect(message).toContain('Two rows speak about DE and GB on the same day');
    const checked = checkTexts(dated('| DE | 1 | through 2025-06-01 |', '| DE | 2 | since 2025-01-01 |'));
    expect(checked.diagnostics[0]?.diagnostic.because).toContain('from 2025-01-01 through 2025-06-01');
    expect(checked.diagnostics[0]?.diagnostic.related).toHaveLength(1);
  });
  it('names the days of a gap', () => {
    const [message] = messages(dated('| DE | 1 | until 2024-12-30 |', '| DE | 2 | since 2025-01-02 |'));
    expect(message).toContain('From 2024-12-30 through 2025-01-01, no row covers DE');
  });
});

describe('rows that were forgotten', () => {
  const week = (list: string, keys = 'weekday'): string =>
    `table t by ${keys}: number {\n| d | value |\n${list}\n}\ndefine f(d: weekday) as t of d is 1`;
  it('are days of the week', () => {
    expect(messages(week('| monday to friday | 1 |'))[0]).toContain('has no row for saturday and sunday');
    expect(codes(week('| monday to sunday | 1 |'))).toEqual([]);
    expect(codes(week('| monday | 1 |\n| | 2 |'))).toEqual([]);
  });
  it('are yes or no, for a term that has the other', () => {
    const text = `table t by Place, boolean: number {\n| p | b | value |\n| DE | yes | 1 |\n| GB | | 2 |\n}
      define f(where: Place) as t of (where, yes) is known`;
    expect(messages(text)[0]).toContain('has no row for DE / no');
  });
  it('are terms where nearly all others have one, and not where few have', () => {
    expect(messages(rows('| DE, GB, US, CA | 1 |'))[0]).toContain('has no row for NO');
    expect(codes(rows('| DE, CA | 1 |'))).toEqual([]);
    expect(codes(rows('| DE, GB, US, CA, NO | 1 |'))).toEqual([]);
  });
});

describe('a look-up', () => {
  const two = `table fee by Place, Channel: number {\n| p | c | first | second |\n| DE | voice | 1 | 2 |\n}`;
  const define = (body: string): string =>
    `define d(where: Place, how: Channel, day: date, flag: boolean) as ${body}`;
  it.each([
    ['names a column', 'fee.first of (where, how) is 1', []],
    ['of several', 'fee of (where, how) is 1', ['table/which-column']],
    ['that is there', 'fee.third of (where, how) is 1', ['name/unknown']],
    ['and nothing behind it', 'fee.first.x of (where, how) is 1', ['name/unknown']],
    ['has a value for each key', 'fee.first of where is 1', ['table/look-up']],
    ['of its kind', 'fee.first of (how, where) is 1', ['type/mismatch', 'type/mismatch']],
    ['takes terms', 'fee.first of (DE, voice) is 1', []],
    ['that are there', 'fee.first of (DX, voice) is 1', ['name/unknown-term']],
    ['and have a row', 'fee.first of (CA, voice) is 1', ['lint/no-row']],
    ['is of a table that is there', 'fees.first of (where, how) is 1', ['lint/unused-table', 'name/unknown']],
    ['gives a value of its kind', 'fee.first of (where, how) is "x"', ['type/mismatch']],
    ['is no condition', 'fee.first of (where, how)', []],
  ])('%s', (_, body, expected) => {
    expect(codes(`${two}\n${define(body)}`)).toEqual(expected);
  });
  it('takes conditions for yes and no', () => {
    const table = `table t by boolean: number {\n| b | value |\n| yes | 1 |\n| no | 2 |\n}`;
    expect(codes(`${table}\n${define('t of (day is 2026-01-01 and flag) is 1')}`)).toEqual([]);
    expect(codes(`${table}\n${define('t of flag is 1')}`)).toEqual([]);
    expect(codes(`${table}\n${define('t of where is 1')}`)).toEqual(['type/mismatch']);
  });
  it('of a table that is wrong itself is not reported again', () => {
    expect(codes(`table t by Separation: number {\n| s | value |\n}\n${define('t of where is 1')}`)).toEqual([
      'table/key',
    ]);
  });
  it('of a module that the file does not use is told', () => {
    const module = `module m\ntaxonomy Spot { A, B }\ntable t by Spot: number {\n| p | value |\n| A, B | 1 |\n}`;
    const checked = checkTexts([module, 'define d(x: number) as t of A is x']);
    expect(codesOf(checked)).toEqual(['name/not-in-use']);
  });

  const counted = `table t by Place: number counted by received-on {\n| p | value |\n| DE | 1 |\n}`;
  it('reads the day that it is counted by where it stands', () => {
    expect(codes(`${counted}\ndefine d(where: Place, received-on: date) as t of where is 1`)).toEqual([]);
    const checked = checkTexts(`${counted}\ndefine d(where: Place) as t of where is 1`);
    expect(codesOf(checked)).toEqual(['table/counted-by']);
    expect(markedTexts(checked)).toEqual(['t of where']);
    expect(codes(`${counted}\ndefine d(where: Place, received-on: instant) as t of where is 1`)).toEqual([
      'table/counted-by',
    ]);
  });
  it('cannot be unknown where every key is certain and every term has a row on every day', () => {
    const canBeUnknown = (list: string, body = 't of where is 1', type = 'number'): boolean | undefined => {
      const text = `taxonomy Spot complete { A complete { A-1, A-2 }, B }\n${head.replace('Place', 'Spot').replace('number', type)} {
        | p | value | in force |\n${list}\n}\ndefine d(where: Spot) as ${body}`;
      const defined = checkTexts(text).program.defines.get('d')?.body;
      return defined?.kind === 'formula' ? defined.formula.traits.canBeUnknown : undefined;
    };
    expect(canBeUnknown('| A, B | 1 | |')).toBe(false);
    expect(canBeUnknown('| A-1, A-2, B | 1 | |')).toBe(false);
    expect(canBeUnknown('| A-1, B | 1 | |')).toBe(true);
    expect(canBeUnknown('| A | 1 | |\n| B | 1 | since 2020-01-01 |')).toBe(true);
    expect(canBeUnknown('| A | 1 | |\n| B | 1 | since 2020-01-01 |\n| B | 2 | until 2020-01-01 |')).toBe(
      false,
    );
    expect(canBeUnknown('| A, B | | |')).toBe(true);
    expect(canBeUnknown('| A, B | none | |', 't of where is 1', 'number or none')).toBe(false);
    expect(canBeUnknown('| B | 1 | |', 't of B is 1')).toBe(false);
    const open = checkTexts(rows('| DE, GB, US, CA, NO | 1 |').replace('', '')).program.defines.get(
      'used',
    )?.body;
    expect(open?.kind === 'formula' && open.formula.traits.canBeUnknown).toBe(true);
  });
  it('of lengths has their measure where all rows have one', () => {
    const text = (cells: string, test: string): string =>
      `table t by Place: duration {\n| p | value |\n${cells}\n}\ndefine d(where: Place, day: date, moment: instant) as ${test}`;
    expect(codes(text('| DE | 6 years |', 'day is before t of where after 2020-01-01'))).toEqual([]);
    expect(codes(text('| DE | 6 years |', 'moment is before t of where after moment'))).toEqual([
      'type/mixed-time',
    ]);
    expect(codes(text('| DE | 6 years |', 't of where is at least 30 days'))).toEqual(['type/lengths-apart']);
    expect(codes(text('| DE | 6 years |\n| GB | 30 days |', 't of where is at least 30 days'))).toEqual([]);
  });
  it('by the claim is told where a policy speaks for terms without a row', () => {
    const policy = (applies: string): string => `${head} {\n| p | value |\n| DE, US-CA | 1 |\n}
      policy law.base "Base" {
        authority law
        applies when ${applies}
        default permit contact "Yes" cite "s. 1"
        rule one "One" { forbid contact when t of place is more than 3 cite "s. 2" }
      }`;
    expect(messages(policy('place is EEA'))[0]).toContain('has no row for GB and NO');
    expect(messages(policy('place is US'))[0]).toContain('has no row for US-IA');
    expect(messages(policy('place is GB'))[0]).toContain('has no row for GB');
    expect(codes(policy('place is DE'))).toEqual([]);
    expect(codes(policy('purpose is marketing').replace('applies when', 'applies everywhere when'))).toEqual(
      [],
    );
  });
});

describe('tables and calendars that are edited', () => {
  const whole = `taxonomy Spot complete { A, B, C }
calendar days covers 2026-01-01 through 2026-12-31 { weekend sunday
  2026-05-01 }
table limit by Spot: number counted by day {
  | p    | value | in force         |
  | A, B | 1     |                  |
  | C    | 2     | since 2026-01-01 |
  | C    | 3     | until 2026-01-01 |
}
define d(where: Spot, day: date) as limit of where is 1 and day is a working day in days
`;
  const edits = [
    ['C }', 'C, D }'],
    ['complete {', '{'],
    ['| 3 ', '| 4 '],
    ['until 2026-01-01', 'until 2025-12-30'],
    ['counted by day', 'counted by tag'],
    ['weekend sunday', 'weekend monday'],
    ['limit of where', 'limits of where'],
    ['A, B |', 'A, B, C |'],
    ['2026-05-01', '2027-05-01'],
    ['through 2026-12-31', 'through 2027-12-31'],
  ] as const;

  function found(checked: CheckedProgram): unknown {
    const body = checked.program.defines.get('d')?.body;
    return [
      checked.diagnostics.map(({ diagnostic }) => [diagnostic.code, diagnostic.headline, diagnostic.span]),
      checked.program.tables.get('limit')?.rows.map(({ keys, from, until }) => [keys, from, until]),
      body?.kind === 'formula' ? body.formula.traits : undefined,
    ];
  }

  it('are checked as if they were read for the first time', () => {
    let text = whole;
    let file = parseSourceFile({ path: 'a.privacy', text });
    let checked = checkProgram({ files: [file] });
    for (const [written, edited] of [
      ...edits,
      ...edits.toReversed().map(([one, other]) => [other, one] as const),
    ]) {
      text = text.replace(written, edited);
      file = parseSourceFile({ path: 'a.privacy', text, previous: file });
      checked = checkProgram({ files: [file], previous: checked });
      const fresh = checkProgram({ files: [parseSourceFile({ path: 'a.privacy', text })] });
      expect(found(checked)).toEqual(found(fresh));
    }
  });
});
