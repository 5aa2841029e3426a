/**
 * Reads JSON as it arrives and says after each piece whether the value is complete, can go on, or is broken already.
 * It keeps no text, only how deep it is; the value itself is read by JSON.parse once it is complete.
 */
export interface JsonScanner {
  /** Scans on from `from`; `at` is the offset behind a complete value, or that of the mistake. */
  scan(text: string, from: number): { readonly state: 'more' | 'complete' | 'broken'; readonly at: number };
}

/** What may come next. */
type Expected = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'separator' | 'nothing';

interface ScanState {
  expected: Expected;
  readonly open: ('{' | '[')[];
  /** Inside of a text: what it is, and how many characters of an escape are still to come. */
  text: 'key' | 'value' | undefined;
  escape: number;
  /** A number or a word as far as it was read. */
  word: string;
}

const deepest = 64;
const longestWord = 400;

export function createJsonScanner(): JsonScanner {
  const state: ScanState = { expected: 'value', open: [], text: undefined, escape: 0, word: '' };
  return {
    scan(text, from) {
      for (let at = from; at < text.length; at += 1) {
        // A number is complete only at the character behind it.
        if (endsWord(state, text.charAt(at))) return { state: 'complete', at };
        if (!step(state, text.charAt(at))) return { state: 'broken', at };
        if (state.expected === 'nothing' && state.text === undefined)
          return { state: 'complete', at: at + 1 };
      }
      return { state: 'more', at: text.length };
    },
  };
}

/** Whether the value is a number or a word that ends in front of this character. */
function endsWord({ word, open }: ScanState, character: string): boolean {
  return word !== '' && open.length === 0 && !wordCharacter.test(character) && wholeWord.test(word);
}

/** Takes one character; false where it cannot stand here. */
function step(state: ScanState, character: string): boolean {
  if (state.text !== undefined) return stepText(state, character);
  if (state.word !== '') {
    if (wordCharacter.test(character)) {
      state.word += character;
      return mayBecomeWord(state.word);
    }
    if (!wholeWord.test(state.word)) return false;
    state.word = '';
    closeValue(state);
  }
  return isSpace(character) || stepStructure(state, character);
}

const wordCharacter = /^[-+.\w]$/;
const wholeWord = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;

function mayBecomeWord(word: string): boolean {
  const isNumber = /^[-\d][-+.\deE]*$/.test(word);
  return isNumber ? word.length <= longestWord : namedValues.some((name) => name.startsWith(word));
}

const namedValues = ['true', 'false', 'null'];

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

function stepText(state: ScanState, character: string): boolean {
  if (state.escape === escapeStart) {
    if (character === 'u') state.escape = unicodeDigits;
    else if ('"\\/bfnrt'.includes(character)) state.escape = 0;
    else return false;
    return true;
  }
  if (state.escape > 0) {
    state.escape -= 1;
    return /^[0-9a-fA-F]$/.test(character);
  }
  if (character === '\\') state.escape = escapeStart;
  else if (character === '"') closeText(state);
  else return character >= ' ';
  return true;
}

const escapeStart = -1;
const unicodeDigits = 4;

function closeText(state: ScanState): void {
  if (state.text === 'key') state.expected = 'colon';
  else closeValue(state);
  state.text = undefined;
}

function closeValue(state: ScanState): void {
  state.expected = state.open.length === 0 ? 'nothing' : 'separator';
}

function stepStructure(state: ScanState, character: string): boolean {
  switch (state.expected) {
    case 'value':
      return openValue(state, character);
    case 'value-or-close':
      return character === ']' ? closeBlock(state, '[') : openValue(state, character);
    case 'key-or-close':
      return character === '}' ? closeBlock(state, '{') : openKey(state, character);
    case 'key':
      return openKey(state, character);
    case 'colon':
      state.expected = 'value';
      return character === ':';
    case 'separator':
      return stepSeparator(state, character);
    case 'nothing':
      return false;
  }
}

function openValue(state: ScanState, character: string): boolean {
  if (character === '"') state.text = 'value';
  else if (character === '{' || character === '[') {
    state.open.push(character);
    state.expected = character === '{' ? 'key-or-close' : 'value-or-close';
    return state.open.length <= deepest;
  } else {
    state.word = character;
    return mayBecomeWord(character);
  }
  return true;
}

function openKey(state: ScanState, character: string): boolean {
  state.text = 'key';
  return character === '"';
}

function stepSeparator(state: ScanState, character: string): boolean {
  const block = state.open.at(-1);
  if (character === ',') {
    state.expected = block === '{' ? 'key' : 'value';
    return true;
  }
  if (character === '}' || character === ']') return closeBlock(state, character === '}' ? '{' : '[');
  return false;
}

function closeBlock(state: ScanState, block: '{' | '['): boolean {
  const isMatch = state.open.at(-1) === block;
  state.open.pop();
  closeValue(state);
  return isMatch;
}
