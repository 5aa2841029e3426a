import type { Formula } from './formula.ts';
import type { Place } from './place.ts';
import type { Field, Traits, Type } from './types.ts';

export interface ValueNode<Kind extends string> {
  readonly kind: Kind;
  readonly type: Type;
  readonly place: Place;
  readonly traits: Traits;
}

/**
 * A constant in the form that evaluation uses: dates as days since 1970-01-01, times as milliseconds since midnight,
 * instants as milliseconds since 1970-01-01T00:00Z, durations with their amount and unit, weekdays from 1 (Monday) to
 * 7, terms and scale steps by name.
 */
export type Constant =
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number' | 'date' | 'time' | 'instant' | 'weekday'; readonly value: number }
  | { readonly type: 'text' | 'timezone' | 'calendar'; readonly value: string }
  | { readonly type: 'term'; readonly taxonomy: string; readonly value: string }
  | { readonly type: 'scale'; readonly scale: string; readonly value: string }
  /** `anything` is the scope of a whole taxonomy. */
  | { readonly type: 'scope'; readonly taxonomy: string; readonly value: readonly string[] | 'anything' }
  | Duration;

/** A length of time: `months` for months and years, `days` for days and weeks, `milliseconds` for hours and shorter. */
export interface Duration {
  readonly type: 'duration';
  readonly amount: number;
  readonly unit: 'months' | 'days' | 'milliseconds' | 'working-days';
  /** The calendar of working days. */
  readonly calendar?: string;
}

export interface ConstantValue extends ValueNode<'constant'> {
  readonly constant: Constant;
}

/** A base fact of the activity (or record). */
export interface FactValue extends ValueNode<'fact'> {
  readonly field: Field;
}

/** A field of a record value; through an unknown it is unknown, through none it is none. */
export interface FieldValue extends ValueNode<'field'> {
  readonly of: Value;
  readonly field: Field;
}

/** The entry that a quantifier looks at; `variable` is unique within its rule or define. */
export interface VariableValue extends ValueNode<'variable'> {
  readonly variable: string;
}

/** A parameter of the define that the value stands in. */
export interface ParameterValue extends ValueNode<'parameter'> {
  readonly name: string;
}

/** The claim under which the case is being decided (`jurisdiction`). */
export interface ClaimValue extends ValueNode<'claim'> {
  readonly name: string;
}

/** A derived fact of the activity: worth the same as `value`, kept by name for explanations. */
export interface DerivedValue extends ValueNode<'derived'> {
  readonly name: string;
  readonly value: Value;
}

/** `country of x`: the ancestor of x on a level of its taxonomy; none exists: unknown. */
export interface AncestorValue extends ValueNode<'ancestor'> {
  readonly of: Value;
  readonly taxonomy: string;
  /** The depth of the level, from 0 for the topmost terms. */
  readonly depth: number;
}

/** `now`, an instant. */
export interface NowValue extends ValueNode<'now'> {}

/** `today`, `time in Z`, `weekday in Z`; without a zone, that of the policy that asks. */
export interface ClockValue extends ValueNode<'clock'> {
  readonly reading: 'today' | 'time' | 'weekday';
  readonly zone?: Value;
}

/** `date of INSTANT`: its day in the zone of the policy that asks. */
export interface LocalDateValue extends ValueNode<'local-date'> {
  readonly of: Value;
}

/** `age of D`: completed years today; 29 February has its anniversary on 1 March in common years. */
export interface AgeValue extends ValueNode<'age'> {
  readonly of: Value;
}

/** A date or instant moved by a duration; months clamp to the last day of the month. */
export interface OffsetValue extends ValueNode<'offset'> {
  readonly origin: Value;
  readonly duration: Value;
  readonly direction: 'after' | 'before';
  /** Of working days, where a table gives the calendar: then the duration is a constant without one. */
  readonly calendar?: Value;
}

/** `end of year of D` */
export interface EdgeValue extends ValueNode<'edge'> {
  readonly edge: 'start' | 'end';
  readonly unit: 'week' | 'month' | 'quarter' | 'year';
  readonly of: Value;
}

/** `later of (a, b)`, `earlier of (a, b)`; none is left out of the comparison, unknown makes it unknown. */
export interface ExtremeValue extends ValueNode<'extreme'> {
  readonly which: 'later' | 'earlier';
  readonly operands: readonly Value[];
}

export interface ArithmeticValue extends ValueNode<'arithmetic'> {
  readonly operator: '+' | '-';
  readonly left: Value;
  readonly right: Value;
}

/** `number of x in L where (C)`: an interval where something is unknown. */
export interface CountValue extends ValueNode<'count'> {
  readonly variable: string;
  readonly list: Value;
  readonly condition: Formula;
}

/** `x else LITERAL`: the literal stands in where the fact is absent. */
export interface ElseValue extends ValueNode<'else'> {
  readonly of: Value;
  readonly fallback: ConstantValue;
}

/** A condition as a value: yes, no or unknown. Only keys of tables are read so. */
export interface ConditionValue extends ValueNode<'condition'> {
  readonly condition: Formula;
}

/** A define that gives a value. */
export interface CallValue extends ValueNode<'call-value'> {
  readonly define: string;
  readonly arguments: readonly Value[];
}

/**
 * `T of x`, `T.column of (x, y)`: what the row of a table says for x or its nearest ancestor; for two keys the row that
 * is nearest by the first and, among those, by the second. Of an imprecise x the common value of all final terms
 * below, else unknown; no row: unknown. A key or a day that is none gives none. A key that is unknown may be anything,
 * also none where its traits say so.
 */
export interface LookupValue extends ValueNode<'lookup'> {
  readonly table: string;
  readonly column: string;
  /** One for each key of the table. */
  readonly keys: readonly Value[];
  /** The day that `counted by` names, as whoever asks reads it; absent: today in the table's zone. */
  readonly on?: Value;
}

export type Value =
  | LookupValue
  | ConstantValue
  | FactValue
  | FieldValue
  | VariableValue
  | ParameterValue
  | ClaimValue
  | DerivedValue
  | AncestorValue
  | NowValue
  | ClockValue
  | LocalDateValue
  | AgeValue
  | OffsetValue
  | EdgeValue
  | ExtremeValue
  | ArithmeticValue
  | CountValue
  | ElseValue
  | ConditionValue
  | CallValue;
