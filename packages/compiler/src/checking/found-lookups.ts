import type { LookupValue } from '../logic/index.ts';

const found = new WeakMap<object, readonly LookupValue[]>();

/** All look-ups in a policy, rule, define or whatever else is made of conditions and values, wherever they stand. */
export function lookupsIn(root: object): readonly LookupValue[] {
  const known = found.get(root);
  if (known !== undefined) return known;
  const lookups: LookupValue[] = [];
  const seen = new Set<object>();
  const open: object[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (isLookup(next)) lookups.push(next);
    for (const [key, part] of Object.entries(next)) {
      if (!withoutLookups.has(key) && typeof part === 'object' && part !== null) open.push(part);
    }
  }
  found.set(root, lookups);
  return lookups;
}

/** Parts of the logic that hold no values; places lead to whole declarations. */
const withoutLookups: ReadonlySet<string> = new Set(['place', 'traits', 'type', 'constant', 'field']);

function isLookup(part: object): part is LookupValue {
  return 'kind' in part && part.kind === 'lookup';
}
