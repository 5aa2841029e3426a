import { describe, expect, it } from 'vitest';
import { decided, outcomeOf, owedOf, reasonsOf } from '../../support/rulebook.ts';

const law = (rules: string) =>
  `policy law.one "Law" { authority law  default permit act "Allowed"  ${rules} }\n`;

describe('exceptions', () => {
  const rules = law(`rule no "No" { forbid act when a
    except but "But" { when b
      except unless-c "Not for C" { when c }
    }
  }`);

  it('remove their rule', () => {
    expect(outcomeOf(rules, { a: true, b: true, c: false })).toBe('permitted');
    expect(outcomeOf(rules, { a: true, b: false })).toBe('forbidden');
    expect(outcomeOf(rules, { a: true, c: false })).toBe('undetermined');
    expect(outcomeOf(rules, { a: false })).toBe('permitted');
  });

  it('an exception of an exception brings the rule back', () => {
    expect(outcomeOf(rules, { a: true, b: true, c: true })).toBe('forbidden');
    expect(outcomeOf(rules, { a: true, b: true })).toBe('undetermined');
    expect(outcomeOf(rules, { a: true, b: false, c: true })).toBe('forbidden');
  });

  it('are named among the reasons of what they made possible', () => {
    expect(reasonsOf(rules, { a: true, b: true, c: false })).toEqual([
      'law.one.default.act',
      'law.one.no.but',
    ]);
    expect(reasonsOf(rules, { a: false, b: true, c: false })).toEqual(['law.one.default.act']);
    expect(decided(rules, { a: true, b: true, c: false }).reasons[1]).toMatchObject({
      kind: 'exception',
      effect: 'except',
      title: 'But',
    });
  });

  it('unless is an exception without a name', () => {
    const unless = law('rule no "No" { forbid act when a unless b unless c }');
    expect(outcomeOf(unless, { a: true, b: true })).toBe('permitted');
    expect(outcomeOf(unless, { a: true, b: false, c: true })).toBe('permitted');
    expect(outcomeOf(unless, { a: true, b: false, c: false })).toBe('forbidden');
    expect(outcomeOf(unless, { a: true, b: false })).toBe('undetermined');
    expect(reasonsOf(unless, { a: true, b: true })).toEqual(['law.one.default.act']);
  });

  it('may be in force for a time of their own', () => {
    const dated = law('rule no "No" { forbid act except early "Early" { in force until 2026-01-01 } }');
    expect(outcomeOf(dated, {}, { now: '2025-12-31T12:00:00Z' })).toBe('permitted');
    expect(outcomeOf(dated, {}, { now: '2026-01-01T12:00:00Z' })).toBe('forbidden');
  });

  it('of permits remove the permit', () => {
    const permit = `policy p "P" { authority law default forbid act "No"
      rule yes "Yes" { permit act when a except not-b "Not B" { when b } } }`;
    expect(outcomeOf(permit, { a: true, b: false })).toBe('permitted');
    expect(outcomeOf(permit, { a: true, b: true })).toBe('forbidden');
    expect(reasonsOf(permit, { a: true, b: true })).toEqual(['p.default.act']);
  });
});

describe('what exceptions say is owed instead', () => {
  const rules = law(`rule no "No" { forbid act when a
    except plain "Plain" { when b }
    except paid "Paid" { when c  obligation first }
  }`);

  it('is owed where the exception stands and its rule applies', () => {
    expect(owedOf(rules, { a: true, b: false, c: true })).toEqual(['first']);
    expect(owedOf(rules, { a: false, b: false, c: true })).toEqual([]);
  });

  it('is not owed where one beside it without an obligation certainly stands', () => {
    expect(owedOf(rules, { a: true, b: true, c: true })).toEqual([]);
    expect(owedOf(rules, { a: true, b: true })).toEqual([]);
    expect(owedOf(rules, { a: true, c: true })).toEqual(['first']);
  });

  it('is owed where the exception may stand and its rule may apply', () => {
    expect(owedOf(rules, { b: true })).toEqual([]);
    const two = law(`rule no "No" { forbid act when a
      except one "One" { when b  obligation first }
      except two "Two" { when c  obligation second }
    }`);
    expect(owedOf(two, { a: true, b: true })).toEqual(['first', 'second']);
    expect(owedOf(two, { a: true, b: true, c: false })).toEqual(['first']);
    expect(owedOf(two, { b: true })).toEqual(['first', 'second']);
    expect(owedOf(two, { a: false })).toEqual([]);
  });

  const nested = law(`rule no "No" { forbid act when a
    except opt-in "Opt-in" { when b  obligation first
      except child "Not for children" { when c }
      except business "Businesses" { when d  obligation second }
    }
  }`);

  it('a nested exception that says what is owed instead takes the outer one’s place and does not bring the rule back', () => {
    expect(outcomeOf(nested, { a: true, b: true, c: false, d: true })).toBe('permitted');
    expect(owedOf(nested, { a: true, b: true, c: false, d: true })).toEqual(['second']);
    expect(owedOf(nested, { a: true, b: true, c: false, d: false })).toEqual(['first']);
    expect(reasonsOf(nested, { a: true, b: true, c: false, d: true })).toEqual([
      'law.one.default.act',
      'law.one.no.opt-in.business',
    ]);
  });

  it('where it may take the outer one’s place, both are owed', () => {
    expect(owedOf(nested, { a: true, b: true, c: false })).toEqual(['first', 'second']);
  });

  it('it takes that place with all that stands against it', () => {
    expect(outcomeOf(nested, { a: true, b: true, c: true, d: true })).toBe('forbidden');
    expect(outcomeOf(nested, { a: true, b: false, c: false, d: true })).toBe('forbidden');
  });

  it('an exception to what brings the rule back frees again, and owes what it says', () => {
    const deep = law(`rule no "No" { forbid act when a
      except one "One" { when b  obligation first
        except two "Two" { when c
          except three "Three" { when d  obligation second }
        }
      }
    }`);
    expect(outcomeOf(deep, { a: true, b: true, c: true, d: false })).toBe('forbidden');
    expect(owedOf(deep, { a: true, b: true, c: true, d: true })).toEqual(['first', 'second']);
    expect(owedOf(deep, { a: true, b: true, c: false, d: true })).toEqual(['first']);
  });

  it('of a requirement replaces what it requires', () => {
    const duty = law(`rule tell "Tell" { require act when a obligation first
      except machine "Machines" { when b  obligation second }
    }`);
    expect(owedOf(duty, { a: true, b: false })).toEqual(['first']);
    expect(owedOf(duty, { a: true, b: true })).toEqual(['second']);
    expect(owedOf(duty, { a: false, b: true })).toEqual([]);
  });
});

describe('lifts', () => {
  const provider = `policy house "House" { authority provider
    rule weekend "No" { forbid act when a overridable by company } }\n`;
  const company = `policy acme "Acme" { authority company applies when b in force from 2026-01-01 zone "Europe/Berlin"
    lift house.weekend mine "We asked for it" { when c  obligation first } }\n`;
  const base = law('') + provider + company;

  it('add the exception that the lifting policy applies, is in force, and its condition', () => {
    expect(outcomeOf(base, { a: true, b: true, c: true })).toBe('permitted');
    expect(outcomeOf(base, { a: true, b: false, c: true })).toBe('forbidden');
    expect(outcomeOf(base, { a: true, b: true, c: false })).toBe('forbidden');
    expect(outcomeOf(base, { a: true, b: true })).toBe('undetermined');
    expect(outcomeOf(base, { a: true, b: true, c: true }, { now: '2025-12-31T22:59:59Z' })).toBe('forbidden');
    expect(outcomeOf(base, { a: true, b: true, c: true }, { now: '2025-12-31T23:00:00Z' })).toBe('permitted');
  });

  it('are named with the policy that lifts', () => {
    expect(decided(base, { a: true, b: true, c: true }).reasons).toMatchObject([
      {
        rule: 'acme.mine',
        kind: 'lift',
        effect: 'except',
        policy: 'acme',
        policyTitle: 'Acme',
        authority: 'company',
      },
      { rule: 'law.one.default.act' },
    ]);
  });

  it('owe what they say', () => {
    expect(owedOf(base, { a: true, b: true, c: true })).toEqual(['first']);
  });

  it('assert nothing: what they lift has to be permitted by somebody', () => {
    expect(outcomeOf(provider + company, { a: true, b: true, c: true })).toBe('ungoverned');
  });

  it('count only where the lifting policy counts', () => {
    const facts = { a: true, b: true, c: true };
    expect(outcomeOf(base, facts, { under: (id) => id !== 'acme' })).toBe('forbidden');
  });

  it('take a default away', () => {
    const rules = `policy base "Base" { authority sector default forbid act "No"
        rule yes "Yes" { permit act when a obligation first } }
      policy special "Special" { authority law default permit act "Allowed"
        lift base.default.act why "Why" { when b cite "x" } }`;
    expect(outcomeOf(rules, { a: false, b: true })).toBe('permitted');
    expect(outcomeOf(rules, { a: false, b: false })).toBe('forbidden');
    expect(reasonsOf(rules, { a: false, b: true })).toEqual(['special.default.act', 'special.why']);
    // A permit owes only where the default may apply.
    expect(owedOf(rules, { a: true, b: true })).toEqual([]);
    expect(owedOf(rules, { a: true, b: false })).toEqual(['first']);
    expect(owedOf(rules, { a: true })).toEqual(['first']);
  });
});
