import type { Location } from 'vscode-languageserver';
import { locationOf } from '../model/places.ts';
import type { Target } from '../model/snapshot.ts';
import { symbolAt } from '../model/symbol-at.ts';

/** Every place in the program that names what is named here. */
export function references(target: Target, options: { readonly includeDeclaration: boolean }): Location[] {
  const found = symbolAt(target);
  if (found === undefined) return [];
  return target.snapshot.symbols
    .sitesOf(found.site.symbol)
    .filter(({ isDeclaration }) => options.includeDeclaration || !isDeclaration)
    .flatMap((site) => locationOf(target.snapshot, site) ?? []);
}
