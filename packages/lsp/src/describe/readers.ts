import { declarationSites } from '../model/declarations.ts';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { EditorSymbol } from '../model/symbols.ts';
import { symbolKey } from '../model/symbols.ts';
import { plain } from './markdown.ts';

/** More names than this say no more than their number. */
const mostNames = 5;

/** `Read by uk.pecr.email, uk.pecr.calls and 12 more`; undefined where nothing reads it. */
export function readersOf(snapshot: ProgramSnapshot, symbol: EditorSymbol): string | undefined {
  const readers = new Set<string>();
  for (const { source } of snapshot.files) {
    for (const { unit } of source.declarations) {
      if (unit.tree.kind !== 'policy' && unit.tree.kind !== 'define') continue;
      for (const name of readersIn(snapshot, unit, symbolKey(symbol))) readers.add(name);
    }
  }
  if (readers.size === 0) return undefined;
  const names = [...readers].sort();
  const shown = names.slice(0, mostNames).map(plain).join(', ');
  const more = names.length - mostNames;
  return `Read by ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

type Unit = ProgramSnapshot['files'][number]['source']['declarations'][number]['unit'];

function readersIn({ symbols }: ProgramSnapshot, unit: Unit, key: string): string[] {
  const sites = symbols.sitesIn(unit).filter((site) => !site.isDeclaration && symbolKey(site.symbol) === key);
  return sites.flatMap((site) => {
    const around = declarationSites(unit).filter(({ symbol, node }) => {
      const canRead = symbol.kind === 'rule' || symbol.kind === 'define' || symbol.kind === 'policy';
      return canRead && node.start <= site.start && site.end <= node.end;
    });
    const innermost = around.sort((left, right) => right.node.start - left.node.start)[0];
    return innermost === undefined ? [] : [innermost.symbol.name];
  });
}
