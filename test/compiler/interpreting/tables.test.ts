import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../packages/compiler/src/runtime/index.ts';
import {
  conditionProgram,
  decisionOf,
  explanationOf,
  programOf,
  truthOf,
  validUntilOf,
} from '../../support/probe.ts';

const ages = `table age-of-consent "Age of consent" by Place: number zone "Europe/Brussels" {
  | place   | value | in force         |
  | DE      | 16    |                  |
  | GB      | 13    |                  |
  | GB-SCT  | 12    |                  |
  | US-CA   | 18    | since 2027-01-01 |
  | US-CA   | 17    | until 2027-01-01 |
  | US-IA   | 18    |                  |
  | US-NY   | 18    |                  |
}`;
const everywhere = `table fee by Place: number {
  | place | value |
  |       | 5     |
  | DE    | 7     |
}`;

function ask(condition: string, facts: object, more: string, now?: string, zone?: string): string {
  return truthOf(
    condition,
    { ...facts },
    { more, ...(now === undefined ? {} : { now }), ...(zone === undefined ? {} : { zone }) },
  );
}

/** An undetermined answer about a condition that forbids. */
function forbidding(condition: string, more: string, facts: object, now = '2026-03-02T12:00:00Z'): Decision {
  const law = `policy law "Law" {
    authority law
    default permit ask "Yes"
    rule probe "Probe" { forbid ask when ${condition} }
  }`;
  const program = conditionProgram('flag', `${more}\n${law}`);
  return decisionOf(program, facts, { activity: 'ask', now, under: (id) => id === 'law' });
}

function missing(condition: string, more: string, facts: object): readonly string[] {
  const decision = forbidding(condition, more, facts);
  return decision.outcome === 'undetermined' ? decision.missing : [decision.outcome];
}

describe('a table', () => {
  it.each([
    ['says what its row says', 'age-of-consent of place is 16', { place: 'DE' }, 'true'],
    [
      'says for a term what it says for the nearest one above',
      'age-of-consent of place is 13',
      { place: 'GB-ENG' },
      'true',
    ],
    [
      'says more about a term than about the one above',
      'age-of-consent of place is 12',
      { place: 'GB-SCT' },
      'true',
    ],
    ['says nothing where it has no row', 'age-of-consent of place is 16', { place: 'CA' }, 'unknown'],
    ['says nothing about what is not known', 'age-of-consent of place is 16', {}, 'unknown'],
    ['takes a term that is written out', 'age-of-consent of GB-SCT is 12', {}, 'true'],
    [
      'is known where the common value of all is',
      'age-of-consent of place is at least 17',
      { place: 'US-IA' },
      'true',
    ],
  ])('%s', (_, condition, facts, expected) => {
    expect(ask(condition, facts, ages)).toBe(expected);
  });

  it('gives for an imprecise term the common value of all that are below', () => {
    expect(ask('age-of-consent of place is 18', { place: 'US' }, ages, '2027-06-01T12:00:00Z')).toBe('true');
    expect(ask('age-of-consent of place is 18', { place: 'US' }, ages, '2026-06-01T12:00:00Z')).toBe(
      'unknown',
    );
    expect(ask('age-of-consent of place is 13', { place: 'GB' }, ages)).toBe('unknown');
  });

  it('counts the unlisted terms below an inner one among all that are below', () => {
    const rows = (list: string): string => `table t by Place: number {\n| p | value |\n${list}\n}`;
    expect(ask('t of place is 1', { place: 'GB' }, rows('| GB-ENG, GB-SCT | 1 |'))).toBe('unknown');
    expect(ask('t of place is 1', { place: 'US' }, rows('| US-CA, US-IA, US-NY | 1 |'))).toBe('true');
    expect(ask('t of place is 1', { place: 'GB' }, rows('| GB, GB-SCT | 1 |'))).toBe('true');
  });

  it('has a blank cell for whatever it is, which is the farthest', () => {
    expect(ask('fee of place is 5', { place: 'GB-ENG' }, everywhere)).toBe('true');
    expect(ask('fee of place is 7', { place: 'DE' }, everywhere)).toBe('true');
    expect(ask('fee of place is 5', {}, everywhere)).toBe('unknown');
    expect(ask('fee of place is 5', {}, everywhere.replace('7', '5'))).toBe('true');
    expect(ask('fee of place is 5', { place: 'GB' }, everywhere.replace('|       |', '| anything |'))).toBe(
      'true',
    );
  });

  it('gives none for none, and none where law knows of nothing', () => {
    const fees = `table fee by Place: number or none {\n| p | value |\n| DE | none |\n| GB | 3 |\n}`;
    expect(ask('fee of last-site is none', { lastSite: null }, fees)).toBe('true');
    expect(ask('fee of last-site is 3', { lastSite: null }, fees)).toBe('false');
    expect(ask('fee of place is none', { place: 'DE' }, fees)).toBe('true');
    expect(ask('fee of place is at least 0', { place: 'DE' }, fees)).toBe('false');
    expect(ask('fee of place is none', { place: 'GB' }, fees)).toBe('false');
    expect(ask('fee of place is none', { place: 'CA' }, fees)).toBe('unknown');
  });

  it('leaves a key open that is unknown and may be none, whatever the rows have in common', () => {
    const all = everywhere.replace('7', '5');
    expect(ask('fee of last-site is 5', {}, all)).toBe('unknown');
    const define = 'define fee-at(where: Place) as fee of where';
    expect(ask('fee-at(last-site) is 5', {}, `${all}\n${define}`)).toBe('unknown');
    expect(ask('fee-at(last-site) is none', { lastSite: null }, `${all}\n${define}`)).toBe('true');
    expect(ask('fee-at(site) is 5', { site: 'DE' }, `${all}\n${define}`)).toBe('true');
  });

  it('says nothing in a cell that is blank, and does not look further up', () => {
    const two = `table t by Place: number {\n| p | first | second |\n| GB | 1 | 2 |\n| GB-SCT | 3 | |\n}`;
    expect(ask('t.first of place is 3', { place: 'GB-SCT' }, two)).toBe('true');
    expect(ask('t.second of place is 2', { place: 'GB-SCT' }, two)).toBe('unknown');
    expect(ask('t.second of place is 2', { place: 'GB-ENG' }, two)).toBe('true');
  });

  it('is read by a level: the country has many places, which may differ', () => {
    expect(ask('age-of-consent of country of place is 16', { place: 'DE' }, ages)).toBe('true');
    expect(ask('age-of-consent of country of place is 13', { place: 'GB-ENG' }, ages)).toBe('unknown');
    expect(ask('age-of-consent of subdivision of place is 16', { place: 'DE' }, ages)).toBe('unknown');
  });
});

describe('what is missing', () => {
  it('is the fact where that would tell', () => {
    expect(missing('age-of-consent of place is 16', ages, {})).toEqual(['place']);
    expect(missing('age-of-consent of place is 13', ages, { place: 'GB' })).toEqual(['place']);
  });
  it('is the table, with its title, where it has no row', () => {
    expect(missing('age-of-consent of place is 16', ages, { place: 'CA' })).toEqual(['age-of-consent']);
    const decision = forbidding('age-of-consent of place is 16', ages, { place: 'CA' });
    expect(decision.outcome === 'undetermined' && decision.questions).toEqual([
      { fact: 'age-of-consent', title: 'Age of consent', rules: ['law.probe'] },
    ]);
  });
  it('is the table where nothing that a key may be has a row', () => {
    const none = `table t by Place: number {\n| p | value |\n| DE | 1 |\n}`;
    expect(missing('t of place is 1', none, { place: 'GB' })).toEqual(['t']);
  });
});

describe('several keys', () => {
  const fees = `table fee by Place, Channel: number {
    | place  | channel  | value |
    | GB     | voice    | 1     |
    | GB     |          | 2     |
    | GB-SCT | email    | 3     |
    |        | recorded | 4     |
  }`;
  it.each([
    ['the row that is nearest by the first', 'GB-SCT', 'email', 3],
    ['an ancestor where the nearest leads nowhere', 'GB-SCT', 'live', 1],
    ['among those of the first, the nearest by the second', 'GB-ENG', 'recorded', 1],
    ['the blank one after all others', 'GB-ENG', 'post', 2],
    ['the blank first key where no other row goes on', 'DE', 'recorded', 4],
  ])('take %s', (_, place, channel, value) => {
    expect(ask(`fee of (place, channel) is ${value}`, { place, channel }, fees)).toBe('true');
  });
  it('find nothing where no row fits them all', () => {
    expect(ask('fee of (place, channel) is 4', { place: 'DE', channel: 'email' }, fees)).toBe('unknown');
  });
  it('are each looked at for all that they may be', () => {
    expect(ask('fee of (place, channel) is at most 2', { place: 'GB-ENG' }, fees)).toBe('unknown');
    expect(ask('fee of (place, channel) is 1', { place: 'GB-ENG', channel: 'live' }, fees)).toBe('true');
    expect(missing('fee of (place, channel) is 1', fees, { place: 'GB-ENG' })).toEqual(['channel']);
  });

  const hours = `table hours by Place, weekday, boolean: time or none {
    | place | day                      | holiday | opens | closes |
    | DE    | monday to friday         | no      | 08:00 | 20:00  |
    | DE    | saturday, sunday         | no      | 10:00 | 18:00  |
    | DE    |                          | yes     | none  | none   |
    | GB    | friday to monday, sunday |         | 22:00 | 02:00  |
    | GB    | tuesday to thursday      |         | 22:00 | 02:00  |
  }`;
  it('may be days of the week and conditions', () => {
    const opens = (facts: object, now: string): string =>
      ask(
        'hours.opens of (place, weekday in "UTC", flag or flag-2) is 08:00',
        { place: 'DE', ...facts },
        hours,
        now,
      );
    expect(opens({ flag: false, flag2: false }, '2026-03-02T12:00:00Z')).toBe('true');
    expect(opens({ flag: false, flag2: false }, '2026-03-01T12:00:00Z')).toBe('false');
    expect(opens({ flag: true }, '2026-03-02T12:00:00Z')).toBe('false');
    expect(opens({ flag: false }, '2026-03-02T12:00:00Z')).toBe('unknown');
  });
  it('that are unknown leave the common value', () => {
    const at = (condition: string, facts: object): string => ask(condition, facts, hours);
    expect(at('hours.closes of (place, weekday in zone, flag) is 02:00', { place: 'GB' })).toBe('true');
    expect(at('hours.closes of (place, weekday in zone, no) is 20:00', { place: 'DE' })).toBe('unknown');
    expect(at('hours.closes of (place, weekday in zone, yes) is none', { place: 'DE' })).toBe('true');
  });
  it('make windows for "between", also across midnight', () => {
    const inWindow = (time: string): string =>
      ask(
        'hour is between hours.opens of (place, friday, no) and hours.closes of (place, friday, no)',
        { place: 'GB', hour: time },
        hours,
      );
    expect(['21:59', '22:00', '01:00', '02:00', '02:01'].map(inWindow)).toEqual([
      'false',
      'true',
      'true',
      'true',
      'false',
    ]);
  });
});

describe('the day that picks the row', () => {
  const dated = (zone: string): string => `table rate by Place: number zone "${zone}" {
    | place | value | in force                                 |
    | DE    | 1     | until 2026-03-29                         |
    | DE    | 2     | from 2026-03-29 through 2026-10-24       |
    | DE    | 3     | since 2026-10-25                         |
  }`;
  const rateAt = (zone: string, now: string): string =>
    ['1', '2', '3']
      .filter((rate) => ask(`rate of place is ${rate}`, { place: 'DE' }, dated(zone), now) === 'true')
      .join();

  it.each([
    ['Europe/Berlin', '2026-03-28T22:59:59.999Z', '1'],
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '2'],
    ['Europe/Berlin', '2026-03-29T00:59:59Z', '2'],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', '2'],
    ['Europe/Berlin', '2026-10-24T21:59:59.999Z', '2'],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '3'],
    ['America/St_Johns', '2026-03-29T02:29:59.999Z', '1'],
    ['America/St_Johns', '2026-03-29T02:30:00Z', '2'],
    ['Australia/Lord_Howe', '2026-03-28T12:59:59.999Z', '1'],
    ['Australia/Lord_Howe', '2026-03-28T13:00:00Z', '2'],
    ['Australia/Lord_Howe', '2026-10-24T12:59:59.999Z', '2'],
    ['Australia/Lord_Howe', '2026-10-24T13:00:00Z', '3'],
    ['UTC', '0001-01-01T00:00:00Z', '1'],
    ['Pacific/Kiritimati', '9999-12-31T23:59:59Z', '3'],
  ])('is today in the zone of the table: %s at %s', (zone, now, rate) => {
    expect(rateAt(zone, now)).toBe(rate);
  });

  it('may be a day that clocks leave out', () => {
    const apia = `table rate by Place: number zone "Pacific/Apia" {
      | place | value | in force         |
      | DE    | 1     | until 2011-12-30 |
      | DE    | 2     | on-the-day       |
      | DE    | 3     | since 2011-12-31 |
    }`.replace('on-the-day', 'from 2011-12-30 through 2011-12-30');
    const at = (now: string, rate: number): string =>
      ask(`rate of place is ${rate}`, { place: 'DE' }, apia, now);
    expect(at('2011-12-30T09:59:59.999Z', 1)).toBe('true');
    expect(at('2011-12-30T10:00:00Z', 3)).toBe('true');
    const until = validUntilOf(
      'rate of place is 1',
      { place: 'DE' },
      { more: apia, now: '2011-12-29T12:00:00Z' },
    );
    expect(until).toBe('2011-12-30T10:00:00Z');
  });

  it('is not that of the policy', () => {
    const berlin = dated('Europe/Berlin');
    expect(
      ask('rate of place is 2', { place: 'DE' }, berlin, '2026-03-28T23:30:00Z', 'America/New_York'),
    ).toBe('true');
  });

  it('is the one that "counted by" names, whoever looks the table up', () => {
    const counted = `${dated('UTC').replace('zone "UTC"', 'zone "UTC" counted by day')}
      define rate-then(day: date, where: Place) as rate of where`;
    const at = (condition: string, facts: object): string =>
      ask(condition, { place: 'DE', ...facts }, counted);
    expect(at('rate of place is 1', { day: '2026-03-28' })).toBe('true');
    expect(at('rate of place is 2', { day: '2026-03-29' })).toBe('true');
    expect(at('rate of place is 2', { day: '2026-10-24' })).toBe('true');
    expect(at('rate of place is 2', {})).toBe('unknown');
    expect(at('rate-then(2027-01-01, place) is 3', {})).toBe('true');
    expect(missing('rate of place is 1', counted, { place: 'DE' })).toEqual(['day']);
  });

  it('gives none where it is none', () => {
    const counted = dated('UTC').replace('zone "UTC"', 'zone "UTC" counted by last-day');
    expect(ask('rate of place is none', { place: 'DE', lastDay: null }, counted)).toBe('true');
  });
});

describe('how long what a table says is good', () => {
  const until = (condition: string, facts: object, more: string, now: string): string | null =>
    validUntilOf(condition, { ...facts }, { more, now });

  it('ends where a row that concerns the keys begins or ends', () => {
    expect(until('age-of-consent of place is 18', { place: 'US-CA' }, ages, '2026-03-02T12:00:00Z')).toBe(
      '2026-12-31T23:00:00Z',
    );
    expect(until('age-of-consent of place is 18', { place: 'US' }, ages, '2026-03-02T12:00:00Z')).toBe(
      '2026-12-31T23:00:00Z',
    );
  });
  it('does not end where other rows do, or after the last change', () => {
    expect(until('age-of-consent of place is 16', { place: 'DE' }, ages, '2026-03-02T12:00:00Z')).toBeNull();
    expect(
      until('age-of-consent of place is 18', { place: 'US-CA' }, ages, '2027-03-02T12:00:00Z'),
    ).toBeNull();
  });
  it('does not depend on the time where the day is a fact', () => {
    const counted = ages.replace('zone "Europe/Brussels"', 'counted by day');
    const facts = { place: 'US-CA', day: '2026-03-02' };
    expect(until('age-of-consent of place is 17', facts, counted, '2026-03-02T12:00:00Z')).toBeNull();
  });
  it('ends where a key moves on', () => {
    const days = `table t by weekday: number {\n| d | value |\n| monday to friday | 1 |\n| saturday, sunday | 2 |\n}`;
    expect(until('t of weekday in "Europe/Berlin" is 1', {}, days, '2026-03-06T12:00:00Z')).toBe(
      '2026-03-06T23:00:00Z',
    );
  });
  it('ends where clocks go back over midnight', () => {
    const stJohns = `table t by Place: number zone "America/St_Johns" {
      | p  | value | in force         |
      | DE | 1     | until 2006-10-29 |
      | DE | 2     | since 2006-10-29 |
    }`;
    expect(until('t of place is 2', { place: 'DE' }, stJohns, '2006-10-29T02:30:30Z')).toBe(
      '2006-10-29T02:31:00Z',
    );
    expect(ask('t of place is 1', { place: 'DE' }, stJohns, '2006-10-29T02:31:00Z')).toBe('true');
    expect(ask('t of place is 2', { place: 'DE' }, stJohns, '2006-10-29T03:30:00Z')).toBe('true');
  });
});

describe('cells', () => {
  it.each([
    ['boolean', 'yes', 't of place', 'true'],
    ['number', '2.5', 't of place is 2.5', 'true'],
    ['text', '"x"', 't of place is "x"', 'true'],
    ['date', '2026-03-02', 't of place is today', 'true'],
    ['time', '08:30', 't of place is between 08:00 and 09:00', 'true'],
    ['instant', '2026-03-02T12:00:00Z', 't of place is now', 'true'],
    ['weekday', 'monday', 't of place is weekday in "UTC"', 'true'],
    ['timezone', '"Asia/Tokyo"', 'time in t of place is 21:00', 'true'],
    ['duration', '6 years', 'day is t of place after 2020-03-02', 'true'],
    ['Channel', 'email', 't of place is email', 'true'],
    ['within Channel', 'voice', 't of place is voice', 'true'],
    ['within Channel', 'voice', 't of place is live', 'unknown'],
    ['Level', 'medium', 't of place is at least low', 'true'],
  ])('hold a %s such as %s', (type, cell, condition, expected) => {
    const more = `table t by Place: ${type} {\n| p | value |\n| DE | ${cell} |\n}`;
    expect(ask(condition, { place: 'DE', day: '2026-03-02' }, more)).toBe(expected);
  });
});

describe('tables in facts that are worked out', () => {
  const vocabulary = `authorities law binding > company tenant
    taxonomy Place { DE, GB }
    table limit by Place: number zone "Europe/Berlin" {
      | place | value | in force         |
      | DE    | 1     | until 2026-06-01 |
      | DE    | 2     | since 2026-06-01 |
    }
    activity act { place?: Place, amount: number, most = limit of place, is-small = amount is at most limit of place }
    policy law.base "Base" {
      authority law
      default permit act "Yes"
      rule small "Small" { forbid act when not is-small }
      rule most "Most" { forbid act when most is less than amount }
    }`;
  it('count on the day of the table', () => {
    const program = programOf(vocabulary);
    const outcome = (now: string): string => decisionOf(program, { place: 'DE', amount: 2 }, { now }).outcome;
    expect(outcome('2026-05-31T21:59:59.999Z')).toBe('forbidden');
    expect(outcome('2026-05-31T22:00:00Z')).toBe('permitted');
  });
  it('offer the terms of the rows, and what the cells say, as single changes', () => {
    const explanation = explanationOf(
      programOf(vocabulary),
      { place: 'DE', amount: 2 },
      { now: '2026-05-01T12:00:00Z', changes: true },
    );
    expect(explanation.changes).toContainEqual({ fact: 'amount', value: 1, outcome: 'permitted' });
  });
});
