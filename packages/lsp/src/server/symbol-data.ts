import type { EditorSymbol } from '../model/symbols.ts';

/** What an item carried to the editor and back: a symbol, and the file whose program knows it. */
export interface SymbolData {
  readonly uri: string;
  readonly symbol: Exclude<EditorSymbol, { readonly kind: 'variable' }>;
}

/** Undefined where the data is not what this server sent. */
export function readSymbolData(data: unknown): SymbolData | undefined {
  if (!isObject(data) || typeof data['uri'] !== 'string' || !isObject(data['symbol'])) return undefined;
  const { kind, name, owner } = data['symbol'];
  if (typeof kind !== 'string' || typeof name !== 'string') return undefined;
  const symbol = { kind, name, ...(typeof owner === 'string' ? { owner } : {}) };
  // Kinds that do not exist lead to no declaration, and variables are never sent.
  return { uri: data['uri'], symbol: symbol as SymbolData['symbol'] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
