import { describe, expect, it } from 'vitest';
import { house, law, scheduleOn, windowOn } from '../../support/schedulebook.ts';

const keep = (period: string, from = 'issued-on', more = '') =>
  `rule keeps "Keeps" { keep Invoice for at least ${period} counted from ${from} ${more} cite "s. 1" }`;
const erase = (deadline: string, more = '') =>
  `rule erases "Erases" { erase Invoice at the latest ${deadline} ${more} cite "s. 2" }`;

describe('a period', () => {
  it('of N from D ends on the same date N later, included', () => {
    const facts = { issuedOn: '2020-03-02' };
    expect(windowOn('2026-03-02', law(keep('6 years')), facts)).toBe('must-keep 2026-03-02 -');
    expect(windowOn('2026-03-03', law(keep('6 years')), facts)).toBe('may-erase 2026-03-02 -');
  });

  it('ends on the last day of a month that is shorter', () => {
    const keptThrough = (period: string, issuedOn: string) =>
      scheduleOn('2000-01-01', law(keep(period)), { issuedOn }).keepThrough;
    expect(keptThrough('1 month', '2026-01-31')).toBe('2026-02-28');
    expect(keptThrough('1 month', '2028-01-31')).toBe('2028-02-29');
    expect(keptThrough('1 year', '2028-02-29')).toBe('2029-02-28');
    expect(keptThrough('4 years', '2028-02-29')).toBe('2032-02-29');
    expect(keptThrough('3 months', '2025-12-31')).toBe('2026-03-31');
  });

  it('counts from the end of the year where the law says so', () => {
    const rules = law(keep('8 years', 'end of year of issued-on'));
    expect(windowOn('2024-12-31', rules, { issuedOn: '2016-01-01' })).toBe('must-keep 2024-12-31 -');
    expect(windowOn('2025-01-01', rules, { issuedOn: '2016-12-31' })).toBe('may-erase 2024-12-31 -');
  });

  it('takes days, and the length that a table says for the place; a length that is none is nothing to keep', () => {
    expect(scheduleOn('2026-01-01', law(keep('30 days')), { issuedOn: '2026-01-31' }).keepThrough).toBe(
      '2026-03-02',
    );
    const rules = `policy law.table "Law" { authority law applies when jurisdiction is one of (DE, FR, US)
      rule keeps "Keeps" { keep Claimed for at least term-of of jurisdiction counted from issued-on cite "x" } }`;
    const windows = (place: string, day = '2026-03-02') =>
      windowOn(day, rules, { place, places: [], issuedOn: '2020-03-02' }, { record: 'Claimed' });
    expect(windows('DE')).toBe('must-keep 2028-03-02 -');
    expect(windows('DE', '2024-12-30')).toBe('must-keep 2030-03-02 -');
    expect(windows('FR')).toBe('may-erase - -');
    expect(windows('US-CA')).toBe('undetermined - -');
  });

  it('never ends where it leads beyond the year 9999', () => {
    const facts = { issuedOn: '9990-01-01' };
    expect(windowOn('2026-01-01', law(keep('10 years')), facts)).toBe('must-keep forever -');
    expect(windowOn('2026-01-01', law(erase('10 years after issued-on')), facts)).toBe('may-erase - -');
  });
});

describe('a keep', () => {
  it('whose clock is none keeps', () => {
    expect(windowOn('2026-03-02', law(keep('6 years')), { issuedOn: null })).toBe('must-keep forever -');
    expect(
      windowOn('2026-03-02', law(keep('6 years', 'later of (issued-on, paid-on)')), {
        issuedOn: null,
        paidOn: null,
      }),
    ).toBe('must-keep forever -');
  });

  it('without any erase rule becomes may-erase after its last day', () => {
    const facts = { issuedOn: '2020-03-02' };
    expect(scheduleOn('2026-03-03', law(keep('6 years')), facts)).toMatchObject({
      state: 'may-erase',
      mayErase: true,
      keepThrough: '2026-03-02',
      eraseBy: null,
      actions: [],
    });
  });

  it('that is the longest counts', () => {
    const rules = law(
      `${keep('6 years')} rule more "More" { keep Invoice for at least 8 years counted from issued-on cite "s. 3" }`,
    );
    expect(windowOn('2026-03-02', rules, { issuedOn: '2020-03-02' })).toBe('must-keep 2028-03-02 -');
  });

  it('that does not apply does not count', () => {
    expect(
      windowOn('2026-03-02', law(keep('6 years', 'issued-on', 'when flag')), {
        issuedOn: '2020-03-02',
        flag: false,
      }),
    ).toBe('ungoverned - -');
  });
});

describe('an erase', () => {
  const rules = law(erase('3 years after issued-on'));

  it('is open before its day, due on it and overdue after it', () => {
    const facts = { issuedOn: '2023-03-02' };
    expect(windowOn('2026-03-01', rules, facts)).toBe('may-erase - 2026-03-02');
    expect(windowOn('2026-03-02', rules, facts)).toBe('must-erase - 2026-03-02');
    expect(windowOn('2026-03-03', rules, facts)).toBe('overdue - 2026-03-02');
  });

  it('whose clock has not started is not due, and covers the record', () => {
    expect(windowOn('2026-03-02', rules, { issuedOn: null })).toBe('may-erase - -');
  });

  it('that is the earliest counts, and anonymising satisfies erasing', () => {
    const both = law(`${erase('3 years after issued-on')}
      rule anonymises "Anonymises" { anonymise Invoice at the latest 2 years after issued-on cite "s. 3" }`);
    expect(windowOn('2026-03-01', both, { issuedOn: '2024-03-02' })).toBe('may-erase - 2026-03-02');
    expect(scheduleOn('2026-03-01', both, { issuedOn: '2024-03-02' }).actions).toEqual([
      { action: 'anonymise', by: '2026-03-02', state: 'open', leaving: null, rules: ['law.one.anonymises'] },
    ]);
  });

  it('that falls inside a keep falls on the day after it', () => {
    const both = law(`${keep('6 years')} ${erase('3 years after issued-on')}`);
    const facts = { issuedOn: '2020-03-02' };
    expect(windowOn('2023-03-01', both, facts)).toBe('must-keep 2026-03-02 2026-03-03');
    expect(windowOn('2023-03-02', both, facts)).toBe('keep-restricted 2026-03-02 2026-03-03');
    expect(windowOn('2026-03-02', both, facts)).toBe('keep-restricted 2026-03-02 2026-03-03');
    expect(windowOn('2026-03-03', both, facts)).toBe('must-erase 2026-03-02 2026-03-03');
    expect(windowOn('2026-03-04', both, facts)).toBe('overdue 2026-03-02 2026-03-03');
  });

  it('that falls inside a keep without end is never due', () => {
    const both = law(`${keep('6 years', 'paid-on')} ${erase('3 years after issued-on')}`);
    expect(windowOn('2026-03-02', both, { issuedOn: '2020-03-02', paidOn: null })).toBe(
      'keep-restricted forever -',
    );
  });
});

describe('authorities', () => {
  const facts = { issuedOn: '2020-03-02' };

  it('law and sector are one level, on which keeping prevails', () => {
    const sector = `policy sector.one "Sector" { authority sector
      rule erases "Erases" { erase Invoice at the latest 3 years after issued-on cite "s. 2" } }`;
    expect(windowOn('2026-03-01', law(keep('6 years')) + sector, facts)).toBe(
      'keep-restricted 2026-03-02 2026-03-03',
    );
    const reversed = `policy sector.one "Sector" { authority sector ${keep('6 years')} }`;
    expect(windowOn('2026-03-01', law(erase('3 years after issued-on')) + reversed, facts)).toBe(
      'keep-restricted 2026-03-02 2026-03-03',
    );
  });

  it('a lower one keeps only up to the day before a higher one erases', () => {
    const rules = law(erase('3 years after issued-on')) + house(keep('6 years'));
    expect(windowOn('2023-03-01', rules, facts)).toBe('must-keep 2023-03-01 2023-03-02');
    expect(windowOn('2023-03-02', rules, facts)).toBe('must-erase 2023-03-01 2023-03-02');
  });

  it('a lower one erases only after the higher ones have kept, and may be earlier than they erase', () => {
    const late = law(
      `${keep('6 years')} rule late "Late" { erase Invoice at the latest 10 years after issued-on cite "x" }`,
    );
    expect(windowOn('2026-03-03', late + house(erase('1 year after issued-on')), facts)).toBe(
      'must-erase 2026-03-02 2026-03-03',
    );
    expect(windowOn('2026-03-03', late + house(erase('8 years after issued-on')), facts)).toBe(
      'may-erase 2026-03-02 2028-03-02',
    );
    expect(windowOn('2026-03-03', late + house(erase('12 years after issued-on')), facts)).toBe(
      'may-erase 2026-03-02 2030-03-02',
    );
  });

  it('a rule that was cut is reported, with the date that it asks for', () => {
    const rules = law(erase('3 years after issued-on')) + house(keep('6 years'));
    expect(scheduleOn('2022-01-01', rules, facts).reasons).toMatchObject([
      {
        rule: 'house.keeps',
        date: '2026-03-02',
        cut: true,
        decisive: true,
        certain: true,
        authority: 'company',
      },
      { rule: 'law.one.erases', date: '2023-03-02', cut: false, decisive: true, citation: 's. 2' },
    ]);
    const kept =
      law(keep('6 years')) +
      house(`rule short "Short" { keep Invoice for at least 1 year counted from issued-on }`);
    expect(scheduleOn('2022-01-01', kept, facts).reasons).toMatchObject([
      { rule: 'house.short', cut: false, decisive: false },
      { rule: 'law.one.keeps', cut: false, decisive: true },
    ]);
  });
});

describe('zones', () => {
  const at = (now: string, rules: string) => windowOn('', rules, { issuedOn: '2020-03-02' }, { now });

  it('a keep ends at midnight where its policy is at home', () => {
    const tokyo = law(keep('6 years'), 'zone "Asia/Tokyo"');
    expect(at('2026-03-02T14:59:59.999Z', tokyo)).toBe('must-keep 2026-03-02 -');
    expect(at('2026-03-02T15:00:00Z', tokyo)).toBe('may-erase 2026-03-02 -');
    const newYork = law(keep('6 years'), 'zone "America/New_York"');
    expect(at('2026-03-03T04:59:59.999Z', newYork)).toBe('must-keep 2026-03-02 -');
    expect(at('2026-03-03T05:00:00Z', newYork)).toBe('may-erase 2026-03-02 -');
  });

  it('of keeps that end on one day, the one that ends last counts', () => {
    const both =
      law(keep('6 years'), 'zone "Asia/Tokyo"') +
      `policy law.two "Law" { authority law zone "America/New_York" ${keep('6 years')} }`;
    expect(at('2026-03-03T04:59:59.999Z', both)).toBe('must-keep 2026-03-02 -');
    expect(at('2026-03-03T05:00:00Z', both)).toBe('may-erase 2026-03-02 -');
  });

  it('of erasures by one day, the one that begins first counts', () => {
    const both =
      law(erase('6 years after issued-on'), 'zone "Asia/Tokyo"') +
      `policy law.two "Law" { authority law zone "America/New_York" ${erase('6 years after issued-on')} }`;
    expect(at('2026-03-01T14:59:59.999Z', both)).toBe('may-erase - 2026-03-02');
    expect(at('2026-03-01T15:00:00Z', both)).toBe('must-erase - 2026-03-02');
    expect(at('2026-03-02T15:00:00Z', both)).toBe('overdue - 2026-03-02');
  });

  it('an erase on the day after a keep waits until that day begins where the keep is at home', () => {
    const both =
      law(keep('6 years'), 'zone "America/New_York"') +
      house(erase('3 years after issued-on'), 'zone "Asia/Tokyo"');
    expect(at('2026-03-03T04:59:59.999Z', both)).toBe('keep-restricted 2026-03-02 2026-03-03');
    expect(at('2026-03-03T05:00:00Z', both)).toBe('must-erase 2026-03-02 2026-03-03');
  });

  it('the day of an instant is its day where the policy is at home', () => {
    const rules = (zone: string) =>
      law(
        'rule keeps "Keeps" { keep Invoice for at least 72 hours counted from sent-at cite "s. 1" }',
        `zone "${zone}"`,
      );
    const keptThrough = (zone: string) =>
      scheduleOn('2026-01-01', rules(zone), { sentAt: '2026-03-02T20:00:00Z' }).keepThrough;
    expect(keptThrough('UTC')).toBe('2026-03-05');
    expect(keptThrough('Asia/Tokyo')).toBe('2026-03-06');
  });
});

describe('a record that no rule about keeping or erasing covers', () => {
  it('is ungoverned: silence is never a licence to destroy', () => {
    const review = law('rule looks "Looks" { review Invoice at the latest 1 year after issued-on cite "x" }');
    expect(scheduleOn('2026-03-02', review, { issuedOn: '2020-03-02' })).toMatchObject({
      state: 'ungoverned',
      mayErase: false,
      due: null,
    });
  });
});

describe('an answer', () => {
  const both = law(`${keep('6 years')} ${erase('7 years after issued-on')}`, 'zone "Europe/Berlin"');
  const validUntil = (
    day: string,
    rules = both,
    facts: Record<string, unknown> = { issuedOn: '2020-03-02' },
  ) => scheduleOn(day, rules, facts).validUntil;

  it('holds until a day comes or ends on which something changes', () => {
    expect(validUntil('2020-03-02')).toBe('2026-03-01T23:00:00Z');
    expect(validUntil('2026-03-02')).toBe('2026-03-02T23:00:00Z');
    expect(validUntil('2026-03-03')).toBe('2026-03-03T23:00:00Z');
    expect(validUntil('2026-03-04')).toBe('2027-03-01T23:00:00Z');
    expect(validUntil('2027-03-02')).toBe('2027-03-02T23:00:00Z');
    expect(validUntil('2027-03-03')).toBe(null);
  });

  it('holds until a period of the law begins or ends', () => {
    const dated = law(keep('6 years', 'issued-on', 'in force until 2025-07-01'));
    expect(validUntil('2025-01-01', dated)).toBe('2025-07-01T00:00:00Z');
    expect(validUntil('2025-07-01', dated)).toBe(null);
  });

  it('does not depend on the time where no rule has a date', () => {
    expect(validUntil('2020-01-01', both, { issuedOn: null })).toBe(null);
  });
});
