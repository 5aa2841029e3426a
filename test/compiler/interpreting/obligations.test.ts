import { describe, expect, it } from 'vitest';
import { decided, missingOf, outcomeOf, owedOf } from '../../support/rulebook.ts';

const law = (rules: string) =>
  `policy law.one "Law" { authority law  default permit act "Allowed"  ${rules} }\n`;

describe('require', () => {
  const rules = law('rule tell "Tell" { require act when a  obligation first  obligation second }');

  it('is owed where it stands', () => {
    expect(owedOf(rules, { a: true })).toEqual(['first', 'second']);
    expect(owedOf(rules, { a: false })).toEqual([]);
  });

  it('where that is unknown, a decision otherwise permitted is undetermined', () => {
    expect(outcomeOf(rules)).toBe('undetermined');
    expect(missingOf(rules)).toEqual(['a']);
  });

  it('unless the obligation is precautionary: then it is owed', () => {
    const careful = law('rule tell "Tell" { require act when a  obligation careful }');
    expect(owedOf(careful)).toEqual(['careful']);
    expect(owedOf(careful, { a: false })).toEqual([]);
    const both = law('rule tell "Tell" { require act when a  obligation careful obligation first }');
    expect(outcomeOf(both)).toBe('undetermined');
  });

  it('applies only where its policy applies', () => {
    const other = `${law('')}policy other "Other" { authority company applies when b
      rule tell "Tell" { require act when a obligation first } }`;
    expect(owedOf(other, { a: true, b: true })).toEqual(['first']);
    expect(owedOf(other, { a: true, b: false })).toEqual([]);
    expect(outcomeOf(other, { a: true })).toBe('undetermined');
    expect(outcomeOf(other, { a: false })).toBe('permitted');
  });

  it('does not make a case that is forbidden or ungoverned undetermined', () => {
    const forbidden = law(
      'rule tell "Tell" { require act when a obligation first } rule no "No" { forbid act }',
    );
    expect(outcomeOf(forbidden)).toBe('forbidden');
    expect(owedOf(forbidden)).toEqual([]);
    const ungoverned =
      'policy p "P" { authority law rule tell "Tell" { require act when a obligation first } }';
    expect(outcomeOf(ungoverned)).toBe('ungoverned');
  });
});

describe('obligations of permits', () => {
  const rules = `policy p "P" { authority law default forbid act "No"
    rule one "One" { permit act when a  obligation first }
    rule two "Two" { permit act when b  obligation second }
    rule free "Free" { permit act when c }
    rule must "Must" { mandate act when d  obligation careful }
  }`;

  it('are owed where the permit stands', () => {
    expect(owedOf(rules, { a: true, b: false, c: false, d: false })).toEqual(['first']);
    expect(owedOf(rules, { a: true, b: true, c: false, d: false })).toEqual(['first', 'second']);
  });

  it('are owed where the permit may stand', () => {
    expect(owedOf(rules, { a: true, c: false, d: false })).toEqual(['first', 'second']);
  });

  it('are not owed where a permit beside it without an obligation certainly stands', () => {
    expect(owedOf(rules, { a: true, b: true, c: true, d: false })).toEqual([]);
    expect(owedOf(rules, { c: true, d: false })).toEqual([]);
    expect(owedOf(rules, { a: true, b: false, d: false })).toEqual(['first']);
  });

  it('of mandates are owed where the mandate stands or may stand', () => {
    expect(owedOf(rules, { a: false, b: false, c: false, d: true })).toEqual(['careful']);
    expect(owedOf(rules, { a: true, b: false, c: false })).toEqual(['careful', 'first']);
  });
});

describe('require on refusal', () => {
  const rules = law(`rule no "No" { forbid act when a }
    rule tell "Tell" { require on refusal act when b  obligation first }`);

  it('adds to forbidden answers', () => {
    expect(owedOf(rules, { a: true, b: true })).toEqual(['first']);
    expect(owedOf(rules, { a: true, b: false })).toEqual([]);
    expect(owedOf(rules, { a: true })).toEqual(['first']);
  });

  it('adds to no other answer, and leaves none open', () => {
    expect(owedOf(rules, { a: false, b: true })).toEqual([]);
    expect(outcomeOf(rules, { a: false })).toBe('permitted');
  });
});

describe('owed obligations', () => {
  it('have their arguments, title and the rules that ask', () => {
    const rules = law(`
      rule z "Z" { require act  obligation third(within: 72 hours, level: 2) }
      rule y "Y" { require act  obligation third(within: 72 hours, level: 2)  obligation first }
      rule x "X" { require act  obligation third(within: 6 months, level: 2) }`);
    const decision = decided(rules);
    expect('obligations' in decision ? decision.obligations : []).toEqual([
      { obligation: 'first', title: 'First duty', arguments: {}, rules: ['law.one.y'] },
      {
        obligation: 'third',
        title: 'Third duty',
        arguments: { within: 'P6M', level: 2 },
        rules: ['law.one.x'],
      },
      {
        obligation: 'third',
        title: 'Third duty',
        arguments: { within: 'PT72H', level: 2 },
        rules: ['law.one.y', 'law.one.z'],
      },
    ]);
  });
});
