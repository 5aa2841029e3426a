import type {
  Default,
  Define,
  Exception,
  Formula,
  Period,
  Policy,
  Program,
  Provision,
  Rule,
  ScheduleRule,
  Value,
} from '../../logic/index.ts';
import { isFormula, someNode } from '../../logic/index.ts';
import type { AnyProvision } from '../sites/index.ts';
import { partSites, provisionSites, rootsOf } from '../sites/index.ts';

/** Conditions that others take the place of. */
export type Replacements = ReadonlyMap<Formula, Formula>;

/** Makes changed programs; what a change does not touch is shared with the original. */
export interface Rewriter {
  /** The program with some conditions in place of others, wherever they are part of something. */
  withConditions(replacements: Replacements): Program;
  /** The program with a rule, exception or lift changed, or without it. */
  withProvision(provision: Provision, change: ProvisionChange): Program;
}

/** Looks once at where every condition is used. */
export function createRewriter(program: Program): Rewriter {
  const policiesWith = new Map<Formula, Set<Policy>>();
  const definesWith = new Map<Formula, Set<string>>();
  for (const policy of program.policies) {
    for (const node of nodesOf(policy)) noteUses(node, policy, policiesWith);
  }
  for (const [name, define] of program.defines) noteUses(bodyOf(define), name, definesWith);
  return {
    withConditions(replacements) {
      const rewrite = createRewrite(replacements);
      const policies = unitedUses(replacements, policiesWith);
      const defines = unitedUses(replacements, definesWith);
      return {
        ...program,
        policies: program.policies.map((policy) =>
          policies.has(policy) ? rewritePolicy(policy, rewrite, keepProvision) : policy,
        ),
        defines: new Map(
          [...program.defines].map(([name, define]) => [
            name,
            defines.has(name) ? rewriteDefine(define, rewrite) : define,
          ]),
        ),
      };
    },
    withProvision(provision, change) {
      const changed: ProvisionChange = (each) => (each.id === provision.id ? change(each) : each);
      const policies = program.policies.map((policy) =>
        holds(policy, provision) ? rewritePolicy(policy, keepNode, changed) : policy,
      );
      return { ...program, policies };
    },
  };
}

function nodesOf(policy: Policy): readonly (Formula | Value)[] {
  const holder = { policies: [policy] };
  return [
    ...partSites(holder).map(({ applies }) => applies),
    ...provisionSites(holder).flatMap(({ provision }) => rootsOf(provision)),
  ];
}

function bodyOf({ body }: Define): Formula | Value {
  return body.kind === 'formula' ? body.formula : body.value;
}

function noteUses<User>(root: Formula | Value, user: User, uses: Map<Formula, Set<User>>): void {
  someNode(root, (node) => {
    if (!isFormula(node)) return false;
    const known = uses.get(node) ?? new Set();
    known.add(user);
    uses.set(node, known);
    return false;
  });
}

function unitedUses<User>(
  replacements: Replacements,
  uses: ReadonlyMap<Formula, ReadonlySet<User>>,
): ReadonlySet<User> {
  return new Set([...replacements.keys()].flatMap((formula) => [...(uses.get(formula) ?? [])]));
}

function holds(policy: Policy, { id }: Provision): boolean {
  return provisionSites({ policies: [policy] }).some(({ provision }) => provision.id === id);
}

type Rewrite = <Node extends Formula | Value>(node: Node) => Node;

/** The same kind of provision with something else in it; undefined: without it. */
export type ProvisionChange = <Kind extends AnyProvision>(provision: Kind) => Kind | undefined;

const keepNode: Rewrite = (node) => node;
const keepProvision: ProvisionChange = (provision) => provision;

/** Places, types and constants hold no conditions. */
const plainParts: ReadonlySet<string> = new Set(['place', 'traits', 'type', 'constant', 'field']);

/**
 * Nodes are plain data, so that one walk serves every kind of them. Each is looked at once, because conditions share
 * parts; what has nothing replaced in it stays the same object.
 */
function createRewrite(replacements: Replacements): Rewrite {
  const done = new Map<object, object>();
  const rewritePart = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    const known = done.get(part);
    if (known !== undefined) return known;
    const replaced = (replacements as ReadonlyMap<object, Formula>).get(part);
    const result = replaced ?? rewriteInside(part);
    done.set(part, result);
    return result;
  };
  const rewriteInside = (part: object): object => {
    const entries = Object.entries(part).map(
      ([key, value]) => [key, plainParts.has(key) ? value : rewritePart(value), value] as const,
    );
    if (entries.every(([, after, before]) => after === before)) return part;
    return Array.isArray(part)
      ? entries.map(([, after]) => after)
      : Object.fromEntries(entries.map(([key, after]) => [key, after]));
  };
  // A node is rewritten to a node of its kind, but where a condition takes the place of another one.
  return (node) => rewritePart(node) as typeof node;
}

function rewriteDefine(define: Define, rewrite: Rewrite): Define {
  const { body } = define;
  return body.kind === 'formula'
    ? { ...define, body: { kind: 'formula', formula: rewrite(body.formula) } }
    : { ...define, body: { kind: 'value', value: rewrite(body.value) } };
}

function rewritePolicy(policy: Policy, rewrite: Rewrite, change: ProvisionChange): Policy {
  const parts = policy.parts.map((part) => {
    const { default: byDefault, ...others } = part;
    const changed = byDefault && rewriteProvision(byDefault, rewrite, change);
    const rules = part.rules.flatMap((rule) => rewriteProvision(rule, rewrite, change) ?? []);
    const kept = changed === undefined ? {} : { default: changed };
    return { ...others, ...kept, applies: rewrite(part.applies), rules };
  });
  const schedules = policy.schedules.map((part) => {
    const rules = part.rules.flatMap((rule) => rewriteProvision(rule, rewrite, change) ?? []);
    return { ...part, applies: rewrite(part.applies), rules };
  });
  return { ...policy, parts, schedules };
}

function rewriteProvision<Kind extends Default | Rule | Exception | ScheduleRule>(
  provision: Kind,
  rewrite: Rewrite,
  change: ProvisionChange,
): Kind | undefined {
  const changed = change(provision);
  if (changed === undefined) return undefined;
  const exceptions = changed.exceptions.flatMap(
    (exception) => rewriteProvision(exception, rewrite, change) ?? [],
  );
  return {
    ...changed,
    condition: rewrite(changed.condition),
    exceptions,
    ...rewritePeriods(changed, rewrite),
  };
}

function rewritePeriods(provision: AnyProvision, rewrite: Rewrite) {
  if (provision.kind === 'schedule') {
    const { period, doneWhen } = provision;
    return {
      ...(period === undefined ? {} : { period: rewritePeriod(period, rewrite) }),
      ...(doneWhen === undefined ? {} : { doneWhen: rewrite(doneWhen) }),
    };
  }
  const instead = 'instead' in provision ? provision.instead : undefined;
  return instead === undefined ? {} : { instead: rewritePeriod(instead, rewrite) };
}

function rewritePeriod({ until, rolling, extension }: Period, rewrite: Rewrite): Period {
  return {
    until: rewrite(until),
    ...(rolling === undefined ? {} : { rolling: rewrite(rolling) }),
    ...(extension === undefined
      ? {}
      : { extension: { until: rewrite(extension.until), condition: rewrite(extension.condition) } }),
  };
}
