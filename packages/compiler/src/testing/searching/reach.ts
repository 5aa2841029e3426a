import type { Formula, Policy, Program, Provision, Value } from '../../logic/index.ts';
import { isFormula, partsOf } from '../../logic/index.ts';
import type { AnyProvision, ConditionSite, PartSite, ProvisionSite } from '../sites/index.ts';
import { partSites, provisionSites, rootsOf } from '../sites/index.ts';
import type { Case } from './case.ts';

/** A way on which an answer comes to a condition or a provision. */
export interface Reach {
  readonly policy: Policy;
  /** Whether it is about an activity or about records. */
  readonly kind: Case['kind'];
  /** The name of the activity or the record. */
  readonly subject: string;
  /** The policies that have to count: the one that states it, and one that lifts. */
  readonly policies: ReadonlySet<string>;
  /** What has to hold on the way, from the outside in: that the policy applies, the conditions of the rules around. */
  readonly chain: readonly Formula[];
  /** What must not hold at the end of the way: exceptions that would take the rule away all the same. */
  readonly against: readonly Formula[];
  /** All that is asked on the way and there. */
  readonly roots: readonly (Formula | Value)[];
  /** The program with nothing but the rule at hand and its policy's default, or the whole policy: quick to decide by. */
  readonly probe: (program: Program) => Program;
}

/** The ways to what can be reached. */
export interface Reaches {
  toProvision(provision: AnyProvision): readonly Reach[];
  /** Through the defines that it is part of, too. */
  toCondition(site: ConditionSite): readonly Reach[];
}

/** Looks once at which conditions are asked from where. */
export function createReaches(program: Program): Reaches {
  const provisions = provisionSites(program);
  const parts = partSites(program);
  const byId = new Map<string, ProvisionSite[]>();
  for (const site of provisions) byId.set(site.provision.id, [...(byId.get(site.provision.id) ?? []), site]);
  const asked = createAskedFormulas(program);
  const toConditions = new Map<string, readonly Reach[]>();
  return {
    toProvision: ({ id }) => (byId.get(id) ?? []).map(reachOfProvision),
    toCondition({ key, readings }) {
      const known = toConditions.get(key);
      if (known !== undefined) return known;
      const wanted = new Set(readings);
      const found = [
        ...parts.filter(({ applies }) => asked(applies, wanted)).map(reachOfPart),
        ...provisions
          .filter(({ provision }) => rootsOf(provision).some((root) => asked(root, wanted)))
          .map(reachOfProvision),
      ];
      toConditions.set(key, found);
      return found;
    },
  };
}

function reachOfPart({ policy, kind, subject, applies }: PartSite): Reach {
  const probe = probeOf(policy.id, subject, () => true);
  return {
    policy,
    kind,
    subject,
    policies: new Set([policy.id]),
    chain: [],
    against: [],
    roots: [applies],
    probe,
  };
}

function reachOfProvision({ policy, kind, subject, applies, provision, outer }: ProvisionSite): Reach {
  const around = [applies, ...outer.map(({ condition }) => condition)];
  const lifts = [...outer, provision].flatMap((each) => ('by' in each && each.by ? [each.by.policy] : []));
  const exceptions = provision.exceptions.map(({ condition }) => condition);
  const outermost = outer[0] ?? provision;
  return {
    policy,
    kind,
    subject,
    policies: new Set([policy.id, ...lifts]),
    chain: around,
    against: exceptions,
    roots: [...around, ...rootsOf(provision), ...exceptions],
    probe: probeOf(policy.id, subject, ({ id }) => id === outermost.id),
  };
}

function probeOf(id: string, subject: string, isKept: (rule: Provision) => boolean): Reach['probe'] {
  return (program) => ({
    ...program,
    policies: program.policies
      .filter((policy) => policy.id === id)
      .map((policy) => ({
        ...policy,
        parts: policy.parts
          .filter(({ activity }) => activity === subject)
          .map((part) => ({ ...part, rules: part.rules.filter(isKept) })),
        schedules: policy.schedules
          .filter(({ record }) => record === subject)
          .map((part) => ({ ...part, rules: part.rules.filter(isKept) })),
      })),
  });
}

/** Whether asking a condition comes to one of some others; what each root asks is found out once. */
function createAskedFormulas(
  program: Program,
): (root: Formula | Value, wanted: ReadonlySet<Formula>) => boolean {
  const known = new Map<Formula | Value, ReadonlySet<Formula>>();
  return (root, wanted) => {
    const formulas = known.get(root) ?? formulasBelow(root, program);
    known.set(root, formulas);
    for (const formula of wanted) if (formulas.has(formula)) return true;
    return false;
  };
}

function formulasBelow(root: Formula | Value, program: Program): ReadonlySet<Formula> {
  const found = new Set<Formula>();
  const seen = new Set<Formula | Value>();
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (isFormula(node)) found.add(node);
    open.push(...partsOf(node));
    if (node.kind !== 'call' && node.kind !== 'call-value') continue;
    const body = program.defines.get(node.define)?.body;
    if (body !== undefined) open.push(body.kind === 'formula' ? body.formula : body.value);
  }
  return found;
}
