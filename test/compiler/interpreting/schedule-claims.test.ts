import { describe, expect, it } from 'vitest';
import { explanationOn, law, scheduleOn } from '../../support/schedulebook.ts';

const germany = `policy de.law "German law" { authority law applies when jurisdiction is DE
  rule keeps "Keeps" { keep Claimed for at least 6 years counted from issued-on cite "d. 1" } }`;
const france = `policy fr.law "French law" { authority law applies when jurisdiction is FR
  rule erases "Erases" { erase Claimed at the latest 3 years after issued-on cite "f. 1" } }`;

const claimed = (day: string, policies: string, places: readonly string[], more: object = {}) =>
  scheduleOn(
    day,
    policies,
    { issuedOn: '2020-03-02', place: places[0], places: places.slice(1), ...more },
    { record: 'Claimed' },
  );

describe('claims', () => {
  it('have a window each; the latest keep and the earliest erase of them count', () => {
    const longer = germany
      .replace('de.law', 'us.law')
      .replace('is DE', 'is US')
      .replace('6 years', '8 years');
    const schedule = claimed('2022-01-01', germany + longer, ['DE', 'US-CA']);
    expect(schedule).toMatchObject({
      state: 'must-keep',
      keepThrough: '2028-03-02',
      claims: [
        { claim: 'DE', state: 'must-keep', keepThrough: '2026-03-02', eraseBy: null },
        { claim: 'US-CA', state: 'must-keep', keepThrough: '2028-03-02', eraseBy: null },
      ],
    });
    expect(claimed('2027-01-01', germany + longer, ['DE', 'US-CA'])).toMatchObject({
      state: 'must-keep',
      claims: [{ state: 'may-erase' }, { state: 'must-keep' }],
    });
  });

  it('are in conflict while one has to be erased and another still kept, with both rules named', () => {
    const states = ['2023-03-01', '2023-03-02', '2026-03-02', '2026-03-03'].map(
      (day) => claimed(day, germany + france, ['DE', 'FR']).state,
    );
    expect(states).toEqual(['must-keep', 'conflict', 'conflict', 'overdue']);
    expect(claimed('2024-01-01', germany + france, ['DE', 'FR'])).toMatchObject({
      mayErase: false,
      keepThrough: '2026-03-02',
      eraseBy: '2023-03-02',
      conflict: {
        keepThrough: '2026-03-02',
        eraseBy: '2023-03-02',
        keep: ['de.law.keeps'],
        erase: ['fr.law.erases'],
      },
      actions: [{ action: 'erase', by: '2023-03-02', state: 'waiting' }],
    });
  });

  it('that nobody covers leave the record ungoverned, unless it has to be kept anyway', () => {
    expect(claimed('2022-01-01', germany, ['DE', 'FR']).state).toBe('must-keep');
    expect(claimed('2027-01-01', germany, ['DE', 'FR'])).toMatchObject({
      state: 'ungoverned',
      mayErase: false,
      claims: [
        { claim: 'DE', state: 'may-erase' },
        { claim: 'FR', state: 'ungoverned' },
      ],
    });
    expect(claimed('2027-01-01', france, ['DE', 'FR'])).toMatchObject({
      state: 'ungoverned',
      actions: [{ action: 'erase', state: 'waiting' }],
    });
  });

  it('that are unknown are evaluated both ways', () => {
    const schedule = claimed('2027-01-01', germany, ['DE'], { places: undefined });
    expect(schedule).toMatchObject({
      state: 'undetermined',
      missing: ['places'],
      claims: [
        { claim: 'DE', state: 'may-erase' },
        { claim: 'unknown', state: 'undetermined' },
      ],
    });
    expect(claimed('2027-01-01', germany, ['US'])).toMatchObject({ state: 'ungoverned' });
  });

  it('are named by the reasons that come under them; what differs between them is told apart', () => {
    const byTable = law(
      'rule keeps "Keeps" { keep Claimed for at least term-of of jurisdiction counted from issued-on cite "x" }',
      'applies when jurisdiction is one of (DE, FR)',
    );
    const reasons = claimed('2026-03-02', byTable, ['DE', 'FR']).reasons.map(({ date, claims }) => [
      date,
      claims,
    ]);
    expect(reasons).toEqual([
      ['2028-03-02', ['DE']],
      [null, ['FR']],
    ]);
    const everywhere = law(
      'rule keeps "Keeps" { keep Claimed for at least 6 years counted from issued-on cite "x" }',
      'applies everywhere',
    );
    expect(claimed('2026-03-02', everywhere, ['DE', 'FR']).reasons).toMatchObject([{ claims: ['DE', 'FR'] }]);
  });

  it('combine in any order', () => {
    const one = claimed('2024-01-01', germany + france, ['DE', 'FR']);
    const other = claimed('2024-01-01', france + germany, ['FR', 'DE']);
    expect(other).toEqual(one);
  });

  it('are traced each by itself', () => {
    const facts = { issuedOn: '2020-03-02', place: 'DE', places: ['FR'] };
    const { claims } = explanationOn('2024-01-01', germany + france, facts, { record: 'Claimed' });
    expect(claims).toMatchObject([
      { claim: 'DE', state: 'must-keep', policies: [{ policy: 'de.law' }, { policy: 'fr.law', rules: [] }] },
      { claim: 'FR', state: 'overdue', policies: [{ policy: 'de.law' }, { policy: 'fr.law' }] },
    ]);
  });
});
