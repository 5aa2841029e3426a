import { compareText, originRank, packOfPath, packScheme } from '../support/index.ts';
import type {
  Declaration,
  DeclarationUnit,
  DottedName,
  Name,
  SourceFile,
  UseDeclaration,
} from '../syntax/index.ts';

/** What can be declared by name; each kind is a namespace of its own for the whole program. */
export const namespaceKinds = [
  'taxonomy',
  'scale',
  'group',
  'table',
  'calendar',
  'record',
  'activity',
  'obligation',
  'define',
  'let',
  'policy',
  'choose',
] as const;

export type NamespaceKind = (typeof namespaceKinds)[number];

/** A declaration with the file that it stands in. */
export interface Declared {
  readonly unit: DeclarationUnit;
  readonly file: FileScope;
}

/** What a file sees: its own module and those that it uses, and what those use in turn. */
export interface FileScope {
  readonly path: string;
  /** The name after `module`, or the scope that the files of the project or of a pack share which name none. */
  readonly module: string;
  readonly visibleModules: ReadonlySet<string>;
}

/**
 * All declarations of a program, by kind and name, in the order of file paths and places: first those of the library,
 * then those of packs, then those of the project.
 */
export interface ProgramIndex {
  readonly files: readonly SourceFile[];
  /** Base declarations first; those that extend a vocabulary are in `extensions`. */
  declared(kind: NamespaceKind, name: string): readonly Declared[];
  extensions(kind: NamespaceKind, name: string): readonly Declared[];
  /** All declared names of a kind, sorted. */
  names(kind: NamespaceKind): readonly string[];
  readonly authorities: readonly Declared[];
  /** Every declaration, in order. */
  readonly all: readonly Declared[];
  /** The modules that exist, each with those that using it brings in. */
  readonly modules: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Indexes what the files declare; one pass over the declarations, none into them. */
export function createProgramIndex(files: readonly SourceFile[]): ProgramIndex {
  const ordered = [...files].sort(compareFiles);
  const scopes = fileScopes(ordered);
  const all = ordered.flatMap((file) =>
    file.declarations
      .filter(({ unit }) => takesPart(file, unit))
      .map(({ unit }) => ({ unit, file: scopes.get(file.path) ?? emptyScope(file.path) })),
  );
  const base = new Map<string, Declared[]>();
  const extending = new Map<string, Declared[]>();
  for (const declared of all) {
    const entry = declaredName(declared.unit.tree);
    if (entry === undefined || entry.name.text === '') continue;
    append(entry.extends ? extending : base, `${entry.kind}:${entry.name.text}`, declared);
  }
  return {
    files: ordered,
    all,
    modules: reachableModules(scopes.values()),
    authorities: all.filter(({ unit }) => unit.tree.kind === 'authorities'),
    declared: (kind, name) => base.get(`${kind}:${name}`) ?? [],
    extensions: (kind, name) => extending.get(`${kind}:${name}`) ?? [],
    names: (kind) =>
      [...base.keys()]
        .filter((key) => key.startsWith(`${kind}:`))
        .map((key) => key.slice(kind.length + 1))
        .sort(),
  };
}

function compareFiles(left: SourceFile, right: SourceFile): number {
  return originRank(left.path) - originRank(right.path) || compareText(left.path, right.path);
}

/** The tests of a pack are about the pack alone: others would change their answers. */
function takesPart(file: SourceFile, { tree }: DeclarationUnit): boolean {
  return packOfPath(file.path) === undefined || !testKinds.has(tree.kind);
}

const testKinds: ReadonlySet<Declaration['kind']> = new Set(['test', 'scenarios', 'let']);

/** What the files of each module see together: that is what using the module brings in. */
function reachableModules(scopes: Iterable<FileScope>): Map<string, ReadonlySet<string>> {
  const modules = new Map<string, ReadonlySet<string>>();
  for (const { module, visibleModules } of scopes) {
    const known = modules.get(module);
    if (known === undefined) modules.set(module, visibleModules);
    // Most files that share a scope use the same modules, and share what they see.
    else if (known !== visibleModules) modules.set(module, new Set([...known, ...visibleModules]));
  }
  return modules;
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The namespace and name of a declaration, and whether it only adds to another; undefined for those without a name. */
export function declaredName(
  tree: Declaration,
): { kind: NamespaceKind; name: Name | DottedName; extends: boolean } | undefined {
  switch (tree.kind) {
    case 'taxonomy':
    case 'group':
    case 'record':
    case 'activity':
      return { kind: tree.kind, name: tree.name, extends: tree.extends };
    case 'scale':
    case 'table':
    case 'calendar':
    case 'obligation':
    case 'define':
    case 'let':
    case 'policy':
      return { kind: tree.kind, name: tree.name, extends: false };
    case 'choose':
      return { kind: tree.kind, name: tree.option, extends: false };
    default:
      return undefined;
  }
}

function emptyScope(path: string): FileScope {
  const module = namelessScope(path);
  return { path, module, visibleModules: new Set([module]) };
}

/** Files that name no module share one scope: those of the project, and by themselves those of each pack. */
function namelessScope(path: string): string {
  const pack = packOfPath(path);
  return pack === undefined ? '' : `${packScheme}${pack}`;
}

/** Whether a scope is that of files that name no module. */
export function isNamelessScope(module: string): boolean {
  return module === '' || module.startsWith(packScheme);
}

function fileScopes(files: readonly SourceFile[]): Map<string, FileScope> {
  const headers = new Map(files.map((file) => [file.path, fileHeader(file)]));
  const usesByModule = new Map<string, Set<string>>();
  for (const { module, uses } of headers.values()) {
    if (isNamelessScope(module)) continue;
    const known = usesByModule.get(module) ?? new Set<string>();
    for (const used of uses) known.add(used);
    usesByModule.set(module, known);
  }
  const scopes = new Map<string, FileScope>();
  const shared = new Map<string, Set<string>>();
  for (const [path, { module, uses }] of headers) {
    const start = [module, ...uses];
    const key = start.join(' ');
    const visibleModules = shared.get(key) ?? reachable(start, usesByModule);
    shared.set(key, visibleModules);
    scopes.set(path, { path, module, visibleModules });
  }
  return scopes;
}

interface FileHeader {
  readonly module: string;
  readonly uses: readonly string[];
}

const knownHeaders = new WeakMap<SourceFile, FileHeader>();

/** The lines at the top of a file; found once for each version of it. */
function fileHeader(file: SourceFile): FileHeader {
  const known = knownHeaders.get(file) ?? readHeader(file);
  knownHeaders.set(file, known);
  return known;
}

function readHeader(file: SourceFile): FileHeader {
  const trees = file.declarations.map(({ unit }) => unit.tree);
  const module = trees.find((tree) => tree.kind === 'module');
  const uses = trees.filter((tree): tree is UseDeclaration => tree.kind === 'use');
  const name = nameText(module?.name);
  return {
    module: name === '' ? namelessScope(file.path) : name,
    uses: uses.map((use) => nameText(use.module)),
  };
}

function nameText(name: DottedName | undefined): string {
  return name?.text ?? '';
}

/** A module that uses others hands on what they declare. */
function reachable(
  start: readonly string[],
  usesByModule: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const seen = new Set(start);
  const open = [...seen];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    for (const used of usesByModule.get(module) ?? []) {
      if (seen.has(used)) continue;
      seen.add(used);
      open.push(used);
    }
  }
  return seen;
}
