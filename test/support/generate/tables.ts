import { dates, weekdays, zones } from './constants.ts';
import type { GeneratedTable, GeneratedTableKey, GeneratedType, Model } from './model.ts';
import type { Random } from './random.ts';
import { literalText } from './values.ts';
import { plainTypeText } from './vocabulary.ts';

/** Draws calendars, some of which take over the days of others. */
export function calendarsText(random: Random, model: Model): string {
  return random
    .times(random.whole(1, 3), (index) => calendarText(random, model, `CAL-${index + 1}`))
    .join('\n\n');
}

/** What calendars cover: all that is asked about, little of it, and a part that begins in the middle. */
const coverages = [
  ['2007-12-31', '2028-12-31'],
  ['2026-01-30', '2026-03-10'],
  ['2026-03-01', '2026-11-01'],
] as const;

const holidays = [
  '2026-01-30',
  '2026-02-27',
  '2026-02-28',
  '2026-03-02',
  '2026-03-03',
  '2026-03-10',
  '2026-03-30',
  '2026-10-26',
] as const;

function calendarText(random: Random, model: Model, name: string): string {
  const [from, through] = random.pick(coverages);
  const covering = model.calendars.filter((other) => other.from <= from && through <= other.through);
  const included = covering.length > 0 && random.chance(0.4) ? random.pick(covering).name : undefined;
  model.calendars.push({ name, from, through });
  const days = random.some(holidays, 0.5).filter((day) => from <= day && day <= through);
  const weekend = random.weighted([
    [4, () => ['  weekend saturday, sunday']],
    [1, () => ['  weekend friday']],
    [1, () => []],
  ]);
  const head = `calendar ${name} "Calendar" zone "${random.pick(zones)}" covers ${from} through ${through}`;
  const lines = [...weekend, ...days.map((day) => `  ${day}${random.chance(0.5) ? ' "A day off"' : ''}`)];
  return `${head}${included === undefined ? '' : ` including ${included}`} {\n${lines.join('\n')}\n}`;
}

const columnTypes: readonly GeneratedType[] = [
  { kind: 'boolean' },
  { kind: 'number' },
  { kind: 'number' },
  { kind: 'text' },
  { kind: 'date' },
  { kind: 'time' },
  { kind: 'time' },
  { kind: 'weekday' },
  { kind: 'timezone' },
  { kind: 'duration' },
  { kind: 'duration' },
  { kind: 'scale', scale: 'Grade' },
  { kind: 'term', taxonomy: 'Place', within: false },
  { kind: 'term', taxonomy: 'Place', within: true },
  { kind: 'calendar' },
  { kind: 'calendar' },
];

/** Draws tables with gaps, dated rows, several keys and columns. */
export function tablesText(random: Random, model: Model): string {
  return random
    .times(random.whole(2, 5), (index) => tableText(random, model, `table-${index + 1}`))
    .join('\n\n');
}

function tableText(random: Random, model: Model, name: string): string {
  const keys = random.times(random.pick([1, 1, 1, 2, 2, 3]), (index) => drawKey(random, index));
  const type = random.pick(columnTypes);
  const columns = random.chance(0.25) ? ['first', 'second'] : ['value'];
  const orNone = type.kind !== 'boolean' && type.kind !== 'calendar' && random.chance(0.3);
  const countedBy = random.chance(0.25)
    ? random.pick(['counted-on', '(28 days before counted-on)'])
    : undefined;
  const isCounted = countedBy !== undefined;
  const table: GeneratedTable = { name, keys, type, orNone, givesNone: false, columns, isCounted };
  model.tables.push(table);
  const heading = [
    `table ${name} "Table" by ${keys.map(keyName).join(', ')}: ${plainTypeText(type)}${orNone ? ' or none' : ''}`,
    ...(random.chance(0.6) ? [`zone "${random.pick(zones)}"`] : []),
    ...(countedBy === undefined ? [] : [`counted by ${countedBy}`]),
  ].join(' ');
  const names = [...keys.map((_, index) => `key-${index + 1}`), ...columns, 'in force', 'cite'];
  const rows = rowsOf(random, model, table);
  return `${heading} {\n${[names, ...rows].map((cells) => `  | ${cells.join(' | ')} |`).join('\n')}\n}`;
}

function drawKey(random: Random, index: number): GeneratedTableKey {
  return random.weighted<GeneratedTableKey>([
    [6, () => ({ kind: 'term', taxonomy: 'Place' })],
    [1, () => ({ kind: 'term', taxonomy: 'Topic' })],
    [index === 0 ? 1 : 3, () => ({ kind: 'weekday' })],
    [index === 0 ? 1 : 3, () => ({ kind: 'boolean' })],
  ]);
}

function keyName(key: GeneratedTableKey): string {
  return key.kind === 'term' ? key.taxonomy : key.kind;
}

/** Rows of which no two are for the same keys on the same day. */
function rowsOf(random: Random, model: Model, table: GeneratedTable): readonly (readonly string[])[] {
  const taken = new Set<string>();
  return random
    .times(random.whole(1, 7), () => {
      const cells = table.keys.map((key) => cellOf(random, model, key));
      const tuples = cells.reduce<readonly string[]>(
        (before, { values }) => before.flatMap((one) => values.map((value) => `${one}/${value}`)),
        [''],
      );
      if (tuples.some((tuple) => taken.has(tuple))) return [];
      for (const tuple of tuples) taken.add(tuple);
      const isNone = table.orNone && random.chance(0.3);
      if (isNone) table.givesNone = true;
      return periodsOf(random).map((period) => [
        ...cells.map(({ text }) => text),
        ...table.columns.map(() => (isNone ? 'none' : valueCell(random, model, table))),
        period,
        random.chance(0.3) ? '"art. 1"' : '',
      ]);
    })
    .flat();
}

interface KeyCell {
  readonly text: string;
  readonly values: readonly string[];
}

const allWeekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function cellOf(random: Random, model: Model, key: GeneratedTableKey): KeyCell {
  if (random.chance(0.2)) return { text: random.pick(['', 'anything']), values: ['anything'] };
  if (key.kind !== 'term') {
    if (key.kind === 'boolean') return plainCell(random.pick(['yes', 'no']));
    return random.chance(0.3)
      ? { text: 'monday to friday', values: allWeekdays.slice(0, 5) }
      : plainCell(random.pick(weekdays));
  }
  const terms = model.taxonomies.get(key.taxonomy)?.terms ?? [];
  const values = [...new Set(random.times(random.pick([1, 1, 1, 2]), () => random.pick(terms)))];
  return { text: values.join(', '), values };
}

function plainCell(text: string): KeyCell {
  return { text, values: [text] };
}

function valueCell(random: Random, model: Model, { type }: GeneratedTable): string {
  if (random.chance(0.1)) return '';
  // Few different values, so that what a key may be often has one in common.
  if (type.kind === 'number') return random.pick(['1', '2', '18']);
  if (type.kind === 'calendar') return random.pick(model.calendars).name;
  if (type.kind === 'duration')
    return random.pick(['1 day', '1 month', '1 year', workingDays(random, model)]);
  return literalText(random, model, type);
}

function workingDays(random: Random, model: Model): string {
  return `${random.pick([0, 1, 2, 5])} working days in ${random.pick(model.calendars).name}`;
}

/** One row for ever, or several after each other, with a gap or without. */
function periodsOf(random: Random): readonly string[] {
  const [one, other] = [random.pick(dates), random.pick(dates)].sort();
  if (one === undefined || other === undefined || one === other || random.chance(0.4)) return [''];
  return random.pick([
    [`until ${one}`, `since ${one}`],
    [`until ${one}`, `since ${other}`],
    [`since ${one} through ${other}`],
    [`since ${one} until ${other}`, `from ${other}`],
  ]);
}
