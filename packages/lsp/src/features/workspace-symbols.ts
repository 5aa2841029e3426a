import type { WorkspaceSymbol } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { declarationSites } from '../model/declarations.ts';
import { locationOf } from '../model/places.ts';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { DeclarationSite, EditorSymbol } from '../model/symbols.ts';

/** Editors ask again for every letter; more answers than this help nobody. */
const mostAnswers = 500;

/** What the programs declare whose names hold the letters of a query in their order; the closest come first. */
export function workspaceSymbols(programs: readonly ProgramSnapshot[], query: string): WorkspaceSymbol[] {
  const found = new Map<string, { readonly symbol: WorkspaceSymbol; readonly distance: number }>();
  for (const snapshot of programs) {
    for (const { unit } of snapshot.files.flatMap(({ source }) => source.declarations)) {
      for (const site of declarationSites(unit)) {
        const distance = distanceOf(site.symbol.name, query);
        const symbol = distance === undefined ? undefined : toWorkspaceSymbol(snapshot, site);
        if (distance === undefined || symbol === undefined) continue;
        found.set(`${symbol.location.uri} ${JSON.stringify(symbol.location)} ${symbol.name}`, {
          symbol,
          distance,
        });
      }
    }
  }
  return [...found.values()]
    .sort((left, right) => left.distance - right.distance || compare(left.symbol.name, right.symbol.name))
    .slice(0, mostAnswers)
    .map(({ symbol }) => symbol);
}

function toWorkspaceSymbol(snapshot: ProgramSnapshot, site: DeclarationSite): WorkspaceSymbol | undefined {
  const location = locationOf(snapshot, site);
  if (location === undefined) return undefined;
  const { symbol } = site;
  const containerName = 'owner' in symbol ? symbol.owner : undefined;
  return {
    name: symbol.name,
    kind: kinds[symbol.kind],
    location,
    ...(containerName === undefined ? {} : { containerName }),
  };
}

const kinds: Readonly<Record<EditorSymbol['kind'], SymbolKind>> = {
  taxonomy: SymbolKind.Enum,
  scale: SymbolKind.Enum,
  group: SymbolKind.Array,
  table: SymbolKind.Array,
  calendar: SymbolKind.Array,
  record: SymbolKind.Struct,
  activity: SymbolKind.Class,
  obligation: SymbolKind.Interface,
  define: SymbolKind.Function,
  let: SymbolKind.Constant,
  policy: SymbolKind.Namespace,
  choose: SymbolKind.Constant,
  authority: SymbolKind.EnumMember,
  term: SymbolKind.EnumMember,
  step: SymbolKind.EnumMember,
  level: SymbolKind.EnumMember,
  field: SymbolKind.Field,
  rule: SymbolKind.Method,
  module: SymbolKind.Module,
  option: SymbolKind.Property,
  variable: SymbolKind.Variable,
};

/** How far a name is from a query: 0 the same, 1 begins with it, 2 contains it, 3 has its letters; undefined: none. */
function distanceOf(name: string, query: string): number | undefined {
  const text = name.toLowerCase();
  const wanted = query.toLowerCase();
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  if (text.includes(wanted)) return 2;
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return undefined;
  }
  return 3;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
