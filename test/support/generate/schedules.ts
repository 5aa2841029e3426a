import { countedOn, derivedFact } from './activities.ts';
import { conditionText } from './conditions.ts';
import { exactSpans, zones } from './constants.ts';
import { lookupText } from './lookups.ts';
import type { GeneratedActivity, GeneratedField, GeneratedType, Model } from './model.ts';
import { authorities, rankOf } from './model.ts';
import type { Random } from './random.ts';
import type { WritingScope } from './scope.ts';
import { activityScope } from './scope.ts';
import { calendarText, valueText } from './values.ts';
import { fieldLines, generateFields, periodText } from './vocabulary.ts';

/** Draws types of records that schedules are about: one without claims, one with. */
export function scheduledRecordsText(random: Random, model: Model): string {
  return [recordText(random, model, 'Ticket', false), recordText(random, model, 'Dossier', true)].join(
    '\n\n',
  );
}

function recordText(random: Random, model: Model, name: string, hasClaim: boolean): string {
  const prefix = name.toLowerCase();
  const fields: GeneratedField[] = [
    ...generateFields(random, model, { prefix, count: model.options.size }),
    { ...countedOn(random), name: `${prefix}-opened-on` },
    { ...countedOn(random), name: `${prefix}-moved-on` },
    countedOn(random),
    { name: `${prefix}-seen-at`, type: { kind: 'instant' }, optional: random.chance(0.5), orNone: true },
    { name: `${prefix}-flag`, type: { kind: 'boolean' }, optional: random.chance(0.5), orNone: false },
    ...(hasClaim ? claimFields(random, prefix) : []),
  ];
  let subject: GeneratedActivity = {
    name,
    fields,
    derived: [],
    ...(hasClaim ? { claim: { name: 'claimant', taxonomy: 'Place' } } : {}),
  };
  const lines = [fieldLines(fields)];
  if (hasClaim) lines.push(`  claimant: each of (${prefix}-from, ${prefix}-to)`);
  if (random.chance(0.6)) {
    const { derived, line } = derivedFact(random, activityScope(model, subject), 'worked-out');
    subject = { ...subject, derived: [derived] };
    lines.push(line);
  }
  model.scheduled.push(subject);
  return `record ${name} {\n${lines.join('\n')}\n}`;
}

function claimFields(random: Random, prefix: string): readonly GeneratedField[] {
  const term: GeneratedType = { kind: 'term', taxonomy: 'Place', within: random.chance(0.6) };
  const list: GeneratedType = { kind: 'list', element: term, partial: random.chance(0.3) };
  return [
    { name: `${prefix}-from`, type: term, optional: random.chance(0.4), orNone: false },
    { name: `${prefix}-to`, type: list, optional: random.chance(0.3), orNone: false },
  ];
}

interface DrawnRule {
  readonly id: string;
  readonly record: string;
  readonly authority: string;
  readonly overridableBy?: string;
}

/** Draws policies of all authorities that say what is kept, erased, held and due. */
export function schedulePoliciesText(random: Random, model: Model): string {
  const rules: DrawnRule[] = [];
  return random
    .times(model.options.size + 1, (index) => policyText(random, model, `s${index + 1}.rules`, rules))
    .join('\n\n');
}

function policyText(random: Random, model: Model, id: string, rules: DrawnRule[]): string {
  const subject = random.pick(model.scheduled);
  const scope = activityScope(model, subject);
  const authority = random.weighted([
    [3, () => 'law'],
    [2, () => 'sector'],
    [4, () => random.pick(authorities).name],
  ]);
  const draft: Draft = { id, subject, authority, rules };
  const lines = [
    `authority ${authority}`,
    ...(random.chance(0.7) ? [`zone "${random.pick(zones)}"`] : []),
    ...inForce(random, 0.4),
    ...appliesLines(random, scope, subject),
    ...random.times(random.whole(1, model.options.size), (index) =>
      ruleText(random, scope, draft, `rule-${index + 1}`),
    ),
    ...(random.chance(0.4) ? liftLines(random, scope, draft) : []),
  ];
  return `policy ${id} "Policy ${id}" {\n  ${lines.join('\n  ')}\n}`;
}

interface Draft {
  readonly id: string;
  readonly subject: GeneratedActivity;
  readonly authority: string;
  readonly rules: DrawnRule[];
}

function inForce(random: Random, probability: number): readonly string[] {
  const period = random.chance(probability) ? periodText(random, ['from', 'through', 'until']) : '';
  return period === '' ? [] : [`in force${period}`];
}

function appliesLines(random: Random, scope: WritingScope, subject: GeneratedActivity): readonly string[] {
  const taxonomy = scope.model.taxonomies.get(subject.claim?.taxonomy ?? '');
  const when = (): string => conditionText(random, scope, 1);
  if (taxonomy === undefined) return random.chance(0.3) ? [`applies when ${when()}`] : [];
  const claimed = random.pick([...taxonomy.terms, ...taxonomy.groups]);
  return random.weighted([
    [3, () => []],
    [1, () => [`applies when ${when()}`]],
    [4, () => [`applies when claimant is ${claimed}`]],
    [1, () => [`applies when claimant is ${claimed} and ${when()}`]],
  ]);
}

const actions = ['erase', 'anonymise', 'archive', 'review', 'restrict'] as const;

/** How the last day of a rule is counted: its exceptions and extensions count alike. */
interface Counting {
  readonly isInstant: boolean;
  readonly isKeep: boolean;
}

function ruleText(random: Random, scope: WritingScope, draft: Draft, name: string): string {
  const { subject, authority } = draft;
  const overridableBy = random.chance(0.3) ? random.pick(authorities).name : undefined;
  draft.rules.push({
    id: `${draft.id}.${name}`,
    record: subject.name,
    authority,
    ...(overridableBy === undefined ? {} : { overridableBy }),
  });
  const { head, counting, tail } = random.weighted<Drawn>([
    [5, () => keepDrawn(random, scope, subject.name)],
    [4, () => deadlineDrawn(random, scope, subject.name)],
    [2, () => dueDrawn(random, scope, subject.name)],
    [2, () => holdDrawn(random, subject.name)],
  ]);
  const lines = [
    head,
    ...(random.chance(0.6) ? [`when ${conditionText(random, scope, 1)}`] : []),
    ...(random.chance(0.2) ? [`unless ${conditionText(random, scope, 1)}`] : []),
    ...inForce(random, 0.2),
    ...tail,
    ...(random.chance(0.3) ? obligationLines(random, scope) : []),
    'cite "x"',
    ...(overridableBy === undefined ? [] : [`overridable by ${overridableBy}`]),
    ...exceptionLines(random, scope, counting, 2),
  ];
  return block(`rule ${name} "Rule"`, lines);
}

interface Drawn {
  readonly head: string;
  readonly tail: readonly string[];
  readonly counting: Counting | undefined;
}

function keepDrawn(random: Random, scope: WritingScope, record: string): Drawn {
  const counting: Counting = { isInstant: false, isKeep: true };
  const head = `keep ${record} ${keepPeriod(random, scope)} counted from ${dayText(random, scope)}`;
  return { head, tail: [], counting };
}

function keepPeriod(random: Random, scope: WritingScope): string {
  return `for at least ${spanText(random, scope)}`;
}

function deadlineDrawn(random: Random, scope: WritingScope, record: string): Drawn {
  const action = random.pick(actions);
  const absolute = action === 'erase' && random.chance(0.2) ? 'absolute ' : '';
  const tasks = action === 'erase' || action === 'anonymise' ? [] : doneLines(random, scope, 0.3);
  const head = `${absolute}${action} ${record} ${deadline(random, scope)}`;
  return { head, tail: tasks, counting: { isInstant: false, isKeep: false } };
}

function deadline(random: Random, scope: WritingScope): string {
  return `at the latest ${spanText(random, scope)} after ${dayText(random, scope)}`;
}

function dueDrawn(random: Random, scope: WritingScope, record: string): Drawn {
  const done = doneLines(random, scope, 0.6);
  if (random.chance(0.3)) {
    const head = `due ${record} ${exactDeadline(random, scope)}`;
    const extended = random.chance(0.3)
      ? [`extend by ${random.pick(exactSpans)} when ${conditionText(random, scope, 0)}`]
      : [];
    return { head, tail: [...extended, ...done], counting: { isInstant: true, isKeep: false } };
  }
  const rolling = random.chance(0.4)
    ? [`rolling over non-working days of ${calendarText(random, scope)}`]
    : [];
  const isExtended = random.chance(0.4);
  const first = isExtended ? `${random.pick(['1 month', '3 months'])}` : spanText(random, scope);
  const extended = isExtended ? [`extend by 2 months when ${conditionText(random, scope, 0)}`] : [];
  const head = `due ${record} at the latest ${first} after ${dayText(random, scope)}`;
  return { head, tail: [...rolling, ...extended, ...done], counting: { isInstant: false, isKeep: false } };
}

function exactDeadline(random: Random, scope: WritingScope): string {
  const from = valueText(random, scope, { kind: 'instant' }, 0);
  return `at the latest ${random.pick(exactSpans)} after ${from}`;
}

function doneLines(random: Random, scope: WritingScope, probability: number): readonly string[] {
  return random.chance(probability) ? [`done when ${conditionText(random, scope, 0)}`] : [];
}

function holdDrawn(random: Random, record: string): Drawn {
  const within = random.pick(['1 year', '6 months', '30 days']);
  return { head: `hold ${record}`, tail: [`review within ${within}`], counting: undefined };
}

/** A day of the record, mostly a fact. */
function dayText(random: Random, scope: WritingScope): string {
  const text = valueText(random, scope, { kind: 'date' }, random.pick([0, 0, 1]));
  return random.chance(0.2) ? `(end of ${random.pick(['month', 'year'])} of ${text})` : text;
}

const spans = ['0 days', '1 day', '28 days', '1 month', '1 year', '2 years', '18 years'] as const;

function spanText(random: Random, scope: WritingScope): string {
  const lookup = random.chance(0.2) ? lookupText(random, scope, { kind: 'duration' }, 0) : undefined;
  if (lookup !== undefined) return lookup;
  return random.chance(0.15)
    ? `${random.pick([0, 1, 5])} working days in ${calendarText(random, scope)}`
    : random.pick(spans);
}

function obligationLines(random: Random, scope: WritingScope): readonly string[] {
  return [`obligation ${random.pick(scope.model.obligations).use()}`];
}

/** Exceptions with exceptions inside, some of which say what counts instead. */
function exceptionLines(
  random: Random,
  scope: WritingScope,
  counting: Counting | undefined,
  depth: number,
): readonly string[] {
  const count = depth === 0 ? 0 : random.pick(depth === 2 ? [0, 0, 1, 2] : [0, 0, 1]);
  return random.times(count, (index) => {
    const instead =
      counting !== undefined && random.chance(0.5) ? [insteadText(random, scope, counting)] : [];
    return block(`except but-${index + 1} "Except"`, [
      `when ${conditionText(random, scope, 1)}`,
      ...instead,
      ...inForce(random, 0.2),
      ...(random.chance(0.3) ? obligationLines(random, scope) : []),
      ...exceptionLines(random, scope, counting, depth - 1),
    ]);
  });
}

function insteadText(random: Random, scope: WritingScope, { isInstant, isKeep }: Counting): string {
  if (isInstant) return exactDeadline(random, scope);
  if (!isKeep) return deadline(random, scope);
  return random.chance(0.5)
    ? keepPeriod(random, scope)
    : `${keepPeriod(random, scope)} counted from ${dayText(random, scope)}`;
}

/** A lift of a rule about the same records that this authority may lift. */
function liftLines(random: Random, scope: WritingScope, draft: Draft): readonly string[] {
  const isBinding = authorities[rankOf(draft.authority)]?.binding === true;
  const legal = draft.rules.filter(({ record, id, overridableBy }) => {
    if (record !== draft.subject.name || id.startsWith(`${draft.id}.`)) return false;
    return isBinding || (overridableBy !== undefined && rankOf(draft.authority) <= rankOf(overridableBy));
  });
  if (legal.length === 0) return [];
  return [
    block(`lift ${random.pick(legal).id} lifted "Lifted"`, [
      ...(random.chance(0.8) ? [`when ${conditionText(random, scope, 1)}`] : []),
      ...(random.chance(0.3) ? obligationLines(random, scope) : []),
      'cite "x"',
    ]),
  ];
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n    ${lines.join('\n').replaceAll('\n', '\n    ')}\n  }`;
}
