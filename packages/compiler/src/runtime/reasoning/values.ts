import { dateOf } from '../clock.ts';
import { completedYears, edgeOf } from '../dates.ts';
import { offsetBy } from '../durations.ts';
import { ancestorAt, unknownTerm } from '../terms.ts';
import { callNode } from './calls.ts';
import { countKnowledge } from './counting.ts';
import { factAt, fieldKnowledge } from './fields.ts';
import type { Knowledge, Known, Movement } from './knowledge.ts';
import {
  asksOf,
  boundsOf,
  earliest,
  known,
  knownQuantity,
  last,
  never,
  noneUntil,
  quantityOf,
  unknownFor,
} from './knowledge.ts';
import { moving } from './movements.ts';
import type { OffsetNode, ValueNode } from './nodes.ts';
import type { Run, Scope } from './scope.ts';

/** What is known about a value. */
export function valueKnowledge(node: ValueNode, scope: Scope): Knowledge {
  if (typeof node === 'string') return knowledgeAt(node, scope);
  switch (node.is) {
    case 'quantity':
      return knownQuantity(node.value);
    case 'text':
      return known({ type: 'text', value: node.value });
    case 'zone':
      return known({ type: 'zone', zone: node.zone });
    case 'term':
      return known({ type: 'term', term: node.term });
    case 'scope':
      return known({ type: 'scope', scope: node.scope });
    case 'duration':
      return known({ type: 'duration', duration: node.duration });
    case 'field':
      return fieldKnowledge(valueKnowledge(node.of, scope), node.key);
    case 'claim':
      return scope.claim ?? unknownFor([]);
    case 'derived':
      return valueKnowledge(node.value, { ...scope, zone: scope.run.derivedZone, names: new Map() });
    default:
      return workedOut(node, scope);
  }
}

/** What is known at the end of a path. */
function knowledgeAt(path: string, { run, names }: Scope): Knowledge {
  const isNamed = path.startsWith('$') || path.startsWith('#');
  if (!isNamed) return factAt(path, run.facts);
  const [first = '', ...rest] = path.split('.');
  return rest.reduce(fieldKnowledge, names.get(first) ?? unknownFor([]));
}

type WorkedOutNode = Exclude<
  ValueNode,
  | string
  | {
      is: 'quantity' | 'text' | 'zone' | 'term' | 'scope' | 'duration' | 'field' | 'claim' | 'derived';
    }
>;

function workedOut(node: WorkedOutNode, scope: Scope): Knowledge {
  switch (node.is) {
    case 'ancestor':
      return ancestorKnowledge(node, scope);
    case 'now':
      return moving({ kind: 'by-instant', at: (instant) => instant }, scope.run.now);
    case 'clock':
      return clockKnowledge(node, scope);
    case 'local-date':
      return mapQuantity(valueKnowledge(node.of, scope), (at) => dateOf(at, scope.zone), scope.run);
    case 'age':
      return ageKnowledge(valueKnowledge(node.of, scope), scope);
    case 'offset':
      return offsetKnowledge(node, scope);
    case 'edge':
      return mapQuantity(
        valueKnowledge(node.of, scope),
        (date) => edgeOf(date, node.edge, node.unit),
        scope.run,
      );
    case 'later':
    case 'earlier':
      return extremeKnowledge(
        node.is,
        node.operands.map((operand) => valueKnowledge(operand, scope)),
        scope.run,
      );
    case '+':
    case '-':
      return sumKnowledge(
        node.is,
        valueKnowledge(node.left, scope),
        valueKnowledge(node.right, scope),
        scope.run,
      );
    case 'count':
      return countKnowledge(node, scope);
    case 'else':
      return elseKnowledge(node, scope);
    case 'call-value':
      return callNode(node, scope, valueKnowledge);
  }
}

/** The ancestor of a term on a level is known for every term at or below it. */
function ancestorKnowledge(node: Extract<ValueNode, { is: 'ancestor' }>, scope: Scope): Knowledge {
  const of = valueKnowledge(node.of, scope);
  if (of.kind !== 'known' || of.content.type !== 'term') return of;
  const term = ancestorAt(node.terms, of.content.term, node.depth);
  if (term === unknownTerm) return unknownFor(of.origin === undefined ? of.asks : [of.origin], of.until);
  return { ...of, content: { type: 'term', term } };
}

function elseKnowledge(
  { of, fallback, standIn }: Extract<ValueNode, { is: 'else' }>,
  scope: Scope,
): Knowledge {
  const knowledge = valueKnowledge(of, scope);
  if (knowledge.kind !== 'unknown') return knowledge;
  scope.run.noticedStandIn = true;
  if (scope.run.standIns === 'used') return valueKnowledge(fallback, scope);
  return { ...knowledge, asks: knowledge.asks.map((ask) => ({ ...ask, standIn })) };
}

function clockKnowledge({ reading, zone }: Extract<ValueNode, { is: 'clock' }>, scope: Scope): Knowledge {
  if (zone === undefined) return moving(clockMovement(reading, scope.zone.id), scope.run.now);
  const place = valueKnowledge(zone, scope);
  if (place.kind !== 'known' || place.content.type !== 'zone') return place;
  return lastingAtMost(moving(clockMovement(reading, place.content.zone.id), scope.run.now), place.until);
}

function clockMovement(reading: 'today' | 'time' | 'weekday', zone: string): Movement {
  if (reading === 'today') return { kind: 'by-date', zone, on: (date) => date };
  return { kind: reading === 'time' ? 'time-of-day' : 'weekday', zone };
}

function ageKnowledge(birth: Knowledge, { run, zone }: Scope): Knowledge {
  if (birth.kind !== 'known') return birth;
  const from = quantityOf(birth);
  const age = moving({ kind: 'by-date', zone: zone.id, on: (date) => completedYears(from, date) }, run.now);
  return birth.until === never ? age : fixedUntil(age, Math.min(age.until, birth.until));
}

/** None where the origin or the duration is none: a clock that starts at none has not started. */
function offsetKnowledge(node: OffsetNode, scope: Scope): Knowledge {
  const origin = valueKnowledge(node.origin, scope);
  const duration = valueKnowledge(node.duration, scope);
  const gap = gapIn([origin, duration]);
  if (gap !== undefined || duration.kind !== 'known' || duration.content.type !== 'duration')
    return gap ?? duration;
  const length = duration.content.duration;
  const move = (from: number): number => offsetBy(from, length, node.direction, node.kind);
  if (!Number.isFinite(move(0))) {
    const asks = [origin, duration].flatMap((part) =>
      'origin' in part && part.origin !== undefined ? [part.origin] : [],
    );
    return unknownFor(asks, earliest([origin, duration]));
  }
  return lastingAtMost(mapQuantity(origin, move, scope.run), duration.until);
}

function extremeKnowledge(which: 'later' | 'earlier', operands: readonly Knowledge[], run: Run): Knowledge {
  const there = operands.filter(({ kind }) => kind !== 'none');
  if (there.length === 0) return noneUntil(earliest(operands));
  const gap = gapIn(there);
  if (gap !== undefined) return lastingAtMost(gap, earliest(operands));
  const extreme = which === 'later' ? Math.max : Math.min;
  const { mover, others } = soleMover(operands);
  if (mover === undefined)
    return knownQuantity(extreme(...there.map(quantityOf)), { until: earliest(operands) });
  const steady = others.filter(({ kind }) => kind !== 'none').map(quantityOf);
  return mapQuantity(mover, (from) => extreme(from, ...steady), run);
}

/** Interval arithmetic; beyond the largest number nothing is known. */
function sumKnowledge(operator: '+' | '-', left: Knowledge, right: Knowledge, run: Run): Knowledge {
  const gap = gapIn([left, right]);
  if (gap !== undefined) return gap;
  const { mover, others } = soleMover([left, right]);
  const [other] = others;
  if (mover !== undefined && other !== undefined && boundsOf(other).low === boundsOf(other).high) {
    const by = quantityOf(other);
    if (operator === '+') return mapQuantity(mover, (from) => from + by, run);
    if (mover === left) return mapQuantity(mover, (from) => from - by, run);
  }
  const [one, two] = [boundsOf(left), boundsOf(right)];
  const low = operator === '+' ? one.low + two.low : one.low - two.high;
  const high = operator === '+' ? one.high + two.high : one.high - two.low;
  const asks = [...asksOf(left), ...asksOf(right)];
  const until = earliest([left, right]);
  if (Number.isNaN(low) || Number.isNaN(high)) return unknownFor(asks, until);
  return known({ type: 'quantity', low, high }, { asks, until });
}

/** The one operand that moves on with dates or instants while all others stay, and the others. */
function soleMover(operands: readonly Knowledge[]): {
  mover: Known | undefined;
  others: readonly Knowledge[];
} {
  const [mover, ...more] = operands.filter(({ until }) => until !== never);
  const others = operands.filter((operand) => operand !== mover);
  if (mover?.kind !== 'known' || more.length > 0) return { mover: undefined, others };
  const isRising = mover.movement?.kind === 'by-date' || mover.movement?.kind === 'by-instant';
  return { mover: isRising ? mover : undefined, others };
}

/** None where a part is none, else unknown where a part is unknown, else nothing stands in the way. */
function gapIn(parts: readonly Knowledge[]): Knowledge | undefined {
  const nones = parts.filter(({ kind }) => kind === 'none');
  if (nones.length > 0) return noneUntil(last(nones));
  if (parts.every(({ kind }) => kind === 'known')) return undefined;
  return unknownFor(parts.flatMap(asksOf), earliest(parts));
}

/** What a rising function makes of a date or an instant, along with its movement. */
function mapQuantity(knowledge: Knowledge, map: (from: number) => number, run: Run): Knowledge {
  if (knowledge.kind !== 'known') return knowledge;
  const { movement } = knowledge;
  if (movement?.kind === 'by-date')
    return moving({ ...movement, on: (date) => map(movement.on(date)) }, run.now);
  if (movement?.kind === 'by-instant')
    return moving({ ...movement, at: (at) => map(movement.at(at)) }, run.now);
  return knownQuantity(map(quantityOf(knowledge)), { until: knowledge.until });
}

/** Something that other things may change before it does by itself: no longer a simple movement. */
function lastingAtMost(knowledge: Knowledge, until: number): Knowledge {
  if (until === never || until >= knowledge.until) return knowledge;
  return fixedUntil(knowledge, until);
}

function fixedUntil(knowledge: Knowledge, until: number): Knowledge {
  if (knowledge.kind !== 'known') return { ...knowledge, until };
  return known(knowledge.content, { asks: knowledge.asks, until });
}
