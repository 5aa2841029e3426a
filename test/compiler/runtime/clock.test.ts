import { expect, it } from 'vitest';
import {
  findZone,
  localDate,
  localTime,
  timeOfDay,
  today,
} from '../../../packages/compiler/src/runtime/index.ts';

const hour = 3_600_000;
const day = 24 * hour;

it.each([
  'UTC',
  'Europe/London',
  'America/St_Johns',
  'America/Havana',
  'Pacific/Apia',
  'Africa/El_Aaiun',
  'Antarctica/Troll',
])('remembered local time in %s is local time, whatever was asked before', (id) => {
  const place = findZone(id);
  // Around changes of the clocks, the day that Samoa left out, and the end of the year.
  const starts = ['2010-11-07T02:00Z', '2011-12-29T00:00Z', '2026-03-08T00:00Z', '2026-10-25T00:00Z'];
  const instants = [...starts, '2026-12-31T00:00Z', '1969-12-31T00:00Z'].flatMap((start) =>
    Array.from({ length: 150 }, (_, index) => Date.parse(start) - 2 * day + index * 1_801_000 - 1),
  );
  const shuffled = instants.map((_, index) => instants[(index * 37) % instants.length] ?? 0);
  for (const now of [...instants, ...shuffled]) {
    expect([today(place, now), timeOfDay(place, now)]).toEqual([localDate(id, now), localTime(id, now)]);
  }
});
