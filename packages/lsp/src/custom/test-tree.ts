import type { DeclarationUnit, TestCase } from '@privacy-lang/compiler';
import { rangeFrom } from '../model/places.ts';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { TestItem, TestTree } from '../protocol.ts';
import { protocolVersion } from '../protocol.ts';

/** A test of the program with the id by which editors know it. */
export interface IdentifiedTest {
  readonly id: string;
  readonly test: TestCase;
}

/** All tests of a program; ids stay the same while the text around them is edited. */
export function identifiedTests({ checked }: ProgramSnapshot): readonly IdentifiedTest[] {
  const paths = new Map<DeclarationUnit, string>();
  for (const { path, declarations } of checked.program.files) {
    for (const { unit } of declarations) paths.set(unit, path);
  }
  const counts = new Map<string, number>();
  return checked.program.tests.map((test) => {
    const base = `${paths.get(test.place.unit) ?? ''}#${test.title}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return { id: count === 1 ? base : `${base}#${count}`, test };
  });
}

/** The tests of programs by file, rows below their tables. */
export function testTree(programs: readonly ProgramSnapshot[]): TestTree {
  const files = new Map<string, { uri: string; label: string; tests: TestItem[] }>();
  for (const snapshot of programs) {
    for (const [unit, tests] of byUnit(identifiedTests(snapshot))) {
      const home = snapshot.homeOf(unit);
      if (home === undefined || home.file.isLibrary) continue;
      const { uri, source } = home.file;
      const file = files.get(uri) ?? { uri, label: source.path, tests: [] };
      files.set(uri, file);
      const items = tests.map(({ id, test }): TestItem => {
        const range = rangeFrom(home.file, home.start, test.place);
        return { id, label: test.title, uri, range, children: [] };
      });
      const item = unit.tree.kind === 'scenarios' ? tableItem(home, unit, items) : items[0];
      const isNew = item !== undefined && !file.tests.some(({ id }) => id === item.id);
      if (isNew) file.tests.push(item);
    }
  }
  const sorted = [...files.values()].sort((left, right) => (left.label < right.label ? -1 : 1));
  return { version: protocolVersion, files: sorted };
}

function tableItem(
  { file, start }: NonNullable<ReturnType<ProgramSnapshot['homeOf']>>,
  { tree }: DeclarationUnit,
  children: readonly TestItem[],
): TestItem {
  const label = tree.kind === 'scenarios' ? tree.title.value : '';
  return {
    id: `${file.source.path}#scenarios#${label}`,
    label,
    uri: file.uri,
    range: rangeFrom(file, start, tree),
    children,
  };
}

function byUnit(tests: readonly IdentifiedTest[]): ReadonlyMap<DeclarationUnit, readonly IdentifiedTest[]> {
  const groups = new Map<DeclarationUnit, IdentifiedTest[]>();
  for (const test of tests) {
    const { unit } = test.test.place;
    const known = groups.get(unit);
    if (known === undefined) groups.set(unit, [test]);
    else known.push(test);
  }
  return groups;
}
