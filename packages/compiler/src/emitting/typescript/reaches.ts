import type { Activity, CompareFormula, Formula, PolicyPart, Rule, Value } from '../../logic/index.ts';
import { formulaKey, settlementOf, termsReached } from '../../logic/index.ts';
import type { CaseSite, ConditionFunction, PartSite } from './conditions.ts';
import { writeCondition } from './conditions.ts';
import { dispatchingOf } from './dispatch.ts';
import { numberLiteral } from './expressions/constants.ts';
import { conditionCode } from './expressions/formulas.ts';
import { asAsked } from './expressions/site.ts';
import type { Project } from './project.ts';
import { runtime } from './project.ts';
import type { Doc } from './writing/document.ts';
import { listDoc, objectDoc, textLiteral } from './writing/document.ts';

export type Entries = readonly (readonly [string, Doc | undefined])[];

/** A part of a policy about an activity. */
export interface FoundPart extends PartSite {
  readonly activity: Activity;
  readonly part: PolicyPart;
}

/** What the table of a policy says about where it can be found. */
export function partReach(site: FoundPart, suffix: string, applies: ConditionFunction): Entries {
  const { project, part, policy } = site;
  const { structure, reachOf } = dispatchingOf(project, site.activity);
  const reach = reachOf(part);
  const selector = structure.selectorOf(part);
  const isPlain = reach.isExact(part.applies);
  const terms = reachedFor(site, part.applies);
  const isSelected = terms !== undefined && part.applies.kind === 'term-test';
  const upper = project.simplified(reach.upper(part.applies));
  const needsReach = !isSelected && upper.kind !== 'truth';
  const own = (): string =>
    writeReach(site, {
      name: `reach${suffix}`,
      zone: policy.zone,
      comment: 'Where the policy can apply',
      formula: upper,
    });
  return [
    ['selector', selector === 0 ? undefined : String(selector)],
    ['reachedFor', terms === undefined ? undefined : listDoc(terms.map(textLiteral))],
    ['reach', needsReach ? (isPlain ? applies.reference : own()) : undefined],
    ['isPlain', isPlain && part.applies.kind !== 'truth' ? 'true' : undefined],
  ];
}

function reachedFor(site: FoundPart, condition: Formula): readonly string[] | undefined {
  const { structure } = dispatchingOf(site.project, site.activity);
  const key = structure.selectors[structure.selectorOf(site.part)]?.key;
  return key === undefined ? undefined : termsReached(condition, key, site.project.program);
}

/** What the table of a policy says about where a rule can be found, and what settles it. */
export function ruleReach(
  site: FoundPart,
  rule: Rule,
  written: {
    readonly name: string;
    readonly comment: string;
    readonly condition: ConditionFunction | undefined;
    readonly stands: ConditionFunction;
  },
): Entries {
  const { project, part, policy } = site;
  const reach = dispatchingOf(project, site.activity).reachOf(part);
  const own = new Map<string, string>();
  const conditionFunction = written.condition ?? (rule.exceptions.length === 0 ? written.stands : undefined);
  if (conditionFunction !== undefined) own.set(keyOf(project, rule.condition), conditionFunction.reference);
  const functionOf = (formula: Formula): string => {
    const key = keyOf(project, formula);
    const known = own.get(key);
    if (known !== undefined) return known;
    const { name, comment } = written;
    const reference = writeReach(site, {
      name: `${name}Reach`,
      zone: policy.zone,
      comment: `${comment}: where it can stand`,
      formula: project.simplified(formula),
    });
    own.set(key, reference);
    return reference;
  };
  const terms = reachedFor(site, part.applies) === undefined ? reachedFor(site, rule.condition) : undefined;
  const upper = project.simplified(reach.upper(rule.condition));
  const settlement = rule.effect === 'forbid' ? settlementOf(rule, reach) : undefined;
  return [
    ['reachedFor', terms === undefined ? undefined : listDoc(terms.map(textLiteral))],
    ['reach', upper.kind === 'truth' && upper.value ? undefined : functionOf(upper)],
    [
      'settled',
      settlement === undefined ? undefined : settledDoc(site, settlement, written.stands, functionOf),
    ],
  ];
}

function keyOf(project: Project, formula: Formula): string {
  return formulaKey(project.simplified(formula));
}

function settledDoc(
  site: FoundPart,
  { by, left }: { readonly by: Formula; readonly left?: CompareFormula },
  stands: ConditionFunction,
  functionOf: (formula: Formula) => string,
): Doc | undefined {
  if (left === undefined) return objectDoc([['by', stands.reference]]);
  const limit = limitDoc(site, left);
  if (limit === undefined) return undefined;
  return objectDoc([
    ['by', by.kind === 'truth' ? runtime(site.module, by.value ? 'always' : 'never') : functionOf(by)],
    ['limit', limit],
  ]);
}

/** A number that is always known, against a constant. */
function limitDoc(
  { project, activity }: FoundPart,
  { left, right, relation }: CompareFormula,
): Doc | undefined {
  const isNumber = ['number', 'date', 'time', 'instant', 'scale', 'weekday'].includes(left.type.kind);
  if (!isNumber || !isFact(left) || right.kind !== 'constant') return undefined;
  if (left.traits.canBeNone || left.traits.canBeUnknown || project.openness.value(left, 'known'))
    return undefined;
  const position = dispatchingOf(project, activity).positionOf(left);
  if (position === undefined) return undefined;
  return objectDoc([
    ['number', String(position)],
    ['relation', textLiteral(relation)],
    ['than', numberLiteral(right.constant, project.program)],
  ]);
}

function isFact(value: Value): boolean {
  return value.kind === 'fact' || (value.kind === 'field' && isFact(value.of));
}

function writeReach(
  site: CaseSite,
  {
    name,
    zone,
    comment,
    formula,
  }: { readonly name: string; readonly zone: string; readonly comment: string; readonly formula: Formula },
): string {
  return writeCondition(site, {
    name,
    zone,
    comment: [comment],
    place: formula.place,
    code: (inner) => conditionCode(formula, inner, asAsked),
  }).reference;
}
