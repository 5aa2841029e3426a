import type { CheckContext } from './context.ts';
import { report } from './context.ts';
import { checkSchedules } from './policies/schedule-checks.ts';
import { checkTablesUsed } from './unused-tables.ts';

/** Checks what only the whole program shows: tenants that are mixed up, activities that nobody may ever do, records. */
export function checkWhole(context: CheckContext): void {
  context.queries.get('whole', '');
}

/** The answer to `whole`; its messages are its result. */
export function computeWhole(context: CheckContext): true {
  checkTenants(context);
  checkRegimesExist(context);
  checkSchedules(context);
  checkTablesUsed(context);
  return true;
}

/** In a program whose policies name two tenants, every tenant policy names its own. */
function checkTenants(context: CheckContext): void {
  const { queries } = context;
  const policies = queries.get('names', 'policy').flatMap((id) => {
    const outline = queries.get('policy-outline', id);
    return outline?.authority?.tenant === true ? [outline] : [];
  });
  const tenants = new Set(policies.flatMap((outline) => outline.tenants));
  if (tenants.size < 2) return;
  const names = [...tenants]
    .sort()
    .map((tenant) => `"${tenant}"`)
    .join(' and ');
  for (const { id, tenants: own } of policies) {
    const [declared] = queries.get('declared', `policy:${id}`);
    if (own.length > 0 || declared?.unit.tree.kind !== 'policy') continue;
    report(context, declared.unit, 'policy/unnamed-tenant', declared.unit.tree.name, { name: id, names });
  }
}

/** Restrictions without a regime: whatever they say, the answer is never "permitted". */
function checkRegimesExist(context: CheckContext): void {
  const { queries } = context;
  const regimes = new Set<string>();
  const restricted = new Map<string, string>();
  for (const id of queries.get('names', 'policy')) {
    for (const target of queries.get('policy-outline', id)?.targets ?? []) {
      const { kind, name } = target.about;
      if (target.kind === 'default') regimes.add(name);
      else if (kind === 'activity' && !restricted.has(name)) restricted.set(name, id);
    }
  }
  for (const [activity, id] of restricted) {
    const [declared] = queries.get('declared', `policy:${id}`);
    if (regimes.has(activity) || activity === '' || declared?.unit.tree.kind !== 'policy') continue;
    report(context, declared.unit, 'lint/no-regime', declared.unit.tree.name, { activity });
  }
}
