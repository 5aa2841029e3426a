import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../packages/compiler/src/runtime/index.ts';
import { parseInstant } from '../../../packages/compiler/src/runtime/index.ts';
import type { Facts } from '../../support/schedulebook.ts';
import { house, law, scheduleOn } from '../../support/schedulebook.ts';

/** Rules of every kind about one record, in several zones. */
const policies = [
  law(
    `rule keeps "Keeps" { keep Invoice for at least 3 days counted from issued-on cite "x"
       except banks "Banks" { when flag for at least 6 days obligation lock
         except small "Small" { when flag-2 for at least 1 day } }
       except off "Off" { when flag-3 in force from 2026-03-06 } }
     rule pays "Pays" { erase Invoice at the latest 2 days after paid-on extend by 3 days when flag cite "x" }
     rule archives "Archives" { archive Invoice at the latest 1 day after issued-on done when flag-2 cite "x" }`,
    'zone "Asia/Tokyo"',
  ),
  house(
    `rule holds "Holds" { hold every record of subject when subject.legal-hold review within 10 days cite "o" }
     rule erases "Erases" { absolute erase Invoice at the latest 1 day after issued-on when flag-3 }
     rule asks "Asks" { due Invoice at the latest 2 days after issued-on
       rolling over non-working days of workdays extend by 2 days when flag-2 done when paid-on is not none }
     rule tells "Tells" { due Invoice at the latest 30 hours after sent-at when flag else no }`,
    'zone "America/New_York" in force from 2026-02-27',
  ),
  `policy standard.one "Standard" { authority standard zone "Europe/Berlin"
     rule anonymises "Anonymises" { anonymise Invoice at the latest 4 days after later of (issued-on, paid-on) unless flag }
     rule again "Again" { keep Invoice for at least 2 days counted from today in "UTC" when flag-2 and flag-3 obligation note } }`,
].join('');

const anyDate = fc
  .integer({ min: 0, max: 9 })
  .map((day) => (day < 5 ? `2026-03-0${day + 1}` : day === 9 ? null : `2026-02-2${day - 1}`));
const anyTime = fc
  .integer({ min: 0, max: 200 })
  .map((hour) => new Date(1_772_300_000_000 + hour * 3_600_000));

const allFacts: fc.Arbitrary<Facts> = fc.record({
  issuedOn: anyDate,
  paidOn: anyDate,
  sentAt: fc.option(
    anyTime.map((time) => time.toISOString()),
    { nil: null },
  ),
  flag: fc.boolean(),
  flag2: fc.boolean(),
  flag3: fc.boolean(),
  person: fc.boolean().map((legalHold) => ({ id: 'p', legalHold })),
});

/** Fewer of the same facts. */
function fewer(facts: Facts, kept: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => kept.includes(key)));
}

const keys = ['issuedOn', 'paidOn', 'sentAt', 'flag', 'flag2', 'flag3', 'person'] as const;
const anyKeys = fc.subarray([...keys]);

/** Other work may go on beside. */
const patience = 120_000;

function at(now: number, facts: Facts): Schedule {
  return scheduleOn('', policies, facts, { now: new Date(now).toISOString() });
}

describe('every schedule', () => {
  it(
    'stays as it is until it says that it may change',
    () => {
      const moments = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
        minLength: 4,
        maxLength: 4,
      });
      const property = fc.property(allFacts, anyKeys, anyTime, moments, (facts, kept, time, parts) => {
        const now = time.getTime();
        const given = fewer(facts, kept);
        const schedule = at(now, given);
        const end = parseInstant(schedule.validUntil ?? '2026-04-01T00:00Z') ?? now;
        expect(end).toBeGreaterThan(now);
        const later = [end - 1, ...parts.map((part) => now + Math.floor((end - now) * part))];
        for (const moment of later) {
          expect({ ...at(moment, given), validUntil: '' }).toEqual({ ...schedule, validUntil: '' });
        }
      });
      fc.assert(property, { numRuns: 400 });
    },
    patience,
  );

  it(
    'is only made more certain by more facts',
    () => {
      const property = fc.property(allFacts, anyKeys, anyKeys, anyTime, (facts, kept, more, time) => {
        const before = at(time.getTime(), fewer(facts, kept));
        const after = at(time.getTime(), fewer(facts, [...kept, ...more]));
        if (before.assumed.length > 0) return;
        if (before.state !== 'undetermined') expect(after.state).toBe(before.state);
        if (before.due !== null && before.due.state !== 'undetermined') {
          expect(after.due?.state).toBe(before.due.state);
        }
        if (before.windows === null) {
          expect([after.keepThrough, after.eraseBy]).toEqual([before.keepThrough, before.eraseBy]);
        }
      });
      fc.assert(property, { numRuns: 1500 });
    },
    patience,
  );

  it(
    'asks for something wherever it is undetermined, and for nothing else',
    () => {
      const property = fc.property(allFacts, anyKeys, anyTime, (facts, kept, time) => {
        const { state, due, missing, questions } = at(time.getTime(), fewer(facts, kept));
        const isOpen = state === 'undetermined' || due?.state === 'undetermined';
        expect(missing.length > 0).toBe(isOpen);
        expect(questions.map(({ fact }) => fact)).toEqual(missing);
        expect(missing.filter((fact) => kept.includes(fact as (typeof keys)[number]))).toEqual([]);
      });
      fc.assert(property, { numRuns: 1000 });
    },
    patience,
  );

  it(
    'lets erase only where it says so, and everything in it agrees',
    () => {
      const property = fc.property(allFacts, anyKeys, anyTime, (facts, kept, time) => {
        const schedule = at(time.getTime(), fewer(facts, kept));
        const erasing = schedule.actions.filter(({ action }) => action === 'erase' || action === 'anonymise');
        if (!schedule.mayErase) {
          expect(erasing.every(({ state }) => ['open', 'waiting', 'undetermined'].includes(state))).toBe(
            true,
          );
        }
        const { keepThrough, eraseBy } = schedule;
        if (keepThrough !== null && eraseBy !== null) expect(keepThrough < eraseBy).toBe(true);
        expect(schedule.conflict !== null).toBe(schedule.state === 'conflict');
        if (schedule.onHold && schedule.mayErase) {
          expect(schedule.reasons).toContainEqual(expect.objectContaining({ rule: 'house.erases' }));
        }
      });
      fc.assert(property, { numRuns: 1000 });
    },
    patience,
  );
});
