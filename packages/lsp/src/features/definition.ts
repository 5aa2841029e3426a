import type { Location, LocationLink } from 'vscode-languageserver';
import { locationOf, rangeFrom } from '../model/places.ts';
import type { Target } from '../model/snapshot.ts';
import { symbolAt } from '../model/symbol-at.ts';
import type { DeclarationSite } from '../model/symbols.ts';

/** Where the name at a place is declared, as plain locations. */
export function definition(target: Target): Location[] {
  return declarationsAt(target).flatMap((site) => locationOf(target.snapshot, site) ?? []);
}

/** Where the name at a place is declared, with all of the text that declares it. */
export function definitionLinks(target: Target): LocationLink[] {
  const found = symbolAt(target);
  if (found === undefined) return [];
  const originSelectionRange = rangeFrom(found.file, found.start, found.site);
  return declarationsAt(target).flatMap((site) => {
    const home = target.snapshot.homeOf(site.unit);
    if (home === undefined) return [];
    return {
      originSelectionRange,
      targetUri: home.file.uri,
      targetRange: rangeFrom(home.file, home.start, site.node),
      targetSelectionRange: rangeFrom(home.file, home.start, site),
    };
  });
}

function declarationsAt(target: Target): readonly DeclarationSite[] {
  const found = symbolAt(target);
  if (found === undefined) return [];
  const { symbol, unit } = found.site;
  if (symbol.kind !== 'variable') return target.snapshot.symbols.declarationsOf(symbol);
  const site = target.snapshot.symbols
    .sitesIn(unit)
    .find(({ isDeclaration, start }) => isDeclaration && start === symbol.start);
  return site === undefined ? [] : [{ ...site, isDeclaration: true, node: site }];
}
