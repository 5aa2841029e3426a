import { describe, expect, it } from 'vitest';
import { house, law, scheduleOn, windowOn } from '../../support/schedulebook.ts';

const facts = { issuedOn: '2020-03-02', flag: false, flag2: false, flag3: false };
const day = '2021-01-01';

/** A keep of six years with exceptions. */
const keep = (exceptions: string) =>
  law(
    `rule keeps "Keeps" { keep Invoice for at least 6 years counted from issued-on cite "s. 1" ${exceptions} }`,
  );

const keptThrough = (rules: string, more: object) =>
  scheduleOn(day, rules, { ...facts, ...more }).keepThrough;

describe('an exception of a schedule', () => {
  it('only removes its rule', () => {
    const rules = keep('except small "Small" { when flag }');
    expect(windowOn(day, rules, facts)).toBe('must-keep 2026-03-02 -');
    expect(windowOn(day, rules, { ...facts, flag: true })).toBe('ungoverned - -');
    expect(windowOn(day, rules, { issuedOn: '2020-03-02' })).toBe('undetermined - -');
  });

  it('unless is one without a name', () => {
    const rules = law(
      `rule keeps "Keeps" { keep Invoice for at least 6 years counted from issued-on unless flag cite "s. 1" }`,
    );
    expect(windowOn(day, rules, { ...facts, flag: true })).toBe('ungoverned - -');
    expect(scheduleOn(day, rules, { ...facts, flag: true }).reasons).toEqual([]);
  });

  it('may say another period, which counts instead, shorter or longer', () => {
    const rules = keep(`except banks "Banks" { when flag for at least 10 years cite "s. 2" }
      except small "Small" { when flag-2 for at least 2 years }`);
    expect(keptThrough(rules, {})).toBe('2026-03-02');
    expect(keptThrough(rules, { flag: true })).toBe('2030-03-02');
    expect(keptThrough(rules, { flag2: true })).toBe('2022-03-02');
    expect(keptThrough(rules, { flag: true, flag2: true })).toBe('2030-03-02');
    expect(keptThrough(rules, { flag: undefined })).toBe(null);
  });

  it('may count from another day, and of a deadline say another one', () => {
    const rules = keep('except paid "Paid" { when flag for at least 6 years counted from paid-on }');
    expect(keptThrough(rules, { flag: true, paidOn: '2021-05-01' })).toBe('2027-05-01');
    const erase = law(`rule erases "Erases" { erase Invoice at the latest 3 years after issued-on cite "x"
      except later "Later" { when flag at the latest 5 years after issued-on } }`);
    expect(scheduleOn(day, erase, facts).eraseBy).toBe('2023-03-02');
    expect(scheduleOn(day, erase, { ...facts, flag: true }).eraseBy).toBe('2025-03-02');
  });

  it('is the reason where its period counts', () => {
    const rules = keep('except banks "Banks" { when flag for at least 10 years cite "s. 2" }');
    expect(scheduleOn(day, rules, { ...facts, flag: true }).reasons).toMatchObject([
      {
        rule: 'law.one.keeps.banks',
        kind: 'exception',
        action: 'keep',
        date: '2030-03-02',
        citation: 's. 2',
        decisive: true,
      },
    ]);
  });

  it('that only removes its rule is a reason, too, where the rule would have counted', () => {
    const rules = keep('except small "Small" { when flag }');
    expect(scheduleOn(day, rules, { ...facts, flag: true }).reasons).toMatchObject([
      {
        rule: 'law.one.keeps.small',
        kind: 'exception',
        date: null,
        certain: true,
        decisive: true,
        cut: false,
      },
    ]);
    expect(scheduleOn(day, rules, { issuedOn: '2020-03-02' }).reasons).toMatchObject([
      { rule: 'law.one.keeps', certain: false },
      { rule: 'law.one.keeps.small', certain: false, decisive: false },
    ]);
  });

  it('of two that remove the rule, both are reasons', () => {
    const rules = keep('except small "Small" { when flag } except old "Old" { when flag-2 }');
    expect(scheduleOn(day, rules, { ...facts, flag: true, flag2: true }).reasons).toMatchObject([
      { rule: 'law.one.keeps.old', decisive: true },
      { rule: 'law.one.keeps.small', decisive: true },
    ]);
  });

  it('a plain one beside it takes the other period away', () => {
    const rules = keep(`except banks "Banks" { when flag for at least 10 years }
      except none-at-all "None" { when flag-2 }`);
    expect(windowOn(day, rules, { ...facts, flag: true, flag2: true })).toBe('ungoverned - -');
    expect(windowOn(day, rules, { ...facts, flag: true })).toBe('must-keep 2030-03-02 -');
  });

  it('a plain one beside it takes the periods inside it away, too', () => {
    const rules = keep(`except banks "Banks" { when flag for at least 10 years
        except large "Large" { when flag-2 for at least 12 years } }
      except none-at-all "None" { when flag-3 }`);
    expect(windowOn(day, rules, { ...facts, flag: true, flag2: true, flag3: true })).toBe('ungoverned - -');
  });
});

describe('a nested exception of a schedule', () => {
  it('that says another period takes the outer place and does not bring the rule back', () => {
    const rules = keep(`except banks "Banks" { when flag for at least 10 years
      except small "Small" { when flag-2 for at least 2 years } }`);
    expect(keptThrough(rules, { flag: true, flag2: true })).toBe('2022-03-02');
    expect(keptThrough(rules, { flag: false, flag2: true })).toBe('2026-03-02');
  });

  it('that says nothing else brings the rule back', () => {
    const rules = keep(`except banks "Banks" { when flag for at least 10 years
      except small "Small" { when flag-2 } }`);
    expect(keptThrough(rules, { flag: true, flag2: true })).toBe('2026-03-02');
    expect(keptThrough(rules, { flag: true })).toBe('2030-03-02');
  });

  it('of a plain one may say a period where none was left', () => {
    const rules = keep(`except small "Small" { when flag
      except tiny "Tiny" { when flag-2 for at least 1 year } }`);
    expect(windowOn(day, rules, { ...facts, flag: true, flag2: true })).toBe('must-keep 2021-03-02 -');
    expect(windowOn(day, rules, { ...facts, flag: true })).toBe('ungoverned - -');
  });

  it('of an exception that has come back removes that period only', () => {
    const rules = keep(`except banks "Banks" { when flag for at least 10 years
      except large "Large" { when flag-2 for at least 12 years
        except not-large "Not large" { when flag-3 } } }`);
    expect(keptThrough(rules, { flag: true, flag2: true })).toBe('2032-03-02');
    expect(keptThrough(rules, { flag: true, flag2: true, flag3: true })).toBe('2030-03-02');
  });
});

describe('a lift of a schedule rule', () => {
  const lift = `policy sector.one "Sector" { authority sector zone "Asia/Tokyo"
    lift law.one.keeps short "Short" { when flag in force from 2026-03-02 cite "x" } }`;

  it('removes it where the lifting policy is at home', () => {
    const at = (now: string) => windowOn('', keep('') + lift, { ...facts, flag: true }, { now });
    expect(at('2026-03-01T14:59:59Z')).toBe('must-keep 2026-03-02 -');
    expect(at('2026-03-01T15:00:00Z')).toBe('ungoverned - -');
  });

  it('is the reason, in the name of the policy that lifts, and does not count without that policy', () => {
    const options = { now: '2026-03-01T15:00:00Z' };
    expect(scheduleOn('', keep('') + lift, { ...facts, flag: true }, options).reasons).toMatchObject([
      { rule: 'sector.one.short', kind: 'lift', policy: 'sector.one', authority: 'sector', action: 'keep' },
    ]);
    const under = (policy: string) => policy === 'law.one';
    expect(windowOn('', keep('') + lift, { ...facts, flag: true }, { ...options, under })).toBe(
      'must-keep 2026-03-02 -',
    );
  });
});

describe('obligations of schedules', () => {
  const owed = (rules: string, on: string, more: object = {}) =>
    scheduleOn(on, rules, { ...facts, ...more }).obligations.map(({ obligation, through }) => [
      obligation,
      through,
    ]);

  it('of a keep are to be observed through its last day', () => {
    const rules = keep('obligation lock');
    expect(owed(rules, '2026-03-02')).toEqual([['lock', '2026-03-02']]);
    expect(owed(rules, '2026-03-03')).toEqual([]);
    expect(owed(rules, '2026-03-02', { issuedOn: null })).toEqual([['lock', null]]);
  });

  it('of a keep that is cut end before the erasure', () => {
    const erase = law(
      'rule erases "Erases" { erase Invoice at the latest 3 years after issued-on cite "x" }',
    );
    const rules =
      erase +
      house(
        'rule keeps "Keeps" { keep Invoice for at least 6 years counted from issued-on obligation lock }',
      );
    expect(owed(rules, '2023-03-01')).toEqual([['lock', '2023-03-01']]);
    expect(owed(rules, '2023-03-02')).toEqual([]);
  });

  it('of everything else are to be observed as long as it counts', () => {
    const rules = law(
      'rule erases "Erases" { erase Invoice at the latest 3 years after issued-on when flag obligation tell cite "x" }',
    );
    expect(owed(rules, '2030-01-01', { flag: true })).toEqual([['tell', null]]);
    expect(owed(rules, '2020-01-01')).toEqual([]);
    expect(owed(rules, '2020-01-01', { flag: undefined })).toEqual([]);
  });

  it('that are precautionary are owed where they may have to be', () => {
    const rules = keep('when flag obligation note obligation lock');
    expect(owed(rules, day, { flag: undefined })).toEqual([['note', '2026-03-02']]);
  });

  it('of several rules are one, through the latest day', () => {
    const rules =
      keep('obligation lock except banks "Banks" { when flag for at least 10 years obligation lock }') +
      `policy law.two "Law" { authority law
        rule keeps "Keeps" { keep Invoice for at least 7 years counted from issued-on obligation lock cite "x" } }`;
    expect(scheduleOn(day, rules, facts).obligations).toMatchObject([
      { obligation: 'lock', through: '2027-03-02', rules: ['law.one.keeps', 'law.two.keeps'] },
    ]);
    expect(owed(rules, day, { flag: true })).toEqual([['lock', '2030-03-02']]);
  });

  it('of a plain exception are owed where it stands or may stand', () => {
    const rules = keep('except small "Small" { when flag obligation tell }');
    expect(owed(rules, day, { flag: true })).toEqual([['tell', null]]);
    expect(owed(rules, day, { flag: undefined })).toEqual([['tell', null]]);
    expect(owed(rules, day)).toEqual([]);
  });
});
