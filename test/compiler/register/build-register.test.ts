import { describe, expect, test } from 'vitest';
import { outlineOf, policyOf, registerOf, ruleOf, samplePolicies, textOf } from './sample.ts';

const register = registerOf();

describe('the register of a program', () => {
  test('has the policies by authority, from the highest to the lowest', () => {
    const outline = register.authorities.map(({ name, binding, tenant, policies }) => [
      name,
      binding,
      tenant,
      policies.map(({ id }) => id),
    ]);
    expect(outline).toEqual([
      ['law', true, false, ['de.calls']],
      ['company', false, true, ['acme.house']],
    ]);
  });

  test('says of a policy what its author says of it', () => {
    const policy = policyOf(register, 'de.calls');
    expect(policy).toMatchObject({
      title: 'Act on calls',
      documentation: 'Calls and mail in Germany.\n\nOnly as far as the example goes.',
      zone: 'Europe/Berlin',
      inForce: { from: '2020-01-01' },
      everywhere: false,
      place: { file: 'policies/1.privacy' },
    });
    expect(policy.applies.map(({ subjects, condition }) => [subjects, outlineOf(condition)])).toEqual([
      [[], ['all', 'place is DE', 'purpose is marketing']],
    ]);
    expect(register.asOf).toEqual({ first: '2026-11-23', last: '2026-11-23' });
  });

  test('links only to addresses of the web', () => {
    expect(policyOf(register, 'de.calls').sources).toEqual([
      { text: 'Act 12', url: 'https://example.org/act-12', asOf: '2026-11-23' },
      { text: 'Letter to the file (javascript:alert(1))' },
    ]);
  });

  test('says of a rule what it does, when, except when, on what ground and how long', () => {
    const rule = ruleOf(register, 'de.calls.machines');
    expect(rule).toMatchObject({
      effect: 'forbid',
      isDefault: false,
      authority: 'law',
      title: 'No machines',
      documentation: 'Nobody wants a machine on the line.',
      cites: ['s. 2', 's. 3(1)'],
      because: 'People `complained`',
      inForce: { from: '2021-05-01', through: '2029-12-31' },
      counts: { from: '2021-05-01', until: '2030-01-01' },
      overridableBy: 'company',
    });
    expect(outlineOf(rule.condition)).toEqual([
      'any',
      'channel is automated-call',
      ['all', 'channel is voice', 'weekday in customer.time-zone is one of (saturday, sunday)'],
    ]);
    expect(rule.exceptions.map(({ kind, id, title }) => [kind, id, title])).toEqual([
      ['unless', 'de.calls.machines.unless', ''],
      ['exception', 'de.calls.machines.asked', 'Asked for'],
      ['lift', 'acme.house.friends', 'Our friends asked for it'],
    ]);
  });

  test('shows an exception with its own ground, documentation and duties, and a lift with who lifts', () => {
    const [, asked, friends] = ruleOf(register, 'de.calls.machines').exceptions;
    expect(asked).toMatchObject({
      documentation: 'For those who asked.',
      cites: ['s. 4'],
      obligations: [{ name: 'notify', title: 'Notify somebody', arguments: ['within: 72 hours'] }],
    });
    expect(friends?.by).toEqual({ policy: 'acme.house', title: 'House rules', authority: 'company' });
    expect(outlineOf(friends?.condition)).toEqual([
      'all',
      'company.id is "acme"',
      'customer.residence is DE',
    ]);
    expect(policyOf(register, 'acme.house').lifts).toEqual([
      { id: 'acme.house.friends', title: 'Our friends asked for it', target: 'de.calls.machines' },
    ]);
  });

  test('counts what the rules are about', () => {
    expect(register.subjects.map(({ kind, name, title, rules }) => [kind, name, title, rules])).toEqual([
      ['activity', 'contact', 'Contact a customer', 4],
    ]);
  });

  test('is the same for the same sources, in whatever order the files come', () => {
    const [first = '', second = ''] = samplePolicies.split(/^(?=policy acme)/m);
    expect(registerOf([first, second]).authorities.map(({ name }) => name)).toEqual(['law', 'company']);
    expect(registerOf([samplePolicies])).toEqual(register);
    const ids = (texts: readonly string[]) =>
      registerOf(texts).indexes.map(({ taxonomy, entries }) => [taxonomy, entries.map(({ name }) => name)]);
    expect(ids([second, first])).toEqual(ids([first, second]));
  });
});

describe('tests in the register', () => {
  test('stand at the rules that they expect and at those that decide their case', () => {
    expect(register.tests).toEqual({ passed: 3, failed: 1 });
    const lines = (id: string) => ruleOf(register, id).tests.map(({ place, passed }) => [place.line, passed]);
    const machines = lines('de.calls.machines');
    expect(machines).toHaveLength(2);
    expect(machines.every(([, passed]) => passed === true)).toBe(true);
    expect(lines('acme.house.quiet')).toEqual([[expect.any(Number), false]]);
    expect(ruleOf(register, 'de.calls.default.contact').tests.length).toBeGreaterThan(0);
  });

  test('count as covering a rule whose duty they owe', () => {
    expect(ruleOf(register, 'de.calls.identify').tests.map(({ passed }) => passed)).toContain(true);
  });
});

describe('the index of terms', () => {
  const index = (taxonomy: string) => register.indexes.find((each) => each.taxonomy === taxonomy);
  const entry = (taxonomy: string, name: string) =>
    index(taxonomy)?.entries.find((each) => each.name === name);

  test('has every taxonomy that rules mention, and no other', () => {
    expect(register.indexes.map(({ taxonomy, rules }) => [taxonomy, rules])).toEqual(
      [
        ['Place', 3],
        ['Purpose', 3],
        ['Channel', 3],
      ].sort(
        (left, right) => Number(right[1]) - Number(left[1]) || (String(left[0]) < String(right[0]) ? -1 : 1),
      ),
    );
  });

  test('tells policies that a term claims from rules that mention it', () => {
    expect(entry('Place', 'DE')).toMatchObject({
      title: 'Germany',
      policies: [{ target: 'policy:de.calls', id: 'de.calls', excluded: false }],
      rules: [{ target: 'de.calls.machines', excluded: false }],
      reachedBy: ['EU'],
    });
    expect(entry('Place', 'EU')).toMatchObject({ kind: 'group', rules: [{ target: 'de.calls.machines' }] });
  });

  test('has terms with the way down to them, and those above that reach them', () => {
    expect(entry('Channel', 'automated-call')).toMatchObject({ path: ['voice'], reachedBy: ['voice'] });
  });

  test('marks what is named only to be left out', () => {
    expect(entry('Channel', 'email')?.rules).toMatchObject([{ target: 'de.calls.identify', excluded: true }]);
  });

  test('sees what a define asks of its caller', () => {
    const found = registerOf(`
define is-spoken(by: Channel) as by is voice
policy x.y "X" { authority company rule a "A" { forbid contact when is-spoken(channel) } }`);
    expect(found.indexes.map(({ taxonomy, entries }) => [taxonomy, entries.map(({ name }) => name)])).toEqual(
      [['Channel', ['voice']]],
    );
  });
});

describe('words in the register', () => {
  const names = register.words.map(({ id }) => id);

  test('are those that stand in rules, each once, sorted', () => {
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(
      expect.arrayContaining([
        'fact.Customer.time-zone',
        'fact.contact.channel',
        'condition.consented',
        'term.Channel.voice',
        'group.EU',
        'obligation.notify',
      ]),
    );
    expect(names).not.toContain('term.Channel.sms');
  });

  test('are marked where they stand, and nothing else is', () => {
    const unless = ruleOf(register, 'de.calls.machines').exceptions[0]?.condition;
    const text = unless?.kind === 'text' ? unless.text : [];
    expect(textOf(text)).toBe('consented(customer, channel)');
    expect(text.map(({ word }) => word)).toEqual([
      'condition.consented',
      undefined,
      'fact.contact.customer',
      undefined,
      'fact.contact.channel',
      undefined,
    ]);
  });

  test('say what they mean', () => {
    const word = (id: string) => register.words.find((each) => each.id === id);
    expect(word('term.Place.DE')).toMatchObject({ kind: 'term', title: 'Germany', details: ['Where'] });
    expect(word('fact.Customer.time-zone')).toMatchObject({
      details: ['Customer: time zone, may be unknown'],
    });
    expect(word('group.EU')?.details.join()).toContain('United Kingdom since 1973-01-01 until 2020-02-01');
  });

  test('in quotation marks are not touched', () => {
    const rule = ruleOf(
      registerOf(
        'policy x.y "X" { authority company rule a "A" { forbid contact when company.id is "channel" } }',
      ),
      'x.y.a',
    );
    expect(rule.condition?.kind === 'text' ? rule.condition.text : []).toEqual([
      { text: 'company.id', word: 'fact.Company.id' },
      { text: ' is "channel"' },
    ]);
  });
});
