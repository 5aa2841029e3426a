import type { CheckContext } from './context.ts';
import { report } from './context.ts';

/** Checks what only the whole program shows: tenants that are mixed up, and activities that nobody may ever do. */
export function checkWhole(context: CheckContext): void {
  context.queries.get('whole', '');
}

/** The answer to `whole`; its messages are its result. */
export function computeWhole(context: CheckContext): true {
  checkTenants(context);
  checkRegimesExist(context);
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
      if (target.kind === 'default') regimes.add(target.activity);
      else if (target.effect !== 'schedule' && !restricted.has(target.activity))
        restricted.set(target.activity, id);
    }
  }
  for (const [activity, id] of restricted) {
    const [declared] = queries.get('declared', `policy:${id}`);
    if (regimes.has(activity) || activity === '' || declared?.unit.tree.kind !== 'policy') continue;
    report(context, declared.unit, 'lint/no-regime', declared.unit.tree.name, { activity });
  }
}
