import type { DeclarationUnit, ProgramSymbol, Span } from '@privacy-lang/compiler';

/** What a name in an editor can stand for: what the whole program knows, and what only one declaration or policy does. */
export type EditorSymbol =
  | ProgramSymbol
  /** A parameter or the entry of a list that a condition names; `unit` is the declaration that knows it. */
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly unit: DeclarationUnit;
      readonly start: number;
      readonly what: 'parameter' | 'entry';
    }
  /** `us.tcpa.texts-are-calls` */
  | { readonly kind: 'option'; readonly name: string };

/** A place where a name stands. */
export interface SymbolSite extends Span {
  readonly unit: DeclarationUnit;
  readonly symbol: EditorSymbol;
  readonly isDeclaration: boolean;
}

/** A site that declares something, with all of the text that does. */
export interface DeclarationSite extends SymbolSite {
  readonly isDeclaration: true;
  readonly node: object & Span;
}

const unitNumbers = new WeakMap<DeclarationUnit, number>();
let unitCount = 0;

/** The same text for the same symbol, within one process. */
export function symbolKey(symbol: EditorSymbol): string {
  if (symbol.kind === 'variable') return `variable ${unitNumber(symbol.unit)} ${symbol.start}`;
  const owner = symbol.kind !== 'option' ? symbol.owner : undefined;
  return `${symbol.kind} ${owner ?? ''} ${symbol.name}`;
}

function unitNumber(unit: DeclarationUnit): number {
  const known = unitNumbers.get(unit);
  if (known !== undefined) return known;
  unitCount += 1;
  unitNumbers.set(unit, unitCount);
  return unitCount;
}
