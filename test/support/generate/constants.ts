/** Constants that programs, facts and moments are made of: few, so that they meet, and close to what is delicate. */

export const zones = [
  'UTC',
  'Europe/Brussels',
  'Europe/London',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/St_Johns',
] as const;

export const dates = [
  '0001-01-01',
  '1900-02-28',
  '1973-01-01',
  '2008-02-29',
  '2008-03-02',
  '2020-01-31',
  '2024-02-29',
  '2024-12-31',
  '2025-01-01',
  '2025-03-30',
  '2025-12-31',
  '2026-01-01',
  '2026-01-31',
  '2026-02-28',
  '2026-03-01',
  '2026-03-02',
  '2026-03-03',
  '2026-03-29',
  '2026-10-25',
  '2028-02-29',
  '2100-02-28',
  '9981-12-31',
  '9999-12-31',
] as const;

export const instants = [
  '2024-02-29T23:30:00Z',
  '2026-02-27T12:00:00Z',
  '2026-03-01T12:00:00Z',
  '2026-03-02T00:00:00Z',
  '2026-03-02T12:00:00Z',
  '2026-03-02T23:30:00+01:00',
  '2026-03-03T11:59:59.999Z',
  '2026-03-29T01:00:00Z',
  '2025-12-31T23:30:00Z',
  '2026-10-25T00:59:59.999Z',
  '2026-10-25T01:00:00Z',
  '2026-11-01T06:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
] as const;

export const times = ['00:00', '01:30', '02:00', '08:00', '12:00', '21:00', '22:30', '23:59'] as const;

export const texts = ['a', 'b', 'acme'] as const;

export const numbers = [-1, 0, 1, 2, 3, 18, 2.5] as const;

export const weekdays = ['monday', 'tuesday', 'saturday', 'sunday'] as const;

/** What moves dates, and what moves instants. */
export const dateSpans = [
  '1 day',
  '28 days',
  '2 weeks',
  '1 month',
  '6 months',
  '1 year',
  '18 years',
] as const;
export const exactSpans = ['90 minutes', '24 hours', '72 hours'] as const;

/** The same as facts. */
export const spanFacts = ['P1D', 'P28D', 'P1M', 'P1Y', 'PT24H', 'PT90M'] as const;
