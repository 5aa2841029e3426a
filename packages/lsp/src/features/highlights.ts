import type { DocumentHighlight } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import type { Target } from '../model/snapshot.ts';
import { symbolAt } from '../model/symbol-at.ts';
import { symbolKey } from '../model/symbols.ts';

/** Every place in the same file that names what is named here; its declaration counts as writing. */
export function documentHighlights({ snapshot, file, offset }: Target): DocumentHighlight[] {
  const found = symbolAt({ snapshot, file, offset });
  if (found === undefined) return [];
  const wanted = symbolKey(found.site.symbol);
  return file.source.declarations.flatMap(({ unit, start }) =>
    snapshot.symbols
      .sitesIn(unit)
      .filter(({ symbol }) => symbolKey(symbol) === wanted)
      .map((site) => ({
        range: rangeFrom(file, start, site),
        kind: site.isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
  );
}
