import { answerAt, changesFor, hasAnswer, unknownAnswer } from '../table-answers.ts';
import type { TableKey } from '../table-keys.ts';
import { keyPlace, keySize, unknownPlace } from '../table-keys.ts';
import type { Cell, Table } from '../tables.ts';
import { answersOn, countUpTo } from '../tables.ts';
import { isNone } from '../values.ts';
import type { Ask, Content, Knowledge } from './knowledge.ts';
import { asksOf, earliest, known, last, never, noneUntil, quantityOf, unknownFor } from './knowledge.ts';
import { dateChanges, dateIn, firstDifference } from './movements.ts';
import type { LookupNode } from './nodes.ts';
import type { Scope } from './scope.ts';
import { valueKnowledge } from './values.ts';

/** What a table says for its keys: the common value of all that they may be. */
export function lookupKnowledge(node: LookupNode, scope: Scope): Knowledge {
  const { table, column } = node;
  const keys = node.keys.map((key) => valueKnowledge(key, scope));
  const on = node.on === undefined ? undefined : valueKnowledge(node.on, scope);
  const parts = on === undefined ? keys : [...keys, on];
  const nones = parts.filter(({ kind }) => kind === 'none');
  if (nones.length > 0) return noneUntil(last(nones));
  const isOpen = node.mayBeNone?.some((index) => keys[index]?.kind === 'unknown') === true;
  if (isOpen || on?.kind === 'unknown') return unknownFor(parts.flatMap(asksOf), earliest(parts));
  const places = keys.map((key, index) => placeOf(table.keys[index], key));
  const { now } = scope.run;
  const date = on === undefined ? dateIn(table.zone.id, now) : quantityOf(on);
  const until = Math.min(earliest(parts), on === undefined ? nextChange(table, places, now) : never);
  const place = places.reduce(
    (joined, own, index) => joined * keySize(table.keys[index] ?? 'boolean') + own,
    0,
  );
  const answers = answersOn(table, column, date);
  const row = answerAt(answers, place);
  if (row === unknownAnswer) {
    return unknownFor(hasAnswer(answers, place) ? asksIn(keys, table) : [askFor(table)], until);
  }
  return cellKnowledge(answers.cells[row], node.isTerm === true, until);
}

function placeOf(key: TableKey | undefined, knowledge: Knowledge): number {
  if (knowledge.kind !== 'known') return unknownPlace(key);
  const { content } = knowledge;
  return keyPlace(key, content.type === 'term' ? content.term : quantityOf(knowledge));
}

/** The first later instant at which a row that concerns the keys begins or ends. */
function nextChange(table: Table, places: readonly number[], now: number): number {
  const changes = changesFor(table, places);
  if (changes.length === 0) return never;
  const { id } = table.zone;
  const before = (instant: number): number => countUpTo(changes, dateIn(id, instant));
  return firstDifference(now, dateChanges(id, changes, now), (instant) => before(instant) !== before(now));
}

/** What would tell more about the keys; where nothing would, the table does not say enough. */
function asksIn(keys: readonly Knowledge[], table: Table): readonly Ask[] {
  const asks = keys.flatMap(asksOf);
  if (asks.length > 0) return asks;
  const origins = keys.flatMap((key) => ('origin' in key && key.origin !== undefined ? [key.origin] : []));
  return origins.length > 0 ? origins : [askFor(table)];
}

/** A table or calendar that does not reach is asked for like a fact. */
export function askFor({ name, title }: { readonly name: string; readonly title: string }): Ask {
  return { path: name, title };
}

function cellKnowledge(cell: Cell, isTerm: boolean, until: number): Knowledge {
  if (cell === null || cell === undefined || (typeof cell === 'number' && isNone(cell)))
    return noneUntil(until);
  return known(contentOf(cell, isTerm), { until });
}

function contentOf(cell: NonNullable<Cell>, isTerm: boolean): Content {
  if (typeof cell === 'string') return { type: 'text', value: cell };
  if (typeof cell === 'number') {
    return isTerm ? { type: 'term', term: cell } : { type: 'quantity', low: cell, high: cell };
  }
  if ('amount' in cell) return { type: 'duration', duration: cell };
  return 'weekend' in cell ? { type: 'calendar', calendar: cell } : { type: 'zone', zone: cell };
}
