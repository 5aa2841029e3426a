import type { TextCategory } from '@privacy-lang/compiler';
import { tokenizeUnit } from '@privacy-lang/compiler';
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import type { EditorSymbol, SymbolSite } from '../model/symbols.ts';

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

const tokenModifiers = ['declaration', 'documentation', 'defaultLibrary'] as const;

/** The numbers of types and modifiers, as told to the editor. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** What every word of a file is; names as far as it is known what they refer to. */
export function semanticTokens(snapshot: ProgramSnapshot, file: ProgramFile): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { unit, start } of file.source.declarations) {
    const sites = snapshot.symbols.sitesIn(unit);
    let next = 0;
    for (const part of tokenizeUnit(unit.text)) {
      while ((sites[next]?.end ?? Number.POSITIVE_INFINITY) <= part.start) next += 1;
      const site = covering(sites, next, part.start, part.end);
      const type = site === undefined ? categoryTypes[part.category] : symbolTypes[site.symbol.kind];
      if (type === undefined || (site !== undefined && part.category === 'punctuation')) continue;
      const from = file.positions.toPosition(start + part.start);
      const to = file.positions.toPosition(start + part.end);
      // A token never spans lines; texts and comments of this language do not either.
      if (from.line !== to.line) continue;
      const length = to.character - from.character;
      const modifiers = modifiersOf(snapshot, part.category, site);
      builder.push(from.line, from.character, length, tokenTypes.indexOf(type), modifiers);
    }
  }
  return builder.build();
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
  const documentation = category === 'documentation' ? 1 << tokenModifiers.indexOf('documentation') : 0;
  if (site === undefined) return documentation;
  if (site.isDeclaration) return 1 << tokenModifiers.indexOf('declaration');
  const [declared] = snapshot.symbols.declarationsOf(site.symbol);
  const isLibrary = declared !== undefined && snapshot.homeOf(declared.unit)?.file.isLibrary === true;
  return isLibrary ? 1 << tokenModifiers.indexOf('defaultLibrary') : 0;
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
