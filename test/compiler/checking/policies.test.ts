import { describe, expect, it } from 'vitest';
import { checkTexts, codesOf, markedTexts } from '../../support/check.ts';

const regime = `policy law.base "Base" {
  authority law
  applies everywhere
  default forbid contact "Needs a ground" cite "s. 1"
  rule ok "Ground" { permit contact when is-urgent cite "s. 2" }
}
`;

function codes(text: string): string[] {
  return codesOf(checkTexts(text));
}

function policy(authority: string, body: string, name = 'some.policy'): string {
  return `policy ${name} "Policy" {\n  authority ${authority}\n${body}\n}\n`;
}

describe('regimes', () => {
  it('a policy that states a default for an activity may permit and mandate', () => {
    expect(codes(regime)).toEqual([]);
  });
  it('permit is an error in a policy that states no default', () => {
    expect(codes(regime + policy('law', 'rule r "R" { permit contact cite "s. 1" }'))).toEqual([
      'policy/permit-outside-regime',
    ]);
  });
  it('mandate is an error in a policy that states no default', () => {
    expect(codes(regime + policy('law', 'rule r "R" { mandate contact cite "s. 1" }'))).toEqual([
      'policy/permit-outside-regime',
    ]);
  });
  it('mandate is for binding authorities alone', () => {
    const body = 'applies everywhere default forbid store "D" rule r "R" { mandate store }';
    expect(codes(regime + policy('provider', body))).toEqual(['policy/mandate-not-binding']);
  });
  it('permit under default permit is an error', () => {
    const body =
      'applies everywhere default permit contact "D" cite "s. 1" rule r "R" { permit contact cite "s. 2" }';
    expect(codes(policy('law', body))).toEqual(['policy/permit-under-permit']);
  });
  it('where an activity says "authorised by", a lower authority cannot permit by default', () => {
    expect(codes(regime + policy('provider', 'applies everywhere default permit contact "D"'))).toEqual([
      'policy/not-authorised',
    ]);
  });
  it('where an activity says "authorised by", a lower authority cannot permit by a rule', () => {
    const body = 'applies everywhere default forbid contact "D" rule r "R" { permit contact when is-urgent }';
    expect(codes(regime + policy('provider', body))).toEqual(['policy/not-authorised']);
  });
  it('a regime for an activity with claims names the claim among what has to hold', () => {
    const body = (applies: string) => `${applies} default permit contact "D" cite "s. 1"`;
    expect(codes(policy('law', body('applies when place is GB')))).toEqual([]);
    expect(codes(policy('law', body('applies when purpose is marketing and place is EU')))).toEqual([]);
    expect(codes(policy('law', body('applies everywhere when purpose is marketing')))).toEqual([]);
    expect(codes(policy('law', body('applies when purpose is marketing')))).toEqual([
      'policy/regime-without-claim',
    ]);
    expect(codes(policy('law', body('applies when place is GB or purpose is marketing')))).toEqual([
      'policy/regime-without-claim',
    ]);
    expect(codes(policy('law', body('')))).toEqual(['policy/regime-without-claim']);
  });
  it('the in-force period does not hide the claim', () => {
    const text = policy(
      'law',
      'in force from 2020-01-01 applies when place is GB and purpose is marketing default permit contact "D" cite "s. 1"',
    );
    expect(codes(text)).toEqual([]);
  });
  it('a regime for an activity without claims may apply always', () => {
    expect(codes(policy('provider', 'default permit store "D"'))).toEqual([]);
  });
  it('restrictions without any regime are reported', () => {
    expect(codes(policy('provider', 'rule r "R" { forbid store }'))).toEqual(['lint/no-regime']);
  });
  it('a policy speaks of the facts of its activities only', () => {
    const text = policy('provider', 'applies when channel is voice default permit store "D"');
    const checked = checkTexts(text);
    expect(codesOf(checked)).toEqual(['name/unknown-fact']);
    expect(markedTexts(checked)).toEqual(['channel']);
  });
});

describe('lifts', () => {
  const target = policy(
    'provider',
    `rule open "May be lifted" { forbid contact when channel is voice overridable by company
      except e "E" { when is-urgent } }
     rule shut "May not be lifted" { forbid contact when channel is post }`,
    'provider.defaults',
  );
  const lift = (authority: string, rule: string, more = ''): string =>
    regime + target + policy(authority, `lift ${rule} l "Lift" { when is-urgent ${more} }`);

  it.each([
    ['company', 'provider.defaults.open', '', []],
    ['contract', 'provider.defaults.open', '', []],
    ['customer', 'provider.defaults.open', '', ['policy/illegal-lift']],
    ['company', 'provider.defaults.shut', '', ['policy/illegal-lift']],
    ['standard', 'provider.defaults.shut', '', ['policy/illegal-lift']],
    ['company', 'law.base.default.contact', '', ['policy/illegal-lift']],
    ['law', 'provider.defaults.shut', '', []],
    ['sector', 'provider.defaults.shut', '', []],
    ['law', 'law.base.default.contact', '', ['policy/lift-without-cite']],
    ['law', 'law.base.default.contact', 'cite "s. 9"', []],
    ['sector', 'law.base.default.contact', 'cite "s. 9"', []],
    ['company', 'provider.defaults.open.e', '', ['policy/lift-of-exception']],
    ['company', 'some.policy.l', '', ['policy/lift-of-exception']],
    ['company', 'provider.defaults.opn', '', ['name/unknown']],
    ['company', 'nobody.at-all', '', ['name/unknown']],
  ] as const)('%s lifts %s %s: %j', (authority, rule, more, expected) => {
    expect(codes(lift(authority, rule, more))).toEqual(expected);
  });

  it('a legal lift becomes an exception of its rule, in the zone of the policy that lifts', () => {
    const checked = checkTexts(
      lift('company', 'provider.defaults.open').replace(
        'authority company',
        'authority company\n zone "Asia/Tokyo"',
      ),
    );
    const lifted = checked.program.policies.find(({ id }) => id === 'provider.defaults')?.parts[0]?.rules[0]
      ?.exceptions;
    expect(lifted?.map(({ id, kind, by }) => [id, kind, by?.zone])).toEqual([
      ['provider.defaults.open.e', 'exception', undefined],
      ['some.policy.l', 'lift', 'Asia/Tokyo'],
    ]);
  });

  it('an illegal lift changes nothing', () => {
    const checked = checkTexts(lift('company', 'provider.defaults.shut'));
    const rules = checked.program.policies.find(({ id }) => id === 'provider.defaults')?.parts[0]?.rules;
    expect(rules?.map(({ exceptions }) => exceptions.length)).toEqual([1, 0]);
    expect(checked.hasErrors).toBe(true);
  });
});

describe('rules', () => {
  const inProvider = (rule: string): string[] => codes(regime + policy('provider', rule));
  it.each([
    ['a rule does one thing', 'rule r "R" { when is-urgent }', ['policy/no-effect']],
    ['and not two', 'rule r "R" { forbid contact forbid store }', ['policy/two-effects']],
    ['a rule has a title', 'rule r { forbid contact when is-urgent }', ['policy/missing-title']],
    [
      'a clause stands once',
      'rule r "R" { forbid contact when is-urgent when is-urgent }',
      ['policy/repeated-clause'],
    ],
    [
      'several "unless" are several exceptions',
      'rule r "R" { forbid contact unless is-urgent unless channel is post }',
      [],
    ],
    [
      'an exception has no effect',
      'rule r "R" { forbid contact except e "E" { forbid contact when is-urgent } }',
      ['policy/effect-in-exception'],
    ],
    [
      'an exception says when',
      'rule r "R" { forbid contact except e "E" { obligation log } }',
      ['policy/exception-always'],
    ],
    [
      'an obligation needs its details',
      'rule r "R" { require contact obligation notify }',
      ['policy/obligation-incomplete'],
    ],
    ['with the right type', 'rule r "R" { require contact obligation notify(within: 3) }', ['type/mismatch']],
    ['a duration fits', 'rule r "R" { require contact obligation notify(within: 72 hours) }', []],
    [
      'a name that is a term is no condition',
      'rule post "No post" { forbid contact }',
      ['lint/name-is-no-condition'],
    ],
    [
      'names are unique',
      'rule r "R" { forbid contact when is-urgent } rule r "R" { forbid contact when is-urgent }',
      ['name/duplicate'],
    ],
    [
      'also in camelCase',
      'rule a-1b "R" { forbid contact when is-urgent } rule a1b "R" { forbid contact when is-urgent }',
      ['name/same-in-code'],
    ],
    ['"default" is reserved', 'rule default "R" { forbid contact when is-urgent }', ['name/reserved']],
    ['special names are refused', 'rule constructor "R" { forbid contact when is-urgent }', ['name/special']],
    [
      'a period that ends before it begins',
      'rule r "R" { forbid contact when is-urgent in force from 2026-01-02 until 2026-01-02 }',
      ['type/empty-period'],
    ],
    [
      '"until" the last day of a year',
      'rule r "R" { forbid contact when is-urgent in force until 2026-12-31 }',
      ['lint/until-last-day'],
    ],
  ] as const)('%s', (_, rule, expected) => {
    expect(inProvider(rule)).toEqual(expected);
  });

  it('law without a citation is reported', () => {
    expect(codes(regime.replace('cite "s. 2"', ''))).toEqual(['lint/law-without-cite']);
  });
  it('a house rule that cites a statute is reported', () => {
    expect(
      codes(regime + policy('company', 'rule r "R" { forbid contact when is-urgent cite "GDPR art. 6" }')),
    ).toEqual(['lint/house-rule-cites-law']);
  });
  it('CA in a policy of the United States is Canada', () => {
    const text = policy(
      'law',
      'applies when place is US default permit contact "D" cite "s. 1" rule r "R" { forbid contact when customer.residence is CA cite "s. 2" }',
    );
    expect(codes(text)).toEqual(['lint/country-or-state']);
  });
});

describe('ids', () => {
  const rule = 'rule r "R" { forbid contact when is-urgent }';
  it('are unique', () => {
    expect(codes(regime + policy('provider', rule) + policy('provider', rule))).toEqual(['name/duplicate']);
  });
  it('none is the beginning of another at a dot', () => {
    expect(codes(regime + policy('provider', rule, 'a') + policy('provider', rule, 'a.b'))).toEqual([
      'name/id-inside-id',
    ]);
    expect(codes(regime + policy('provider', rule, 'a') + policy('provider', rule, 'ab'))).toEqual([]);
  });
  it('keywords may stand inside a dotted id', () => {
    expect(codes(regime + policy('provider', rule, 'in.dpdp'))).toEqual([]);
  });
});

describe('tenants', () => {
  const house = (name: string, applies: string): string =>
    policy('company', `${applies} rule r "R" { forbid contact when is-urgent }`, name);
  it('one tenant needs no name', () => {
    expect(codes(regime + house('a.x', ''))).toEqual([]);
    expect(codes(regime + house('a.x', 'applies when company.id is "a"') + house('a.y', ''))).toEqual([]);
  });
  it('where policies name two tenants, every tenant policy names its own', () => {
    const two =
      house('a.x', 'applies when company.id is "a"') + house('b.x', 'applies when company.id is "b"');
    expect(codes(regime + two)).toEqual([]);
    expect(codes(regime + two + house('c.x', ''))).toEqual(['policy/unnamed-tenant']);
  });
});

describe('options of contested law', () => {
  const contested = policy(
    'law',
    `option texts-are-calls: boolean "Texts count as calls" { safe yes cite "s. 3" }
     applies everywhere
     default permit contact "D" cite "s. 1"
     rule r "R" { forbid contact when texts-are-calls and channel is sms cite "s. 2" }`,
    'us.tcpa',
  );
  const valuesOf = (text: string) =>
    checkTexts(text).program.choices.map(({ value, isChosen }) => [value.constant, isChosen]);

  it('have their safe value where nobody chooses', () => {
    expect(codes(contested)).toEqual([]);
    expect(valuesOf(contested)).toEqual([[{ type: 'boolean', value: true }, false]]);
  });
  it('have the value that the project chooses, with a reason', () => {
    const text = `${contested}choose us.tcpa.texts-are-calls no because "Counsel's advice of May"`;
    expect(codes(text)).toEqual([]);
    expect(valuesOf(text)).toEqual([[{ type: 'boolean', value: false }, true]]);
    expect(checkTexts(text).program.digest).not.toBe(checkTexts(contested).program.digest);
  });
  it.each([
    ['choose us.tcpa.texts-are-calls no', ['policy/choice-without-reason']],
    ['choose us.tcpa.texts-are-call no because "x"', ['name/unknown']],
    ['choose us.tcpa.texts-are-calls 3 because "x"', ['type/mismatch']],
    [
      'choose us.tcpa.texts-are-calls no because "x"\nchoose us.tcpa.texts-are-calls yes because "y"',
      ['name/duplicate'],
    ],
  ] as const)('%s', (choice, expected) => {
    expect(codes(contested + choice)).toEqual(expected);
  });
  it('say which value is safe', () => {
    expect(codes(contested.replace('safe yes', ''))).toContain('policy/option-without-safe');
  });
});
