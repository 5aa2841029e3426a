import type { Program } from '../logic/index.ts';

/** The terms that a group has, or had or will have at any time, with everything below each and that of its groups. */
export function groupMembers(name: string, program: Program): ReadonlySet<string> {
  const members = new Set<string>();
  const seen = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const group = program.groups.get(next);
    const taxonomy = program.taxonomies.get(group?.taxonomy ?? '');
    for (const entry of group?.entries ?? []) {
      if (entry.kind === 'group') open.push(entry.name);
      const term = taxonomy?.termsByName.get(entry.name);
      if (entry.kind === 'group' || taxonomy === undefined || term === undefined) continue;
      for (const below of taxonomy.terms.slice(term.index, term.end)) members.add(below.name);
    }
  }
  return members;
}
