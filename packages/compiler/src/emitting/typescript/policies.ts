import type { Activity, Formula, Policy, PolicyPart, RuleEffect, Subject, Value } from '../../logic/index.ts';
import { compareText } from '../../support/index.ts';
import type { ConditionFunction, PartSite } from './conditions.ts';
import { caseType, writeCondition } from './conditions.ts';
import { explanationOf } from './explanations.ts';
import type { Code } from './expressions/code.ts';
import { allOf, alwaysFalse, anyOf, negated } from './expressions/code.ts';
import { conditionCode } from './expressions/formulas.ts';
import type { ReadingChoice, Site } from './expressions/site.ts';
import { asAsked, turned } from './expressions/site.ts';
import { hasPartInside, readsTime } from './expressions/walk.ts';
import { policyConstant } from './policy-parts.ts';
import type { Project } from './project.ts';
import { runtimeType } from './project.ts';
import type { WrittenProvision } from './provisions.ts';
import { writeProvision } from './provisions.ts';
import { partReach, ruleReach } from './reaches.ts';
import type { Exported } from './vocabulary.ts';
import { useExported } from './vocabulary.ts';
import { docComment } from './writing/comments.ts';
import type { Doc } from './writing/document.ts';
import { listDoc, objectDoc } from './writing/document.ts';
import { typeName, valueName } from './writing/names.ts';

/** Writes what a policy says about an activity. */
export function writePart(project: Project, policy: Policy, part: PolicyPart, activity: Activity): Exported {
  const path = `policies/${policy.id}.ts`;
  const module = project.module(path, openingOf(project, policy));
  const asked = { type: () => caseType(project, module, activity), local: module.local('asked') };
  const site: ActivitySite = { project, module, subject: activity, activity, policy, part, asked };
  const name = module.declare(valueName(activity.name));
  const suffix = suffixOf(policy, activity);
  const applies = writeApplies(site, `applies${suffix}`);
  const byDefault = part.default && writeProvision(site, part.default);
  const rules = part.rules.map((rule) =>
    writeProvision(site, rule, (written) => ruleReach(site, rule, written)),
  );
  const provisions: PartProvisions = { byDefault, rules };
  const table = partTable(site, suffix, { applies, ...provisions });
  const type = `${runtimeType(module, 'PartEntry')}<${asked.type()}>`;
  module.add(
    docComment([`What ${policy.title} says: ${activity.title}`]),
    `export const ${name}: ${type} = `,
    table,
    ';',
  );
  return { path, name };
}

/** Activities and records that a policy speaks about. */
export function suffixOf({ parts, schedules }: Policy, { name }: Subject): string {
  return parts.length + schedules.length === 1 ? '' : `To${typeName(name)}`;
}

export function openingOf(project: Project, policy: Policy): string[] {
  const { file } = project.locate(policy.place);
  return [`// Compiled from ${file}. Do not edit: the next build writes it anew.`];
}

export function writeApplies(site: PartSite, name: string): ConditionFunction {
  const { part, policy, project } = site;
  const text = project.locate(part.applies.place).text.replace(/^applies (everywhere ?)?(when )?/, '');
  return writeCondition(site, {
    name,
    zone: policy.zone,
    comment: [`Where the policy applies${text === '' ? '' : `: ${text}`}`],
    place: part.applies.place,
    code: (inner) => conditionCode(project.simplified(part.applies), inner, asAsked),
  });
}

interface ActivitySite extends PartSite {
  readonly activity: Activity;
  readonly part: PolicyPart;
}

interface PartProvisions {
  readonly byDefault: WrittenProvision | undefined;
  readonly rules: readonly WrittenProvision[];
}

function partTable(
  site: ActivitySite,
  suffix: string,
  { applies, byDefault, rules }: PartProvisions & { readonly applies: ConditionFunction },
): Doc {
  const { module, project, policy, part } = site;
  const effects = writeEffects(site, suffix, { byDefault, rules });
  const because = explanationOf(site, valueName(`applies-${suffix}`), part.applies, policy.zone);
  const entries: (readonly [string, Doc | undefined])[] = [
    ['policy', useExported(module, policyConstant(project, policy.id))],
    ['applies', applies.reference],
    ['default', byDefault?.table],
    ['rules', listDoc(rules.map(({ table }) => table))],
    ['forbids', effects.forbids?.reference],
    ['permits', effects.permits?.reference],
    ['mandates', effects.mandates?.reference],
    ...partReach(site, suffix, applies),
    ['isOpen', String([applies, ...Object.values(effects)].some(({ isOpen }) => isOpen))],
    ['isReviewed', String(isReviewed(project, conditionsOf(part)))],
    ['because', because],
  ];
  return objectDoc(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

type Effects = Partial<Record<'forbids' | 'permits' | 'mandates', ConditionFunction>>;

/** What the policy as a whole forbids, permits and mandates, where it applies. */
function writeEffects(site: ActivitySite, suffix: string, { byDefault, rules }: PartProvisions): Effects {
  const { activity, policy } = site;
  const standing = (effect: RuleEffect, inner: Site, reading: ReadingChoice): Code[] =>
    standingRules(rules, effect, inner, reading);
  const has = (effect: RuleEffect): boolean =>
    rules.some(({ provision }) => 'effect' in provision && provision.effect === effect);
  const defaultTo = (effect: 'permit' | 'forbid', inner: Site): Code =>
    standingDefault(byDefault, effect, inner);
  const permitted = (inner: Site, reading: ReadingChoice): Code[] => [
    ...standing('permit', inner, reading),
    ...standing('mandate', inner, reading),
  ];
  const effect = (verb: string, code: (inner: Site) => Code): ConditionFunction =>
    writeCondition(site, {
      name: `${verb}${suffix}`,
      zone: policy.zone,
      comment: [`Whether anything here ${verb} it, where these rules apply.`],
      place: policy.place,
      code,
    });
  const isRegime = byDefault !== undefined;
  const counts = activity.authorisedBy === undefined || policy.authority.rank <= activity.authorisedBy.rank;
  const forbidsByDefault = (inner: Site): Code =>
    allOf([defaultTo('forbid', inner), ...permitted(inner, turned(asAsked)).map(negated)]);
  const forbids = (inner: Site): Code =>
    anyOf([...standing('forbid', inner, asAsked), forbidsByDefault(inner)]);
  const permits = (inner: Site): Code => anyOf([...permitted(inner, asAsked), defaultTo('permit', inner)]);
  const mandates = (inner: Site): Code => anyOf(standing('mandate', inner, asAsked));
  return {
    ...(has('forbid') || isForbidding(byDefault) ? { forbids: effect('forbids', forbids) } : {}),
    ...(isRegime && counts ? { permits: effect('permits', permits) } : {}),
    ...(isRegime && has('mandate') ? { mandates: effect('mandates', mandates) } : {}),
  };
}

function standingRules(
  rules: PartProvisions['rules'],
  effect: RuleEffect,
  inner: Site,
  reading: ReadingChoice,
): Code[] {
  return rules.flatMap(({ provision, stands }) =>
    'effect' in provision && provision.effect === effect && stands ? [stands.call(inner, reading)] : [],
  );
}

function standingDefault(
  byDefault: WrittenProvision | undefined,
  effect: 'permit' | 'forbid',
  inner: Site,
): Code {
  if (byDefault?.stands === undefined || byDefault.provision.kind !== 'default') return alwaysFalse;
  return byDefault.provision.effect === effect ? byDefault.stands.call(inner, asAsked) : alwaysFalse;
}

function isForbidding(byDefault: WrittenProvision | undefined): boolean {
  return byDefault?.provision.kind === 'default' && byDefault.provision.effect === 'forbid';
}

/** Whether a policy applies wherever one of its claims claims the case. */
export function isSettledByClaim(applies: Formula): boolean {
  const isClaimTest = applies.kind === 'term-test' && applies.value.kind === 'claim';
  return isClaimTest && applies.options.every(({ kind }) => kind === 'term');
}

/** The terms of the claim for which alone a policy can ever apply; undefined where nothing limits them. */
export function claimsOf(project: Project, applies: Formula): readonly string[] | undefined {
  const conjuncts = applies.kind === 'and' ? applies.operands : [applies];
  for (const conjunct of conjuncts) {
    if (conjunct.kind !== 'term-test' || conjunct.value.kind !== 'claim') continue;
    // On a day that is not known, anything may belong to a group.
    if (conjunct.options.some((option) => option.kind === 'group' && option.on !== undefined)) continue;
    const terms = conjunct.options.flatMap((option) =>
      option.kind === 'term' ? [option.term] : everMembers(project, option.group),
    );
    return [...new Set(terms)].sort(compareText);
  }
  return undefined;
}

/** All that belongs to a group at any time. */
function everMembers(project: Project, name: string): readonly string[] {
  const entries = project.program.groups.get(name)?.entries ?? [];
  return entries.flatMap((entry) =>
    entry.kind === 'term' ? [entry.name] : everMembers(project, entry.name),
  );
}

/** Whether any of some conditions depends on the time, or on what stands in for an absent fact. */
export function isReviewed({ program }: Project, expressions: readonly (Formula | Value)[]): boolean {
  return expressions.some((condition) =>
    hasPartInside(condition, program, (expression) => readsTime(expression) || expression.kind === 'else'),
  );
}

function conditionsOf(part: PolicyPart): readonly Formula[] {
  const provisions = part.default === undefined ? part.rules : [part.default, ...part.rules];
  return [part.applies, ...provisions.flatMap(allConditions)];
}

interface WithExceptions {
  readonly condition: Formula;
  readonly exceptions: readonly WithExceptions[];
}

export function allConditions({ condition, exceptions }: WithExceptions): readonly Formula[] {
  return [condition, ...exceptions.flatMap(allConditions)];
}
