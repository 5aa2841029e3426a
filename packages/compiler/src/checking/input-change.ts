import type { ProgramIndex } from '../binding/index.ts';
import { declaredName } from '../binding/index.ts';
import type { DeclarationUnit, SourceFile } from '../syntax/index.ts';
import { unitKey } from './context.ts';
import type { InputChange, QueryId } from './queries.ts';

/** What differs between the files of two versions of a program. */
export interface FilesChange {
  readonly input: InputChange;
  /** Declarations that the version before did not have. */
  readonly added: ReadonlySet<DeclarationUnit>;
}

/** Questions that are answered by looking a declaration up. */
const trackedKinds: ReadonlySet<string> = new Set([
  'declared',
  'extensions',
  'names',
  'modules',
  'authority-lists',
  'unit',
]);

/** Compares the files of two versions; those that are the same object cost nothing. */
export function changeBetween(before: ProgramIndex, after: ProgramIndex): FilesChange {
  const isSameSet =
    before.files.length === after.files.length &&
    after.files.every(({ path }, index) => before.files[index]?.path === path);
  if (!isSameSet) return wholeChange(before, after);
  const removed: DeclarationUnit[] = [];
  const added: DeclarationUnit[] = [];
  for (const [index, file] of after.files.entries()) {
    const earlier = before.files[index];
    if (earlier === undefined || earlier === file) continue;
    if (headerOf(earlier) !== headerOf(file)) return wholeChange(before, after);
    const middle = changedMiddle(earlier, file);
    removed.push(...middle.removed);
    added.push(...middle.added);
  }
  const input = { touched: touchedQuestions(removed, added), trackedKinds };
  return { input, added: new Set(added) };
}

function wholeChange(before: ProgramIndex, after: ProgramIndex): FilesChange {
  const known = new Set(before.all.map(({ unit }) => unit));
  const added = new Set(after.all.map(({ unit }) => unit).filter((unit) => !known.has(unit)));
  return { input: { touched: 'all', trackedKinds }, added };
}

/** The lines that say which module a file is and what it uses. */
function headerOf({ declarations }: SourceFile): string {
  const lines: string[] = [];
  for (const { unit } of declarations) {
    if (unit.tree.kind === 'module') lines.push(`module ${unit.tree.name.text}`);
    else if (unit.tree.kind === 'use') lines.push(`use ${unit.tree.module.text}`);
  }
  return lines.join('\n');
}

interface Middle {
  readonly removed: readonly DeclarationUnit[];
  readonly added: readonly DeclarationUnit[];
}

/** The declarations between those at both ends that stayed as they were. */
function changedMiddle(before: SourceFile, after: SourceFile): Middle {
  const [old, fresh] = [before.declarations, after.declarations];
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old[start]?.unit === fresh[start]?.unit) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end]?.unit === fresh[fresh.length - 1 - end]?.unit)
    end += 1;
  const unitsOf = (placed: typeof old) => placed.slice(start, placed.length - end).map(({ unit }) => unit);
  return { removed: unitsOf(old), added: unitsOf(fresh) };
}

function touchedQuestions(
  removed: readonly DeclarationUnit[],
  added: readonly DeclarationUnit[],
): readonly QueryId[] {
  const ids = new Map<string, QueryId>();
  const touch = (kind: string, key: string): unknown => ids.set(`${kind} ${key}`, { kind, key });
  const balance = new Map<string, number>();
  for (const [units, step] of [
    [removed, -1],
    [added, 1],
  ] as const) {
    for (const unit of units) {
      touch('unit', unitKey(unit));
      if (unit.tree.kind === 'authorities') touch('authority-lists', '');
      const entry = declaredName(unit.tree);
      if (entry === undefined) continue;
      const key = `${entry.kind}:${entry.name.text}`;
      touch(entry.extends ? 'extensions' : 'declared', key);
      if (!entry.extends) balance.set(key, (balance.get(key) ?? 0) + step);
    }
  }
  for (const [key, count] of balance) if (count !== 0) touch('names', key.slice(0, key.indexOf(':')));
  return [...ids.values()];
}
