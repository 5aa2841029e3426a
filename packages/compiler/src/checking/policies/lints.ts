import type { Declared } from '../../binding/index.ts';
import type { Default, Exception, Formula, Policy, Rule, ScheduleRule, Taxonomy } from '../../logic/index.ts';
import { someNode } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { adviseOnLookups } from './lookup-lints.ts';
import { conjunctsOf } from './regimes.ts';

/** Advice about a policy as it stands. */
export function adviseOnPolicy(context: CheckContext, declared: Declared, policy: Policy): void {
  for (const { applies, default: byDefault, rules } of policy.parts) {
    adviseOnPart(context, declared, policy, {
      applies,
      provisions: byDefault === undefined ? rules : [byDefault, ...rules],
    });
  }
  for (const { applies, rules } of policy.schedules) {
    adviseOnPart(context, declared, policy, { applies, provisions: rules });
  }
}

interface Part {
  readonly applies: Formula;
  readonly provisions: readonly (Rule | Default | ScheduleRule)[];
}

function adviseOnPart(context: CheckContext, declared: Declared, policy: Policy, part: Part): void {
  const country = countryOf(part.applies);
  adviseOnStates(context, declared, country, part.applies);
  for (const provision of part.provisions) {
    adviseOnCitation(context, declared, policy, provision);
    for (const condition of conditionsOf(provision)) adviseOnStates(context, declared, country, condition);
    adviseOnLookups(context, declared, part.applies, provision);
  }
}

const statutePattern = /§|\bart(?:icle)?\.? ?\d|\b(?:CFR|U\.S\.C|reg\.|SI \d|Directive|Regulation|GDPR)\b/i;

/** Law is cited; a house rule that cites law pretends to more authority than it has. */
function adviseOnCitation(
  context: CheckContext,
  declared: Declared,
  policy: Policy,
  provision: Rule | Default | ScheduleRule,
): void {
  const { authority } = policy;
  const values = { name: provision.id, authority: authority.name };
  const isAdvice = provision.kind === 'rule' && provision.effect === 'advise';
  // A hold without a citation is an error of its own.
  const isHold = provision.kind === 'schedule' && provision.action === 'hold';
  if (authority.binding && provision.cites.length === 0 && !isAdvice && !isHold) {
    report(context, declared.unit, 'lint/law-without-cite', provision.place, values);
  }
  const statute = provision.cites.find((cite) => statutePattern.test(cite));
  if (authority.tenant && statute !== undefined) {
    report(context, declared.unit, 'lint/house-rule-cites-law', provision.place, {
      ...values,
      cite: statute,
    });
  }
}

/** The one country that a policy is about, by name of the claim's taxonomy. */
function countryOf(applies: Formula): { taxonomy: string; country: string } | undefined {
  for (const conjunct of conjunctsOf(applies)) {
    if (conjunct.kind !== 'term-test' || conjunct.value.kind !== 'claim') continue;
    const [option, second] = conjunct.options;
    if (option?.kind === 'term' && second === undefined)
      return { taxonomy: conjunct.taxonomy, country: option.term };
  }
  return undefined;
}

/** `CA` in a policy of the United States: Canada is written, California is meant. */
function adviseOnStates(
  context: CheckContext,
  declared: Declared,
  about: { taxonomy: string; country: string } | undefined,
  condition: Formula,
): void {
  const taxonomy = about && context.queries.get('taxonomy', about.taxonomy);
  if (about === undefined || taxonomy === undefined) return;
  someNode(condition, (node) => {
    if (node.kind === 'term-test' && node.taxonomy === about.taxonomy && node.place.unit === declared.unit) {
      for (const option of node.options) {
        if (option.kind === 'term')
          adviseOnTerm(context, declared, { taxonomy, country: about.country }, option.term, node);
      }
    }
    return false;
  });
}

function conditionsOf(provision: Rule | Default | ScheduleRule | Exception): readonly Formula[] {
  return [provision.condition, ...provision.exceptions.flatMap(conditionsOf)];
}

function adviseOnTerm(
  context: CheckContext,
  declared: Declared,
  about: { taxonomy: Taxonomy; country: string },
  name: string,
  node: Formula,
): void {
  const { taxonomy, country } = about;
  const term = taxonomy.termsByName.get(name);
  const state = taxonomy.termsByName.get(`${country}-${name}`);
  if (term === undefined || state === undefined || term.depth > 0 || name === country) return;
  const values = {
    name,
    title: term.title ?? name,
    state: state.name,
    stateTitle: state.title ?? state.name,
  };
  report(context, declared.unit, 'lint/country-or-state', node.place, values);
}
