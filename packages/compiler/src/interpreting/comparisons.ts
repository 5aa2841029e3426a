import type { BetweenFormula, CompareFormula, Relation, Value } from '../logic/index.ts';
import type { Truth } from '../runtime/index.ts';
import { assertNever, invariant } from '../support/index.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { Judgment } from './judgment.ts';
import { and, decided, open } from './judgment.ts';
import type { Content, Knowledge, Known } from './knowledge.ts';
import { asksOf, earliest, last, never } from './knowledge.ts';
import { firstFlip } from './movements.ts';
import type { Run, Scope } from './run.ts';

/** "A comparison with `none` is false", "a comparison with an unknown side is unknown". */
export function evaluateCompare(formula: CompareFormula, scope: Scope): Judgment {
  const left = evaluateValue(formula.left, scope);
  const right = evaluateValue(formula.right, scope);
  return settle([left, right], () => relate(formula.relation, knownPart(left), knownPart(right), scope.run));
}

/** "`between A and B` includes both ends"; "a window may cross midnight". */
export function evaluateBetween(formula: BetweenFormula, scope: Scope): Judgment {
  const parts = [formula.value, formula.low, formula.high].map((part) => evaluateValue(part, scope));
  return settle(parts, () => {
    const [value, low, high] = parts.map(knownPart);
    invariant(value !== undefined && low !== undefined && high !== undefined, 'between has three parts');
    if (isTime(formula.value)) return inWindow(value, exact(low), exact(high), scope.run, [low, high]);
    return inRange(value, low, high, scope.run);
  });
}

/**
 * Two-sided tests of any kind: "a comparison with `none` is false", even with an unknown on the other side; with an
 * unknown side it is unknown; else `test` tells.
 */
export function settle(sides: readonly Knowledge[], test: () => Judgment): Judgment {
  const nones = sides.filter(({ kind }) => kind === 'none');
  if (nones.length > 0) return decided(false, last(nones));
  if (sides.some(({ kind }) => kind === 'unknown')) return open(sides.flatMap(asksOf), earliest(sides));
  return test();
}

/** A side that `settle` has found to be known. */
export function knownPart(knowledge: Knowledge): Known {
  invariant(knowledge.kind === 'known', 'this side is known');
  return knowledge;
}

function relate(relation: Relation, left: Known, right: Known, run: Run): Judgment {
  const truth = relation === 'equal' ? equal(left.content, right.content) : order(relation, left, right);
  const until = untilFlip(left, right, run, (one, other) => orderOf(relation, one, other));
  return truth === 'unknown' ? open([...left.asks, ...right.asks], until) : decided(truth === 'true', until);
}

function equal(left: Content, right: Content): Truth {
  if (left.type === 'quantity' && right.type === 'quantity') return orderOf('equal', left, right);
  if (left.type === 'boolean' && right.type === 'boolean') return truthOf(left.value === right.value);
  if (left.type === 'text' && right.type === 'text') return truthOf(left.value === right.value);
  if (left.type === 'duration' && right.type === 'duration') return orderOfDurations('equal', left, right);
  invariant(false, `${left.type} does not compare with ${right.type}`);
}

function order(relation: Relation, left: Known, right: Known): Truth {
  if (left.content.type === 'duration' && right.content.type === 'duration') {
    return orderOfDurations(relation, left.content, right.content);
  }
  return orderOf(relation, bounds(left), bounds(right));
}

type DurationContent = Extract<Content, { type: 'duration' }>;

/** "Months and days do not compare", nor do working days of two calendars. */
function orderOfDurations(relation: Relation, left: DurationContent, right: DurationContent): Truth {
  if (left.duration.unit !== right.duration.unit) return 'unknown';
  if (left.duration.calendar !== right.duration.calendar) return 'unknown';
  return orderOf(relation, point(left.duration.amount), point(right.duration.amount));
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function point(value: number): Bounds {
  return { low: value, high: value };
}

function bounds({ content }: Known): Bounds {
  invariant(content.type === 'quantity', `${content.type} has no order`);
  return content;
}

function exact(known: Known): number {
  return bounds(known).low;
}

/** "An interval under unknown, and a comparison with it holds only if it holds for the whole interval." */
function orderOf(relation: Relation, left: Bounds, right: Bounds): Truth {
  switch (relation) {
    case 'equal':
      if (left.low === left.high && right.low === right.high) return truthOf(left.low === right.low);
      return left.high < right.low || left.low > right.high ? 'false' : 'unknown';
    case 'less':
      return left.high < right.low ? 'true' : left.low >= right.high ? 'false' : 'unknown';
    case 'at-most':
      return left.high <= right.low ? 'true' : left.low > right.high ? 'false' : 'unknown';
    case 'more':
      return orderOf('less', right, left);
    case 'at-least':
      return orderOf('at-most', right, left);
    default:
      return assertNever(relation);
  }
}

function truthOf(isTrue: boolean): Truth {
  return isTrue ? 'true' : 'false';
}

/** Where one side moves with the time and the other stays, the result lasts until the one passes the other. */
function untilFlip(
  left: Known,
  right: Known,
  run: Run,
  test: (left: Bounds, right: Bounds) => Truth,
): number {
  if (left.movement !== undefined && right.until === never) {
    const { low, high } = bounds(right);
    return firstFlip(left.movement, run.now, [low, high], (position) => test(point(position), { low, high }));
  }
  if (right.movement !== undefined && left.until === never) {
    return untilFlip(right, left, run, (one, other) => test(other, one));
  }
  return earliest([left, right]);
}

function inRange(value: Known, low: Known, high: Known, run: Run): Judgment {
  return and([relate('at-least', value, low, run), relate('at-most', value, high, run)]);
}

/** A window of times of day whose start is after its end crosses midnight. */
function inWindow(value: Known, low: number, high: number, run: Run, edges: readonly Known[]): Judgment {
  const isInside = (time: number): boolean =>
    low <= high ? low <= time && time <= high : low <= time || time <= high;
  const stays = edges.every(({ until }) => until === never);
  const until =
    value.movement !== undefined && stays
      ? firstFlip(value.movement, run.now, [low, high], isInside)
      : earliest([value, ...edges]);
  return decided(isInside(exact(value)), until);
}

function isTime(value: Value): boolean {
  return value.type.kind === 'time';
}
