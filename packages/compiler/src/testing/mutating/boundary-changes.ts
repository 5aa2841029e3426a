import type {
  BetweenFormula,
  CompareFormula,
  Constant,
  Formula,
  InForceFormula,
  Place,
  Program,
  Value,
} from '../../logic/index.ts';
import { partsOf } from '../../logic/index.ts';
import { formatDate, formatInstant, formatTime, millisecondsPerDay } from '../../runtime/index.ts';
import type { ChangeSetting } from './condition-changes.ts';
import type { ConditionChange } from './mutant.ts';

/** Bounds moved by one: a number, a step, a day, a minute, a unit of a length of time. */
export function boundaryChanges(
  formula: CompareFormula | BetweenFormula | InForceFormula,
  setting: ChangeSetting,
): readonly ConditionChange[] {
  switch (formula.kind) {
    case 'compare':
      return formula.relation === 'equal'
        ? []
        : [...sideChanges('left', formula.left, setting), ...sideChanges('right', formula.right, setting)];
    case 'between':
      return [...sideChanges('low', formula.low, setting), ...sideChanges('high', formula.high, setting)];
    case 'in-force':
      return [...periodChanges('from', formula.from), ...periodChanges('until', formula.until)];
  }
}

/** Numbers, days and steps: between two neighbors there is nothing. */
export function movesInSteps({ left, right }: CompareFormula): boolean {
  return [left, right].some(
    (side) => side.kind === 'constant' && ['number', 'date', 'scale'].includes(side.constant.type),
  );
}

type Side = 'left' | 'right' | 'low' | 'high';

/** A bound that stands there, or a length of time that it is worked out with. */
function sideChanges(side: Side, value: Value, setting: ChangeSetting): readonly ConditionChange[] {
  return constantsIn(value).flatMap((found) =>
    movesOf(found, setting).map(({ constant, change }) => ({
      kind: 'boundary',
      change,
      apply: onSide(side, (reading) => replaceConstant(reading, found.path, constant)),
    })),
  );
}

/** A value with one of its bounds moved by one, in each direction; `place` is where the bound stands. */
export function movedValues(
  value: Value,
  setting: ChangeSetting,
): readonly { readonly value: Value; readonly change: string; readonly place: Place }[] {
  return constantsIn(value).flatMap((found) =>
    movesOf(found, setting).map(({ constant, change }) => ({
      value: replaceConstant(value, found.path, constant),
      change,
      place: found.place,
    })),
  );
}

interface FoundConstant {
  readonly constant: Constant;
  readonly place: Place;
  /** Which part of which part it is. */
  readonly path: readonly number[];
}

/** What is called or looked up elsewhere is no bound of this comparison. */
function constantsIn(value: Value, path: readonly number[] = []): readonly FoundConstant[] {
  if (value.kind === 'constant') return [{ constant: value.constant, place: value.place, path }];
  if (value.kind !== 'offset' && value.kind !== 'arithmetic') return [];
  return partsOf(value).flatMap((part, index) => ('type' in part ? constantsIn(part, [...path, index]) : []));
}

function replaceConstant(value: Value, [index, ...rest]: readonly number[], constant: Constant): Value {
  if (index === undefined) return value.kind === 'constant' ? { ...value, constant } : value;
  switch (value.kind) {
    case 'offset':
      return index === 0
        ? { ...value, origin: replaceConstant(value.origin, rest, constant) }
        : { ...value, duration: replaceConstant(value.duration, rest, constant) };
    case 'arithmetic':
      return index === 0
        ? { ...value, left: replaceConstant(value.left, rest, constant) }
        : { ...value, right: replaceConstant(value.right, rest, constant) };
    default:
      return value;
  }
}

function onSide(side: Side, change: (value: Value) => Value): ConditionChange['apply'] {
  return (reading: Formula) => {
    if (reading.kind === 'compare' && (side === 'left' || side === 'right')) {
      return { ...reading, [side]: change(reading[side]) };
    }
    if (reading.kind === 'between' && (side === 'low' || side === 'high')) {
      return { ...reading, [side]: change(reading[side]) };
    }
    return undefined;
  };
}

interface Move {
  readonly constant: Constant;
  readonly change: string;
}

/** One less and one more. */
function movesOf({ constant, place }: FoundConstant, { program, textOf }: ChangeSetting): readonly Move[] {
  return [-1, 1].flatMap((direction) => {
    const moved = moveConstant(constant, direction, { program, text: textOf(place) });
    return moved === undefined
      ? []
      : [{ constant: moved.constant, change: insteadOf(moved.text, moved.before) }];
  });
}

function insteadOf(after: string, before: string): string {
  return `with ${after} instead of ${before}`;
}

interface Moved {
  readonly constant: Constant;
  readonly text: string;
  readonly before: string;
}

const minute = 60_000;

function moveConstant(
  constant: Constant,
  direction: number,
  { program, text }: { readonly program: Program; readonly text: string },
): Moved | undefined {
  switch (constant.type) {
    case 'number':
      return movedTo({ ...constant, value: constant.value + direction }, String, constant.value);
    case 'date':
      return movedTo({ ...constant, value: constant.value + direction }, formatDate, constant.value);
    case 'instant':
      return movedTo(
        { ...constant, value: constant.value + direction * minute },
        formatInstant,
        constant.value,
      );
    case 'time': {
      const value = (constant.value + direction * minute + millisecondsPerDay) % millisecondsPerDay;
      return movedTo({ ...constant, value }, formatTime, constant.value);
    }
    case 'scale': {
      const steps = program.scales.get(constant.scale)?.steps ?? [];
      const step = steps[steps.indexOf(constant.value) + direction];
      return step === undefined
        ? undefined
        : { constant: { ...constant, value: step }, text: step, before: constant.value };
    }
    case 'duration':
      return movedDuration(constant, direction, text);
    default:
      return undefined;
  }
}

function movedTo(
  constant: Extract<Constant, { readonly value: number }>,
  format: (value: number) => string,
  before: number,
): Moved {
  return { constant, text: format(constant.value), before: format(before) };
}

/** In the unit that the author wrote: a year more than `3 years`, and not a month. */
function movedDuration(
  constant: Extract<Constant, { readonly type: 'duration' }>,
  direction: number,
  text: string,
): Moved | undefined {
  const [, amountText = '', unit = ''] = /^(\d+)\s+([a-z-]+(?:\s+[a-z-]+)?)/.exec(text) ?? [];
  const written = Number(amountText);
  if (written === 0 || !Number.isInteger(constant.amount / written)) return undefined;
  const amount = constant.amount + (direction * constant.amount) / written;
  const plural = unit.replace(/^(year|month|week|day|hour|minute|second)s?\b/, (_, word: string) =>
    written + direction === 1 ? word : `${word}s`,
  );
  return {
    constant: { ...constant, amount },
    text: `${written + direction} ${plural}`,
    before: `${written} ${unit}`,
  };
}

/** A period begins or ends a day earlier or later. */
function periodChanges(edge: 'from' | 'until', date: number | undefined): readonly ConditionChange[] {
  if (date === undefined) return [];
  const [word, offset] = edge === 'from' ? ['from', 0] : ['through', -1];
  return [-1, 1].map((direction) => ({
    kind: 'boundary',
    change: insteadOf(
      `"${word} ${formatDate(date + direction + offset)}"`,
      `"${word} ${formatDate(date + offset)}"`,
    ),
    apply: (reading: Formula) =>
      reading.kind === 'in-force' ? { ...reading, [edge]: date + direction } : undefined,
  }));
}
