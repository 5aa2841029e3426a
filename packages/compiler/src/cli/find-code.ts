import type { MessageCode } from '../diagnostics/index.ts';
import { isMessageCode, messageCodes } from '../diagnostics/index.ts';
import { nearestNames } from '../support/index.ts';

/** A code as it is, in brackets as messages show it, or its last part where that says enough. */
export function findCode(word: string): MessageCode | undefined {
  const bare = word.replace(/^\[|\]$/g, '');
  if (isMessageCode(bare)) return bare;
  const ending = messageCodes.filter((code) => code.endsWith(`/${bare}`));
  return ending.length === 1 ? ending[0] : undefined;
}

/** The sentence that says that there is no such message, with the codes that are near. */
export function unknownCode(word: string): string {
  return `There is no message "${word}"${suggestion(word)}`;
}

function suggestion(word: string): string {
  const lastParts = new Map(messageCodes.map((code) => [code.slice(code.indexOf('/') + 1), code]));
  const near = [
    ...nearestNames(word, messageCodes),
    ...nearestNames(word, lastParts.keys()).map((part) => lastParts.get(part) ?? part),
  ];
  const unique = [...new Set(near)].slice(0, 3).map((code) => `"${code}"`);
  return unique.length === 0 ? '' : `; do you mean ${unique.join(' or ')}?`;
}
