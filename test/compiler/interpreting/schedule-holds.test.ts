import { describe, expect, it } from 'vitest';
import { house, law, scheduleOn } from '../../support/schedulebook.ts';

const hold = (more = 'when subject.legal-hold', head = '') =>
  house(
    `rule order "Evidence" { hold every record of subject ${more} review within 1 year cite "order 1" }`,
    head,
  );
const erase = (word = 'erase', period = '3 years') =>
  law(`rule erases "Erases" { ${word} Invoice at the latest ${period} after issued-on cite "s. 2" }`);
const keep = law(
  'rule keeps "Keeps" { keep Invoice for at least 6 years counted from issued-on cite "s. 1" }',
);

const held = (day: string, policies: string, legalHold: boolean | 'unknown' = true) =>
  scheduleOn(day, policies, {
    issuedOn: '2020-03-02',
    person: { id: 'p', ...(legalHold === 'unknown' ? {} : { legalHold }) },
  });

describe('a hold', () => {
  it('stops every erasure, whatever its authority', () => {
    expect(held('2023-03-01', hold() + erase())).toMatchObject({
      state: 'on-hold',
      onHold: true,
      mayErase: false,
      eraseBy: '2023-03-02',
      actions: [{ action: 'erase', state: 'open' }, { action: 'review' }],
    });
    expect(held('2023-03-02', hold() + erase())).toMatchObject({
      state: 'keep-restricted',
      mayErase: false,
      actions: [{ action: 'erase', by: '2023-03-02', state: 'waiting' }, { action: 'review' }],
    });
    expect(held('2023-03-02', hold() + erase(), false).state).toBe('must-erase');
  });

  it('covers a record by itself, also where it has to be kept', () => {
    expect(held('2023-03-02', hold()).state).toBe('on-hold');
    expect(held('2023-03-02', hold() + keep).state).toBe('on-hold');
    expect(held('2023-03-02', hold(), false).state).toBe('ungoverned');
  });

  it('is among the reasons that decided', () => {
    expect(held('2023-03-01', hold() + erase()).reasons[0]).toMatchObject({
      rule: 'house.order',
      action: 'hold',
      decisive: true,
      date: null,
      citation: 'order 1',
    });
  });

  it('does not stop an absolute erase', () => {
    const absolute = hold() + erase('absolute erase');
    expect(held('2023-03-01', absolute).state).toBe('on-hold');
    expect(held('2023-03-02', absolute)).toMatchObject({ state: 'must-erase', mayErase: true, onHold: true });
    expect(held('2023-03-03', absolute).state).toBe('overdue');
  });

  it('an absolute erase waits for keeps as every other does', () => {
    expect(
      held('2023-03-02', hold() + keep + erase('absolute erase').replace('law.one', 'law.two')),
    ).toMatchObject({
      state: 'keep-restricted',
      eraseBy: '2026-03-03',
    });
  });

  it('stops other erasures until an absolute one is due, which then stands for all', () => {
    const both = hold() + erase() + erase('absolute erase', '4 years').replace('law.one', 'law.two');
    expect(held('2023-06-01', both)).toMatchObject({ state: 'keep-restricted', eraseBy: '2023-03-02' });
    expect(held('2024-03-02', both)).toMatchObject({ state: 'overdue', eraseBy: '2023-03-02' });
  });

  it('that is not known leaves the answer open only where it would make a difference', () => {
    expect(held('2023-03-01', hold() + erase(), 'unknown')).toMatchObject({
      state: 'undetermined',
      onHold: false,
      missing: ['person.legalHold'],
      questions: [{ rules: ['house.order'] }],
      windows: { longest: { state: 'on-hold' }, shortest: { state: 'may-erase' } },
    });
    expect(held('2023-03-02', hold() + erase('absolute erase'), 'unknown').state).toBe('must-erase');
  });

  it('is reviewed within the time that it states, counted from the day on which it came into force', () => {
    const reviews = (head: string, more: string, day = '2023-03-02') =>
      held(day, hold(`when subject.legal-hold ${more}`, head)).actions;
    expect(reviews('in force from 2022-05-01', '')).toEqual([
      { action: 'review', by: '2023-05-01', state: 'open', leaving: null, rules: ['house.order'] },
    ]);
    expect(reviews('in force from 2022-05-01', 'in force from 2022-06-01', '2023-06-01')).toMatchObject([
      { by: '2023-06-01', state: 'due' },
    ]);
    expect(reviews('in force from 2022-05-01', '', '2023-05-02')).toMatchObject([{ state: 'overdue' }]);
    expect(reviews('', '')).toMatchObject([{ by: null, state: 'undetermined' }]);
  });
});
