import { conditionText } from './conditions.ts';
import type { GeneratedActivity, GeneratedField, GeneratedType, Model } from './model.ts';
import type { Random } from './random.ts';
import type { WritingScope } from './scope.ts';
import { activityScope, readablesOf } from './scope.ts';
import { valueText } from './values.ts';
import { fieldLines, generateFields, plainTypeText } from './vocabulary.ts';

/** Draws defines that conditions and values are made of; later ones call earlier ones. */
export function definesText(random: Random, model: Model): string {
  return random
    .times(random.whole(1, model.options.size), (index) => defineText(random, model, index + 1))
    .join('\n\n');
}

const parameterTypes: readonly GeneratedType[] = [
  { kind: 'record', record: 'Person' },
  { kind: 'record', record: 'Entry' },
  { kind: 'list', element: { kind: 'record', record: 'Entry' }, partial: false },
  { kind: 'term', taxonomy: 'Place', within: true },
  { kind: 'term', taxonomy: 'Topic', within: false },
  { kind: 'number' },
  { kind: 'date' },
  { kind: 'instant' },
  { kind: 'boolean' },
  { kind: 'timezone' },
];

function defineText(random: Random, model: Model, index: number): string {
  const name = `define-${index}`;
  const parameters = random.times(random.whole(1, 3), () => random.pick(parameterTypes));
  const fields: readonly GeneratedField[] = parameters.map((type, position) => ({
    name: `given-${position + 1}`,
    type,
    optional: false,
    orNone: false,
  }));
  const readsClock = random.chance(0.5);
  const scope: WritingScope = {
    model,
    readables: readablesOf(model, fields),
    conditions: [],
    quantifiers: 0,
    readsClock,
    usesDefines: true,
    hasCountedOn: false,
  };
  const result = random.chance(0.6)
    ? undefined
    : random.pick<GeneratedType>([{ kind: 'number' }, { kind: 'date' }]);
  const body = result === undefined ? conditionText(random, scope, 2) : valueText(random, scope, result, 2);
  model.defines.push({ name, parameters, readsClock, ...(result === undefined ? {} : { result }) });
  const written = fields.map((field) => `${field.name}: ${plainTypeText(field.type)}`).join(', ');
  return `define ${name}(${written}) as\n  ${body}`;
}

/** Draws two activities: one that is decided once, one with claims. */
export function activitiesText(random: Random, model: Model): string {
  return [activityText(random, model, 'act', false), activityText(random, model, 'move', true)].join('\n\n');
}

function activityText(random: Random, model: Model, name: string, hasClaim: boolean): string {
  const fields = [
    ...generateFields(random, model, { prefix: name, count: model.options.size + 4 }),
    countedOn(random),
  ];
  const claims = hasClaim ? claimFields(random, name) : [];
  const claim = hasClaim ? { name: 'claimant', taxonomy: 'Place' } : undefined;
  const authorisedBy = random.chance(0.3) ? 'sector' : undefined;
  let activity: GeneratedActivity = {
    name,
    fields: [...fields, ...claims],
    derived: [],
    ...(claim === undefined ? {} : { claim }),
    ...(authorisedBy === undefined ? {} : { authorisedBy }),
  };
  const lines = [fieldLines(activity.fields)];
  if (claim !== undefined)
    lines.push(`  claimant: each of (${claims.map((field) => field.name).join(', ')})`);
  if (authorisedBy !== undefined) lines.push(`  authorised by ${authorisedBy}`);
  for (let index = 1; index <= random.whole(0, 2); index += 1) {
    const { derived, line } = derivedFact(random, activityScope(model, activity), `derived-${index}`);
    activity = { ...activity, derived: [...activity.derived, derived] };
    lines.push(line);
  }
  model.activities.push(activity);
  return `activity ${name} "${name}" {\n${lines.join('\n')}\n}`;
}

/** The day by which some tables are counted. */
export function countedOn(random: Random): GeneratedField {
  const optional = random.chance(0.5);
  return { name: 'counted-on', type: { kind: 'date' }, optional, orNone: random.chance(0.3) };
}

function claimFields(random: Random, name: string): readonly GeneratedField[] {
  const term: GeneratedType = { kind: 'term', taxonomy: 'Place', within: random.chance(0.7) };
  const list: GeneratedType = { kind: 'list', element: term, partial: random.chance(0.3) };
  return [
    { name: `${name}-from`, type: term, optional: random.chance(0.5), orNone: false },
    ...(random.chance(0.5)
      ? [{ name: `${name}-to`, type: list, optional: random.chance(0.3), orNone: false }]
      : []),
  ];
}

/** Derived facts read the activity and no clock. */
export function derivedFact(
  random: Random,
  scope: WritingScope,
  name: string,
): { derived: GeneratedActivity['derived'][number]; line: string } {
  const timeless: WritingScope = { ...scope, readsClock: false };
  if (random.chance(0.5)) {
    const condition = conditionText(random, timeless, 1);
    // A condition's bare name cannot stand as a value, and a derived fact that is a bare name is one.
    const line = `  ${name} = ${scope.conditions.includes(condition) ? `not ${condition}` : condition}`;
    return { derived: { name, type: { kind: 'boolean' }, isCondition: true }, line };
  }
  const type = random.pick<GeneratedType>([{ kind: 'number' }, { kind: 'date' }]);
  return {
    derived: { name, type, isCondition: false },
    line: `  ${name} = ${valueText(random, timeless, type, 2)}`,
  };
}
