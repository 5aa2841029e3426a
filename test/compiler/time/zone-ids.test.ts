import { describe, expect, test } from 'vitest';
import {
  canonicalZone,
  isZoneId,
  zoneDataVersion,
  zoneIds,
  zoneLinks,
} from '../../../packages/compiler/src/time/zone-ids.ts';

const wellKnownLinks: readonly (readonly [alias: string, zone: string])[] = [
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['US/Eastern', 'America/New_York'],
  ['US/Pacific', 'America/Los_Angeles'],
  ['GB', 'Europe/London'],
  ['UTC', 'Etc/UTC'],
  ['GMT', 'Etc/GMT'],
];

describe('time zone ids', () => {
  test('accept every zone that the platform lists', () => {
    const refused = Intl.supportedValuesOf('timeZone').filter((id) => !isZoneId(id));
    expect(refused).toEqual([]);
  });

  test('accept no link whose clocks differ from those of the zone it stands for', () => {
    const comparable = [...zoneLinks].filter(
      ([alias, zone]) => platformAccepts(alias) && platformAccepts(zone),
    );
    const different = comparable.filter(([alias, zone]) => clocksOf(alias) !== clocksOf(zone));
    expect(comparable.length).toBeGreaterThan(100);
    expect(different).toEqual([]);
  });

  test.each(wellKnownLinks)('accept the older name %s and know that it stands for %s', (alias, zone) => {
    expect(isZoneId(alias)).toBe(true);
    expect(canonicalZone(alias)).toBe(zone);
  });

  test.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])(
    '%s stands for itself',
    (id) => {
      expect(canonicalZone(id)).toBe(id);
    },
  );

  test.each([
    '',
    ' ',
    'Europe',
    'europe/berlin',
    'Europe/Berlin ',
    'Factory',
    '+01:00',
    'constructor',
    'A>B',
  ])('refuse %j', (text) => {
    expect(isZoneId(text)).toBe(false);
    expect(canonicalZone(text)).toBeUndefined();
  });

  test('are sorted and free of repetitions', () => {
    expect(zoneIds).toEqual([...new Set(zoneIds)].sort());
  });

  test('have links that lead from an accepted id to a zone that is not a link itself', () => {
    for (const [alias, zone] of zoneLinks) {
      expect(isZoneId(alias)).toBe(true);
      expect(canonicalZone(zone)).toBe(zone);
    }
  });

  test('name the release of the database that they come from', () => {
    expect(zoneDataVersion).toMatch(/^20\d\d[a-z]$/);
  });
});

function platformAccepts(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function clocksOf(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const instants = ['2000-01-15T12:00Z', '2000-07-15T12:00Z', '2026-01-15T12:00Z', '2026-07-15T12:00Z'];
  return instants.map((instant) => format.format(new Date(instant))).join('; ');
}
