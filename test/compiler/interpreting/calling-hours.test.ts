import { describe, expect, it } from 'vitest';
import { interpret } from '../../../packages/compiler/src/interpreting/index.ts';
import { checkTexts, standardLibrary } from '../../support/check.ts';

/** The hours of two statutes, from the table of the standard library. */
const law = `use std.crm

calendar AU-national "Public holidays in all of Australia" zone "Australia/Sydney"
    covers 2026-01-01 through 2026-12-31 {
  weekend saturday, sunday
  2026-01-01 "New Year's Day"
  2026-01-26 "Australia Day"
  2026-04-03 "Good Friday"
  2026-04-06 "Easter Monday"
  2026-04-25 "Anzac Day"
  2026-12-25 "Christmas Day"
  2026-12-28 "Boxing Day"
}

policy ca.utr "Unsolicited Telecommunications Rules" {
  authority law
  zone "America/Toronto"
  applies when jurisdiction is CA
  default permit contact "Allowed unless forbidden" cite "Part III"
  rule hours "Only within hours, where the customer is" {
    forbid contact
    when channel is voice
     and time in customer.time-zone is not between
         calling-hours.opens of (CA, weekday in customer.time-zone, no)
         and calling-hours.closes of (CA, weekday in customer.time-zone, no)
    cite "Part III"
  }
}

policy au.standard "Industry Standard 2017" {
  authority law
  zone "Australia/Sydney"
  applies when jurisdiction is AU
  default permit contact "Allowed unless forbidden" cite "Industry Standard 2017"
  rule hours "Only within hours, where the customer is" {
    forbid contact
    when channel is voice
     and time in customer.time-zone is not between
         calling-hours.opens of (
           jurisdiction, weekday in customer.time-zone, today in customer.time-zone is a holiday in AU-national
         )
         and calling-hours.closes of (
           jurisdiction, weekday in customer.time-zone, today in customer.time-zone is a holiday in AU-national
         )
    cite "Industry Standard 2017"
  }
}
`;

const checked = checkTexts(law, standardLibrary());

function call(country: string, zone: string, now: string): string {
  const result = interpret({
    program: checked.program,
    activity: 'contact',
    facts: {
      customer: { residence: country, timeZone: zone },
      company: { seat: country },
      channel: 'live-call',
    },
    now,
    requiredFacts: 'unknown',
  });
  return result.kind === 'decision' ? result.decision.outcome : JSON.stringify(result.issues);
}

/** What is said on both sides of a moment on the clocks of a zone. */
function around(country: string, zone: string, moments: readonly string[]): readonly string[] {
  return moments.map((moment) => (call(country, zone, moment) === 'permitted' ? 'may' : 'may not'));
}

describe('the hours in which customers may be called', () => {
  it('are understood without any message', () => {
    expect(checked.diagnostics.map(({ diagnostic }) => diagnostic.code)).toEqual([]);
  });

  it('in Canada, on weekdays, run from 9:00 through 21:30', () => {
    const moments = [
      '2026-11-23T08:59:59.999-05:00',
      '2026-11-23T09:00:00-05:00',
      '2026-11-23T21:30:00-05:00',
      '2026-11-23T21:30:00.001-05:00',
    ];
    expect(around('CA', 'America/Toronto', moments)).toEqual(['may not', 'may', 'may', 'may not']);
  });

  it('in Canada, at the weekend, run from 10:00 through 18:00', () => {
    for (const day of ['2026-11-28', '2026-11-29']) {
      const moments = ['09:59:59.999', '10:00:00', '18:00:00', '18:00:00.001'].map(
        (time) => `${day}T${time}-03:30`,
      );
      expect(around('CA', 'America/St_Johns', moments)).toEqual(['may not', 'may', 'may', 'may not']);
    }
  });

  it('are those of the day where the customer is', () => {
    // Friday evening in Vancouver is Saturday in Newfoundland.
    const friday = '2026-11-27T20:30:00-08:00';
    expect(call('CA', 'America/Vancouver', friday)).toBe('permitted');
    expect(call('CA', 'America/St_Johns', friday)).toBe('forbidden');
  });

  it('follow the clocks where they change', () => {
    const spring = ['2026-03-08T09:59:59-04:00', '2026-03-08T10:00:00-04:00'];
    expect(around('CA', 'America/Toronto', spring)).toEqual(['may not', 'may']);
    const autumn = ['2026-11-01T09:59:59-05:00', '2026-11-01T10:00:00-05:00'];
    expect(around('CA', 'America/Toronto', autumn)).toEqual(['may not', 'may']);
  });

  it('in Australia, on weekdays, run from 9:00 through 20:00', () => {
    const moments = [
      '2026-11-23T08:59:59.999+11:00',
      '2026-11-23T09:00:00+11:00',
      '2026-11-23T20:00:00+11:00',
      '2026-11-23T20:00:00.001+11:00',
    ];
    expect(around('AU', 'Australia/Sydney', moments)).toEqual(['may not', 'may', 'may', 'may not']);
  });

  it('in Australia, on Saturdays, run from 9:00 through 17:00', () => {
    const moments = [
      '2026-11-28T08:59:59.999+10:30',
      '2026-11-28T09:00:00+10:30',
      '2026-11-28T17:00:00+10:30',
      '2026-11-28T17:00:00.001+10:30',
    ];
    expect(around('AU', 'Australia/Adelaide', moments)).toEqual(['may not', 'may', 'may', 'may not']);
  });

  it('in Australia, there are none on Sundays and public holidays', () => {
    const moments = ['2026-11-29T12:00:00+11:00', '2026-12-25T12:00:00+11:00', '2026-12-24T12:00:00+11:00'];
    expect(around('AU', 'Australia/Sydney', moments)).toEqual(['may not', 'may not', 'may']);
    // A holiday on a Saturday, and its first and last minute on Lord Howe, where summer time moves half an hour.
    const anzac = ['2026-04-25T09:00:00+10:30', '2026-04-24T19:59:00+10:30', '2026-04-27T09:00:00+10:30'];
    expect(around('AU', 'Australia/Lord_Howe', anzac)).toEqual(['may not', 'may', 'may']);
  });

  it('in Australia, are open in a year whose holidays nobody has listed', () => {
    expect(call('AU', 'Australia/Sydney', '2027-03-02T12:00:00+11:00')).toBe('undetermined');
    expect(call('AU', 'Australia/Sydney', '2027-03-07T12:00:00+11:00')).toBe('forbidden');
  });
});
