import { describe, expect, it } from 'vitest';
import { decided } from '../../support/rulebook.ts';

const rules = `
policy de.law "German law" { authority law applies when country is DE
  default forbid move "No" cite "x"
  rule yes "Yes" { permit move when a obligation first cite "x" }
  rule look "Look" { advise move }
}
policy us.law "US law" { authority law applies when country is US
  default permit move "Allowed"
  rule no "No" { forbid move when b cite "x" }
  rule tell "Tell" { require move obligation second cite "x" }
}
policy us.breach "US breach law" { authority law applies when country is US-CA
  default permit move "Allowed"
  rule must "Must" { mandate move when a cite "x" }
}
policy house "House" { authority company
  rule never "Never" { forbid move when residence is US-NY }
}
policy sector.de "Sector" { authority sector applies when country is DE
  rule never "Never" { forbid move when residence is US-CA cite "x" }
}`;

type Facts = Readonly<Record<string, unknown>>;

/** A move under the claims of the given places alone. */
const move = (claims: readonly string[], facts: Facts = {}) =>
  decided(
    rules,
    { residence: claims[0], seat: claims[0], places: claims.slice(1), home: null, ...facts },
    { activity: 'move' },
  );

const claimsOf = (facts: Facts, activity = 'move') =>
  decided(rules + scatter, facts, { activity }).claims.map(({ claim }) => claim);

const scatter = 'policy any "Any" { authority law applies everywhere default permit scatter "Allowed" }';

describe('claims', () => {
  it('are flattened from lists and distinct where the supplied terms differ', () => {
    const facts = { residence: 'US', seat: 'US-CA', places: ['DE', 'US-CA'], home: { place: 'DE' } };
    expect(claimsOf(facts)).toEqual(['DE', 'US', 'US-CA']);
  });

  it('that are none contribute nothing', () => {
    expect(claimsOf({ residence: 'DE', seat: 'DE', places: [], home: null })).toEqual(['DE']);
  });

  it('that are unknown are one claim between them', () => {
    expect(claimsOf({ seat: 'DE', places: [], home: {} })).toEqual(['DE', 'unknown']);
    expect(claimsOf({ seat: 'DE', home: null })).toEqual(['DE', 'unknown']);
  });

  it('of an unknown or partial list add an unknown one', () => {
    expect(claimsOf({ offices: ['DE', 'US-CA'] }, 'scatter')).toEqual(['DE', 'US-CA', 'unknown']);
    expect(claimsOf({ offices: [] }, 'scatter')).toEqual(['unknown']);
    expect(claimsOf({}, 'scatter')).toEqual(['unknown']);
  });
});

describe('the decision over claims', () => {
  it('is made once for each distinct claim, and the strictest answer counts', () => {
    expect(move(['DE'], { a: true })).toMatchObject({
      outcome: 'permitted',
      claims: [{ claim: 'DE', outcome: 'permitted' }],
    });
    expect(move(['DE', 'US-NY'], { a: true, b: true })).toMatchObject({
      outcome: 'forbidden',
      claims: [
        { claim: 'DE', outcome: 'permitted' },
        { claim: 'US-NY', outcome: 'forbidden' },
      ],
    });
    expect(move(['DE', 'US-NY'], { a: true }).outcome).toBe('undetermined');
    expect(move(['DE', 'GB-ENG'], { a: true })).toMatchObject({
      outcome: 'ungoverned',
      claims: [
        { claim: 'DE', outcome: 'permitted' },
        { claim: 'GB-ENG', outcome: 'ungoverned' },
      ],
    });
    expect(move(['DE', 'GB-ENG'], { a: false }).outcome).toBe('forbidden');
    expect(move(['DE', 'GB-ENG']).outcome).toBe('undetermined');
  });

  it('each country that claims needs its own regime', () => {
    expect(move(['GB-ENG'])).toMatchObject({ outcome: 'ungoverned', reasons: [] });
  });

  it('of no claim at all is ungoverned', () => {
    const empty = `activity ask "Ask" {
        places: list of Place
        country: each of (places)
      }
      policy p "P" { authority law applies everywhere default permit ask "Allowed" }`;
    expect(decided(empty, { places: [] }, { activity: 'ask' })).toMatchObject({
      outcome: 'ungoverned',
      claims: [],
    });
    expect(decided(empty, { places: ['DE'] }, { activity: 'ask' }).outcome).toBe('permitted');
  });

  it('obligations are the union', () => {
    expect(move(['DE', 'US-NY'], { a: true, b: false, residence: 'DE' })).toMatchObject({
      outcome: 'permitted',
      obligations: [{ obligation: 'first' }, { obligation: 'second' }],
    });
  });

  it('equal reasons are listed once, with their claims', () => {
    const decision = move(['US-NY', 'US-CA'], { a: false, b: false });
    expect(decision.reasons).toMatchObject([{ rule: 'house.never', claims: ['US-CA', 'US-NY'] }]);
  });

  it('reasons are those of the claims that decide', () => {
    const decision = move(['DE', 'US-CA'], { a: false, b: false });
    expect(decision.reasons.map(({ rule }) => rule)).toEqual(['de.law.default.move']);
  });

  it('remarks are those of any claim', () => {
    expect(move(['DE', 'US-NY'], { a: true, b: true })).toMatchObject({
      outcome: 'forbidden',
      remarks: [{ rule: 'de.law.look', claims: ['DE'] }],
    });
  });

  it('an unknown claim is decided as unknown', () => {
    expect(move([], { places: [], a: true, b: false })).toMatchObject({
      outcome: 'undetermined',
      claims: [{ claim: 'unknown', outcome: 'undetermined' }],
      missing: ['residence', 'seat'],
    });
  });

  it('an imprecise claim counts for what it certainly is', () => {
    expect(move(['US'], { b: true }).outcome).toBe('forbidden');
  });
});

describe('mandates and claims', () => {
  it('no house rule can block what is mandated under any claim', () => {
    expect(move(['US-NY'], { a: true, b: false }).outcome).toBe('forbidden');
    expect(move(['US-NY', 'US-CA'], { a: true, b: false }).outcome).toBe('permitted');
  });

  it('a binding prohibition is set aside only under the same claim', () => {
    const decision = move(['US-CA', 'DE'], { a: true, b: false });
    expect(decision.outcome).toBe('forbidden');
    expect(decision.reasons.map(({ rule, claims }) => [rule, claims])).toEqual([['sector.de.never', ['DE']]]);
  });
});
