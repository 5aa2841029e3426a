import type { CheckedProgram, DeclarationUnit, SourceFile, SymbolReference } from '@privacy-lang/compiler';
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

/** Indexes a program; what it finds out about a declaration stays for as long as nothing about it changes. */
export function createSymbolIndex(
  files: readonly SourceFile[],
  checked: Pick<CheckedProgram, 'referencesIn'>,
): SymbolIndex {
  const inUnit = new Map<DeclarationUnit, UnitSites>();
  const lookAt = (unit: DeclarationUnit): UnitSites => {
    const known = inUnit.get(unit) ?? unitSites(unit, checked.referencesIn(unit));
    inUnit.set(unit, known);
    return known;
  };
  const declared = new Map<string, readonly DeclarationSite[]>();
  const allOf = <Site>(find: (unit: DeclarationUnit) => readonly Site[] | undefined): readonly Site[] => {
    const found = new Set<Site>();
    for (const { declarations } of files) {
      for (const { unit } of declarations) for (const site of find(unit) ?? []) found.add(site);
    }
    return [...found];
  };
  return {
    sitesIn: (unit) => lookAt(unit).sites,
    siteAt: (unit, offset) =>
      narrowest(
        lookAt(unit).sites.filter((site) => touches(site, offset)),
        offset,
      ),
    sitesOf(symbol) {
      const key = symbolKey(symbol);
      return allOf((unit) => lookAt(unit).bySymbol().get(key));
    },
    declarationsOf(symbol) {
      const key = symbolKey(symbol);
      const known = declared.get(key) ?? allOf((unit) => declarationsByKey(unit).get(key));
      declared.set(key, known);
      return known;
    },
  };
}

/** The names in one declaration. */
interface UnitSites {
  readonly references: readonly SymbolReference[];
  readonly sites: readonly SymbolSite[];
  bySymbol(): ReadonlyMap<string, readonly SymbolSite[]>;
}

const knownSites = new WeakMap<DeclarationUnit, UnitSites>();

/** What was found in the version before, where the same references were noted. */
function unitSites(unit: DeclarationUnit, references: readonly SymbolReference[]): UnitSites {
  const known = knownSites.get(unit);
  const isSame =
    known?.references.length === references.length &&
    known.references.every((reference, index) => reference === references[index]);
  if (known !== undefined && isSame) return known;
  const sites = orderedSites(unit, references);
  let bySymbol: ReadonlyMap<string, readonly SymbolSite[]> | undefined;
  const found = {
    references,
    sites,
    bySymbol() {
      bySymbol ??= groupBySymbol(sites);
      return bySymbol;
    },
  };
  knownSites.set(unit, found);
  return found;
}

const knownDeclarations = new WeakMap<DeclarationUnit, ReadonlyMap<string, readonly DeclarationSite[]>>();

function declarationsByKey(unit: DeclarationUnit): ReadonlyMap<string, readonly DeclarationSite[]> {
  const known = knownDeclarations.get(unit) ?? groupBySymbol(declarationSites(unit));
  knownDeclarations.set(unit, known);
  return known;
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
