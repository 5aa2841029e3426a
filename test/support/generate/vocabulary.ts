import { dates, zones } from './constants.ts';
import type { GeneratedField, GeneratedTaxonomy, GeneratedType, Model, ProgramOptions } from './model.ts';
import type { Random } from './random.ts';
import { calendarsText, tablesText } from './tables.ts';

/** Draws taxonomies, groups, scales, obligations and records; returns their source. */
export function generateVocabulary(random: Random, options: ProgramOptions): { model: Model; text: string } {
  const model: Model = {
    taxonomies: new Map(),
    scales: new Map(),
    records: new Map(),
    tables: [],
    calendars: [],
    defines: [],
    activities: [],
    scheduled: [],
    obligations: [],
    options: { size: 3, monotone: false, tables: true, schedules: false, ...options },
  };
  const parts = [
    'authorities law binding > sector binding > standard > provider > company tenant > customer',
    taxonomyText(random, model, { name: 'Place', prefix: 'P', levels: ['country', 'subdivision'] }),
    taxonomyText(random, model, { name: 'Topic', prefix: 'T', levels: [] }),
    ...random.times(random.whole(1, 3), (index) => groupText(random, model, `GROUP-${index + 1}`)),
    scaleText(random, model),
    ...(model.options.tables ? [calendarsText(random, model), tablesText(random, model)] : []),
    obligationsText(random, model),
    recordText(random, model, 'Note', 3),
    recordText(random, model, 'Entry', 5),
    recordText(random, model, 'Person', 6),
  ];
  return { model, text: parts.join('\n\n') };
}

function taxonomyText(
  random: Random,
  model: Model,
  { name, prefix, levels }: { name: string; prefix: string; levels: readonly string[] },
): string {
  const terms: string[] = [];
  const finals: string[] = [];
  const node = (id: string, depth: number): string => {
    terms.push(id);
    const count = depth < 3 && random.chance(depth === 0 ? 0.7 : 0.3) ? random.whole(1, 3) : 0;
    if (count === 0) {
      finals.push(id);
      return `${id}${random.chance(0.1) ? ' open' : ''}`;
    }
    const below = random.times(count, (index) => node(`${id}-${index + 1}`, depth + 1));
    return `${id}${random.chance(0.4) ? ' complete' : ''} { ${below.join(', ')} }`;
  };
  const roots = random.times(random.whole(2, 4), (index) => node(`${prefix}${'ABCD'.charAt(index)}`, 0));
  const taxonomy: GeneratedTaxonomy = { name, levels, terms, finals, groups: [] };
  model.taxonomies.set(name, taxonomy);
  const complete = random.chance(0.4) ? ' complete' : '';
  const levelled = levels.length === 0 ? '' : ` levels ${levels.join(', ')}`;
  return `taxonomy ${name}${complete}${levelled} {\n  ${roots.join('\n  ')}\n}`;
}

/** A group of terms and of the groups before it, with dates at its own midnight. */
function groupText(random: Random, model: Model, name: string): string {
  const taxonomy = random.pick([...model.taxonomies.values()]);
  const terms = random.some(taxonomy.terms, 0.4);
  const members = [
    ...(terms.length === 0 ? [random.pick(taxonomy.terms)] : terms),
    ...random.some(taxonomy.groups),
  ];
  taxonomy.groups.push(name);
  const entries = members.map((member) => `  ${member}${periodText(random, ['since', 'through', 'until'])}`);
  return `group ${name} of ${taxonomy.name} zone "${random.pick(zones)}" {\n${entries.join('\n')}\n}`;
}

/** A period that is not empty, or nothing. */
export function periodText(
  random: Random,
  [from, through, until]: readonly [string, string, string],
): string {
  const [one, other] = [random.pick(dates), random.pick(dates)].sort();
  if (one === undefined || other === undefined || one === other) return '';
  return random.weighted([
    [3, () => ''],
    [2, () => ` ${from} ${one}`],
    [1, () => ` ${until} ${other}`],
    [1, () => ` ${through} ${other}`],
    [1, () => ` ${from} ${one} ${random.pick([through, until])} ${other}`],
  ]);
}

function scaleText(random: Random, model: Model): string {
  const steps = random.times(random.whole(2, 4), (index) => `step-${'abcd'.charAt(index)}`);
  model.scales.set('Grade', steps);
  return `scale Grade { ${steps.join(' < ')} }`;
}

function obligationsText(random: Random, model: Model): string {
  const plain = ['tell', 'log', 'ask-again'].map((name) => {
    model.obligations.push({ name, use: () => name });
    return `${random.chance(0.3) ? 'precautionary ' : ''}obligation ${name} "${name}"`;
  });
  model.obligations.push({
    name: 'notify',
    use: () => `notify(within: ${random.pick(['72 hours', '1 month'])}, count: ${random.whole(1, 2)})`,
  });
  return [...plain, 'obligation notify "notify" (within: duration, count: number)'].join('\n');
}

function recordText(random: Random, model: Model, name: string, count: number): string {
  const fields = generateFields(random, model, { prefix: name.toLowerCase(), count });
  model.records.set(name, fields);
  return `record ${name} {\n${fieldLines(fields)}\n}`;
}

export function fieldLines(fields: readonly GeneratedField[]): string {
  return fields.map((field) => `  ${field.name}${field.optional ? '?' : ''}: ${typeText(field)}`).join('\n');
}

/** Fields of all kinds of types, some optional, some or none, some both. */
export function generateFields(
  random: Random,
  model: Model,
  { prefix, count }: { prefix: string; count: number },
): readonly GeneratedField[] {
  return random.times(count, (index) => {
    const type = generateType(random, model);
    const mayBeNone = type.kind !== 'boolean' && type.kind !== 'list';
    return {
      name: `${prefix}-${type.kind}-${index + 1}`,
      type,
      optional: random.chance(0.5),
      orNone: mayBeNone && random.chance(0.3),
    };
  });
}

const plainKinds = ['number', 'text', 'date', 'time', 'instant', 'timezone', 'duration'] as const;

function generateType(random: Random, model: Model): GeneratedType {
  const taxonomy = (): string => random.pick([...model.taxonomies.keys()]);
  const records = [...model.records.keys()];
  return random.weighted<GeneratedType>([
    [4, () => ({ kind: 'boolean' })],
    [7, () => ({ kind: random.pick(plainKinds) })],
    [2, () => ({ kind: 'date' })],
    [2, () => ({ kind: 'instant' })],
    [2, () => ({ kind: 'timezone' })],
    [5, () => ({ kind: 'term', taxonomy: taxonomy(), within: random.chance(0.6) })],
    [2, () => ({ kind: 'scope', taxonomy: taxonomy() })],
    [2, () => ({ kind: 'scale', scale: 'Grade' })],
    [records.length === 0 ? 0 : 2, () => ({ kind: 'record', record: random.pick(records) })],
    [
      records.length === 0 ? 1 : 4,
      () => ({ kind: 'list', element: elementType(random, model), partial: random.chance(0.3) }),
    ],
  ]);
}

function elementType(random: Random, model: Model): GeneratedType {
  const records = [...model.records.keys()];
  return random.weighted<GeneratedType>([
    [records.length === 0 ? 0 : 5, () => ({ kind: 'record', record: random.pick(records) })],
    [
      1,
      () => ({
        kind: 'term',
        taxonomy: random.pick([...model.taxonomies.keys()]),
        within: random.chance(0.5),
      }),
    ],
    [1, () => ({ kind: random.pick(['number', 'text', 'date', 'instant'] as const) })],
  ]);
}

function typeText({ type, orNone }: GeneratedField): string {
  return `${plainTypeText(type)}${orNone ? ' or none' : ''}`;
}

export function plainTypeText(type: GeneratedType): string {
  switch (type.kind) {
    case 'term':
      return type.within ? `within ${type.taxonomy}` : type.taxonomy;
    case 'scope':
      return `all of ${type.taxonomy}`;
    case 'scale':
      return type.scale;
    case 'record':
      return type.record;
    case 'list':
      return `${type.partial ? 'partial ' : ''}list of ${plainTypeText(type.element)}`;
    default:
      return type.kind;
  }
}
