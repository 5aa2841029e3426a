import { describe, expect, it } from 'vitest';
import { checkTexts, codesOf, markedTexts } from '../../support/check.ts';

const plain = `calendar c covers 2026-01-01 through 2026-12-31 {
  weekend saturday, sunday
  2026-12-25 "Christmas Day"
}
`;

function codes(text: string): string[] {
  return codesOf(checkTexts(text));
}

function days(list: string): string {
  return `calendar c covers 2026-01-01 through 2026-12-31 {\n${list}\n}`;
}

describe('a calendar', () => {
  it('stands in the program with its days in order', () => {
    const { program } = checkTexts(days('weekend sunday, saturday\n2026-12-25 "Christmas Day"\n2026-01-01'));
    const calendar = program.calendars.get('c');
    expect(calendar?.weekend).toEqual([6, 7]);
    expect(calendar?.days.map(({ title }) => title)).toEqual([undefined, 'Christmas Day']);
    expect((calendar?.until ?? 0) - (calendar?.from ?? 0)).toBe(365);
  });
  it('takes over the days and the weekend of those that it includes', () => {
    const text = `${plain}calendar d including c covers 2026-06-01 until 2026-12-28 {
      2026-06-05
      2026-12-25 "Own title"
    }`;
    const calendar = checkTexts(text).program.calendars.get('d');
    expect(calendar?.weekend).toEqual([6, 7]);
    expect(calendar?.days.map(({ title }) => title)).toEqual([undefined, 'Own title']);
  });
  it('belongs to the digest', () => {
    const digest = (day: string): string => checkTexts(days(day)).program.digest;
    expect(digest('2026-01-01')).not.toBe(digest('2026-01-02'));
  });

  it.each([
    ['is understood', plain, []],
    ['says what it covers', 'calendar c { weekend sunday }', ['calendar/no-cover']],
    [
      'from one day to a later one',
      'calendar c covers 2026-02-01 through 2026-01-01 { weekend sunday }',
      ['type/empty-period'],
    ],
    ['names days that it covers', days('2025-12-31'), ['calendar/outside-cover']],
    ['each once', days('2026-05-01\n2026-05-01 "May Day"'), ['name/duplicate']],
    ['that exist', days('2026-02-29'), ['syntax/no-such-date']],
    ['has weekends of days of the week', days('weekend saturday, funday'), ['name/unknown']],
    [
      'includes what is there',
      'calendar c including e covers 2026-01-01 through 2026-12-31 { weekend sunday }',
      ['name/unknown'],
    ],
    [
      'that covers as much',
      `${plain}calendar d including c covers 2026-01-01 through 2027-12-31 { weekend sunday }`,
      ['calendar/included-cover'],
    ],
    [
      'and not itself',
      'calendar c including c covers 2026-01-01 through 2026-12-31 { weekend sunday }',
      ['name/circular'],
    ],
    ['has one declaration', `${plain}${plain}`, ['name/duplicate']],
    ['is no fact', 'record R { c: calendar }', ['table/calendar-fact']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('says what it covers where a day lies outside', () => {
    const [found] = checkTexts(days('2025-12-31')).diagnostics;
    expect(found?.diagnostic.because).toContain('from 2026-01-01 through 2026-12-31');
  });
});

describe('a question about a day', () => {
  const define = (body: string, calendar = plain): string =>
    `${calendar}table t by Place: calendar {\n| p | value |\n| DE | c |\n}
    define d(day: date, moment: instant, where: Place) as ${body} and t of where is known`;
  it.each([
    ['takes a calendar', 'day is a holiday in c', []],
    ['that is there', 'day is a holiday in e', ['name/unknown']],
    ['or a table that gives one', 'day is not a working day in t of where', []],
    ['and nothing else', 'day is a holiday in where', ['type/mismatch']],
    ['is about a date', 'moment is a holiday in c', ['type/mismatch']],
    ['counts working days in a calendar', 'day is before 5 working days in c after 2026-01-01', []],
    ['that is named', 'day is before 5 working days after 2026-01-01', ['calendar/working-days']],
    ['or comes from a table', 'day is before 5 working days in (t of where) after 2026-01-01', []],
    ['counts whole days', 'day is before 1.5 working days in c after 2026-01-01', ['calendar/part-of-a-day']],
    ['from a date', 'moment is before 5 working days in c after moment', ['type/mixed-time']],
    ['looks back', 'day is within the last 5 working days in c', []],
    ['measures distances', 'day is at least 5 working days in c after 2026-01-01', []],
  ])('%s', (_, body, expected) => {
    expect(codes(define(body))).toEqual(expected);
  });
  it('about working days is asked back where every Sunday would be one', () => {
    const bare = 'calendar c covers 2026-01-01 through 2026-12-31 {\n2026-12-25\n}\n';
    const checked = checkTexts(define('day is a working day in c', bare));
    expect(codesOf(checked)).toEqual(['lint/no-weekend']);
    expect(markedTexts(checked)).toEqual(['c']);
    expect(codes(define('day is before 2 working days in c after day', bare))).toEqual(['lint/no-weekend']);
    expect(codes(define('day is a holiday in c', bare))).toEqual([]);
  });
  it('may have the day in the instant taken first', () => {
    const [found] = checkTexts(define('moment is a holiday in c')).diagnostics;
    expect(found?.diagnostic.help).toContain('date of moment');
  });
  it('reads the calendar of a module that the file uses', () => {
    const module = `module m\n${plain}`;
    const question = 'define d(day: date) as day is a holiday in c';
    expect(codesOf(checkTexts([module, `use m\n${question}`]))).toEqual([]);
    expect(codesOf(checkTexts([module, question]))).toEqual(['name/not-in-use']);
  });
  it('has a length in working days for what is owed, too', () => {
    const policy = (length: string): string => `${plain}policy law.base "Base" {
      authority law
      applies everywhere
      default permit contact "Yes" cite "s. 1"
      rule tell "Tell" { require contact obligation notify(within: ${length}) cite "s. 2" }
    }`;
    expect(codes(policy('5 working days in c'))).toEqual([]);
    expect(codes(policy('5 working days in e'))).toEqual(['name/unknown']);
  });
});
