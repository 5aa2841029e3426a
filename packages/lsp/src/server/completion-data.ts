import type { CompletionData } from '../features/completion.ts';

/** What a suggestion carried along, as it comes back from the editor; undefined where it is not that. */
export function readCompletionData(data: unknown): CompletionData | undefined {
  if (!isObject(data) || typeof data['uri'] !== 'string' || !isObject(data['symbol'])) return undefined;
  const { kind, name, owner } = data['symbol'];
  if (typeof kind !== 'string' || typeof name !== 'string') return undefined;
  const symbol = { kind, name, ...(typeof owner === 'string' ? { owner } : {}) };
  // Kinds that do not exist lead to no declaration, and variables are never sent.
  return { uri: data['uri'], symbol: symbol as CompletionData['symbol'] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
