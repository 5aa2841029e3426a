import type { Formula, Policy, Program } from '@privacy-lang/compiler';
import { locationOf } from '../model/places.ts';
import type { AnyProvision } from '../model/provisions.ts';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { PolicyItem, RuleItem, RuleTree } from '../protocol.ts';
import { protocolVersion } from '../protocol.ts';

/** The policies of programs with their rules, for views by authority, jurisdiction, channel or any other taxonomy. */
export function ruleTree(programs: readonly ProgramSnapshot[]): RuleTree {
  const policies = new Map<string, { readonly rank: number; readonly item: PolicyItem }>();
  for (const snapshot of programs) {
    for (const policy of snapshot.checked.program.policies) {
      if (snapshot.homeOf(policy.place.unit) === undefined) continue;
      policies.set(policy.id, { rank: policy.authority.rank, item: policyItem(snapshot, policy) });
    }
  }
  const sorted = [...policies.values()].sort(
    (left, right) => left.rank - right.rank || (left.item.id < right.item.id ? -1 : 1),
  );
  return { version: protocolVersion, policies: sorted.map(({ item }) => item) };
}

function policyItem(snapshot: ProgramSnapshot, policy: Policy): PolicyItem {
  const location = locationOf(snapshot, policy.place);
  return {
    id: policy.id,
    title: policy.title,
    authority: policy.authority.name,
    scope: scopeOf(snapshot, policy),
    ...(location === undefined ? {} : { location }),
    rules: policy.parts.flatMap(({ activity, default: byDefault, rules }) =>
      [...(byDefault === undefined ? [] : [byDefault]), ...rules].map((rule) =>
        ruleItem(snapshot, activity, rule),
      ),
    ),
  };
}

function ruleItem(snapshot: ProgramSnapshot, activity: string, provision: AnyProvision): RuleItem {
  const location = locationOf(snapshot, provision.place);
  const { id, title, kind, effect, cites, inForce, exceptions } = provision;
  const named = exceptions.filter((exception) => exception.kind !== 'unless');
  return {
    id,
    title,
    kind: kind === 'default' || kind === 'rule' || kind === 'lift' ? kind : 'exception',
    ...(effect === undefined ? {} : { effect }),
    activity,
    citations: cites,
    ...(inForce === undefined ? {} : { inForce }),
    ...(location === undefined ? {} : { location }),
    exceptions: named.map((exception) => ruleItem(snapshot, activity, exception)),
  };
}

/** The terms and groups that `applies when` names and does not deny, by taxonomy. */
function scopeOf({ checked }: ProgramSnapshot, { parts }: Policy): Record<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { applies } of parts) collectScope(checked.program, applies, found);
  return Object.fromEntries([...found].sort().map(([taxonomy, names]) => [taxonomy, [...names].sort()]));
}

function collectScope(program: Program, formula: Formula, found: Map<string, Set<string>>): void {
  if (formula.kind === 'and' || formula.kind === 'or') {
    for (const operand of formula.operands) collectScope(program, operand, found);
  }
  if (formula.kind !== 'term-test') return;
  for (const option of formula.options) {
    const name = option.kind === 'term' ? option.term : option.group;
    const names = found.get(formula.taxonomy) ?? new Set<string>();
    found.set(formula.taxonomy, names.add(name));
  }
}
