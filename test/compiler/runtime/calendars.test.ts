import { describe, expect, it } from 'vitest';
import {
  calendar,
  certainly,
  formatDate,
  isHoliday,
  isWorkingDay,
  moveByWorkingDays,
  noneNumber,
  parseDate,
  possibly,
  unknownNumber,
  weekdayOf,
} from '../../../packages/compiler/src/runtime/index.ts';

const federal = calendar({
  name: 'US-federal',
  covers: ['2026-01-01', '2026-12-31'],
  weekend: [6, 7],
  days: ['2026-01-01', '2026-11-26', '2026-12-25'],
});

function day(text: string): number {
  return parseDate(text) ?? Number.NaN;
}

function moved(from: string, amount: number): string {
  const date = moveByWorkingDays(federal, day(from), amount);
  return Number.isFinite(date) ? formatDate(date) : String(date);
}

describe('holidays and working days', () => {
  it('are told apart from weekends', () => {
    expect(isHoliday(federal, day('2026-11-26'), certainly)).toBe(true);
    expect(isHoliday(federal, day('2026-11-28'), possibly)).toBe(false);
    expect(isWorkingDay(federal, day('2026-11-28'), possibly)).toBe(false);
    expect(isWorkingDay(federal, day('2026-11-27'), certainly)).toBe(true);
    expect(isWorkingDay(federal, day('2026-12-31'), certainly)).toBe(true);
  });

  it('are unknown outside of what is covered', () => {
    for (const text of ['2025-12-31', '2027-01-01']) {
      for (const test of [isHoliday, isWorkingDay]) {
        expect([test(federal, day(text), certainly), test(federal, day(text), possibly)]).toEqual([
          false,
          true,
        ]);
      }
    }
  });

  it('are false for no day and no calendar, and unknown for a day or a calendar that is unknown', () => {
    for (const test of [isHoliday, isWorkingDay]) {
      expect(test(null, unknownNumber, possibly)).toBe(false);
      expect(test(undefined, noneNumber, possibly)).toBe(false);
      expect(test(undefined, day('2026-11-26'), possibly)).toBe(true);
      expect(test(federal, unknownNumber, certainly)).toBe(false);
      expect(test(federal, unknownNumber, possibly)).toBe(true);
    }
  });
});

describe('moving by working days', () => {
  it('does not count the day itself, and passes weekends and holidays', () => {
    expect(moved('2026-11-25', 1)).toBe('2026-11-27');
    expect(moved('2026-11-26', 1)).toBe('2026-11-27');
    expect(moved('2026-11-27', 1)).toBe('2026-11-30');
    expect(moved('2026-11-28', -1)).toBe('2026-11-27');
    expect(moved('2026-11-27', -1)).toBe('2026-11-25');
    expect(moved('2026-11-29', 0)).toBe('2026-11-29');
  });

  it('leads nowhere beyond what is covered, though it may start on the day outside', () => {
    expect(moved('2025-12-31', 1)).toBe('2026-01-02');
    expect(moved('2025-12-30', 1)).toBe('Infinity');
    expect(moved('2027-01-01', -1)).toBe('2026-12-31');
    expect(moved('2027-01-02', -1)).toBe('Infinity');
    expect(moved('2026-12-31', 1)).toBe('Infinity');
    expect(moved('2026-01-02', -1)).toBe('Infinity');
    expect(moved('2030-01-01', 0)).toBe('2030-01-01');
  });

  it('agrees with counting day by day', () => {
    for (let date = day('2025-12-30'); date <= day('2027-01-02'); date += 1) {
      for (const amount of [-30, -2, -1, 1, 2, 30, 400]) {
        expect(moveByWorkingDays(federal, date, amount)).toBe(counted(date, amount));
      }
    }
  });
});

function counted(from: number, amount: number): number {
  const step = Math.sign(amount);
  let date = from;
  for (let left = Math.abs(amount); left > 0; ) {
    date += step;
    if (date < federal.from || date >= federal.until) return unknownNumber;
    if (weekdayOf(date) < 6 && !federal.days.includes(date)) left -= 1;
  }
  return date;
}
