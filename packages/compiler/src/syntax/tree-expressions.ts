import type { DateNode, DottedName, Name, TextNode, TreeNode } from './tree-names.ts';

export type DurationUnit =
  | 'millisecond'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'working-day'
  | 'week'
  | 'month'
  | 'year';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A literal's decoded value. Dates, times and instants keep the text that was written. */
export type LiteralValue =
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'date'; readonly value: string }
  | { readonly type: 'time'; readonly value: string }
  | { readonly type: 'instant'; readonly value: string }
  | {
      readonly type: 'duration';
      readonly amount: number;
      readonly unit: DurationUnit;
      /** Of working days: the name of a calendar, or what gives one. */
      readonly calendar?: Expression;
    }
  | { readonly type: 'none' }
  | { readonly type: 'unknown' };

export interface Literal extends TreeNode<'literal'> {
  readonly value: LiteralValue;
}

/** Names joined by dots: a fact, a parameter, a term, a group, a weekday, `anything`. */
export interface Path extends TreeNode<'path'> {
  readonly segments: readonly Name[];
}

/** `consented(customer, channel, purpose)` */
export interface Call extends TreeNode<'call'> {
  readonly callee: Name;
  readonly arguments: readonly Expression[];
}

/**
 * `country of place`, `child-consent-age of jurisdiction`, `age of birth-date`; with two keys `fee of (place, channel)`;
 * of a table with several columns `calling-hours.opens of (place, weekday)`.
 */
export interface OfExpression extends TreeNode<'of'> {
  readonly name: Name;
  /** What stands behind dots after the name: the column of a table. More than one is a mistake. */
  readonly columns?: readonly Name[];
  readonly operands: readonly Expression[];
}

/** `end of year of issued-on` */
export interface CalendarEdge extends TreeNode<'calendar-edge'> {
  readonly edge: 'start' | 'end';
  readonly unit: 'week' | 'month' | 'quarter' | 'year';
  readonly operand: Expression;
}

/** `now`, `today`, `today in Z`, `time in Z`, `weekday in Z` */
export interface ClockReading extends TreeNode<'clock'> {
  readonly reading: 'now' | 'today' | 'time' | 'weekday';
  readonly zone?: Expression;
}

/** `later of (a, b)`, `earlier of (a, b)` */
export interface Extreme extends TreeNode<'extreme'> {
  readonly which: 'later' | 'earlier';
  readonly operands: readonly Expression[];
}

/** `3 years after last-contact-on` */
export interface Offset extends TreeNode<'offset'> {
  readonly duration: Expression;
  readonly direction: 'after' | 'before';
  readonly origin: Expression;
}

/** `birth-date else 2000-01-01` */
export interface ElseExpression extends TreeNode<'else'> {
  readonly operand: Expression;
  readonly fallback: Expression;
}

export interface Arithmetic extends TreeNode<'arithmetic'> {
  readonly operator: '+' | '-';
  readonly left: Expression;
  readonly right: Expression;
}

export interface Parenthesized extends TreeNode<'parenthesized'> {
  readonly inner: Expression;
}

export interface Not extends TreeNode<'not'> {
  readonly operand: Expression;
}

/** Two or more operands of one operator; where the source mixes `and` with `or`, `mixed` marks the outer node. */
export interface Logical extends TreeNode<'logical'> {
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expression[];
  readonly mixed?: true;
}

/** `some x in L satisfies C`, `every x in L satisfies C` */
export interface Quantifier extends TreeNode<'quantifier'> {
  readonly which: 'some' | 'every';
  readonly variable: Name;
  readonly list: Expression;
  readonly body: Expression;
}

/** `number of x in L where (C)`; without `where`, all count. */
export interface Count extends TreeNode<'count'> {
  readonly variable: Name;
  readonly list: Expression;
  readonly condition?: Expression;
}

/** `latest x in L by E where (C) satisfies B` */
export interface Latest extends TreeNode<'latest'> {
  readonly variable: Name;
  readonly list: Expression;
  readonly by: Expression;
  readonly condition?: Expression;
  readonly body: Expression;
}

/** `left is [not] TEST` */
export interface Comparison extends TreeNode<'comparison'> {
  readonly left: Expression;
  readonly negated: boolean;
  readonly test: Test;
}

export type OrderRelation =
  | 'at-least'
  | 'at-most'
  | 'less-than'
  | 'more-than'
  | 'before'
  | 'after'
  | 'on-or-before'
  | 'on-or-after';

/** `is VALUE`, `is GROUP on DATE` */
export interface ValueTest extends TreeNode<'value-test'> {
  readonly value: Expression;
  readonly on?: Expression;
}

export interface NoneTest extends TreeNode<'none-test'> {}

export interface KnownTest extends TreeNode<'known-test'> {}

/** `is one of (a, b)` */
export interface OneOfTest extends TreeNode<'one-of-test'> {
  readonly options: readonly Expression[];
}

/** `is at least 3`, `is on or before 2026-01-01` */
export interface OrderTest extends TreeNode<'order-test'> {
  readonly relation: OrderRelation;
  readonly value: Expression;
}

/** `is at least 28 days after D` */
export interface DistanceTest extends TreeNode<'distance-test'> {
  readonly relation: 'at-least' | 'at-most' | 'less-than' | 'more-than';
  readonly duration: Expression;
  readonly direction: 'after' | 'before';
  readonly origin: Expression;
}

/** `is between A and B`, both included */
export interface BetweenTest extends TreeNode<'between-test'> {
  readonly low: Expression;
  readonly high: Expression;
}

/** `is within the last 24 months` */
export interface WithinLastTest extends TreeNode<'within-last-test'> {
  readonly duration: Expression;
}

/** `is in SCOPE` */
export interface ScopeTest extends TreeNode<'scope-test'> {
  readonly scope: Expression;
}

/** `is a holiday in C`, `is a working day in C` */
export interface DayTest extends TreeNode<'day-test'> {
  readonly which: 'holiday' | 'working-day';
  readonly calendar: Expression;
}

export type Test =
  | ValueTest
  | NoneTest
  | KnownTest
  | OneOfTest
  | OrderTest
  | DistanceTest
  | BetweenTest
  | WithinLastTest
  | ScopeTest
  | DayTest;

/** `{ kind: invoice, residence: GB }` in a test */
export interface ObjectValue extends TreeNode<'object'> {
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry extends TreeNode<'object-entry'> {
  readonly key: Name;
  readonly value: Expression;
}

/** `[ voice, email ]` in a test */
export interface ListValue extends TreeNode<'list'> {
  readonly items: readonly Expression[];
}

/** Stands where the source has no expression, or one that could not be read. */
export interface MissingExpression extends TreeNode<'missing-expression'> {}

export type Expression =
  | Literal
  | Path
  | Call
  | OfExpression
  | CalendarEdge
  | ClockReading
  | Extreme
  | Offset
  | ElseExpression
  | Arithmetic
  | Parenthesized
  | Not
  | Logical
  | Quantifier
  | Count
  | Latest
  | Comparison
  | ObjectValue
  | ListValue
  | MissingExpression;

/** A type as it is written. */
export interface TypeNode extends TreeNode<'type'> {
  readonly form: 'plain' | 'within' | 'all-of' | 'list' | 'partial-list';
  /** The name of a plain, `within` or `all of` type; missing in lists. */
  readonly name?: Name;
  /** The type of a list's entries. */
  readonly element?: TypeNode;
  /** `at most N` of a list. */
  readonly limit?: number;
  readonly orNone: boolean;
}

export type { DateNode, DottedName, TextNode };
