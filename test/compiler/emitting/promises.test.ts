import { beforeAll, describe, expect, it } from 'vitest';
import { checkProgram } from '../../../packages/compiler/src/checking/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { smallVocabulary } from '../../support/check.ts';
import type { AnyActivity } from '../../support/compiled.ts';
import { activityIn, loadCompiled } from '../../support/compiled.ts';

const policies = `policy law.base "The law" {
  authority law
  source "Act 1"
  zone "Europe/Berlin"
  applies everywhere
  default permit contact "Allowed" cite "s. 1"
  rule calls "Calls need consent" {
    forbid contact
    when channel is voice
    cite "s. 2"
    except consented "With consent" { when consented(customer, channel) obligation disclose-caller cite "s. 2(2)" }
  }
  rule minors "Children are left alone" {
    forbid contact when customer.age-in-years is less than 16
    cite "s. 3"
  }
  rule note "Write it down" { require contact when is-urgent obligation log cite "s. 4" }
}
`;

const facts = {
  customer: { residence: 'DE', ageInYears: 30, consents: [], tags: [] },
  company: { id: 'acme', seat: 'DE' },
  channel: 'email',
  purpose: 'marketing',
  separation: 'shared',
  isUrgent: false,
};
const now = '2026-03-02T12:00:00Z';
const consent = { channels: 'voice', granted: true, recordedAt: '2026-01-01T00:00:00Z' };
const call = { ...facts, channel: 'live-call' };
const consentedCall = { ...call, customer: { ...facts.customer, consents: [consent] } };

let contact: AnyActivity;

beforeAll(async () => {
  const { program, hasErrors } = checkProgram({
    files: [...smallVocabulary(), parseSourceFile({ path: 'law.privacy', text: policies })],
  });
  expect(hasErrors).toBe(false);
  contact = activityIn(await loadCompiled(program), 'contact');
});

function issuesOf(wrong: unknown, moment: unknown = now): string[] {
  try {
    contact.decide(wrong as never, { now: moment as never });
  } catch (error) {
    const { issues } = error as { issues: { path: string; code: string }[] };
    return issues.map(({ path, code }) => `${path} ${code}`);
  }
  return [];
}

describe('decide', () => {
  it('names the rule that decided, with its citation, authority and claims', () => {
    const decision = contact.decide(call, { now });
    expect(decision.outcome).toBe('forbidden');
    expect(decision.reasons).toEqual([
      {
        rule: 'law.base.calls',
        kind: 'rule',
        effect: 'forbid',
        title: 'Calls need consent',
        citation: 's. 2',
        policy: 'law.base',
        policyTitle: 'The law',
        authority: 'law',
        source: 'Act 1',
        claims: ['DE'],
      },
    ]);
  });

  it('lists the exceptions that mattered and what is owed', () => {
    const decision = contact.decide(consentedCall, { now });
    expect(decision.outcome).toBe('permitted');
    expect(decision.reasons.map(({ rule }) => rule)).toEqual([
      'law.base.calls.consented',
      'law.base.default.contact',
    ]);
    expect(
      decision.outcome === 'permitted' && decision.obligations.map(({ obligation }) => obligation),
    ).toEqual(['disclose-caller']);
  });

  it('asks for what is missing and guesses nothing', () => {
    const { ageInYears: _, ...customer } = facts.customer;
    const decision = contact.decide({ ...facts, customer }, { now });
    expect(decision.outcome).toBe('undetermined');
    expect(decision.outcome === 'undetermined' && decision.missing).toEqual(['customer.ageInYears']);
  });

  it('gives a deeply frozen answer', () => {
    const decision = contact.decide(consentedCall, { now });
    const parts = [decision, decision.reasons, decision.reasons[0], decision.claims, decision.claims[0]];
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
  });

  it.each([
    ['an absent required fact', { ...facts, channel: undefined }, ['channel missing']],
    ['an unknown term', { ...facts, channel: 'smoke' }, ['channel unknown-term']],
    ['an inner term', { ...facts, channel: 'voice' }, ['channel inner-term']],
    ['a misspelt key', { ...facts, chanel: 'email' }, ['chanel unknown-key']],
    ['a wrong type', { ...facts, isUrgent: 'no' }, ['isUrgent wrong-type']],
    [
      'a JavaScript date',
      { ...facts, customer: { ...facts.customer, birthDate: new Date(0) } },
      ['customer.birthDate wrong-type'],
    ],
    [
      'an impossible date',
      { ...facts, customer: { ...facts.customer, birthDate: '2025-02-29' } },
      ['customer.birthDate bad-date'],
    ],
    [
      'a time zone that does not exist',
      { ...facts, customer: { ...facts.customer, timeZone: 'Mars/Base' } },
      ['customer.timeZone bad-zone'],
    ],
    [
      'a number that is none',
      { ...facts, customer: { ...facts.customer, ageInYears: Number.NaN } },
      ['customer.ageInYears bad-number'],
    ],
    [
      'a wrong entry of a list',
      { ...facts, customer: { ...facts.customer, consents: [{ ...consent, granted: 1 }] } },
      ['customer.consents[0].granted wrong-type'],
    ],
    [
      'a hostile key',
      JSON.parse(JSON.stringify(facts).replace('"isUrgent"', '"__proto__":{"isUrgent":true},"isUrgent"')),
      ['__proto__ hostile-key'],
    ],
    [
      'inherited facts',
      Object.create(facts),
      ['channel missing', 'company missing', 'customer missing', 'purpose missing', 'separation missing'],
    ],
    ['no facts at all', null, [' wrong-type']],
  ])('refuses %s', (_, wrong, expected) => {
    expect(issuesOf(wrong).sort()).toEqual(expected);
    expect(contact.permits(wrong as never, { now, fulfils: ['disclose-caller', 'log'] })).toBe(false);
  });

  it('needs a valid moment', () => {
    expect(issuesOf(facts, 'yesterday')).toEqual(['now bad-instant']);
    expect(issuesOf(facts, null)).toEqual(['now bad-instant']);
    expect(issuesOf(facts, new Date(Number.NaN))).toEqual(['now bad-instant']);
    expect(contact.decide(facts, { now: new Date(now) })).toEqual(contact.decide(facts, { now }));
  });
});

describe('permits', () => {
  it('is true exactly where the answer is permitted and everything owed is fulfilled', () => {
    expect(contact.permits(facts, { now })).toBe(true);
    expect(contact.permits(call, { now })).toBe(false);
    expect(contact.permits(consentedCall, { now })).toBe(false);
    expect(contact.permits(consentedCall, { now, fulfils: ['disclose-caller'] })).toBe(true);
    expect(contact.permits(consentedCall, { now, fulfils: ['log'] })).toBe(false);
  });

  it.each([
    ['disclose-caller'],
    ['no-disclose-caller'],
    [{ includes: () => true }],
    [new Set(['disclose-caller'])],
    [null],
  ])('takes nothing but a list for what is fulfilled: %j', (fulfils) => {
    expect(contact.permits(consentedCall, { now, fulfils: fulfils as never })).toBe(false);
  });

  it('is not disturbed by facts that ask again while they are read', () => {
    const tricky = { ...call };
    Object.defineProperty(tricky, 'channel', {
      enumerable: true,
      get: () => {
        contact.permits(facts, { now });
        return 'live-call';
      },
    });
    expect(contact.permits(tricky, { now, fulfils: ['disclose-caller'] })).toBe(false);
  });
});

describe('explain', () => {
  it('shows each condition as it is written, with its value, its place and the facts it read', () => {
    const explanation = contact.explain(call, { now, changes: true });
    expect(explanation.decision).toEqual(contact.decide(call, { now }));
    const rule = explanation.claims[0]?.policies[0]?.rules.find(({ rule: id }) => id === 'law.base.calls');
    expect(rule?.stands).toBe('true');
    expect(rule?.condition).toMatchObject({
      text: 'channel is voice',
      value: 'true',
      file: 'law.privacy',
      line: 9,
      facts: [{ fact: 'channel', value: 'live-call' }],
    });
    expect(
      explanation.changes.some(({ fact, outcome }) => fact === 'channel' && outcome === 'permitted'),
    ).toBe(true);
  });
});

describe('schema', () => {
  it('is a Standard Schema whose accepted facts the trusted entry points take', async () => {
    const standard = contact.schema['~standard'];
    expect([standard.version, typeof standard.vendor]).toEqual([1, 'string']);
    const good = await standard.validate(facts);
    expect('value' in good).toBe(true);
    if ('value' in good) {
      expect(contact.trusted.decide(good.value as never, { now })).toEqual(contact.decide(facts, { now }));
      expect(contact.trusted.permits(good.value as never, { now })).toBe(true);
    }
    const bad = await standard.validate({ ...facts, channel: 'smoke' });
    expect('issues' in bad && bad.issues?.map(({ path }) => path)).toEqual([['channel']]);
  });

  it('comes as JSON Schema as well', () => {
    expect(contact.jsonSchema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
    });
  });
});
