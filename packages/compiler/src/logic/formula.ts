import type { Place } from './place.ts';
import type { Traits } from './types.ts';
import type { Value } from './value.ts';

/** A condition, worth true, false or unknown by strong Kleene logic. */
export interface FormulaNode<Kind extends string> {
  readonly kind: Kind;
  readonly place: Place;
  readonly traits: Traits;
}

/** `yes`, `no`, or the condition that is absent. */
export interface TruthFormula extends FormulaNode<'truth'> {
  readonly value: boolean;
}

export interface NotFormula extends FormulaNode<'not'> {
  readonly operand: Formula;
}

export interface AndFormula extends FormulaNode<'and'> {
  readonly operands: readonly Formula[];
}

export interface OrFormula extends FormulaNode<'or'> {
  readonly operands: readonly Formula[];
}

/** A Boolean value as a condition; read through none it is false. */
export interface HoldsFormula extends FormulaNode<'holds'> {
  readonly value: Value;
}

/** `x is none` */
export interface IsNoneFormula extends FormulaNode<'is-none'> {
  readonly value: Value;
}

/** `x is known`: never unknown. None, an imprecise term and a partial list are known. */
export interface IsKnownFormula extends FormulaNode<'is-known'> {
  readonly value: Value;
}

/** One alternative of a term test: a term with everything below it, or a group on today's date or another. */
export type TermOption =
  | { readonly kind: 'term'; readonly term: string }
  /** `on` absent: today in the group's own zone, for groups inside groups likewise. */
  | { readonly kind: 'group'; readonly group: string; readonly on?: Value };

/**
 * `x is TERM`, `x is GROUP`, `x is one of (…)`: true if all that x may be lies in the options, false if none does,
 * else unknown; false for none.
 */
export interface TermTestFormula extends FormulaNode<'term-test'> {
  readonly value: Value;
  readonly taxonomy: string;
  readonly options: readonly TermOption[];
}

/** Two facts: true only if both are the same final term, false if they can share none, else unknown. */
export interface SameTermFormula extends FormulaNode<'same-term'> {
  readonly left: Value;
  readonly right: Value;
}

/** `x is in SCOPE` */
export interface ScopeTestFormula extends FormulaNode<'scope-test'> {
  readonly value: Value;
  readonly scope: Value;
}

export type Relation = 'equal' | 'less' | 'at-most' | 'more' | 'at-least';

/** An ordered or equality comparison of two values of one type; false where a side is none. */
export interface CompareFormula extends FormulaNode<'compare'> {
  readonly relation: Relation;
  readonly left: Value;
  readonly right: Value;
}

/** Low and high included; a window of times whose low is after its high crosses midnight. */
export interface BetweenFormula extends FormulaNode<'between'> {
  readonly value: Value;
  readonly low: Value;
  readonly high: Value;
}

export interface QuantifierFormula extends FormulaNode<'some' | 'every'> {
  readonly variable: string;
  readonly list: Value;
  readonly body: Formula;
}

/**
 * `latest x in L by E where (C) satisfies B`: false where no entry meets C; of a tie unknown unless all tied agree;
 * unknown where an unknown or a partial list could change who is latest and thereby the result.
 */
export interface LatestFormula extends FormulaNode<'latest'> {
  readonly variable: string;
  readonly list: Value;
  readonly by: Value;
  readonly condition: Formula;
  readonly body: Formula;
}

/** A define that gives a condition. */
export interface CallFormula extends FormulaNode<'call'> {
  readonly define: string;
  readonly arguments: readonly Value[];
}

/** Whether a date lies in a period: `from` included, `until` excluded, both in days since 1970-01-01. */
export interface InForceFormula extends FormulaNode<'in-force'> {
  readonly from?: number;
  readonly until?: number;
  /** `counted by`; absent: today in the zone of the policy. */
  readonly on?: Value;
}

/**
 * `D is a holiday in C`, `D is a working day in C`: a working day is neither a day of the weekend nor a holiday. Unknown
 * for days that the calendar does not cover; false where the day or the calendar is none.
 */
export interface DayTestFormula extends FormulaNode<'day-test'> {
  readonly which: 'holiday' | 'working-day';
  /** A date. */
  readonly value: Value;
  /** Of type `calendar`. */
  readonly calendar: Value;
}

export type Formula =
  | DayTestFormula
  | TruthFormula
  | NotFormula
  | AndFormula
  | OrFormula
  | HoldsFormula
  | IsNoneFormula
  | IsKnownFormula
  | TermTestFormula
  | SameTermFormula
  | ScopeTestFormula
  | CompareFormula
  | BetweenFormula
  | QuantifierFormula
  | LatestFormula
  | CallFormula
  | InForceFormula;
