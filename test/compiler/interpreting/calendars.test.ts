import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../packages/compiler/src/runtime/index.ts';
import { conditionProgram, decisionOf, truthOf, validUntilOf } from '../../support/probe.ts';

/** March 2026 begins on a Sunday. */
const spring = `calendar spring "Days of spring" zone "Europe/Berlin" covers 2026-03-01 through 2026-04-30 {
  weekend saturday, sunday
  2026-03-03 "A Tuesday"
  2026-03-04 "A Wednesday"
  2026-03-07 "A Saturday"
  2026-03-29 "The day of the change"
  2026-04-30 "The last day"
}
calendar wide including spring-again covers 2026-03-10 through 2026-03-20 {
  2026-03-12
}
calendar spring-again covers 2026-03-01 through 2026-04-30 {
  weekend friday
  2026-03-03
  2026-03-11
}
table days by Place: calendar or none {
  | place | value        |
  | DE    | spring       |
  | US-CA | spring-again |
  | US-IA | none         |
}`;

function holds(condition: string, facts: object = {}, now?: string): string {
  return truthOf(condition, { ...facts }, { more: spring, ...(now === undefined ? {} : { now }) });
}

function onDay(condition: string, day: string | null): string {
  return holds(condition.replace('DAY', 'last-day'), { lastDay: day });
}

function forbidding(condition: string, facts: object): Decision {
  const law = `policy law "Law" {
    authority law
    default permit ask "Yes"
    rule probe "Probe" { forbid ask when ${condition} }
  }`;
  const program = conditionProgram('flag', `${spring}\n${law}`);
  return decisionOf(program, facts, { activity: 'ask', under: (id) => id === 'law' });
}

function missing(condition: string, facts: object): readonly string[] {
  const decision = forbidding(condition, facts);
  return decision.outcome === 'undetermined' ? decision.missing : [decision.outcome];
}

describe('a calendar', () => {
  it.each([
    ['names its holidays', 'DAY is a holiday in spring', '2026-03-03', 'true'],
    ['names no other holidays', 'DAY is a holiday in spring', '2026-03-02', 'false'],
    ['does not count a weekend as a holiday', 'DAY is a holiday in spring', '2026-03-08', 'false'],
    ['has working days', 'DAY is a working day in spring', '2026-03-02', 'true'],
    ['that are no holidays', 'DAY is a working day in spring', '2026-03-03', 'false'],
    ['and not at the weekend', 'DAY is a working day in spring', '2026-03-08', 'false'],
    ['also where a holiday falls on it', 'DAY is a working day in spring', '2026-03-07', 'false'],
    ['may be asked what is not', 'DAY is not a working day in spring', '2026-03-08', 'true'],
    ['covers its first day', 'DAY is a working day in spring', '2026-03-01', 'false'],
    ['and its last one', 'DAY is a holiday in spring', '2026-04-30', 'true'],
    ['knows nothing about the day before', 'DAY is a holiday in spring', '2026-02-28', 'unknown'],
    ['and the day after', 'DAY is not a holiday in spring', '2026-05-01', 'unknown'],
    ['nor about the first of all days', 'DAY is a working day in spring', '0001-01-01', 'unknown'],
    ['nor about the last', 'DAY is a working day in spring', '9999-12-31', 'unknown'],
    ['has the days of those that it includes', 'DAY is a holiday in wide', '2026-03-11', 'true'],
    ['with its own', 'DAY is a holiday in wide', '2026-03-12', 'true'],
    ['and their weekend where it states none', 'DAY is a working day in wide', '2026-03-13', 'false'],
    ['but only as far as it covers them', 'DAY is a holiday in wide', '2026-03-03', 'unknown'],
  ])('%s', (_, condition, day, expected) => {
    expect(onDay(condition, day)).toBe(expected);
  });

  it('is no test of a day that is none or not known', () => {
    expect(onDay('DAY is a holiday in spring', null)).toBe('false');
    expect(onDay('DAY is not a holiday in spring', null)).toBe('true');
    expect(holds('last-day is a holiday in spring')).toBe('unknown');
    expect(missing('day is a holiday in spring', {})).toEqual(['day']);
  });
  it('is asked for, by its name and title, where it does not reach', () => {
    expect(missing('day is a holiday in spring', { day: '2027-01-01' })).toEqual(['spring']);
    const decision = forbidding('day is a holiday in spring', { day: '2027-01-01' });
    expect(decision.outcome === 'undetermined' && decision.questions[0]?.title).toBe('Days of spring');
  });
  it('may come from a table', () => {
    const at = (place: string, day: string): string =>
      holds('day is a holiday in days of place', { place, day });
    expect(at('DE', '2026-03-04')).toBe('true');
    expect(at('US-CA', '2026-03-04')).toBe('false');
    expect(at('US', '2026-03-03')).toBe('unknown');
    expect(at('US-IA', '2026-03-03')).toBe('false');
    expect(missing('day is a holiday in days of place', { place: 'GB', day: '2026-03-03' })).toEqual([
      'days',
    ]);
    expect(missing('day is a holiday in days of place', { day: '2026-03-03' })).toEqual(['place']);
    expect(missing('day is a holiday in days of place', { place: 'DE', day: '2026-05-03' })).toEqual([
      'spring',
    ]);
  });
});

describe('today in a calendar', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28T22:59:59.999Z', 'false'],
    ['Europe/Berlin', '2026-03-28T23:00:00Z', 'true'],
    ['Europe/Berlin', '2026-03-29T00:59:59.999Z', 'true'],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 'true'],
    ['Europe/Berlin', '2026-03-29T21:59:59.999Z', 'true'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', 'false'],
    ['America/St_Johns', '2026-03-29T02:29:00Z', 'false'],
    ['America/St_Johns', '2026-03-29T02:30:00Z', 'true'],
    ['Australia/Lord_Howe', '2026-03-28T12:59:00Z', 'false'],
    ['Australia/Lord_Howe', '2026-03-28T13:00:00Z', 'true'],
    ['Pacific/Kiritimati', '2026-03-28T10:00:00Z', 'true'],
    ['Pacific/Pago_Pago', '2026-03-29T10:59:59Z', 'false'],
  ])('is the day on the clocks of %s at %s', (zone, now, expected) => {
    expect(holds(`today in "${zone}" is a holiday in spring`, {}, now)).toBe(expected);
  });

  it('skips the day that Samoa skipped', () => {
    const samoa = `calendar samoa covers 2011-01-01 through 2011-12-31 { weekend sunday
      2011-12-30 }`;
    const at = (now: string): string =>
      truthOf('today in "Pacific/Apia" is a holiday in samoa', {}, { more: samoa, now });
    expect([at('2011-12-30T09:59:59Z'), at('2011-12-30T10:00:00Z')]).toEqual(['false', 'false']);
  });

  it('is good until the next day there', () => {
    const until = (zone: string): string | null =>
      validUntilOf(
        `today in "${zone}" is a holiday in spring`,
        {},
        { more: spring, now: '2026-03-02T12:00:00Z' },
      );
    expect(until('Europe/Berlin')).toBe('2026-03-02T23:00:00Z');
    expect(until('America/St_Johns')).toBe('2026-03-03T03:30:00Z');
    expect(until('Australia/Lord_Howe')).toBe('2026-03-02T13:00:00Z');
  });
  it('has no end for a day that stands still', () => {
    expect(validUntilOf('day is a holiday in spring', { day: '2026-03-03' }, { more: spring })).toBeNull();
  });
});

describe('working days', () => {
  const reached = (words: string, origin: string): string => {
    const start = 20_454; // 2026-01-01
    for (let day = start; day < start + 200; day += 1) {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (holds(`day is ${words} ${origin}`, { day: date }) === 'true') return date;
    }
    return holds(`2026-03-10 is ${words} ${origin}`);
  };

  it.each([
    ['do not count the day itself', '1 working day in spring after', '2026-03-05', '2026-03-06'],
    ['go over a weekend', '1 working days in spring after', '2026-03-06', '2026-03-09'],
    ['go over holidays', '1 working days in spring after', '2026-03-02', '2026-03-05'],
    ['go over both', '3 working days in spring after', '2026-03-02', '2026-03-09'],
    ['begin on a day off', '1 working days in spring after', '2026-03-07', '2026-03-09'],
    ['begin on a holiday', '2 working days in spring after', '2026-03-03', '2026-03-06'],
    ['count back', '1 working days in spring before', '2026-03-09', '2026-03-06'],
    ['count back over a weekend and holidays', '3 working days in spring before', '2026-03-09', '2026-03-02'],
    ['of none are the day itself', '0 working days in spring after', '2026-03-07', '2026-03-07'],
    [
      'may begin the day before the calendar does',
      '1 working days in spring after',
      '2026-02-28',
      '2026-03-02',
    ],
    ['may end on its last working day', '1 working days in spring after', '2026-04-28', '2026-04-29'],
    ['go over the day on which clocks change', '1 working days in spring after', '2026-03-27', '2026-03-30'],
    ['are open where they lead out of it', '1 working days in spring after', '2026-04-29', 'unknown'],
    ['also where they lead in from farther away', '1 working days in spring after', '2026-02-27', 'unknown'],
    ['and back out of it', '1 working days in spring before', '2026-03-02', 'unknown'],
    ['of none are known also far away', '0 working days in spring before', '2026-07-01', '2026-07-01'],
    ['however many they are', '900000000 working days in spring after', '2026-03-02', 'unknown'],
  ])('%s', (_, words, origin, expected) => {
    expect(reached(words, origin)).toBe(expected);
  });

  it('name the calendar that does not reach', () => {
    expect(missing('day is before 5 working days in spring after 2026-04-29', { day: '2026-04-29' })).toEqual(
      ['spring'],
    );
  });
  it('start nowhere where there is no day', () => {
    expect(holds('1 working days in spring after last-day is none', { lastDay: null })).toBe('true');
    expect(holds('1 working days in spring after last-day is 2026-03-05')).toBe('unknown');
  });
  it('may be those of a calendar that a table gives', () => {
    const at = (place: string): string =>
      holds('day is 1 working day in (days of place) after 2026-03-02', { place, day: '2026-03-05' });
    expect(at('DE')).toBe('true');
    expect(at('US-CA')).toBe('false');
    expect(at('US-IA')).toBe('false');
    expect(at('GB')).toBe('unknown');
    expect(
      holds('day is 1 working day in days of place after 2026-03-02', { place: 'US-CA', day: '2026-03-04' }),
    ).toBe('true');
  });
  it('of the last days run through today', () => {
    const recent = (day: string): string =>
      holds('day is within the last 2 working days in spring', { day }, '2026-03-09T12:00:00Z');
    expect(['2026-03-04', '2026-03-05', '2026-03-09', '2026-03-10'].map(recent)).toEqual([
      'false',
      'true',
      'true',
      'false',
    ]);
  });
  it('measure how far a day is from another', () => {
    const far = (now: string): string =>
      holds('today is at least 2 working days in spring after 2026-03-05', {}, now);
    expect(far('2026-03-08T23:59:59Z')).toBe('false');
    expect(far('2026-03-09T00:00:00Z')).toBe('true');
  });
  it('from today are good until tomorrow', () => {
    const until = validUntilOf(
      'day is before 2 working days in spring after today',
      { day: '2026-03-20' },
      {
        more: spring,
        now: '2026-03-06T12:00:00Z',
      },
    );
    expect(until).toBe('2026-03-07T00:00:00Z');
  });
  it('in a table are counted where the table says', () => {
    const table = `table grace by Place: duration {
      | p     | value                         |
      | DE    | 2 working days in spring      |
      | US-CA | 2 days                        |
    }`;
    const at = (place: string, day: string): string =>
      truthOf('day is grace of place after 2026-03-06', { place, day }, { more: `${spring}\n${table}` });
    expect(at('DE', '2026-03-10')).toBe('true');
    expect(at('US-CA', '2026-03-08')).toBe('true');
  });
});

describe('covers', () => {
  it('may lie in the far past and the far future', () => {
    const all = `calendar all-days covers 0001-01-01 through 9999-12-31 { weekend sunday
      0001-01-01
      9999-12-31 }`;
    const at = (day: string): string => truthOf('day is a holiday in all-days', { day }, { more: all });
    expect(['0001-01-01', '0001-01-02', '9999-12-31'].map(at)).toEqual(['true', 'false', 'true']);
    const next = (now: string): string =>
      truthOf('1 working day in all-days after today is known', {}, { more: all, now });
    expect([next('2026-03-02T12:00:00Z'), next('9999-12-31T12:00:00Z')]).toEqual(['true', 'false']);
  });
});
