import type { DeclarationUnit } from '@privacy-lang/compiler';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import type { ProgramSnapshot, Target } from '../model/snapshot.ts';
import type { FoundSite } from '../model/symbol-at.ts';
import { symbolAt } from '../model/symbol-at.ts';
import type { EditorSymbol, SymbolSite } from '../model/symbols.ts';

/** The name that would be renamed; undefined where there is none that can be. */
export function prepareRename(target: Target): { range: Range; placeholder: string } | undefined {
  const found = renamable(target);
  if (found === undefined) return undefined;
  const part = lastPart(found.site);
  const placeholder = found.site.unit.text.slice(part.start, part.end).replaceAll('`', '');
  return { range: rangeFrom(found.file, found.start, part), placeholder };
}

/** The edits that give a symbol another name everywhere; names that could not be read back are refused. */
export function rename(target: Target, newName: string): WorkspaceEdit | undefined {
  const found = renamable(target);
  if (found === undefined) return undefined;
  const { symbol } = found.site;
  checkName(target.snapshot, symbol, newName);
  const changes: Record<string, TextEdit[]> = {};
  for (const part of partsToRename(target.snapshot, found)) {
    const home = target.snapshot.homeOf(part.unit);
    if (home === undefined || home.file.isLibrary) return undefined;
    const edits = changes[home.file.uri] ?? [];
    edits.push({ range: rangeFrom(home.file, home.start, part), newText: written(newName, symbol) });
    changes[home.file.uri] = edits;
  }
  return { changes };
}

/** Names of the library are not the author's, and a default has no name of its own. */
function renamable(target: Target): FoundSite | undefined {
  const found = symbolAt(target);
  if (found === undefined) return undefined;
  const { symbol } = found.site;
  if (symbol.kind === 'variable') return found;
  if (symbol.kind === 'rule' && /\.default\.[^.]+$/.test(symbol.name)) return undefined;
  const declared = target.snapshot.symbols.declarationsOf(symbol);
  const isOwn = declared.every((site) => target.snapshot.homeOf(site.unit)?.file.isLibrary === false);
  return declared.length > 0 && isOwn ? found : undefined;
}

interface RenamedPart {
  readonly unit: DeclarationUnit;
  readonly start: number;
  readonly end: number;
}

/** Every place where the name stands: by itself, and in the ids of what is in it. */
function partsToRename({ symbols, files }: ProgramSnapshot, { site }: FoundSite): readonly RenamedPart[] {
  const { symbol } = site;
  const own = symbols.sitesOf(symbol).flatMap((each) => {
    const part = partFor(each, symbol);
    return part === undefined ? [] : [{ unit: each.unit, ...part }];
  });
  if (symbol.kind !== 'policy' && symbol.kind !== 'rule') return own;
  const start = `${symbol.name}.`;
  const length =
    symbol.kind === 'policy' ? symbol.name.length : symbol.name.length - symbol.name.lastIndexOf('.') - 1;
  const units = files.flatMap(({ source }) => source.declarations.map(({ unit }) => unit));
  const inside = units.flatMap((unit) =>
    symbols.sitesIn(unit).filter((each) => {
      const isPart = each.symbol.kind === 'rule' || each.symbol.kind === 'option';
      return isPart && each.symbol.name.startsWith(start) && unit.text.startsWith(start, each.start);
    }),
  );
  const parts = inside.map((each) => {
    const end = each.start + symbol.name.length;
    return { unit: each.unit, start: end - length, end };
  });
  return [...own, ...parts];
}

/** Policies and modules are renamed with all of their dots; rules and options by the last part of their ids. */
function lastPart({ start, end, symbol, unit }: SymbolSite): { start: number; end: number } {
  if (symbol.kind !== 'rule' && symbol.kind !== 'option') return { start, end };
  const text = unit.text.slice(start, end);
  return { start: start + text.lastIndexOf('.') + 1, end };
}

/** The part of a site that is the symbol's own name: the rest of a longer name says where it stands. */
function partFor(site: SymbolSite, symbol: EditorSymbol): { start: number; end: number } | undefined {
  const part = lastPart(site);
  const text = site.unit.text.slice(part.start, part.end).replaceAll('`', '');
  const isPattern = text === '*' || text === '';
  const own = symbol.name.slice(
    symbol.kind === 'rule' || symbol.kind === 'option' ? symbol.name.lastIndexOf('.') + 1 : 0,
  );
  return isPattern || (text !== own && (symbol.kind === 'rule' || symbol.kind === 'option'))
    ? undefined
    : part;
}

const dottedKinds: ReadonlySet<EditorSymbol['kind']> = new Set(['policy', 'module']);
const quotableKinds: ReadonlySet<EditorSymbol['kind']> = new Set(['term', 'field', 'step']);

function checkName({ symbols }: ProgramSnapshot, symbol: EditorSymbol, name: string): void {
  const word = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
  const isName = dottedKinds.has(symbol.kind)
    ? name.split('.').every((part) => word.test(part))
    : word.test(name) || (quotableKinds.has(symbol.kind) && /^[^`\r\n]+$/.test(name));
  if (!isName) throw refusal(`"${name}" cannot be a name: use letters, digits and hyphens.`);
  if (symbol.kind === 'variable') return;
  const qualified =
    symbol.kind === 'rule' || symbol.kind === 'option'
      ? `${symbol.name.slice(0, symbol.name.lastIndexOf('.') + 1)}${name}`
      : name;
  const isTaken =
    qualified !== symbol.name && symbols.declarationsOf({ ...symbol, name: qualified }).length > 0;
  if (isTaken) throw refusal(`"${name}" is declared already.`);
}

function written(name: string, symbol: EditorSymbol): string {
  const isPlain = /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(name);
  return isPlain || !quotableKinds.has(symbol.kind) ? name : `\`${name}\``;
}

function refusal(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
