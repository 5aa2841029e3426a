import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineOf } from '../../../packages/compiler/src/interpreting/schedules/deadlines.ts';
import type { Retention } from '../../../packages/compiler/src/interpreting/schedules/retention.ts';
import { retentionOf } from '../../../packages/compiler/src/interpreting/schedules/retention.ts';
import { windowOf } from '../../../packages/compiler/src/interpreting/schedules/windows.ts';
import {
  erasuresIn,
  keepsIn,
  longest,
} from '../../../packages/compiler/src/interpreting/schedules/worlds.ts';
import type { ScheduleState } from '../../../packages/compiler/src/runtime/index.ts';
import { millisecondsPerDay } from '../../../packages/compiler/src/runtime/index.ts';
import type { ItemSketch } from '../../support/schedule-items.ts';
import { anyClaims, anyDay, anyItem, itemOf, itemsOf, todayAt } from '../../support/schedule-items.ts';

/** Other work may go on beside. */
const patience = 120_000;

type Claims = readonly (readonly ItemSketch[])[];

const anyMoment = fc
  .tuple(fc.integer({ min: 19_998, max: 20_011 }), fc.integer({ min: 0, max: millisecondsPerDay - 1 }))
  .map(([day, time]) => day * millisecondsPerDay + time);

const known = anyClaims(anyItem({ isKnown: true }));
const open = anyClaims(anyItem());

function retentionAt(claims: Claims, now: number): Retention {
  return retentionOf(itemsOf(claims), todayAt(now));
}

function mayErase({ state }: Retention): boolean {
  return state === 'may-erase' || state === 'must-erase' || state === 'overdue';
}

describe('a record', () => {
  it(
    'is never due for erasure while a keep of the highest authority that speaks still runs',
    () => {
      const property = fc.property(open, anyMoment, (claims, now) => {
        const today = todayAt(now);
        for (const sketches of claims) {
          const spoken = sketches.filter(({ action, date }) => action !== 'hold' && date !== 'none');
          const levels = spoken.map(({ authority = 0 }) => Math.max(authority, 1));
          const highest = sketches.filter(
            ({ authority = 0, truth }) => Math.max(authority, 1) === Math.min(...levels) && truth === 'true',
          );
          const runs = highest.some(
            ({ action, date, zone = 'UTC' }) =>
              action === 'keep' && typeof date === 'number' && today(zone) <= date,
          );
          if (runs) expect(mayErase(retentionAt(claims, now))).toBe(false);
        }
      });
      fc.assert(property, { numRuns: 2000 });
    },
    patience,
  );

  it(
    'has to be gone only after it has to be kept, in each claim',
    () => {
      const property = fc.property(fc.array(anyItem({ isKnown: true }), { maxLength: 8 }), (sketches) => {
        const [items = []] = itemsOf([sketches]);
        const { keepThrough, eraseBy } = windowOf(keepsIn(longest, items), erasuresIn(longest, items));
        expect(eraseBy.date > keepThrough.date || eraseBy.date === Number.POSITIVE_INFINITY).toBe(true);
      });
      fc.assert(property, { numRuns: 2000 });
    },
    patience,
  );

  it(
    'is asked about in any order of its rules and claims',
    () => {
      const property = fc.property(open, anyMoment, fc.infiniteStream(fc.nat()), (claims, now, numbers) => {
        const shuffled = shuffle(
          claims.map((sketches) => shuffle(sketches, numbers)),
          numbers,
        );
        const { state, keepThrough, eraseBy, windows } = retentionAt(claims, now);
        expect(retentionAt(shuffled, now)).toMatchObject({ state, keepThrough, eraseBy, windows });
      });
      fc.assert(property, { numRuns: 1000 });
    },
    patience,
  );

  it(
    'goes on through its states in one direction while nothing about it changes',
    () => {
      const property = fc.property(
        known,
        fc.array(anyMoment, { minLength: 2, maxLength: 8 }),
        (claims, moments) => {
          const states = [...moments]
            .sort((left, right) => left - right)
            .map((now) => progress[retentionAt(claims, now).state]);
          expect(states).toEqual([...states].sort((left, right) => left - right));
        },
      );
      fc.assert(property, { numRuns: 2000 });
    },
    patience,
  );
});

/** Where a state stands in the life of a record. */
const progress: Readonly<Record<ScheduleState, number>> = {
  'on-hold': 0,
  'must-keep': 0,
  'keep-restricted': 1,
  conflict: 2,
  ungoverned: 3,
  'may-erase': 3,
  'must-erase': 4,
  overdue: 5,
  undetermined: Number.NaN,
};

function shuffle<T>(list: readonly T[], numbers: fc.Stream<number>): readonly T[] {
  const keyed = list.map((one) => [numbers.next().value ?? 0, one] as const);
  return keyed.sort(([left], [right]) => left - right).map(([, one]) => one);
}

describe('with more facts', () => {
  it(
    'what is determined stays: the state, and each date that is stated',
    () => {
      const property = fc.property(
        open.chain((claims) => fc.tuple(fc.constant(claims), completionOf(claims))),
        anyMoment,
        ([claims, complete], now) => {
          const before = retentionAt(claims, now);
          const after = retentionAt(complete, now);
          expect(after.state).not.toBe('undetermined');
          if (before.state !== 'undetermined') expect(after.state).toBe(before.state);
          if (before.windows === null) {
            expect([after.keepThrough, after.eraseBy]).toEqual([before.keepThrough, before.eraseBy]);
          }
          if (before.keepThrough !== null) expect(after.keepThrough).toBe(before.keepThrough);
          if (before.eraseBy !== null) expect(after.eraseBy).toBe(before.eraseBy);
        },
      );
      fc.assert(property, { numRuns: 2000 });
    },
    patience,
  );

  it(
    'whatever is undetermined can turn out in more than one way',
    () => {
      const simple = fc.array(anyItem({ zone: 'UTC' }), { minLength: 1, maxLength: 3 });
      const property = fc.property(simple, anyMoment, (sketches, now) => {
        const isDated = sketches.every(({ date, action }) => date !== 'unknown' && action !== 'hold');
        if (!isDated || retentionAt([sketches], now).state !== 'undetermined') return;
        const states = completionsOf(sketches).map((one) => retentionAt([one], now).state);
        expect(new Set(states).size).toBeGreaterThan(1);
      });
      fc.assert(property, { numRuns: 2000 });
    },
    patience,
  );

  it(
    'what is determined about a deadline stays',
    () => {
      const anyTask = fc.record({
        action: fc.constant('due' as const),
        truth: fc.constantFrom('true', 'true', 'unknown'),
        done: fc.constantFrom('true', 'false', 'unknown'),
        date: fc.oneof(anyDay, fc.constantFrom('unknown', 'none')),
      }) as fc.Arbitrary<ItemSketch>;
      const property = fc.property(
        fc
          .array(anyTask, { maxLength: 4 })
          .chain((tasks) => fc.tuple(fc.constant(tasks), completionOf([tasks]))),
        anyMoment,
        ([tasks, [complete = []]], now) => {
          const before = dueOf(tasks, now);
          const after = dueOf(complete, now);
          expect(after?.state).not.toBe('undetermined');
          if (before !== null && before.state !== 'undetermined') expect(after?.state).toBe(before.state);
          if (before?.state === 'open' && after !== null) {
            expect((before.dueBy ?? '') <= (after.dueBy ?? '')).toBe(true);
          }
        },
      );
      fc.assert(property, { numRuns: 2000 });
    },
    patience,
  );
});

function dueOf(tasks: readonly ItemSketch[], now: number) {
  const items = tasks.filter(({ truth }) => truth !== 'false').map((task) => itemOf(task));
  return deadlineOf(items, now).deadline;
}

/** The same claims with everything that is open decided in some way. */
function completionOf(claims: Claims): fc.Arbitrary<Claims> {
  return fc.tuple(...claims.map((sketches) => fc.tuple(...sketches.map(completed))));
}

function completed(sketch: ItemSketch): fc.Arbitrary<ItemSketch> {
  const { extended, ...plain } = sketch;
  const date: fc.Arbitrary<number | 'none'> =
    sketch.date === 'unknown'
      ? fc.oneof(anyDay, fc.constant('none' as const))
      : fc.constantFrom(...[sketch.date ?? 'none', extended ?? sketch.date ?? 'none']);
  const decide = (truth: ItemSketch['truth']) =>
    truth === 'unknown' ? fc.constantFrom('true' as const, 'false' as const) : fc.constant(truth ?? 'true');
  return fc
    .tuple(date, decide(sketch.truth), decide(sketch.done ?? 'false'))
    .map(([day, truth, done]) => ({ ...plain, date: day, truth, done }));
}

/** All ways in which what is open can turn out, for dates that are known. */
function completionsOf(sketches: readonly ItemSketch[]): readonly (readonly ItemSketch[])[] {
  const [first, ...rest] = sketches;
  if (first === undefined) return [[]];
  const { extended, ...plain } = first;
  const truths = first.truth === 'unknown' ? (['true', 'false'] as const) : [first.truth ?? 'true'];
  const dates = extended === undefined ? [first.date] : [first.date, extended];
  const ways = truths.flatMap((truth) => dates.map((date) => ({ ...plain, truth, ...(date && { date }) })));
  return completionsOf(rest).flatMap((others) => ways.map((way) => [way, ...others]));
}
