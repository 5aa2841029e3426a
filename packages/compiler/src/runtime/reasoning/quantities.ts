import type { Calendar } from '../calendars.ts';
import { dateOf } from '../clock.ts';
import { completedYears, edgeOf } from '../dates.ts';
import type { Duration } from '../durations.ts';
import { offsetBy } from '../durations.ts';
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
import { askFor } from './lookups.ts';
import { moving } from './movements.ts';
import type { OffsetNode, ValueNode } from './nodes.ts';
import type { Run, Scope } from './scope.ts';
import { valueKnowledge } from './values.ts';

type QuantityNode = Extract<
  ValueNode,
  { is: 'now' | 'clock' | 'local-date' | 'age' | 'offset' | 'edge' | 'later' | 'earlier' | '+' | '-' }
>;

/** What is known about numbers, dates and instants that are worked out. */
export function quantityKnowledge(node: QuantityNode, scope: Scope): Knowledge {
  const { run } = scope;
  const inner = (part: ValueNode): Knowledge => valueKnowledge(part, scope);
  switch (node.is) {
    case 'now':
      return moving({ kind: 'by-instant', at: (instant) => instant }, run.now);
    case 'clock':
      return clockKnowledge(node, scope);
    case 'local-date':
      return mapQuantity(inner(node.of), (at) => dateOf(at, scope.zone), run);
    case 'age':
      return ageKnowledge(inner(node.of), scope);
    case 'offset':
      return offsetKnowledge(node, scope);
    case 'edge':
      return mapQuantity(inner(node.of), (date) => edgeOf(date, node.edge, node.unit), run);
    case 'later':
    case 'earlier':
      return extremeKnowledge(node.is, node.operands.map(inner), run);
    case '+':
    case '-':
      return sumKnowledge(node.is, inner(node.left), inner(node.right), run);
  }
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
  const calendar = node.calendar === undefined ? undefined : valueKnowledge(node.calendar, scope);
  const gap = gapIn(calendar === undefined ? [origin, duration] : [origin, duration, calendar]);
  if (gap !== undefined || duration.kind !== 'known' || duration.content.type !== 'duration')
    return gap ?? duration;
  const length = duration.content.duration;
  if (length.unit === 'working-days') {
    const within = length.calendar ?? calendarIn(calendar);
    const until = earliest(calendar === undefined ? [origin, duration] : [origin, duration, calendar]);
    return workingDayKnowledge(
      origin,
      { ...length, ...(within && { calendar: within }) },
      node.direction,
      until,
    );
  }
  const move = (from: number): number => offsetBy(from, length, node.direction, node.kind);
  if (!Number.isFinite(move(0))) {
    const asks = [origin, duration].flatMap((part) =>
      'origin' in part && part.origin !== undefined ? [part.origin] : [],
    );
    return unknownFor(asks, earliest([origin, duration]));
  }
  return lastingAtMost(mapQuantity(origin, move, scope.run), duration.until);
}

function calendarIn(knowledge: Knowledge | undefined): Calendar | undefined {
  if (knowledge?.kind !== 'known' || knowledge.content.type !== 'calendar') return undefined;
  return knowledge.content.calendar;
}

/** A working day stays what it is until the date that it is counted from moves on. */
function workingDayKnowledge(
  origin: Knowledge,
  length: Duration,
  direction: OffsetNode['direction'],
  until: number,
): Knowledge {
  const date = offsetBy(quantityOf(origin), length, direction, 'date');
  if (Number.isFinite(date)) return knownQuantity(date, { until });
  return unknownFor(length.calendar === undefined ? [] : [askFor(length.calendar)], until);
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
