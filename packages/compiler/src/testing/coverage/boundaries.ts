import type { Formula, InForceFormula, Program, Relation, Type, Value } from '../../logic/index.ts';
import { plainTraits } from '../../logic/index.ts';
import { formatDate, formatInstant, formatTime } from '../../runtime/index.ts';

/** Where a case can lie beside the value at which a condition turns. */
export type Side = 'below' | 'at' | 'above';

/** A place at which a condition turns when a number, a day or a moment moves on. */
export interface Edge {
  readonly name: 'bound' | 'low' | 'high' | 'from' | 'until';
  /** The two sides between which it turns. */
  readonly sides: readonly [Side, Side];
  /** What moves, and what it is compared with. */
  readonly subject: Value;
  readonly bound: Value;
}

/** The edges of a comparison, a range or a period; none for all else. */
export function edgesOf(formula: Formula): readonly Edge[] {
  switch (formula.kind) {
    case 'compare': {
      const sides = sidesOf[formula.relation];
      if (sides === undefined || stepOf(formula.left.type) === undefined) return [];
      return [{ name: 'bound', sides, subject: formula.left, bound: formula.right }];
    }
    case 'between':
      if (stepOf(formula.value.type) === undefined) return [];
      return [
        { name: 'low', sides: ['below', 'at'], subject: formula.value, bound: formula.low },
        { name: 'high', sides: ['at', 'above'], subject: formula.value, bound: formula.high },
      ];
    case 'in-force':
      return edgesOfPeriod(formula);
    default:
      return [];
  }
}

const sidesOf: Readonly<Record<Relation, readonly [Side, Side] | undefined>> = {
  equal: undefined,
  less: ['below', 'at'],
  'at-least': ['below', 'at'],
  more: ['at', 'above'],
  'at-most': ['at', 'above'],
};

function edgesOfPeriod(formula: InForceFormula): readonly Edge[] {
  const { place, from, until } = formula;
  const subject: Value = formula.on ?? {
    kind: 'clock',
    reading: 'today',
    type: { kind: 'date' },
    place,
    traits: plainTraits,
  };
  const edge = (name: 'from' | 'until', value: number | undefined): readonly Edge[] => {
    if (value === undefined) return [];
    const constant = { type: 'date', value } as const;
    const bound: Value = { kind: 'constant', type: { kind: 'date' }, place, traits: plainTraits, constant };
    return [{ name, sides: ['below', 'at'], subject, bound }];
  };
  return [...edge('from', from), ...edge('until', until)];
}

/** The side of an edge that a case lies on, where it lies as near to it as possible. */
export function touchedSide(edge: Edge, read: (value: Value) => number | undefined): Side | undefined {
  const [value, bound] = [read(edge.subject), read(edge.bound)];
  const step = stepOf(edge.subject.type);
  if (value === undefined || bound === undefined || step === undefined) return undefined;
  const distance = value - bound;
  if (distance === 0) return 'at';
  if (Math.abs(distance) > step) return undefined;
  return distance < 0 ? 'below' : 'above';
}

const minute = 60_000;

/** What counts as next to each other: one more or less, a day, a minute, a step; undefined for what has no order. */
function stepOf(type: Type): number | undefined {
  switch (type.kind) {
    case 'number':
    case 'date':
    case 'scale':
      return 1;
    case 'time':
    case 'instant':
      return minute;
    default:
      return undefined;
  }
}

/** A side in words; undefined where there is nothing on it, such as below the lowest step of a scale. */
export function sideText({ subject, bound }: Edge, side: Side, program: Program): string | undefined {
  const offset = side === 'at' ? 0 : (stepOf(subject.type) ?? 0) * (side === 'below' ? -1 : 1);
  if (bound.kind !== 'constant') return relativeText(subject.type, side);
  const { constant } = bound;
  switch (constant.type) {
    case 'number':
      return String(constant.value + offset);
    case 'date':
      return formatDate(constant.value + offset);
    case 'time':
      return formatTime((constant.value + offset + millisecondsPerDay) % millisecondsPerDay);
    case 'instant':
      return formatInstant(constant.value + offset);
    case 'scale': {
      const steps = program.scales.get(constant.scale)?.steps ?? [];
      return steps[steps.indexOf(constant.value) + offset];
    }
    default:
      return undefined;
  }
}

const millisecondsPerDay = 1440 * minute;

/** Where the other side of the comparison is worked out, too. */
function relativeText(type: Type, side: Side): string {
  const words = type.kind === 'date' ? dayWords : type.kind === 'number' ? numberWords : momentWords;
  return words[side];
}

const dayWords: Readonly<Record<Side, string>> = {
  below: 'the day before',
  at: 'the day itself',
  above: 'the day after',
};

const numberWords: Readonly<Record<Side, string>> = {
  below: 'one less',
  at: 'exactly as many',
  above: 'one more',
};

const momentWords: Readonly<Record<Side, string>> = {
  below: 'just before',
  at: 'the moment itself',
  above: 'just after',
};
