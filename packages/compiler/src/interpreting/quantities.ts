import type {
  AgeValue,
  ArithmeticValue,
  ClockValue,
  EdgeValue,
  ExtremeValue,
  LocalDateValue,
  OffsetValue,
} from '../logic/index.ts';
import { completedYears, edgeOf, isPlatformZone } from '../runtime/index.ts';
import { invariant } from '../support/index.ts';
import { calendarFor, workingDayKnowledge } from './calendars.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { Knowledge, Known, Movement } from './knowledge.ts';
import { asksOf, earliest, known, knownQuantity, last, never, noneUntil, unknownFor } from './knowledge.ts';
import { dateIn, moving } from './movements.ts';
import { moveBy } from './offsets.ts';
import type { Run, Scope } from './run.ts';

/** "`time in Z`, `weekday in Z`, `today in Z`"; without a zone, that of whoever asks. */
export function evaluateClock(value: ClockValue, scope: Scope): Knowledge {
  scope.run.noticed.time = true;
  if (value.zone === undefined) return moving(clockMovement(value.reading, scope.zone), scope.run.now);
  const zone = evaluateValue(value.zone, scope);
  if (zone.kind !== 'known') return zone;
  invariant(zone.content.type === 'text', 'zones are named by texts');
  const id = zone.content.value;
  if (!isPlatformZone(id)) return unknownFor(zone.origin === undefined ? [] : [zone.origin], zone.until);
  return lastingAtMost(moving(clockMovement(value.reading, id), scope.run.now), zone.until);
}

function clockMovement(reading: ClockValue['reading'], zone: string): Movement {
  if (reading === 'today') return { kind: 'by-date', zone, on: (date) => date };
  return { kind: reading === 'time' ? 'time-of-day' : 'weekday', zone };
}

/** The day of an instant in the zone of whoever asks. */
export function evaluateLocalDate(value: LocalDateValue, scope: Scope): Knowledge {
  const instant = evaluateValue(value.of, scope);
  return mapQuantity(instant, (at) => dateIn(scope.zone, at), scope.run);
}

/** "`age of D` mean[s] today there"; "an anniversary of 29 February is 1 March in common years for ages". */
export function evaluateAge(value: AgeValue, scope: Scope): Knowledge {
  scope.run.noticed.time = true;
  const birth = evaluateValue(value.of, scope);
  if (birth.kind !== 'known') return birth;
  const from = quantityOf(birth);
  const on = (date: number): number => completedYears(from, date);
  const age = moving({ kind: 'by-date', zone: scope.zone, on }, scope.run.now);
  return birth.until === never ? age : fixedUntil(age, Math.min(age.until, birth.until));
}

/** `3 years after D`: none where the origin or the duration is none, "a clock that starts at `none` has not started". */
export function evaluateOffset(value: OffsetValue, scope: Scope): Knowledge {
  const origin = evaluateValue(value.origin, scope);
  const duration = evaluateValue(value.duration, scope);
  const calendar = value.calendar && evaluateValue(value.calendar, scope);
  const gap = gapIn([origin, duration, ...(calendar === undefined ? [] : [calendar])]);
  if (gap !== undefined) return gap;
  invariant(duration.kind === 'known' && duration.content.type === 'duration', 'offsets are by durations');
  const length = duration.content.duration;
  const kind = value.type.kind === 'instant' ? 'instant' : 'date';
  if (length.unit === 'working-days' && kind === 'date') {
    const days = { count: length.amount, direction: value.direction, from: quantityOf(origin) };
    const until = earliest([origin, duration, ...(calendar === undefined ? [] : [calendar])]);
    return workingDayKnowledge(calendarFor(length, calendar, scope), days, until);
  }
  const move = (from: number): number | undefined => moveBy(length, value.direction, kind, from);
  const asks = [origin, duration].flatMap((part) => ('origin' in part && part.origin ? [part.origin] : []));
  if (move(0) === undefined) return unknownFor(asks, earliest([origin, duration]));
  return lastingAtMost(
    mapQuantity(origin, (from) => move(from) ?? Number.NaN, scope.run),
    duration.until,
  );
}

/** `end of year of D` */
export function evaluateEdge(value: EdgeValue, scope: Scope): Knowledge {
  return mapQuantity(
    evaluateValue(value.of, scope),
    (date) => edgeOf(date, value.edge, value.unit),
    scope.run,
  );
}

/** "`later of (a, b)`: none is left out of the comparison, unknown makes it unknown." */
export function evaluateExtreme(value: ExtremeValue, scope: Scope): Knowledge {
  const operands = value.operands.map((operand) => evaluateValue(operand, scope));
  const present = operands.filter(({ kind }) => kind !== 'none');
  if (present.length === 0) return noneUntil(earliest(operands));
  const gap = gapIn(present);
  if (gap !== undefined) return lastingAtMost(gap, earliest(operands));
  const extreme = value.which === 'later' ? Math.max : Math.min;
  const [mover, rest] = soleMover(operands);
  if (mover !== undefined) {
    const others = rest.filter(({ kind }) => kind !== 'none').map(quantityOf);
    return mapQuantity(mover, (from) => extreme(from, ...others), scope.run);
  }
  return knownQuantity(extreme(...present.map(quantityOf)), { until: earliest(operands) });
}

/** Interval arithmetic; beyond the largest number nothing is known. */
export function evaluateArithmetic(value: ArithmeticValue, scope: Scope): Knowledge {
  const left = evaluateValue(value.left, scope);
  const right = evaluateValue(value.right, scope);
  const gap = gapIn([left, right]);
  if (gap !== undefined) return gap;
  const [mover, [other]] = soleMover([left, right]);
  if (mover !== undefined && other?.kind === 'known' && isExact(other)) {
    const by = quantityOf(other);
    if (value.operator === '+') return mapQuantity(mover, (from) => from + by, scope.run);
    if (mover === left) return mapQuantity(mover, (from) => from - by, scope.run);
  }
  const asks = [...asksOf(left), ...asksOf(right)];
  const until = earliest([left, right]);
  const { low, high } = combine(value.operator, boundsOf(left), boundsOf(right));
  if (Number.isNaN(low) || Number.isNaN(high)) return unknownFor(asks, until);
  return known({ type: 'quantity', low, high }, { asks, until });
}

function combine(operator: '+' | '-', left: Bounds, right: Bounds): Bounds {
  if (operator === '+') return { low: left.low + right.low, high: left.high + right.high };
  return { low: left.low - right.high, high: left.high - right.low };
}

/** The one operand that moves on with dates or instants while all others stay, and the others. */
function soleMover(operands: readonly Knowledge[]): [Known | undefined, readonly Knowledge[]] {
  const [mover, ...more] = operands.filter(({ until }) => until !== never);
  const rest = operands.filter((operand) => operand !== mover);
  const isRising = mover?.kind === 'known' && ['by-date', 'by-instant'].includes(mover.movement?.kind ?? '');
  return isRising && more.length === 0 ? [mover, rest] : [undefined, rest];
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
  if (movement?.kind === 'by-date') {
    return moving({ ...movement, on: (date) => map(movement.on(date)) }, run.now);
  }
  if (movement?.kind === 'by-instant') {
    return moving({ ...movement, at: (instant) => map(movement.at(instant)) }, run.now);
  }
  return knownQuantity(map(quantityOf(knowledge)), { until: knowledge.until });
}

/** Something that other things may change before it does by itself: no longer a simple movement. */
function lastingAtMost<Some extends Knowledge>(knowledge: Some, until: number): Knowledge {
  if (until === never || until >= knowledge.until) return knowledge;
  return knowledge.kind === 'known' ? fixedUntil(knowledge, until) : { ...knowledge, until };
}

function fixedUntil({ content, asks }: Known, until: number): Known {
  return known(content, { asks, until });
}

function quantityOf(knowledge: Knowledge): number {
  return boundsOf(knowledge).low;
}

function isExact(knowledge: Knowledge): boolean {
  const { low, high } = boundsOf(knowledge);
  return low === high;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function boundsOf(knowledge: Knowledge): Bounds {
  invariant(
    knowledge.kind === 'known' && knowledge.content.type === 'quantity',
    'a quantity is counted with',
  );
  return knowledge.content;
}
