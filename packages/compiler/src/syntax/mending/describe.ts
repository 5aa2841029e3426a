import type { TokenType } from 'chevrotain';
import { sortedBy } from '../../support/index.ts';
import type { Span } from '../../text/index.ts';
import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import type { Place, Places } from '../walking/walk.ts';
import { expectedTypes } from '../walking/walk.ts';
import { clauseWords } from './advance-over.ts';
import type { Mending } from './mending.ts';
import { written } from './pieces.ts';

/** A piece of text as a message shows it: in double quotes, shortened. */
export function show(mending: Mending, token: Token): string {
  return shorten(written(mending, token));
}

/** The text of a span as a headline shows it. */
export function quoted(mending: Mending, span: Span): string {
  return shorten(written(mending, span), 34);
}

/** A text that fits into a headline. */
export function shorten(text: string, limit = 30): string {
  const plain = text.replaceAll('"', '').trim();
  return plain.length <= limit ? plain : `${plain.slice(0, limit - 1)}…`;
}

/** What a piece of the type is called in messages. */
export function nameOfType(type: TokenType): string {
  if (type === T.missingValue) return 'a value';
  if (type === T.text) return 'a text in quotation marks';
  if (isWord(type) || isSign(type)) return `"${type.LABEL}"`;
  return type.LABEL ?? '';
}

/** Whether the type is a word or phrase of the language. */
export function isWord(type: TokenType): boolean {
  return type.name.startsWith("'");
}

/** What may stand at a place, as the second half of a sentence: `"is", "and", or a value`. */
export function expectation(places: Places, limit = 10): string {
  const types = expectedTypes(places);
  const value = types.has(T.missingValue.tokenTypeIdx ?? -1);
  const wanted = [...types.values()].filter(
    (type) => !untold.has(type) && !(value && valueTypes().has(type)),
  );
  const sorted = sortedBy(wanted, (type) => String(rankOf(type)));
  const parts = new Set([...(value ? ['a value'] : []), ...sorted.map(nameOfType)]);
  return joinWords([...parts].slice(0, limit));
}

/** What helps nobody who has to write something else. */
const untold = new Set<TokenType>([T.position, T.star, T.missingValue]);

/** What goes on with the same clause comes before new clauses and signs. */
function rankOf(type: TokenType): number {
  if (isSign(type)) return 3;
  if (clauseWords.has(type)) return 2;
  return isWord(type) ? 1 : 0;
}

/** `a, b or c` */
export function joinWords(parts: readonly string[], last = 'or'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}

const contexts: Readonly<Record<string, string>> = {
  policy: 'a policy',
  rule: 'a rule',
  except: 'an exception',
  lift: 'a lift',
  testDeclaration: 'a test',
  scenarios: 'a list of scenarios',
  record: 'a record',
  activity: 'an activity',
  taxonomy: 'a taxonomy',
  group: 'a group',
  table: 'a table',
  calendar: 'a calendar',
  scale: 'a scale',
  policyOption: 'an option',
  objectValue: 'a list of facts',
  listValue: 'a list',
  choices: 'a list in parentheses',
  default: 'a default',
  define: 'a define',
  obligation: 'an obligation',
};

/** The innermost construct that a place stands in, with its article. */
export function contextOf(places: Places): string {
  for (let place: Place | undefined = places[0]; place !== undefined; place = place.parent) {
    const found = contexts[place.state.rule.name];
    if (found !== undefined) return found;
  }
  return 'this file';
}

/** Whether the type is a sign: a bracket, a comma, a colon. */
export function isSign(type: TokenType): boolean {
  return /^[^a-z]+$/.test(type.LABEL ?? '');
}

let starters: ReadonlySet<TokenType> | undefined;

/** What a value may start with: too much to list. */
function valueTypes(): ReadonlySet<TokenType> {
  starters ??= new Set<TokenType>([
    T.missingValue,
    T.number,
    T.text,
    T.date,
    T.clockTime,
    T.instant,
    T.name,
    T.termName,
    T.calendarEdge,
    T.openParenthesis,
    T.openBracket,
    T.openBrace,
    W.yes,
    W.no,
    W.none,
    W.unknown,
    W.now,
    W.today,
    W.time,
    W.weekday,
    W.some,
    W.every,
    W.latest,
    W['number of'],
    W['later of'],
    W['earlier of'],
    W.age,
  ]);
  return starters;
}
