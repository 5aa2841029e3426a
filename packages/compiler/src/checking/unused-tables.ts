import { isNamelessScope } from '../binding/index.ts';
import type { CheckContext } from './context.ts';
import { report } from './context.ts';
import { lookupsIn } from './found-lookups.ts';

/** Reports tables that nothing looks up; those of modules are there for others. */
export function checkTablesUsed(context: CheckContext): void {
  const { queries } = context;
  const own = queries.get('names', 'table').flatMap((name) => {
    const [declared] = queries.get('declared', `table:${name}`);
    const isOwn = declared !== undefined && isNamelessScope(declared.file.module);
    return isOwn && queries.get('table', name) !== undefined ? [{ name, declared }] : [];
  });
  if (own.length === 0) return;
  const used = usedTables(context);
  for (const { name, declared } of own) {
    const { tree } = declared.unit;
    if (used.has(name) || tree.kind !== 'table') continue;
    report(context, declared.unit, 'lint/unused-table', tree.name, { name });
  }
}

function usedTables({ queries }: CheckContext): ReadonlySet<string> {
  const roots: (object | undefined)[] = [];
  for (const id of queries.get('names', 'policy')) {
    roots.push(queries.get('policy', id)?.policy);
    const lifts = queries.get('policy-outline', id)?.lifts ?? [];
    for (const number of lifts.keys()) {
      roots.push(...(queries.get('lift', `${id}#${number}`)?.exceptions.values() ?? []));
    }
  }
  for (const kind of ['define', 'activity', 'record'] as const) {
    for (const name of queries.get('names', kind)) roots.push(queries.get(kind, name));
  }
  return new Set(
    roots.flatMap((root) => (root === undefined ? [] : lookupsIn(root).map(({ table }) => table))),
  );
}
