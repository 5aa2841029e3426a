import { describe, expect, it } from 'vitest';
import type { ConditionTrace } from '../../../packages/compiler/src/runtime/index.ts';
import { explanationOf, programOf } from '../../support/probe.ts';
import { rulebook } from '../../support/rulebook.ts';

const program = programOf(
  `authorities law binding > company tenant
taxonomy Place { DE, GB, US { US-CA, US-NY } }
record Entry { granted?: boolean, at?: instant, size?: number }
activity move "Move" {
  residence?: within Place
  flag?: boolean
  day?: date or none
  reach?: all of Place
  entries?: list of Entry
  country: each of (residence)
}
obligation tell "Tell"`,
  `policy a.law "Law of A" {
  authority law
  source "SI 1"
  in force from 2020-01-01
  applies when country is US and (flag or
    day is before 2026-01-01)
  default forbid move "Not allowed" cite "s. 1"
  rule yes "Allowed" {
    permit move when some e in entries satisfies e.granted   // a comment
    obligation tell
    in force from 2021-01-01 through 2030-12-31
    cite "s. 2"
    except far "Not far" { when residence is in reach }
  }
}
policy b.house "House" {
  authority company
  zone "Asia/Tokyo"
  rule no "No" { forbid move when residence is DE }
}`,
);

const facts = {
  residence: 'US-CA',
  flag: false,
  day: '2025-01-01',
  reach: ['GB', 'DE'],
  entries: [{ granted: false }, { granted: true, size: 2 }],
};
const explain = (more: object = {}) => explanationOf(program, { ...facts, ...more }, { activity: 'move' });

/** A condition with what stands in it, without places. */
function outline({ text, value, facts: read, parts }: ConditionTrace): unknown {
  return [text, value, ...read.map(({ fact, value: known }) => `${fact} = ${known}`), ...parts.map(outline)];
}

describe('an explanation', () => {
  it('holds the decision that the same case gets', () => {
    expect(explain().decision).toMatchObject({ outcome: 'permitted', reasons: [{ rule: 'a.law.yes' }] });
  });

  it('names each policy with authority, source and in-force period, and what it says', () => {
    expect(explain().claims).toMatchObject([
      {
        claim: 'US-CA',
        outcome: 'permitted',
        policies: [
          {
            policy: 'a.law',
            title: 'Law of A',
            authority: 'law',
            source: 'SI 1',
            inForce: 'from 2020-01-01',
            forbids: 'false',
            permits: 'true',
            mandates: 'false',
          },
          { policy: 'b.house', source: null, inForce: null, forbids: 'false', permits: 'false' },
        ],
      },
    ]);
  });

  it('gives each condition as it was written, with its value and the facts that it read', () => {
    const [policy] = explain().claims[0]?.policies ?? [];
    expect(policy && outline(policy.applies)).toEqual([
      'applies when country is US and (flag or day is before 2026-01-01)',
      'true',
      ['in force from 2020-01-01', 'true'],
      [
        'country is US and (flag or day is before 2026-01-01)',
        'true',
        ['country is US', 'true', 'residence = US-CA'],
        [
          'flag or day is before 2026-01-01',
          'true',
          ['flag', 'false', 'flag = no'],
          ['day is before 2026-01-01', 'true', 'day = 2025-01-01'],
        ],
      ],
    ]);
    const condition = policy?.rules[1]?.condition;
    expect(condition && outline(condition)).toEqual([
      'yes',
      'true',
      ['in force from 2021-01-01 through 2030-12-31', 'true'],
      [
        'some e in entries satisfies e.granted',
        'true',
        'entries = 2 entries',
        'entries[0].granted = no',
        'entries[1].granted = yes',
      ],
    ]);
  });

  it('says where each condition stands', () => {
    const [policy] = explain().claims[0]?.policies ?? [];
    const [, applies] = policy?.applies.parts ?? [];
    expect(applies).toMatchObject({ file: '2.privacy', line: 5, column: 16 });
    expect(applies?.parts[1]?.parts[1]).toMatchObject({ file: '2.privacy', line: 6, column: 5 });
  });

  it('tells unknown from none', () => {
    const trace = explain({ flag: undefined, day: null, entries: undefined }).claims[0]?.policies[0];
    expect(JSON.stringify(trace && outline(trace.applies))).toContain('"flag = unknown"');
    expect(JSON.stringify(trace && outline(trace.applies))).toContain('"day = none"');
    expect(trace?.applies.value).toBe('unknown');
    expect(JSON.stringify(trace?.rules[1]?.condition.parts[1])).toContain(
      '{"fact":"entries","value":"unknown"}',
    );
  });

  it('holds the default, the rules and the exceptions that were considered', () => {
    const rules = explain().claims[0]?.policies[0]?.rules;
    expect(rules).toMatchObject([
      { rule: 'a.law.default.move', kind: 'default', effect: 'forbid', stands: 'true', citation: 's. 1' },
      {
        rule: 'a.law.yes',
        kind: 'rule',
        effect: 'permit',
        stands: 'true',
        inForce: 'from 2021-01-01 through 2030-12-31',
        exceptions: [
          {
            rule: 'a.law.yes.far',
            kind: 'exception',
            effect: 'except',
            title: 'Not far',
            stands: 'false',
            condition: {
              facts: [
                { fact: 'reach', value: 'GB, DE' },
                { fact: 'residence', value: 'US-CA' },
              ],
            },
          },
        ],
      },
    ]);
  });

  it('traces no rules of a policy that does not apply', () => {
    expect(explain({ residence: 'DE' }).claims[0]?.policies[0]).toMatchObject({
      applies: { value: 'false' },
      rules: [],
    });
  });

  it('has no claim where the activity has none', () => {
    const rules = 'policy p "P" { authority law default permit act "Allowed" }';
    expect(explanationOf(rulebook(rules), {}, { activity: 'act' }).claims).toMatchObject([
      { claim: null, outcome: 'permitted' },
    ]);
  });

  it('names the mandates that set a prohibition aside', () => {
    const rules = `policy p "P" { authority law default forbid act "No" rule must "Must" { mandate act when a } }
      policy q "Q" { authority company rule no "No" { forbid act when b } rule tell "T" { require act when b obligation first } }`;
    const { claims } = explanationOf(rulebook(rules), { a: true, b: true }, { activity: 'act' });
    expect(claims[0]?.policies[1]?.rules).toMatchObject([
      { rule: 'q.no', stands: 'true', setAsideBy: ['p.must'] },
      { rule: 'q.tell', stands: 'true', setAsideBy: [] },
    ]);
  });

  it('judges a lift in the zone of the policy that lifts', () => {
    const rules = `policy p "P" { authority company zone "UTC" default permit act "Yes"
        rule no "No" { forbid act overridable by company } }
      policy q "Q" { authority company zone "Asia/Tokyo"
        lift p.no tomorrow "Tomorrow" { when today is 2026-03-03 } }`;
    const { claims } = explanationOf(rulebook(rules), {}, { activity: 'act', now: '2026-03-02T18:00:00Z' });
    expect(claims[0]?.policies[0]?.rules[1]).toMatchObject({
      stands: 'false',
      exceptions: [{ rule: 'q.tomorrow', kind: 'lift', stands: 'true' }],
    });
  });

  it('is frozen', () => {
    expect(Object.isFrozen(explain().claims[0]?.policies[0]?.applies.parts)).toBe(true);
  });
});

describe('the single changes that would turn the answer', () => {
  const changesOf = (more: object = {}) =>
    explanationOf(program, { ...facts, ...more }, { activity: 'move', changes: true }).changes.map(
      ({ fact, value, outcome }) => `${fact}: ${value} -> ${outcome}`,
    );

  it('are those of one fact each, sorted by fact, then value', () => {
    expect(changesOf()).toEqual([
      'day: null -> ungoverned',
      'day: 2026-01-01 -> ungoverned',
      'day: 2026-01-02 -> ungoverned',
      'entries[1].granted: false -> forbidden',
      'reach: anything -> forbidden',
      'residence: DE -> forbidden',
      'residence: GB -> ungoverned',
    ]);
  });

  it('fill in what is unknown', () => {
    expect(changesOf({ day: undefined })).toEqual(
      expect.arrayContaining([
        'day: 2025-12-31 -> permitted',
        'flag: true -> permitted',
        'day: null -> ungoverned',
      ]),
    );
  });

  it('are looked for only when they are asked for', () => {
    expect(explain().changes).toEqual([]);
  });

  it('leave the facts as they are', () => {
    const before = JSON.stringify(facts);
    changesOf();
    expect(JSON.stringify(facts)).toBe(before);
  });
});

describe('derived facts that stand in one another many times', () => {
  const levels = Array.from({ length: 14 }, (_, index) => index + 1);
  const vocabulary = `authorities law binding > company tenant
activity act "Act" {
  flag?: boolean
  level-0 = flag and not flag
${levels.map((level) => `  level-${level} = level-${level - 1} or (level-${level - 1} and flag)`).join('\n')}
}`;
  const policies =
    'policy p "P" { authority company default permit act "Yes" rule no "No" { forbid act when level-14 } }';

  it('are decided and explained in steps that grow with the text alone', () => {
    const { decision, claims } = explanationOf(programOf(vocabulary, policies), {}, { activity: 'act' });
    expect(decision).toMatchObject({ outcome: 'undetermined', missing: ['flag'] });
    expect(JSON.stringify(claims).length).toBeLessThan(20_000);
  });
});
