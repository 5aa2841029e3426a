import type { Exception, Formula, Policy, Program, Provision, ScheduleRule, Value } from '../logic/index.ts';
import { isFormula, partsOf } from '../logic/index.ts';
import { valuesOf } from './statements.ts';

/** A term or group that a condition names. */
export interface NamedTerm {
  readonly kind: 'term' | 'group';
  readonly taxonomy: string;
  readonly name: string;
  /** Named only in order to be left out. */
  readonly excluded: boolean;
}

/** The terms that decide whether a policy applies. */
export function termsOfPolicy(policy: Policy, program: Program): readonly NamedTerm[] {
  const parts = [...policy.parts, ...policy.schedules];
  return collectTerms(
    parts.map(({ applies }) => applies),
    program,
  );
}

/** The terms that a rule names in its conditions, its exceptions and in what it says of time. */
export function termsOfRule(rule: Provision | ScheduleRule, program: Program): readonly NamedTerm[] {
  return collectTerms(nodesOf(rule), program);
}

function nodesOf(provision: Provision | ScheduleRule | Exception): readonly (Formula | Value)[] {
  return [
    provision.condition,
    ...valuesOf(provision),
    ...provision.exceptions.flatMap((exception) => nodesOf(exception)),
  ];
}

type Node = Formula | Value;

interface Visit {
  readonly node: Node;
  readonly negated: boolean;
  /** Inside of a define only what is asked of its parameters belongs to whoever calls it. */
  readonly inDefine: boolean;
}

/** Each term once; one that is also named without a "not" counts as such. */
function collectTerms(roots: readonly Node[], program: Program): readonly NamedTerm[] {
  const found = new Map<string, NamedTerm>();
  const seen = new Map<Node, Set<string>>();
  const open: Visit[] = roots.map((node) => ({ node, negated: false, inDefine: false }));
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { node, negated, inDefine } = visit;
    const state = `${negated} ${inDefine}`;
    const states = seen.get(node) ?? new Set();
    if (states.has(state)) continue;
    seen.set(node, states.add(state));
    for (const term of namedBy(visit, program)) {
      const key = `${term.kind} ${term.taxonomy} ${term.name}`;
      const known = found.get(key);
      if (known === undefined || (known.excluded && !term.excluded)) found.set(key, term);
    }
    const next = node.kind === 'not' ? !negated : negated;
    open.push(...partsOf(node).map((part) => ({ node: part, negated: next, inDefine })));
    const body = calledBody(node, program);
    if (body !== undefined) open.push({ node: body, negated, inDefine: true });
  }
  return [...found.values()];
}

function calledBody(node: Node, { defines }: Program): Node | undefined {
  if (node.kind !== 'call' && node.kind !== 'call-value') return undefined;
  const body = defines.get(node.define)?.body;
  if (body === undefined) return undefined;
  return body.kind === 'formula' ? body.formula : body.value;
}

function namedBy({ node, negated, inDefine }: Visit, program: Program): readonly NamedTerm[] {
  if (isFormula(node)) {
    if (node.kind !== 'term-test' || (inDefine && node.value.kind !== 'parameter')) return [];
    const { taxonomy } = node;
    return node.options.map((option) => ({
      kind: option.kind,
      taxonomy,
      name: option.kind === 'term' ? option.term : option.group,
      excluded: negated,
    }));
  }
  if (node.kind !== 'constant' || inDefine) return [];
  const { constant } = node;
  if (constant.type !== 'term' && constant.type !== 'scope') return [];
  const names = Array.isArray(constant.value) ? constant.value : [constant.value];
  const terms = program.taxonomies.get(constant.taxonomy)?.termsByName;
  return names.flatMap((name) =>
    terms?.has(name) ? [{ kind: 'term' as const, taxonomy: constant.taxonomy, name, excluded: negated }] : [],
  );
}
