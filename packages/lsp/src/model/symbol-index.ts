import type { DeclarationUnit, SourceFile, SymbolReference } from '@privacy-lang/compiler';
import { declarationSites } from './declarations.ts';
import { localSites } from './local-names.ts';
import type { DeclarationSite, EditorSymbol, SymbolSite } from './symbols.ts';
import { symbolKey } from './symbols.ts';

/** Where a program declares and names things. */
export interface SymbolIndex {
  /** The name at an offset of a declaration, also right behind it. */
  siteAt(unit: DeclarationUnit, offset: number): SymbolSite | undefined;
  /** All names in a declaration, in their order. */
  sitesIn(unit: DeclarationUnit): readonly SymbolSite[];
  /** Every place that names a symbol, its declaration included. */
  sitesOf(symbol: EditorSymbol): readonly SymbolSite[];
  declarationsOf(symbol: EditorSymbol): readonly DeclarationSite[];
}

/** Indexes a program; what is asked for by symbol is put together when it is first asked for. */
export function createSymbolIndex(
  files: readonly SourceFile[],
  references: readonly SymbolReference[],
): SymbolIndex {
  const units = [...new Set(files.flatMap(({ declarations }) => declarations.map(({ unit }) => unit)))];
  const named = groupByUnit(references);
  const inUnit = new Map<DeclarationUnit, readonly SymbolSite[]>();
  const sitesIn = (unit: DeclarationUnit): readonly SymbolSite[] => {
    const known = inUnit.get(unit) ?? orderedSites(unit, named.get(unit) ?? []);
    inUnit.set(unit, known);
    return known;
  };
  let declared: ReadonlyMap<string, readonly DeclarationSite[]> | undefined;
  let bySymbol: ReadonlyMap<string, readonly SymbolSite[]> | undefined;
  return {
    sitesIn,
    siteAt: (unit, offset) =>
      narrowest(
        sitesIn(unit).filter((site) => touches(site, offset)),
        offset,
      ),
    sitesOf(symbol) {
      bySymbol ??= groupBySymbol(units.flatMap(sitesIn));
      return bySymbol.get(symbolKey(symbol)) ?? [];
    },
    declarationsOf(symbol) {
      declared ??= groupBySymbol(units.flatMap(declarationSites));
      return declared.get(symbolKey(symbol)) ?? [];
    },
  };
}

function groupByUnit(
  references: readonly SymbolReference[],
): ReadonlyMap<DeclarationUnit, readonly SymbolReference[]> {
  const groups = new Map<DeclarationUnit, SymbolReference[]>();
  for (const reference of references) {
    const known = groups.get(reference.unit);
    if (known === undefined) groups.set(reference.unit, [reference]);
    else known.push(reference);
  }
  return groups;
}

/** A condition that is read for several activities names the same thing several times. */
function orderedSites(unit: DeclarationUnit, references: readonly SymbolReference[]): SymbolSite[] {
  const sites = new Map<string, SymbolSite>();
  const noted = references.map((reference): SymbolSite => ({ ...reference, isDeclaration: false }));
  for (const site of [...declarationSites(unit), ...localSites(unit), ...noted]) {
    const key = `${site.start} ${site.end} ${symbolKey(site.symbol)}`;
    if (!sites.has(key)) sites.set(key, site);
  }
  return [...sites.values()].sort((left, right) => left.start - right.start || left.end - right.end);
}

function groupBySymbol<Site extends SymbolSite>(
  sites: readonly Site[],
): ReadonlyMap<string, readonly Site[]> {
  const groups = new Map<string, Site[]>();
  for (const site of sites) {
    const key = symbolKey(site.symbol);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [site]);
    else known.push(site);
  }
  return groups;
}

function touches({ start, end }: SymbolSite, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Of two names that meet at the offset, the one that begins there. */
function narrowest(sites: readonly SymbolSite[], offset: number): SymbolSite | undefined {
  const inside = sites.filter(({ end }) => offset < end);
  const candidates = inside.length > 0 ? inside : sites;
  return [...candidates].sort((left, right) => left.end - left.start - (right.end - right.start))[0];
}
