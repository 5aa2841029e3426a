import type { LinkedEditingRanges } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import type { Target } from '../model/snapshot.ts';
import { symbolAt } from '../model/symbol-at.ts';
import { symbolKey } from '../model/symbols.ts';

/** The places of a name that nothing outside of its declaration knows: a parameter, or the entry of a list. */
export function linkedEditing({ snapshot, file, offset }: Target): LinkedEditingRanges | undefined {
  const found = symbolAt({ snapshot, file, offset });
  if (found?.site.symbol.kind !== 'variable') return undefined;
  const wanted = symbolKey(found.site.symbol);
  const sites = snapshot.symbols
    .sitesIn(found.site.unit)
    .filter(({ symbol }) => symbolKey(symbol) === wanted);
  if (sites.length < 2) return undefined;
  return {
    ranges: sites.map((site) => rangeFrom(file, found.start, site)),
    wordPattern: '[A-Za-z][A-Za-z0-9-]*',
  };
}
