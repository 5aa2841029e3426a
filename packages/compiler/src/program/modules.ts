import type { DiagnosticDetails, FileDiagnostic } from '../diagnostics/index.ts';
import { createDiagnostic } from '../diagnostics/index.ts';
import {
  compareText,
  isSameOrigin,
  libraryScheme,
  nearestNames,
  originRank,
  originWords,
} from '../support/index.ts';
import type { DottedName, PlacedDeclaration, SourceFile } from '../syntax/index.ts';

/** The name after `module`; undefined where a file states none. */
export function moduleOf(file: SourceFile): string | undefined {
  return moduleDeclaration(file)?.name.text;
}

/** The names after `use`, in the order of the file. */
export function usesOf(file: SourceFile): readonly string[] {
  return namedUses(file).map(({ name }) => name.text);
}

/** Where the library keeps a module: `std.crm` is in `std/crm.privacy`. Undefined for what cannot be a module. */
export function libraryFileOf(module: string): string | undefined {
  return /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*$/.test(module)
    ? `${module.replaceAll('.', '/')}.privacy`
    : undefined;
}

/** The modules that the files of the library hold. */
export function libraryModules(files: readonly string[]): readonly string[] {
  return files
    .filter((file) => file.endsWith('.privacy'))
    .map((file) => file.slice(0, -'.privacy'.length).replaceAll('/', '.'));
}

/** The path of a library file in messages: `library:std/crm.privacy`. */
export function libraryPath(file: string): string {
  return `${libraryScheme}${file}`;
}

/** Reports every `use` of a module that does not exist; `known` are those that do. */
export function reportUnknownModules(
  file: SourceFile,
  unknown: ReadonlySet<string>,
  known: Iterable<string>,
): readonly FileDiagnostic[] {
  return namedUses(file)
    .filter(({ name }) => unknown.has(name.text))
    .map(({ name, placed }) => {
      const details = nearModules(name, nearestNames(name.text, known));
      const diagnostic = createDiagnostic('name/unknown-module', name, { name: name.text }, details);
      return { file, unit: placed, diagnostic };
    });
}

/** Reports a file of the project or of a pack that takes the name of a library module. */
export function reportTakenModule(file: SourceFile, taken: ReadonlySet<string>): readonly FileDiagnostic[] {
  return file.declarations.flatMap((placed) => {
    const { tree } = placed.unit;
    if (tree.kind !== 'module' || !taken.has(tree.name.text)) return [];
    const values = { name: tree.name.text };
    return [
      { file, unit: placed, diagnostic: createDiagnostic('name/module-of-the-library', tree.name, values) },
    ];
  });
}

/**
 * Reports a module that is made up by files of two packs, or of a pack and the project: where the pack whose name comes
 * later declares it, or the project.
 */
export function reportSharedModule(module: string, files: readonly SourceFile[]): readonly FileDiagnostic[] {
  const [first, ...others] = [...files].sort(
    (left, right) => originRank(left.path) - originRank(right.path) || compareText(left.path, right.path),
  );
  if (first === undefined) return [];
  return others.flatMap((file) => {
    const placed = file.declarations.find(({ unit }) => unit.tree.kind === 'module');
    if (isSameOrigin(first.path, file.path) || placed?.unit.tree.kind !== 'module') return [];
    const values = { name: module, owner: originWords(first.path), other: originWords(file.path) };
    const diagnostic = createDiagnostic('name/module-of-a-pack', placed.unit.tree.name, values);
    return [{ file, unit: placed, diagnostic }];
  });
}

function moduleDeclaration(file: SourceFile) {
  for (const { unit } of file.declarations) {
    if (unit.tree.kind === 'module' && unit.tree.name.text !== '') return unit.tree;
  }
  return undefined;
}

interface NamedUse {
  readonly name: DottedName;
  readonly placed: PlacedDeclaration;
}

function namedUses(file: SourceFile): readonly NamedUse[] {
  return file.declarations.flatMap((placed) => {
    const { tree } = placed.unit;
    const isNamed = tree.kind === 'use' && tree.module.segments.every((segment) => segment.missing !== true);
    return isNamed && tree.module.text !== '' ? [{ name: tree.module, placed }] : [];
  });
}

function nearModules(name: DottedName, near: readonly string[]): DiagnosticDetails {
  const [first] = near;
  if (first === undefined) return {};
  const span = { start: name.start, end: name.end };
  return {
    help: `Do you mean "${first}"?`,
    fixes: near.map((module) => ({
      title: `Write "${module}"`,
      kind: 'needs-review',
      edits: [{ span, newText: module }],
    })),
  };
}
