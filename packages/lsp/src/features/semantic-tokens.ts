import type { DeclarationUnit, Program, Span, TextCategory, TextPart } from '@privacy-lang/compiler';
import { tokenizeUnit } from '@privacy-lang/compiler';
import type { SemanticTokens, SemanticTokensEdit, SemanticTokensLegend } from 'vscode-languageserver';
import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import type { EditorSymbol, SymbolSite } from '../model/symbols.ts';
import { fieldNamed } from '../model/types.ts';

const tokenTypes = [
  'namespace',
  'class',
  'enum',
  'enumMember',
  'type',
  'struct',
  'interface',
  'function',
  'method',
  'property',
  'parameter',
  'variable',
  'keyword',
  'string',
  'number',
  'operator',
  'comment',
] as const;

type TokenType = (typeof tokenTypes)[number];

const tokenModifiers = ['declaration', 'documentation', 'defaultLibrary', 'sensitive'] as const;

/** The numbers of types and modifiers, as told to the editor. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** What every word of a file is, or of a part of it; names as far as it is known what they refer to. */
export function semanticTokens(snapshot: ProgramSnapshot, file: ProgramFile, part?: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { unit, start } of file.source.declarations) {
    if (part !== undefined && (start > part.end || start + unit.text.length < part.start)) continue;
    for (const token of unitTokens(snapshot, unit)) {
      if (part !== undefined && (start + token.end < part.start || start + token.start > part.end)) continue;
      const from = file.positions.toPosition(start + token.start);
      const to = file.positions.toPosition(start + token.end);
      // A token never spans lines; texts and comments of this language do not either.
      if (from.line !== to.line) continue;
      builder.push(from.line, from.character, to.character - from.character, token.type, token.modifiers);
    }
  }
  return { data: builder.build().data };
}

/** The one change that turns the numbers of an answer into those of the next. */
export function tokensEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (start === before.length && start === after.length) return [];
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [{ start, deleteCount: before.length - start - end, data: after.slice(start, after.length - end) }];
}

interface Token extends Span {
  readonly type: number;
  readonly modifiers: number;
}

function* unitTokens(snapshot: ProgramSnapshot, unit: DeclarationUnit): Generator<Token> {
  const sites = snapshot.symbols.sitesIn(unit);
  let next = 0;
  for (const part of partsOf(unit)) {
    while ((sites[next]?.end ?? Number.POSITIVE_INFINITY) <= part.start) next += 1;
    const site = covering(sites, next, part.start, part.end);
    const type = site === undefined ? categoryTypes[part.category] : symbolTypes[site.symbol.kind];
    if (type === undefined || (site !== undefined && part.category === 'punctuation')) continue;
    const modifiers = modifiersOf(snapshot, part.category, site);
    yield { start: part.start, end: part.end, type: tokenTypes.indexOf(type), modifiers };
  }
}

const knownParts = new WeakMap<DeclarationUnit, readonly TextPart[]>();

function partsOf(unit: DeclarationUnit): readonly TextPart[] {
  const known = knownParts.get(unit) ?? tokenizeUnit(unit.text);
  knownParts.set(unit, known);
  return known;
}

function covering(
  sites: readonly SymbolSite[],
  from: number,
  start: number,
  end: number,
): SymbolSite | undefined {
  for (let index = from; index < sites.length; index += 1) {
    const site = sites[index];
    if (site === undefined || site.start > start) return undefined;
    if (site.end >= end) return site;
  }
  return undefined;
}

function modifiersOf(
  snapshot: ProgramSnapshot,
  category: TextCategory,
  site: SymbolSite | undefined,
): number {
  if (site === undefined) return category === 'documentation' ? bit('documentation') : 0;
  const sensitive = isSensitive(snapshot.checked.program, site.symbol) ? bit('sensitive') : 0;
  if (site.isDeclaration) return bit('declaration') | sensitive;
  const [declared] = snapshot.symbols.declarationsOf(site.symbol);
  const isLibrary = declared !== undefined && snapshot.homeOf(declared.unit)?.file.isLibrary === true;
  return (isLibrary ? bit('defaultLibrary') : 0) | sensitive;
}

function bit(modifier: (typeof tokenModifiers)[number]): number {
  return 1 << tokenModifiers.indexOf(modifier);
}

/** Facts and terms of special categories; what is below a sensitive term is, too. */
function isSensitive(program: Program, symbol: EditorSymbol): boolean {
  if (symbol.kind === 'field')
    return fieldNamed(program, symbol.owner ?? '', symbol.name)?.sensitive === true;
  if (symbol.kind !== 'term') return false;
  const taxonomy = program.taxonomies.get(symbol.owner ?? '');
  let term = taxonomy?.termsByName.get(symbol.name);
  while (term !== undefined && !term.sensitive) term = taxonomy?.terms[term.parent];
  return term !== undefined;
}

/** Brackets, commas and names that refer to nothing known are left to the grammar of the editor. */
const categoryTypes: Readonly<Record<TextCategory, TokenType | undefined>> = {
  keyword: 'keyword',
  name: undefined,
  text: 'string',
  number: 'number',
  unit: 'keyword',
  date: 'number',
  time: 'number',
  moment: 'number',
  address: 'string',
  operator: 'operator',
  punctuation: undefined,
  comment: 'comment',
  documentation: 'comment',
  unreadable: undefined,
};

const symbolTypes: Readonly<Record<EditorSymbol['kind'], TokenType>> = {
  module: 'namespace',
  policy: 'namespace',
  activity: 'class',
  record: 'struct',
  taxonomy: 'enum',
  scale: 'enum',
  term: 'enumMember',
  step: 'enumMember',
  level: 'enumMember',
  authority: 'enumMember',
  group: 'type',
  table: 'type',
  calendar: 'type',
  obligation: 'interface',
  define: 'function',
  rule: 'method',
  field: 'property',
  option: 'property',
  choose: 'property',
  let: 'variable',
  variable: 'parameter',
};
