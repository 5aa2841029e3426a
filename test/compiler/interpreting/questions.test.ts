import { describe, expect, it } from 'vitest';
import { conditionProgram, decisionOf } from '../../support/probe.ts';
import { decided, missingOf } from '../../support/rulebook.ts';

const law = (rules: string, id = 'law.one') =>
  `policy ${id} "Law" { authority law  default permit act "Allowed"  ${rules} }\n`;

/** What an unknown condition asks for: it forbids what is permitted otherwise. */
function asked(condition: string, facts: object = {}, more = ''): readonly string[] {
  const regime =
    'policy regime "Regime" { authority law default permit ask "Allowed" rule no "No" { forbid ask when CONDITION } }';
  const program = conditionProgram('yes', `${more}\n${regime.replace('CONDITION', condition)}`);
  const decision = decisionOf(program, facts, { activity: 'ask' });
  return decision.outcome === 'undetermined' ? decision.missing : [decision.outcome];
}

describe('missing', () => {
  it('names the base facts at unknown leaves; true and false parts ask for nothing', () => {
    expect(asked('flag and flag-2')).toEqual(['flag', 'flag2']);
    expect(asked('flag and flag-2', { flag: true })).toEqual(['flag2']);
    expect(asked('flag or flag-2', { flag: false })).toEqual(['flag2']);
    expect(asked('flag and (flag-2 or amount is 3)', { flag2: true })).toEqual(['flag']);
    expect(asked('flag and (flag-2 and amount is 3)', { flag2: false })).toEqual(['permitted']);
  });

  it('names both sides of a comparison where both are unknown', () => {
    expect(asked('amount is amount-2')).toEqual(['amount', 'amount2']);
    expect(asked('amount is amount-2', { amount: 1 })).toEqual(['amount2']);
  });

  it('names an imprecise term', () => {
    expect(asked('place is US-CA', { place: 'US' })).toEqual(['place']);
    expect(asked('place is place-2', { place: 'US', place2: 'US-CA' })).toEqual(['place']);
  });

  it('names the fact itself where what holds it is unknown', () => {
    expect(asked('person.name is "a"')).toEqual(['person.name']);
    expect(asked('person.home is DE', { person: {} })).toEqual(['person.home']);
  });

  it('names positions in lists', () => {
    const facts = { entries: [{ counts: false }, {}, { counts: false, tag: 'a' }] };
    expect(asked('some e in entries satisfies e.counts', facts)).toEqual(['entries[1].counts']);
    expect(asked('every e in entries satisfies (not e.counts and e.tag is not "b")', facts)).toEqual([
      'entries[0].tag',
      'entries[1].counts',
      'entries[1].tag',
    ]);
  });

  it('names a list that is unknown or may be incomplete', () => {
    expect(asked('some e in entries satisfies e.counts')).toEqual(['entries']);
    expect(asked('some e in some-entries satisfies e.counts', { someEntries: [{ counts: false }] })).toEqual([
      'someEntries',
    ]);
    expect(asked('(number of e in some-entries) is more than 3', { someEntries: [] })).toEqual([
      'someEntries',
    ]);
    expect(asked('latest e in some-entries by e.at satisfies e.granted', { someEntries: [] })).toEqual([
      'someEntries',
    ]);
  });

  it('names what an interval depends on', () => {
    const facts = { entries: [{ counts: true }, {}] };
    expect(asked('(number of e in entries where (e.counts)) is at least 2', facts)).toEqual([
      'entries[1].counts',
    ]);
  });

  it('names what leaves open who is latest', () => {
    const latest = 'latest e in entries by e.at where (e.counts) satisfies e.granted';
    const at = (day: number, rest: object) => ({ at: `2026-01-0${day}T00:00:00Z`, ...rest });
    const entries = [
      at(1, { counts: true, granted: true }),
      at(2, { granted: false }),
      at(1, { counts: false }),
    ];
    expect(asked(latest, { entries })).toEqual(['entries[1].counts']);
    expect(asked(latest, { entries: [at(1, { counts: true })] })).toEqual(['entries[0].granted']);
  });

  it('names the moments of a tie that they leave open', () => {
    const tie = [
      { at: '2026-01-01T00:00:00Z', counts: true, granted: true },
      { at: '2026-01-01T00:00:00Z', counts: true, granted: false },
    ];
    const latest = 'latest e in entries by e.at where (e.counts) satisfies e.granted';
    expect(asked(latest, { entries: tie })).toEqual(['entries[0].at', 'entries[1].at']);
  });

  it('looks through defines, derived facts and what is counted from a fact', () => {
    expect(asked('heavy(amount)', {}, 'define heavy(one: number) as one is more than 3')).toEqual(['amount']);
    expect(asked('3 years after day is before today')).toEqual(['day']);
    expect(asked('age of day is less than 18')).toEqual(['day']);
    expect(asked('time in zone is before 08:00')).toEqual(['zone']);
    expect(asked('country of place is US')).toEqual(['place']);
    expect(asked('place is EU on day', { place: 'GB-ENG' })).toEqual(['day']);
  });

  it('asks first for what more rules ask for, then in the order of the paths', () => {
    const rules = law(
      `rule one "1" { forbid act when b } rule two "2" { forbid act when b and a } rule three "3" { forbid act when c }`,
    );
    const decision = decided(rules);
    expect(decision).toMatchObject({
      outcome: 'undetermined',
      missing: ['b', 'a', 'c'],
      questions: [
        { fact: 'b', title: 'b', rules: ['law.one.one', 'law.one.two'] },
        { fact: 'a', title: 'Whether A', rules: ['law.one.two'] },
        { fact: 'c', title: 'c', rules: ['law.one.three'] },
      ],
    });
  });

  it('asks for what leaves a policy open under the id of the policy', () => {
    const rules = `policy p "P" { authority law applies when a default permit act "Allowed" }`;
    expect(decided(rules)).toMatchObject({ questions: [{ fact: 'a', rules: ['p'] }] });
  });

  it('does not ask for what a prohibition that stands, or a permission that is there, makes needless', () => {
    const rules = law('rule no "No" { forbid act when a unless b }') + law('', 'law.two');
    expect(missingOf(rules, { a: true })).toEqual(['b']);
    expect(missingOf(rules, { b: true })).toEqual(['permitted']);
    const forbids =
      'policy p "P" { authority law default forbid act "No" rule yes "Yes" { permit act when a } rule no "No" { forbid act when b } }';
    expect(missingOf(forbids)).toEqual(['a', 'b']);
    expect(missingOf(forbids, { a: true })).toEqual(['b']);
    expect(missingOf(forbids, { a: false })).toEqual(['forbidden']);
  });

  it('asks for what a mandate of a higher authority depends on', () => {
    const rules =
      'policy p "P" { authority law default forbid act "No" rule must "Must" { mandate act when a } rule yes "Yes" { permit act when c } }' +
      'policy q "Q" { authority company rule no "No" { forbid act when b } }';
    expect(missingOf(rules, { b: true, c: true })).toEqual(['a']);
    expect(missingOf(rules, { c: true })).toEqual(['a', 'b']);
  });

  it('asks for what a duty depends on only where all else is settled', () => {
    const rules = law(
      'rule tell "Tell" { require act when a obligation first } rule no "No" { forbid act when b }',
    );
    expect(missingOf(rules)).toEqual(['b']);
    expect(missingOf(rules, { b: false })).toEqual(['a']);
  });
});

describe('assumed', () => {
  const rules = law('rule no "No" { forbid act when (a else no) and (amount else 5) is more than 3 }');

  it('names the uses of else that an answer depends on, with what stood in', () => {
    expect(decided(rules, { a: true })).toMatchObject({
      outcome: 'forbidden',
      assumed: [{ fact: 'amount', value: 5, rules: ['law.one.no'] }],
    });
    expect(decided(rules)).toMatchObject({
      outcome: 'permitted',
      assumed: [
        { fact: 'a', value: false, rules: ['law.one.no'] },
        { fact: 'amount', value: 5, rules: ['law.one.no'] },
      ],
    });
  });

  it('leaves out uses that did not matter', () => {
    expect(decided(rules, { a: false })).toMatchObject({ outcome: 'permitted', assumed: [] });
    expect(decided(rules, { a: true, amount: 9 })).toMatchObject({ outcome: 'forbidden', assumed: [] });
    const also = law('rule no "No" { forbid act when (a else no) } rule never "Never" { forbid act when b }');
    expect(decided(also, { b: true })).toMatchObject({ outcome: 'forbidden', assumed: [] });
  });

  it('does not count as missing', () => {
    const open = law('rule no "No" { forbid act when (a else yes) and b }');
    expect(decided(open)).toMatchObject({
      outcome: 'undetermined',
      missing: ['b'],
      assumed: [{ fact: 'a', value: true, rules: ['law.one.no'] }],
    });
  });
});
