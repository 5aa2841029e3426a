import type { SourceFile } from '@privacy-lang/compiler';
import type { ProgramFile, ProgramSnapshot } from './snapshot.ts';

/** The name that a file states after `module`; empty where it states none. */
export function moduleOf({ declarations }: SourceFile): string {
  for (const { unit } of declarations) if (unit.tree.kind === 'module') return unit.tree.name.text;
  return '';
}

/** The modules that a file sees: its own, those that it uses, and those that these use in turn. */
export function visibleModules(snapshot: ProgramSnapshot, file: ProgramFile): ReadonlySet<string> {
  return reachable([moduleOf(file.source), ...usesOf(file.source)], usesByModule(snapshot));
}

/** Of the modules of one family that bring a module in, the one that brings in the most: one line is enough then. */
export function moduleToUse(snapshot: ProgramSnapshot, wanted: string): string {
  const uses = usesByModule(snapshot);
  const family = wanted.split('.')[0];
  let widest = { module: wanted, size: reachable([wanted], uses).size };
  for (const module of [...uses.keys()].sort()) {
    const reach = module.split('.')[0] === family ? reachable([module], uses) : new Set<string>();
    if (reach.has(wanted) && reach.size > widest.size) widest = { module, size: reach.size };
  }
  return widest.module;
}

function usesOf({ declarations }: SourceFile): string[] {
  return declarations.flatMap(({ unit }) => (unit.tree.kind === 'use' ? [unit.tree.module.text] : []));
}

function usesByModule({ files }: ProgramSnapshot): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, readonly string[]>();
  for (const { source } of files) {
    const module = moduleOf(source);
    if (module !== '') uses.set(module, [...(uses.get(module) ?? []), ...usesOf(source)]);
  }
  return uses;
}

function reachable(
  start: readonly string[],
  uses: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const seen = new Set(start);
  // A set is walked in the order in which its members came, new ones included.
  for (const module of seen) for (const used of uses.get(module) ?? []) seen.add(used);
  return seen;
}
