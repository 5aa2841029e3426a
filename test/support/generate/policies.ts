import { conditionText } from './conditions.ts';
import { zones } from './constants.ts';
import type { GeneratedActivity, Model } from './model.ts';
import { authorities, rankOf } from './model.ts';
import type { Random } from './random.ts';
import type { Readable, WritingScope } from './scope.ts';
import { activityScope } from './scope.ts';
import { valueText } from './values.ts';
import { periodText } from './vocabulary.ts';

interface DrawnRule {
  readonly id: string;
  readonly activity: GeneratedActivity;
  readonly authority: string;
  readonly overridableBy?: string;
}

/** Draws policies of all authorities with defaults, rules, nested exceptions, obligations and lifts. */
export function policiesText(random: Random, model: Model): string {
  const rules: DrawnRule[] = [];
  const count = model.options.size + random.whole(1, 2);
  return random
    .times(count, (index) => policyText(random, model, { id: `p${index + 1}.rules`, rules }))
    .join('\n\n');
}

interface PolicyDraft {
  readonly id: string;
  /** The rules so far, which lifts may take away. */
  readonly rules: DrawnRule[];
}

function policyText(random: Random, model: Model, { id, rules }: PolicyDraft): string {
  const activity = random.pick(model.activities);
  const authority = random.weighted([
    [3, () => 'law'],
    [2, () => 'sector'],
    [3, () => random.pick(authorities).name],
  ]);
  const option = random.chance(0.25) ? { name: 'contested', chosen: random.chance(0.5) } : undefined;
  const scope = withOption(activityScope(model, activity), option);
  const isRegime = random.chance(0.7);
  const mayAuthorise =
    activity.authorisedBy === undefined || rankOf(authority) <= rankOf(activity.authorisedBy);
  const effect = mayAuthorise && random.chance(0.5) ? 'permit' : 'forbid';
  const draft: RuleDraft = {
    policy: id,
    activity,
    authority,
    isRegime,
    mayAuthorise,
    byDefault: effect,
    rules,
  };
  const lines = [
    `authority ${authority}`,
    ...(option === undefined ? [] : [optionLine(random, option.name)]),
    ...(random.chance(0.6) ? [`zone "${random.pick(zones)}"`] : []),
    ...inForceLines(random, scope),
    ...appliesLines(random, scope, activity, isRegime),
    ...(isRegime ? [`default ${effect} ${activity.name} "By default" cite "x"`] : []),
    ...random.times(random.whole(1, model.options.size), (index) =>
      ruleText(random, scope, draft, `rule-${index + 1}`),
    ),
    ...(random.chance(0.5) ? liftLines(random, scope, draft) : []),
  ];
  if (isRegime) rules.push({ id: `${id}.default.${activity.name}`, activity, authority });
  const choice =
    option?.chosen === true ? `\nchoose ${id}.${option.name} ${random.pick(['yes', 'no'])} because "x"` : '';
  return `policy ${id} "Policy ${id}" {\n  ${lines.join('\n  ')}\n}${choice}`;
}

/** A contested question that the conditions of its policy read like a fact. */
function withOption(scope: WritingScope, option: { readonly name: string } | undefined): WritingScope {
  if (option === undefined) return scope;
  const readable: Readable = {
    text: option.name,
    type: { kind: 'boolean' },
    canBeUnknown: false,
    canBeNone: false,
    isPath: false,
  };
  return { ...scope, readables: [...scope.readables, readable, readable] };
}

function optionLine(random: Random, name: string): string {
  return `option ${name}: boolean "Contested" { safe ${random.pick(['yes', 'no'])} cite "x" }`;
}

function inForceLines(random: Random, scope: WritingScope): readonly string[] {
  const period = random.chance(0.3) ? periodText(random, ['from', 'through', 'until']) : '';
  if (period === '') return [];
  const counted = random.chance(0.3) ? ` counted by ${valueText(random, scope, { kind: 'date' }, 1)}` : '';
  return [`in force${period}${counted}`];
}

function appliesLines(
  random: Random,
  scope: WritingScope,
  activity: GeneratedActivity,
  isRegime: boolean,
): readonly string[] {
  const when = (): string => conditionText(random, scope, 1);
  if (activity.claim === undefined || !isRegime) return random.chance(0.5) ? [`applies when ${when()}`] : [];
  const taxonomy = scope.model.taxonomies.get(activity.claim.taxonomy);
  const claimed = random.pick([...(taxonomy?.terms ?? []), ...(taxonomy?.groups ?? [])]);
  return [
    random.weighted([
      [2, () => 'applies everywhere'],
      [1, () => `applies everywhere when ${when()}`],
      [3, () => `applies when claimant is ${claimed}`],
      [2, () => `applies when claimant is ${claimed} and ${when()}`],
    ]),
  ];
}

interface RuleDraft {
  readonly policy: string;
  readonly activity: GeneratedActivity;
  readonly authority: string;
  readonly isRegime: boolean;
  readonly mayAuthorise: boolean;
  readonly byDefault: 'permit' | 'forbid';
  readonly rules: DrawnRule[];
}

function ruleText(random: Random, scope: WritingScope, draft: RuleDraft, name: string): string {
  const { activity, authority, isRegime } = draft;
  const canPermit = isRegime && draft.byDefault === 'forbid' && draft.mayAuthorise;
  const canMandate = isRegime && authorities[rankOf(authority)]?.binding === true;
  const effect = random.weighted([
    [4, () => 'forbid'],
    [canPermit ? 5 : 0, () => 'permit'],
    [canMandate ? 1 : 0, () => 'mandate'],
    [2, () => 'require'],
    [1, () => 'require on refusal'],
    [1, () => 'advise'],
  ]);
  const isDuty = effect.startsWith('require');
  const overridableBy = random.chance(0.3) ? random.pick(authorities).name : undefined;
  draft.rules.push({
    id: `${draft.policy}.${name}`,
    activity,
    authority,
    ...(overridableBy === undefined ? {} : { overridableBy }),
  });
  const lines = [
    `${effect} ${activity.name}`,
    ...(random.chance(0.85) ? [`when ${conditionText(random, scope, 2)}`] : []),
    ...random.times(random.pick([0, 0, 0, 1, 2]), () => `unless ${conditionText(random, scope, 1)}`),
    ...inForceLines(random, scope),
    ...(isDuty || (effect !== 'forbid' && random.chance(0.5)) ? obligationLines(random, scope) : []),
    'cite "x"',
    ...(overridableBy === undefined ? [] : [`overridable by ${overridableBy}`]),
    ...exceptionLines(random, scope, 3),
  ];
  return block(`rule ${name} "Rule"`, lines);
}

function obligationLines(random: Random, scope: WritingScope): readonly string[] {
  const uses = random.times(random.pick([1, 1, 2]), () => random.pick(scope.model.obligations).use());
  return [...new Set(uses)].map((use) => `obligation ${use}`);
}

/** Exceptions with exceptions inside, some of which say what is owed instead. */
function exceptionLines(random: Random, scope: WritingScope, depth: number): readonly string[] {
  const count = depth === 0 ? 0 : random.pick(depth === 3 ? [0, 0, 1, 2] : [0, 0, 0, 1, 2]);
  return random.times(count, (index) =>
    block(`except but-${index + 1} "Except"`, [
      `when ${conditionText(random, scope, 1)}`,
      ...inForceLines(random, scope),
      ...(random.chance(0.4) ? obligationLines(random, scope) : []),
      ...exceptionLines(random, scope, depth - 1),
    ]),
  );
}

/** A lift of a rule or default of the same activity that this authority may lift. */
function liftLines(random: Random, scope: WritingScope, draft: RuleDraft): readonly string[] {
  const isBinding = authorities[rankOf(draft.authority)]?.binding === true;
  const legal = draft.rules.filter((rule) => {
    if (rule.activity.name !== draft.activity.name || rule.id.startsWith(`${draft.policy}.`)) return false;
    if (isBinding) return true;
    return rule.overridableBy !== undefined && rankOf(draft.authority) <= rankOf(rule.overridableBy);
  });
  if (legal.length === 0) return [];
  return [
    block(`lift ${random.pick(legal).id} lifted "Lifted"`, [
      ...(random.chance(0.8) ? [`when ${conditionText(random, scope, 1)}`] : []),
      ...(random.chance(0.3) ? obligationLines(random, scope) : []),
      'cite "x"',
      ...exceptionLines(random, scope, 1),
    ]),
  ];
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n    ${lines.join('\n').replaceAll('\n', '\n    ')}\n  }`;
}
