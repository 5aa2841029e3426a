import { describe, expect, it } from 'vitest';
import { truthOf } from '../../support/probe.ts';

describe('x is S', () => {
  it.each([
    ['US-CA', 'place is US', 'true'],
    ['US-CA', 'place is US-CA', 'true'],
    ['US-CA', 'place is US-IA', 'false'],
    ['DE', 'place is US', 'false'],
    ['US', 'place is US', 'true'],
    ['US', 'place is US-CA', 'unknown'],
    ['US', 'place is DE', 'false'],
    ['US', 'place is not US-CA', 'unknown'],
    ['US', 'place is one of (US-CA, DE)', 'unknown'],
    ['US', 'place is one of (US, DE)', 'true'],
  ] as const)(
    'is true if all that %s may be lies in it, false if none does: %s is %s',
    (place, condition, truth) => {
      expect(truthOf(condition, { place })).toBe(truth);
    },
  );

  it('below an inner term lies one more that nobody lists, so that a pack that adds one changes no answer', () => {
    expect(truthOf('place is one of (GB-ENG, GB-SCT)', { place: 'GB' })).toBe('unknown');
  });

  it('below a complete term nothing is unlisted', () => {
    expect(truthOf('place is one of (US-CA, US-IA, US-NY)', { place: 'US' })).toBe('true');
    expect(truthOf('place is one of (US-CA, US-IA)', { place: 'US' })).toBe('unknown');
  });

  it('an unknown term is unknown, even where all terms are listed', () => {
    expect(truthOf('channel is one of (voice, email, post)')).toBe('unknown');
    expect(truthOf('channel is one of (voice, email, post)', { channel: 'email' })).toBe('true');
  });
});

describe('between two facts', () => {
  it.each([
    ['US-CA', 'US-CA', 'true'],
    ['US-CA', 'US-IA', 'false'],
    ['US-CA', 'US', 'unknown'],
    ['US', 'US', 'unknown'],
    ['US', 'GB', 'false'],
    ['US', 'GB-ENG', 'false'],
    ['DE', 'DE', 'true'],
  ] as const)('true only if both are the same final term: %s and %s is %s', (place, place2, truth) => {
    expect(truthOf('place is place-2', { place, place2 })).toBe(truth);
    expect(truthOf('place-2 is place', { place, place2 })).toBe(truth);
  });

  it('one of several facts is enough', () => {
    const facts = { place: 'US-CA', place2: 'US-CA' };
    expect(truthOf('place is one of (place-2, DE)', facts)).toBe('true');
    expect(truthOf('place is one of (site, place-2)', facts)).toBe('true');
  });
});

describe('the ancestor on a level', () => {
  it('is known for every term at or below it', () => {
    expect(truthOf('country of place is US', { place: 'US-CA' })).toBe('true');
    expect(truthOf('country of place is US', { place: 'US' })).toBe('true');
    expect(truthOf('country of place is GB', { place: 'US-CA' })).toBe('false');
  });

  it('is unknown where there is none', () => {
    expect(truthOf('subdivision of place is US-CA', { place: 'US' })).toBe('unknown');
    expect(truthOf('subdivision of place is US-CA', { place: 'DE' })).toBe('unknown');
    expect(truthOf('subdivision of place is US-CA', { place: 'US-CA' })).toBe('true');
  });

  it('through unknown is unknown, through none none', () => {
    expect(truthOf('country of place is US')).toBe('unknown');
    expect(truthOf('country of last-site is US', { lastSite: null })).toBe('false');
  });

  it('of two facts is the same where the ancestors are, although what is below may differ', () => {
    const same = 'country of place is country of place-2';
    expect(truthOf(same, { place: 'US-CA', place2: 'US-IA' })).toBe('true');
    expect(truthOf(same, { place: 'US', place2: 'US-IA' })).toBe('true');
    expect(truthOf(same, { place: 'US-CA', place2: 'GB-ENG' })).toBe('false');
    expect(truthOf('country of place is place-2', { place: 'US-CA', place2: 'US' })).toBe('unknown');
  });
});

describe('scopes', () => {
  it.each([
    ['US-CA', 'US', 'true'],
    ['US', 'US', 'true'],
    ['US', 'US-CA', 'unknown'],
    ['DE', 'US', 'false'],
    ['DE', ['US', 'DE'], 'true'],
    ['DE', [], 'false'],
    ['DE', 'anything', 'true'],
    ['US', ['US-CA', 'US-IA', 'US-NY'], 'true'],
  ] as const)('hold everything at or below their terms: %s in %j is %s', (place, places, truth) => {
    expect(truthOf('place is in places', { place, places })).toBe(truth);
  });

  it('an unknown term is in an unknown or known scope: unknown', () => {
    expect(truthOf('place is in places', { places: 'anything' })).toBe('unknown');
    expect(truthOf('place is in places', { place: 'DE' })).toBe('unknown');
  });
});

describe('groups', () => {
  it.each([
    ['1973-01-01T00:00:00+01:00', 'true'],
    ['1972-12-31T23:59:59.999+01:00', 'false'],
    ['2020-01-31T23:59:59.999+01:00', 'true'],
    ['2020-02-01T00:00:00+01:00', 'false'],
  ] as const)(
    'dates begin at midnight in the zone of the group; through includes its date: %s',
    (now, truth) => {
      expect(truthOf('place is EU', { place: 'GB-ENG' }, { now, zone: 'Pacific/Auckland' })).toBe(truth);
    },
  );

  it.each([
    ['2029-12-31T23:59:59.999+13:00', 'true'],
    ['2030-01-01T00:00:00+13:00', 'false'],
  ] as const)('until excludes its date: %s', (now, truth) => {
    expect(truthOf('place is everywhere-else', { place: 'US-CA' }, { now })).toBe(truth);
  });

  it('members are terms with everything below them', () => {
    expect(truthOf('place is EU', { place: 'DE' })).toBe('true');
    expect(truthOf('place is EU', { place: 'US-CA' })).toBe('false');
    expect(truthOf('place is EU', {})).toBe('unknown');
  });

  it('an imprecise term is in a group only if all that it may be is', () => {
    const more = 'group west of Place { US-CA, US-NY }  group states of Place { US-CA, US-NY, US-IA }';
    expect(truthOf('place is west', { place: 'US' }, { more })).toBe('unknown');
    expect(truthOf('place is states', { place: 'US' }, { more })).toBe('true');
    expect(truthOf('place is one of (west, US-IA)', { place: 'US' }, { more })).toBe('true');
  });

  it.each([
    // In New York, where the outer group begins a day, it is still 1999; the inner group is in the EU since 1958.
    ['2000-01-01T04:59:59Z', 'false'],
    ['2000-01-01T05:00:00Z', 'true'],
  ] as const)('groups in groups keep their own zone: %s', (now, truth) => {
    expect(truthOf('place is known-places', { place: 'DE' }, { now })).toBe(truth);
  });

  it('a member of the inner group counts only while the inner group is a member', () => {
    const facts = { place: 'GB-ENG' };
    expect(truthOf('place is known-places', facts, { now: '1999-06-01T00:00:00Z' })).toBe('false');
    expect(truthOf('place is known-places', facts, { now: '2010-06-01T00:00:00Z' })).toBe('true');
    expect(truthOf('place is known-places', facts, { now: '2021-06-01T00:00:00Z' })).toBe('false');
  });

  it('x is G on D judges the group on another day', () => {
    const facts = { place: 'GB-ENG', day: '2019-12-31' };
    expect(truthOf('place is EU on day', facts)).toBe('true');
    expect(truthOf('place is EU on 2020-01-31', facts)).toBe('true');
    expect(truthOf('place is EU on 2020-02-01', facts)).toBe('false');
    expect(truthOf('place is known-places on 1999-12-31', facts)).toBe('false');
  });

  it('on an unknown day that is unknown, on no day false', () => {
    expect(truthOf('place is EU on day', { place: 'GB-ENG' })).toBe('unknown');
    expect(truthOf('place is EU on last-day', { place: 'GB-ENG', lastDay: null })).toBe('false');
  });
});
