import type { Taxonomy, Term } from '@privacy-lang/compiler';
import type { TypeHierarchyItem } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import type { ProgramSnapshot, Target } from '../model/snapshot.ts';
import { symbolAt } from '../model/symbol-at.ts';
import type { EditorSymbol } from '../model/symbols.ts';
import type { HierarchyData } from './call-hierarchy.ts';

/** The taxonomy or term at a place. */
export function prepareTypeHierarchy(target: Target): TypeHierarchyItem[] {
  const symbol = symbolAt(target)?.site.symbol;
  if (symbol?.kind !== 'term' && symbol?.kind !== 'taxonomy') return [];
  return itemOf(target.snapshot, symbol);
}

/** What stands directly above: a term, or the taxonomy of a topmost one. */
export function supertypes(snapshot: ProgramSnapshot, { symbol }: HierarchyData): TypeHierarchyItem[] {
  const found = termOf(snapshot, symbol);
  if (found === undefined) return [];
  const { taxonomy, term } = found;
  const parent = taxonomy.terms[term.parent];
  return itemOf(
    snapshot,
    parent === undefined
      ? { kind: 'taxonomy', name: taxonomy.name }
      : { kind: 'term', name: parent.name, owner: taxonomy.name },
  );
}

/** What stands directly below. */
export function subtypes(snapshot: ProgramSnapshot, { symbol }: HierarchyData): TypeHierarchyItem[] {
  const found = termOf(snapshot, symbol);
  const taxonomy = found?.taxonomy ?? snapshot.checked.program.taxonomies.get(symbol.name);
  if (taxonomy === undefined) return [];
  const parent = found?.term.index ?? -1;
  const below = taxonomy.terms.filter((term) => term.parent === parent);
  return below.flatMap(({ name }) => itemOf(snapshot, { kind: 'term', name, owner: taxonomy.name }));
}

function termOf(
  { checked }: ProgramSnapshot,
  { kind, name, owner = '' }: HierarchyData['symbol'],
): { readonly taxonomy: Taxonomy; readonly term: Term } | undefined {
  const taxonomy = kind === 'term' ? checked.program.taxonomies.get(owner) : undefined;
  const term = taxonomy?.termsByName.get(name);
  return taxonomy === undefined || term === undefined ? undefined : { taxonomy, term };
}

function itemOf(
  snapshot: ProgramSnapshot,
  symbol: Extract<EditorSymbol, { owner?: string }>,
): TypeHierarchyItem[] {
  const [site] = snapshot.symbols.declarationsOf(symbol);
  const home = site && snapshot.homeOf(site.unit);
  if (site === undefined || home === undefined) return [];
  const title =
    symbol.kind === 'term'
      ? termOf(snapshot, symbol)?.term.title
      : snapshot.checked.program.taxonomies.get(symbol.name)?.title;
  return [
    {
      name: symbol.name,
      kind: symbol.kind === 'term' ? SymbolKind.EnumMember : SymbolKind.Enum,
      ...(title === undefined ? {} : { detail: title }),
      uri: home.file.uri,
      range: rangeFrom(home.file, home.start, site.node),
      selectionRange: rangeFrom(home.file, home.start, site),
      data: { uri: home.file.uri, symbol } satisfies HierarchyData,
    },
  ];
}
