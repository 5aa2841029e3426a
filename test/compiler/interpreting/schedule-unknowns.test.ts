import { describe, expect, it } from 'vitest';
import { house, law, scheduleOn, windowOn } from '../../support/schedulebook.ts';

const keep = (period: string, more = '') =>
  `rule keeps "Keeps" { keep Invoice for at least ${period} counted from issued-on ${more} cite "s. 1" }`;
const erase = (deadline: string, more = '') =>
  `rule erases "Erases" { erase Invoice at the latest ${deadline} ${more} cite "s. 2" }`;

describe('what is not known', () => {
  it('keeps for ever and erases nothing in the one reading, and the other way round in the other', () => {
    const rules = law(`${keep('6 years', 'when flag')} ${erase('3 years after issued-on', 'when flag-2')}`);
    expect(scheduleOn('2024-01-01', rules, { issuedOn: '2020-03-02' })).toMatchObject({
      state: 'undetermined',
      mayErase: false,
      keepThrough: null,
      eraseBy: null,
      windows: {
        longest: { state: 'must-keep', keepThrough: '2026-03-02', eraseBy: null },
        shortest: { state: 'overdue', keepThrough: null, eraseBy: '2023-03-02' },
      },
      missing: ['flag', 'flag2'],
    });
  });

  it('a keep of unknown date counts as for ever', () => {
    const schedule = scheduleOn('2024-01-01', law(keep('6 years')), {});
    expect(schedule).toMatchObject({
      state: 'undetermined',
      windows: { longest: { state: 'must-keep', keepThrough: 'forever' }, shortest: { state: 'may-erase' } },
      missing: ['issuedOn'],
      questions: [{ fact: 'issuedOn', title: 'issued-on', rules: ['law.one.keeps'] }],
    });
  });

  it('an erase of unknown date counts as due', () => {
    const schedule = scheduleOn('2024-01-01', law(erase('3 years after issued-on')), {});
    expect(schedule).toMatchObject({
      state: 'undetermined',
      windows: { longest: { state: 'may-erase' }, shortest: { state: 'overdue', eraseBy: null } },
      actions: [{ action: 'erase', by: null, state: 'undetermined' }],
    });
  });

  it('is no matter where every reading comes to the same', () => {
    const rules = law(
      keep('6 years') +
        ` rule more "More" { keep Invoice for at least 2 years counted from issued-on when flag cite "x" }`,
    );
    expect(scheduleOn('2024-01-01', rules, { issuedOn: '2020-03-02' })).toMatchObject({
      state: 'must-keep',
      keepThrough: '2026-03-02',
      windows: null,
      missing: [],
    });
  });

  it('may leave the state as it is and the dates open: then both windows are told, and nothing is asked', () => {
    const rules = law(
      keep('6 years') +
        ` rule more "More" { keep Invoice for at least 8 years counted from issued-on when flag cite "x" }`,
    );
    expect(scheduleOn('2024-01-01', rules, { issuedOn: '2020-03-02' })).toMatchObject({
      state: 'must-keep',
      keepThrough: null,
      windows: { longest: { keepThrough: '2028-03-02' }, shortest: { keepThrough: '2026-03-02' } },
      missing: [],
    });
  });

  it('is undetermined where nobody may cover the record: silence is never a licence to destroy', () => {
    const rules = law(keep('1 year', 'when flag'));
    expect(scheduleOn('2024-01-01', rules, { issuedOn: '2020-03-02' })).toMatchObject({
      state: 'undetermined',
      windows: { longest: { state: 'may-erase' }, shortest: { state: 'may-erase' } },
      missing: ['flag'],
    });
  });

  it('of a policy is asked in its own name, of a rule in that of the rule', () => {
    const rules = house(erase('3 years after issued-on', 'when flag-2'), 'applies when flag');
    expect(scheduleOn('2024-01-01', rules, { issuedOn: '2020-03-02' }).questions).toEqual([
      { fact: 'flag', title: 'flag', rules: ['house'] },
      { fact: 'flag2', title: 'flag-2', rules: ['house.erases'] },
    ]);
  });

  it('of an extension is evaluated both ways', () => {
    const rules = law(erase('3 years after issued-on', 'extend by 2 years when flag'));
    const at = (day: string, flag?: boolean) =>
      windowOn(day, rules, { issuedOn: '2020-03-02', ...(flag === undefined ? {} : { flag }) });
    expect(at('2024-01-01', true)).toBe('may-erase - 2025-03-02');
    expect(at('2024-01-01', false)).toBe('overdue - 2023-03-02');
    expect(at('2024-01-01')).toBe('undetermined - -');
    expect(at('2023-03-01')).toBe('may-erase - -');
    expect(at('2026-01-01')).toBe('overdue - -');
  });
});

describe('what is assumed', () => {
  const rules = law(keep('6 years', 'when flag else no'));

  it('is told where the answer would be undetermined without it', () => {
    expect(scheduleOn('2024-01-01', rules, { issuedOn: '2020-03-02' }).assumed).toEqual([
      { fact: 'flag', value: false, rules: ['law.one.keeps'] },
    ]);
    expect(scheduleOn('2024-01-01', rules, { issuedOn: '2020-03-02', flag: false }).assumed).toEqual([]);
  });

  it('is not told where it does not matter', () => {
    const kept = rules + house(keep('9 years'));
    const schedule = scheduleOn('2024-01-01', kept, { issuedOn: '2020-03-02' });
    expect([schedule.state, schedule.assumed]).toEqual(['must-keep', []]);
  });
});

describe('facts', () => {
  const rules = law(keep('6 years'));

  it('of the wrong type, and keys that no field has, are refused: a misspelt one would erase', () => {
    expect(() => scheduleOn('2024-01-01', rules, { issuedOn: 7 })).toThrow('wrong-type');
    expect(() => scheduleOn('2024-01-01', rules, { isuedOn: '2020-03-02' })).toThrow('unknown-key');
    expect(() => scheduleOn('2024-01-01', rules, { subject: {} })).toThrow('unknown-key');
  });

  it('that are required and absent are refused where services ask, and unknown in tests', () => {
    const log = law('rule keeps "Keeps" { keep Log for at least 1 year counted from day cite "x" }');
    expect(() => scheduleOn('2024-01-01', log, {}, { record: 'Log', requiredFacts: 'error' })).toThrow(
      'missing',
    );
    expect(scheduleOn('2024-01-01', log, {}, { record: 'Log' }).state).toBe('undetermined');
  });
});
