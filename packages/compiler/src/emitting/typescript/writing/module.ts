import { compareText, sortedBy } from '../../../support/index.ts';
import type { Doc } from './document.ts';
import { enclosed, hard, joined, space } from './document.ts';
import { createNames } from './names.ts';
import type { Printed } from './print.ts';
import { printDocument } from './print.ts';

/** One file that is being written. */
export interface Module {
  /** `policies/uk.pecr.ts` */
  readonly path: string;
  /** The name under which something of another file may be used here; it is imported. */
  use(path: string, name: string, wanted?: string): string;
  /** The same for a type. */
  useType(path: string, name: string): string;
  /** The name under which all of another file may be used here. */
  useAll(path: string, wanted: string): string;
  /** A name for something that this file declares. */
  declare(wanted: string): string;
  /** Whether a name stands for something already. */
  isTaken(name: string): boolean;
  /** A name for a parameter or a variable; different functions may use the same one. */
  local(wanted: string): string;
  /** Adds a declaration; an empty line stands before each. */
  add(...declaration: readonly Doc[]): void;
  print(): Printed;
}

export function createModule(options: {
  readonly path: string;
  readonly opening?: readonly Doc[];
  /** How imports of TypeScript files end. */
  readonly importExtension: '.ts' | '.js';
  /** Names that stand for something else where this file is used. */
  readonly reserved?: readonly string[];
}): Module {
  const { path, opening = [], importExtension, reserved = [] } = options;
  const names = createNames(reserved);
  const locals = new Set<string>();
  const imports = new Map<string, Import>();
  const declarations: Doc[] = [];
  const importName = (from: string, name: string, isType: boolean, wanted = name): string => {
    const key = `${from} ${name}`;
    const known = imports.get(key);
    if (known !== undefined) {
      if (!isType && known.isType) imports.set(key, { ...known, isType });
      return known.local;
    }
    const local = names.take(wanted);
    imports.set(key, { from, name, local, isType });
    return local;
  };
  return {
    path,
    use: (from, name, wanted) => importName(from, name, false, wanted),
    useType: (from, name) => importName(from, name, true),
    useAll(from, wanted) {
      const known = imports.get(`${from} *`);
      if (known !== undefined) return known.local;
      const local = names.take(wanted);
      imports.set(`${from} *`, { from, name: '*', local, isType: false });
      return local;
    },
    declare: (wanted) => names.take(wanted),
    isTaken: names.isTaken,
    local(wanted) {
      if (locals.has(wanted)) return wanted;
      const name = names.take(wanted);
      locals.add(name);
      return name;
    },
    add: (...declaration) => declarations.push(declaration),
    print() {
      const importDoc = importLines(path, [...imports.values()], importExtension);
      const head = importDoc.length === 0 ? [] : [joined(importDoc, hard)];
      return printDocument(joined([...opening, ...head, ...declarations], [hard, hard]));
    },
  };
}

interface Import {
  readonly from: string;
  readonly name: string;
  readonly local: string;
  readonly isType: boolean;
}

function importLines(path: string, imports: readonly Import[], extension: string): Doc[] {
  const byFile = new Map<string, Import[]>();
  for (const entry of sortedBy(imports, ({ name }) => name)) {
    byFile.set(entry.from, [...(byFile.get(entry.from) ?? []), entry]);
  }
  const paths = [...byFile.keys()].map((from) => ({ from, specifier: specifierOf(path, from, extension) }));
  paths.sort((left, right) => compareText(sortKey(left.specifier), sortKey(right.specifier)));
  return paths.flatMap(({ from, specifier }) => {
    const entries = byFile.get(from) ?? [];
    const types = entries.filter(({ isType }) => isType);
    const values = entries.filter(({ isType, name }) => !isType && name !== '*');
    const whole = entries.filter(({ name }) => name === '*');
    return [
      ...whole.map(({ local }) => `import * as ${local} from '${specifier}';`),
      ...(types.length === 0 ? [] : [importLine('import type ', types, specifier)]),
      ...(values.length === 0 ? [] : [importLine('import ', values, specifier)]),
    ];
  });
}

/** Files further up come first. */
function sortKey(specifier: string): string {
  return specifier.replace(/^\.\//, '~');
}

function importLine(keyword: string, entries: readonly Import[], specifier: string): Doc {
  const names = entries.map(({ name, local }) => (name === local ? name : `${name} as ${local}`));
  return [keyword, enclosed({ open: '{', close: '}', padding: space }, names), ` from '${specifier}';`];
}

function specifierOf(from: string, to: string, extension: string): string {
  const [fromParts, toParts] = [from.split('/'), to.split('/')];
  fromParts.pop();
  while (fromParts.length > 0 && fromParts[0] === toParts[0]) {
    fromParts.shift();
    toParts.shift();
  }
  const up = fromParts.length === 0 ? './' : '../'.repeat(fromParts.length);
  return `${up}${toParts.join('/').replace(/\.ts$/, extension)}`;
}
