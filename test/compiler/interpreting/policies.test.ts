import { describe, expect, it } from 'vitest';
import { decided, outcomeOf, reasonsOf, rulebook } from '../../support/rulebook.ts';

const permitByDefault = 'authority law  default permit act "Allowed"';
const forbidByDefault = 'authority law  default forbid act "Not allowed"';
const policy = (body: string, id = 'p.one') => `policy ${id} "Policy" { ${body} }\n`;

describe('a policy', () => {
  it('forbids by a rule that stands', () => {
    const rules = policy(`${permitByDefault} rule no "No" { forbid act when a }`);
    expect(outcomeOf(rules, { a: true })).toBe('forbidden');
    expect(outcomeOf(rules, { a: false })).toBe('permitted');
    expect(outcomeOf(rules, {})).toBe('undetermined');
  });

  it('a rule without "when" always stands', () => {
    expect(outcomeOf(policy(`${permitByDefault} rule no "No" { forbid act }`))).toBe('forbidden');
  });

  it('permits by a rule against a forbidding default', () => {
    const rules = policy(`${forbidByDefault} rule yes "Yes" { permit act when a }`);
    expect(outcomeOf(rules, { a: true })).toBe('permitted');
    expect(outcomeOf(rules, { a: false })).toBe('forbidden');
    expect(outcomeOf(rules, {})).toBe('undetermined');
  });

  it('a prohibition beats a permission in one policy', () => {
    const rules = policy(
      `${forbidByDefault} rule yes "Yes" { permit act when a } rule no "No" { forbid act when b }`,
    );
    expect(outcomeOf(rules, { a: true, b: true })).toBe('forbidden');
    expect(reasonsOf(rules, { a: true, b: true })).toEqual(['p.one.no']);
  });

  it('mandates permit', () => {
    const rules = policy(`${forbidByDefault} rule must "Must" { mandate act when a }`);
    expect(outcomeOf(rules, { a: true })).toBe('permitted');
    expect(reasonsOf(rules, { a: true })).toEqual(['p.one.must']);
  });

  it('says nothing where it does not apply', () => {
    const rules = policy(
      `authority law  applies when a  default permit act "Allowed"  rule no "No" { forbid act when b }`,
    );
    expect(outcomeOf(rules, { a: false })).toBe('ungoverned');
    expect(outcomeOf(rules, { a: false, b: true })).toBe('ungoverned');
    expect(outcomeOf(rules, { b: true })).toBe('undetermined');
    expect(outcomeOf(rules, { b: false })).toBe('undetermined');
  });

  it.each([
    ['2017-12-31T23:59:59Z', 'ungoverned'],
    ['2018-01-01T00:00:00Z', 'permitted'],
    ['2025-12-31T23:59:59Z', 'permitted'],
    ['2026-01-01T00:00:00Z', 'ungoverned'],
  ] as const)('is in force from a date through another, at %s: %s', (now, outcome) => {
    const rules = policy(
      `authority law in force from 2018-01-01 through 2025-12-31 default permit act "Allowed"`,
    );
    expect(outcomeOf(rules, {}, { now })).toBe(outcome);
  });

  it('dates of a policy begin at midnight in its zone', () => {
    const rules = policy(
      'authority law zone "America/New_York" in force from 2018-01-01 default permit act "Allowed"',
    );
    expect(outcomeOf(rules, {}, { now: '2018-01-01T04:59:59.999Z' })).toBe('ungoverned');
    expect(outcomeOf(rules, {}, { now: '2018-01-01T05:00:00Z' })).toBe('permitted');
  });

  it('a rule may be in force for a time of its own', () => {
    const rules = policy(`${permitByDefault} rule no "No" { forbid act in force until 2026-01-01 }`);
    expect(outcomeOf(rules, {}, { now: '2025-12-31T23:59:59Z' })).toBe('forbidden');
    expect(outcomeOf(rules, {}, { now: '2026-01-01T00:00:00Z' })).toBe('permitted');
  });
});

describe('over all policies', () => {
  it('at least one regime must allow it', () => {
    const restriction = policy('authority company  rule no "No" { forbid act when a }');
    expect(outcomeOf(restriction, { a: false })).toBe('ungoverned');
    expect(outcomeOf(restriction + policy(permitByDefault, 'p.two'), { a: false })).toBe('permitted');
  });

  it('nobody may forbid it', () => {
    const rules =
      policy(permitByDefault) + policy('authority customer  rule no "No" { forbid act when a }', 'p.two');
    expect(outcomeOf(rules, { a: true })).toBe('forbidden');
    expect(outcomeOf(rules, {})).toBe('undetermined');
  });

  it('forbidden lists all prohibitions that stand, sorted', () => {
    const rules =
      policy(
        `${permitByDefault} rule z "Z" { forbid act when a } rule y "Y" { forbid act when b }`,
        'p.two',
      ) +
      policy('authority company  rule no "No" { forbid act when a } rule not-this "N" { forbid act when c }');
    expect(reasonsOf(rules, { a: true, b: true })).toEqual(['p.one.no', 'p.two.y', 'p.two.z']);
  });

  it('permitted lists the regimes and permits that allowed', () => {
    const rules =
      policy(permitByDefault) + policy(`${forbidByDefault} rule yes "Yes" { permit act when a }`, 'p.two');
    expect(reasonsOf(rules, { a: true })).toEqual(['p.one.default.act', 'p.two.yes']);
  });

  it('a regime that does not know yet leaves a permitted case permitted, where it can only permit', () => {
    const rules =
      policy(permitByDefault) + policy('authority law applies when a default permit act "Allowed"', 'p.two');
    expect(outcomeOf(rules, {})).toBe('permitted');
    expect(reasonsOf(rules, {})).toEqual(['p.one.default.act']);
  });

  it('a reason names rule, policy, authority, citation and source', () => {
    const rules = `policy p.one "Policy" {
      authority law
      source "SI 1"
      source "SI 2" <https://example.org/si2> as of 2026-01-01
      default permit act "Allowed"
      rule no "No way" { forbid act when a  cite "s. 1"  cite "s. 2" }
    }`;
    expect(decided(rules, { a: true }).reasons).toEqual([
      {
        rule: 'p.one.no',
        kind: 'rule',
        effect: 'forbid',
        title: 'No way',
        citation: 's. 1; s. 2',
        policy: 'p.one',
        policyTitle: 'Policy',
        authority: 'law',
        source: 'SI 1; SI 2',
        claims: [],
      },
    ]);
    expect(decided(rules, { a: false }).reasons).toMatchObject([
      { rule: 'p.one.default.act', kind: 'default', effect: 'permit', title: 'Allowed', citation: null },
    ]);
  });

  it('undetermined and ungoverned give no reasons', () => {
    expect(decided(policy(`${permitByDefault} rule no "No" { forbid act when a }`)).reasons).toEqual([]);
    expect(decided(policy('authority law rule no "No" { forbid act when a }'), { a: false }).reasons).toEqual(
      [],
    );
  });

  it('only policies that count are asked', () => {
    const rules = policy(permitByDefault) + policy('authority law  rule no "No" { forbid act }', 'q.one');
    expect(outcomeOf(rules)).toBe('forbidden');
    expect(outcomeOf(rules, {}, { under: (id) => id.startsWith('p.') })).toBe('permitted');
    expect(outcomeOf(rules, {}, { under: () => false })).toBe('ungoverned');
  });
});

describe('authorised by', () => {
  const law = policy('authority law default forbid guarded "No" rule yes "Yes" { permit guarded when a }');

  it('only regimes of that authority or a higher one count as permits', () => {
    expect(outcomeOf(law, { a: true }, { activity: 'guarded' })).toBe('permitted');
    const sector = law.replace('authority law', 'authority sector');
    expect(outcomeOf(sector, { a: true }, { activity: 'guarded' })).toBe('permitted');
  });

  it('a regime of a lower one still forbids', () => {
    const house = policy('authority provider default forbid guarded "No"', 'q.one');
    expect(outcomeOf(law + house, { a: true }, { activity: 'guarded' })).toBe('forbidden');
  });
});

describe('mandates', () => {
  const law = policy(`${forbidByDefault} rule must "Must" { mandate act when a }`);
  const house = policy('authority company rule no "No" { forbid act when b }', 'house');

  it('of a higher authority set a prohibition aside', () => {
    expect(outcomeOf(law + house, { a: true, b: true })).toBe('permitted');
    expect(outcomeOf(law + house, { a: false, b: true })).toBe('forbidden');
  });

  it('set aside a forbidding default as well', () => {
    const rules = law + policy('authority company default forbid act "No"', 'house');
    expect(outcomeOf(rules, { a: true })).toBe('permitted');
  });

  it('of the same authority do not', () => {
    const rules = law + policy('authority law rule no "No" { forbid act when b }', 'other');
    expect(outcomeOf(rules, { a: true, b: true })).toBe('forbidden');
  });

  it('of a lower authority do not', () => {
    const rules =
      policy('authority sector default forbid act "No" rule must "Must" { mandate act when a }') +
      policy('authority law rule no "No" { forbid act when b }', 'other');
    expect(outcomeOf(rules, { a: true, b: true })).toBe('forbidden');
  });

  it('of sector bind what is below', () => {
    const rules =
      policy('authority sector default forbid act "No" rule must "Must" { mandate act when a }') + house;
    expect(outcomeOf(rules, { a: true, b: true })).toBe('permitted');
  });

  it('that are unknown leave it undetermined', () => {
    expect(outcomeOf(law + house, { b: true })).toBe('undetermined');
  });

  it('a prohibition that is certainly set aside is no reason', () => {
    const other = policy('authority law rule never "Never" { forbid act when c }', 'other');
    expect(reasonsOf(law + house + other, { a: true, b: true, c: true })).toEqual(['other.never']);
  });
});

describe('advice', () => {
  it('adds a remark to the answer and changes nothing else', () => {
    const rules = policy(`${permitByDefault} rule look "Look out" { advise act when a cite "Op. 1" }`);
    expect(decided(rules, { a: true })).toMatchObject({
      outcome: 'permitted',
      remarks: [{ rule: 'p.one.look', title: 'Look out', citation: 'Op. 1', claims: [] }],
      obligations: [],
    });
    expect(decided(rules, { a: false }).remarks).toEqual([]);
    expect(decided(rules)).toMatchObject({ outcome: 'permitted', remarks: [] });
  });

  it('is given with forbidden answers as well, where its policy applies', () => {
    const rules = policy(
      `authority law applies when b default forbid act "No" rule look "Look out" { advise act when a }`,
    );
    expect(decided(rules, { a: true, b: true })).toMatchObject({
      outcome: 'forbidden',
      remarks: [{ rule: 'p.one.look' }],
    });
    expect(decided(rules, { a: true, b: false }).remarks).toEqual([]);
  });
});

describe('answers', () => {
  it('are frozen through and through', () => {
    const decision = decided(policy(`${permitByDefault} rule no "No" { forbid act when a }`), { a: true });
    expect(
      Object.isFrozen(decision) && Object.isFrozen(decision.reasons) && Object.isFrozen(decision.reasons[0]),
    ).toBe(true);
  });

  it('are the same however often they are asked for', () => {
    const rules = policy(`${permitByDefault} rule no "No" { forbid act when a }`);
    expect(decided(rules, { a: true })).toEqual(decided(rules, { a: true }));
    expect(rulebook(rules)).toBe(rulebook(rules));
  });
});
