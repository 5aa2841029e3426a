import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { declarationSites } from '../model/declarations.ts';
import { rangeFrom } from '../model/places.ts';
import type { ProgramSnapshot, Target } from '../model/snapshot.ts';
import { symbolAt } from '../model/symbol-at.ts';
import type { DeclarationSite, EditorSymbol, SymbolSite } from '../model/symbols.ts';

/** What an item of the hierarchy stands for, as it travels to the editor and back. */
export interface HierarchyData {
  readonly uri: string;
  readonly symbol: { readonly kind: EditorSymbol['kind']; readonly name: string; readonly owner?: string };
}

/** The definition, rule or fact at a place: what can ask something, or be asked. */
export function prepareCallHierarchy(target: Target): CallHierarchyItem[] {
  const found = symbolAt(target);
  if (found === undefined || !callables.has(found.site.symbol.kind)) return [];
  const sites = target.snapshot.symbols.declarationsOf(found.site.symbol);
  return sites.slice(0, 1).flatMap((site) => itemOf(target.snapshot, site) ?? []);
}

/** The rules and definitions whose conditions ask a definition. */
export function incomingCalls(snapshot: ProgramSnapshot, data: HierarchyData): CallHierarchyIncomingCall[] {
  const sites = snapshot.symbols.sitesOf(symbolOf(data)).filter(({ isDeclaration }) => !isDeclaration);
  const groups = new Map<DeclarationSite, SymbolSite[]>();
  for (const site of sites) {
    const around = callerAround(site);
    if (around !== undefined) groups.set(around, [...(groups.get(around) ?? []), site]);
  }
  return [...groups].flatMap(([caller, calls]) => {
    const from = itemOf(snapshot, caller);
    return from === undefined ? [] : [{ from, fromRanges: rangesOf(snapshot, calls) }];
  });
}

/** The definitions that a rule or definition asks. */
export function outgoingCalls(snapshot: ProgramSnapshot, data: HierarchyData): CallHierarchyOutgoingCall[] {
  const [caller] = snapshot.symbols.declarationsOf(symbolOf(data));
  if (caller === undefined) return [];
  const { unit, node } = caller;
  const calls = snapshot.symbols.sitesIn(unit).filter((site) => {
    const isInside = node.start <= site.start && site.end <= node.end;
    return isInside && !site.isDeclaration && callables.has(site.symbol.kind);
  });
  const groups = new Map<string, SymbolSite[]>();
  for (const call of calls) {
    const key = `${call.symbol.kind} ${call.symbol.name}`;
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  return [...groups.values()].flatMap((sites) => {
    const [first] = sites;
    const [declared] = first === undefined ? [] : snapshot.symbols.declarationsOf(first.symbol);
    const to = declared && itemOf(snapshot, declared);
    return to === undefined ? [] : [{ to, fromRanges: rangesOf(snapshot, sites) }];
  });
}

const callables: ReadonlySet<EditorSymbol['kind']> = new Set(['define', 'rule', 'policy', 'field', 'table']);

function symbolOf({ symbol }: HierarchyData): EditorSymbol {
  // Variables are never sent, and kinds that do not exist lead to no declaration.
  return symbol as EditorSymbol;
}

/** The innermost rule around a site, or the definition or policy that it is in. */
function callerAround(site: SymbolSite): DeclarationSite | undefined {
  const around = declarationSites(site.unit).filter(
    ({ symbol, node }) =>
      ['define', 'rule', 'policy', 'field'].includes(symbol.kind) &&
      node.start <= site.start &&
      site.end <= node.end,
  );
  return around.sort((left, right) => right.node.start - left.node.start)[0];
}

function itemOf(snapshot: ProgramSnapshot, site: DeclarationSite): CallHierarchyItem | undefined {
  const home = snapshot.homeOf(site.unit);
  if (home === undefined || site.symbol.kind === 'variable') return undefined;
  const { symbol } = site;
  const title = 'title' in site.node ? site.node.title : undefined;
  const detail =
    typeof title === 'object' && title !== null && 'value' in title ? String(title.value) : undefined;
  return {
    name: symbol.name,
    kind: kinds[symbol.kind] ?? SymbolKind.Method,
    ...(detail === undefined ? {} : { detail }),
    uri: home.file.uri,
    range: rangeFrom(home.file, home.start, site.node),
    selectionRange: rangeFrom(home.file, home.start, site),
    data: { uri: home.file.uri, symbol } satisfies HierarchyData,
  };
}

const kinds: Readonly<Partial<Record<EditorSymbol['kind'], SymbolKind>>> = {
  define: SymbolKind.Function,
  rule: SymbolKind.Method,
  policy: SymbolKind.Namespace,
  field: SymbolKind.Field,
  table: SymbolKind.Array,
};

function rangesOf(snapshot: ProgramSnapshot, sites: readonly SymbolSite[]) {
  return sites.flatMap((site) => {
    const home = snapshot.homeOf(site.unit);
    return home === undefined ? [] : [rangeFrom(home.file, home.start, site)];
  });
}
