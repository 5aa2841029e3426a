import { describe, expect, it } from 'vitest';
import { decisionOf, issuesOf, programOf } from '../../support/probe.ts';

const program = programOf(`
authorities law binding > company tenant
taxonomy Place { DE, GB also "UK" { GB-ENG, GB-SCT }, US { US-CA } }
scale Grade { low < high }
record Note { text-of?: text, next?: Note }
record Person {
  name: text
  home?: within Place
  born-on?: date or none
  notes?: list of Note
}
activity act "Act" {
  person: Person
  seat?: Place
  flag?: boolean
  amount?: number
  day?: date
  hour?: time
  moment?: instant
  zone?: timezone
  span?: duration
  grade?: Grade
  reach?: all of Place
  tags?: list of text at most 3
  last-day: date or none
  industry = seat
}
policy p "P" { authority law default permit act "Allowed" rule no "No" { forbid act when flag } }
`);

const person = { name: 'Ada' };
const fine = { person, lastDay: null };

const codes = (facts: unknown) => issuesOf(program, facts).map(({ path, code }) => `${path} ${code}`);
const withFact = (key: string, value: unknown) => codes({ ...fine, [key]: value });
const messageOf = (facts: unknown) => issuesOf(program, facts)[0]?.message;

describe('valid facts', () => {
  it.each([
    ['seat', 'DE'],
    ['seat', 'GB-ENG'],
    ['flag', false],
    ['amount', -0.5],
    ['day', '2024-02-29'],
    ['hour', '23:59:59.999'],
    ['moment', '2026-03-02T12:00:00+01:00'],
    ['zone', 'Asia/Calcutta'],
    ['span', 'P6Y'],
    ['span', 'PT72H'],
    ['grade', 'low'],
    ['reach', 'anything'],
    ['reach', 'GB'],
    ['reach', []],
    ['reach', ['GB', 'US-CA']],
    ['tags', ['a', 'b', 'c']],
    ['lastDay', '2026-01-01'],
    ['person', { name: '', home: 'GB', bornOn: null, notes: [{}] }],
  ])('%s may be %j', (key, value) => {
    expect(withFact(key, value)).toEqual([]);
  });

  it('an optional fact may be absent, undefined or null', () => {
    expect(codes(fine)).toEqual([]);
    expect(withFact('flag', undefined)).toEqual([]);
    expect(withFact('flag', null)).toEqual([]);
  });

  it('may come without a prototype, from a class, or frozen', () => {
    class Facts {
      readonly person = person;
      readonly lastDay = null;
    }
    expect(codes(Object.assign(Object.create(null), fine))).toEqual([]);
    expect(codes(new Facts())).toEqual([]);
    expect(codes(Object.freeze({ ...fine }))).toEqual([]);
  });

  it('lists of numbers may be typed arrays', () => {
    const numbers = programOf(`authorities law binding
      activity act "Act" { amounts: list of number }
      policy p "P" { authority law default permit act "Allowed"
        rule no "No" { forbid act when some a in amounts satisfies a is 3 } }`);
    expect(decisionOf(numbers, { amounts: Float64Array.of(1, 3) }).outcome).toBe('forbidden');
    expect(issuesOf(numbers, { amounts: BigInt64Array.of(3n) })).toMatchObject([
      { path: 'amounts[0]', code: 'wrong-type' },
    ]);
  });
});

describe('facts of the wrong type', () => {
  it.each([
    ['flag', 'yes', 'wrong-type'],
    ['flag', 0, 'wrong-type'],
    ['amount', '1', 'wrong-type'],
    ['amount', 1n, 'wrong-type'],
    ['amount', Number.NaN, 'bad-number'],
    ['amount', Number.POSITIVE_INFINITY, 'bad-number'],
    ['day', 20_000, 'wrong-type'],
    ['day', new Date(0), 'wrong-type'],
    ['day', '2026-02-29', 'bad-date'],
    ['day', '31.12.2024', 'bad-date'],
    ['day', '2026-01-01T00:00:00Z', 'bad-date'],
    ['hour', '24:00', 'bad-time'],
    ['hour', '8am', 'bad-time'],
    ['moment', new Date(0), 'wrong-type'],
    ['moment', '2026-03-02T12:00:00', 'bad-instant'],
    ['zone', 'Europe/Atlantis', 'bad-zone'],
    ['zone', '', 'bad-zone'],
    ['span', 'P1M1D', 'bad-duration'],
    ['span', 6, 'wrong-type'],
    ['seat', 'XX', 'unknown-term'],
    ['seat', 'GB', 'inner-term'],
    ['seat', 'toString', 'unknown-term'],
    ['seat', ['DE'], 'wrong-type'],
    ['grade', 'medium', 'unknown-term'],
    ['reach', 'XX', 'unknown-term'],
    ['reach', 3, 'wrong-type'],
    ['tags', 'a', 'wrong-type'],
    ['tags', { length: 1 }, 'wrong-type'],
    ['tags', ['a', 'b', 'c', 'd'], 'too-long'],
    ['person', [], 'wrong-type'],
    ['person', 'Ada', 'wrong-type'],
    ['person', new Map(), 'wrong-type'],
    ['person', new Date(0), 'wrong-type'],
  ])('%s cannot be %o: %s', (key, value, code) => {
    expect(withFact(key, value)).toEqual([`${key} ${code}`]);
  });

  it.each([undefined, null, [], 'facts', 12, new Map(), () => fine])('the facts cannot be %o', (facts) => {
    expect(codes(facts)).toEqual([' wrong-type']);
  });

  it('are named by their path, also in lists', () => {
    const notes = [{ textOf: 1 }, null, 'a'];
    expect(withFact('person', { name: 'Ada', notes })).toEqual([
      'person.notes[0].textOf wrong-type',
      'person.notes[1] wrong-type',
      'person.notes[2] wrong-type',
    ]);
    expect(withFact('reach', ['GB', 'XX', 3])).toEqual(['reach[1] unknown-term', 'reach[2] wrong-type']);
    const sparse: string[] = [];
    sparse.length = 2;
    expect(withFact('tags', sparse)).toEqual(['tags[0] wrong-type', 'tags[1] wrong-type']);
  });

  it('null is not none where the type does not say so', () => {
    expect(codes({ person: null, lastDay: null })).toEqual(['person missing']);
  });
});

describe('required facts', () => {
  it('that are absent are refused', () => {
    expect(codes({})).toEqual(['lastDay missing', 'person missing']);
    expect(codes({ person: {}, lastDay: undefined })).toEqual(['lastDay missing', 'person.name missing']);
  });

  it('that are absent are unknown in tests', () => {
    expect(issuesOf(program, {}, { requiredFacts: 'unknown' })).toEqual([]);
    expect(issuesOf(program, { person: {} }, { requiredFacts: 'unknown' })).toEqual([]);
  });
});

describe('keys', () => {
  it('that no field has are refused', () => {
    expect(codes({ ...fine, nonsense: 1, person: { ...person, age: 3 } })).toEqual([
      'nonsense unknown-key',
      'person.age unknown-key',
    ]);
  });

  it('are refused with the one that may be meant', () => {
    expect(messageOf({ ...fine, amuont: 1 })).toBe('There is no fact "amuont" here. Do you mean "amount"?');
    expect(messageOf({ ...fine, 'last-day': null })).toBe(
      'There is no fact "last-day" here. Do you mean "lastDay"?',
    );
  });

  it('of derived facts are refused', () => {
    expect(codes({ ...fine, industry: 'DE' })).toEqual(['industry unknown-key']);
    expect(messageOf({ ...fine, industry: 'DE' })).toBe(
      '"industry" is worked out from other facts: leave it out.',
    );
  });

  it('that reach into JavaScript are refused', () => {
    const hostile: unknown = JSON.parse(
      '{ "__proto__": { "flag": true }, "person": { "name": "a", "constructor": 1 }, "prototype": 1, "lastDay": null }',
    );
    expect(codes(hostile)).toEqual([
      '__proto__ hostile-key',
      'person.constructor hostile-key',
      'prototype hostile-key',
    ]);
  });

  it('that are inherited do not count', () => {
    const inherited: object = Object.create({ person, flag: true, nonsense: 1 });
    Object.assign(inherited, { lastDay: null });
    expect(codes(inherited)).toEqual(['person missing']);
    const polluted = { ...fine };
    Object.setPrototypeOf(polluted, { flag: true });
    expect(decisionOf(program, polluted).outcome).toBe('undetermined');
  });

  it('that are computed are refused and never called', () => {
    let calls = 0;
    const computed = Object.defineProperty({ ...fine }, 'flag', {
      enumerable: true,
      get: () => {
        calls += 1;
        return false;
      },
    });
    expect(codes(computed)).toEqual(['flag hostile-key']);
    const list = Object.defineProperty(['a'], 0, { enumerable: true, get: () => 'b' });
    expect(withFact('tags', list)).toEqual(['tags[0] hostile-key']);
    expect(calls).toBe(0);
  });

  it('of objects that throw while they are read refuse the facts as a whole', () => {
    const angry = new Proxy(fine, {
      ownKeys: () => {
        throw new Error('no');
      },
    });
    expect(codes(angry)).toEqual([' hostile-key']);
  });
});

describe('the size of facts', () => {
  it('is limited in depth', () => {
    const nested = (depth: number): object => (depth === 0 ? {} : { next: nested(depth - 1) });
    // The facts, the person and the list of notes are the first three of 64 levels.
    expect(withFact('person', { name: 'a', notes: [nested(60)] })).toEqual([]);
    const [issue] = withFact('person', { name: 'a', notes: [nested(61)] });
    expect(issue).toMatch(/^person\.notes\[0\](\.next){61} too-deep$/);
  });

  it('is limited where an object holds itself', () => {
    const ring: Record<string, unknown> = {};
    ring['next'] = ring;
    expect(withFact('person', { name: 'a', notes: [ring] })).toHaveLength(1);
  });

  it('is limited where shared objects would be read without end', () => {
    const tree = programOf(`authorities law binding
      record Tree { left?: Tree, right?: Tree }
      activity act "Act" { tree: Tree }
      policy p "P" { authority law default permit act "Allowed" }`);
    let shared: object = {};
    for (let depth = 0; depth < 60; depth += 1) shared = { left: shared, right: shared };
    expect(issuesOf(tree, { tree: shared }).map(({ code }) => code)).toEqual(['too-long']);
    const ring: Record<string, unknown> = {};
    Object.assign(ring, { left: ring, right: ring });
    expect(issuesOf(tree, { tree: ring })).toHaveLength(1000);
  }, 60_000);

  it('is limited in length, before any entry is read', () => {
    const notes = Array.from({ length: 10_001 }, () => 'not a note');
    expect(withFact('person', { name: 'a', notes })).toEqual(['person.notes too-long']);
  });
});

describe('messages', () => {
  it.each([
    [{ day: new Date(0) }, 'Expected a text, but got a Date. A Date would shift by time zone: pass a text.'],
    [{ day: '31.12.2024' }, '"31.12.2024" is not a date such as "2026-08-11".'],
    [{ seat: 'UK' }, '"UK" is no term of Place. Do you mean "GB"?'],
    [{ seat: 'GB' }, '"GB" stands for several terms of Place: say which one ("GB-ENG", "GB-SCT").'],
    [{ grade: 'hihg' }, '"hihg" is no step of Grade. Do you mean "high"?'],
    [{ amount: '3' }, 'Expected a number, but got a text.'],
  ])('of %j', (facts, message) => {
    expect(messageOf({ ...fine, ...facts })).toBe(message);
  });

  it('shorten what is long', () => {
    expect(messageOf({ ...fine, day: 'x'.repeat(1000) })?.length).toBeLessThan(120);
  });
});

describe('the moment', () => {
  it.each([0, -1, '2026-03-02T12:00:00Z', '2026-03-02T12:00:00.5+01:00'])('may be %j', (now) => {
    expect(issuesOf(program, fine, { now })).toEqual([]);
  });

  it.each(['2026-03-02', 'now', '', Number.NaN, Number.POSITIVE_INFINITY, 0.5, 1e15])(
    'cannot be %o',
    (now) => {
      expect(issuesOf(program, fine, { now })).toMatchObject([{ path: 'now', code: 'bad-instant' }]);
    },
  );
});
