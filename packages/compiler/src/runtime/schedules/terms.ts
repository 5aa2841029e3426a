import type { CalendarFact } from '../calendars.ts';
import type { Condition } from '../readings.ts';
import type { ConditionNode } from '../reasoning/conditions.ts';
import type { FormulaNode, ValueNode } from '../reasoning/nodes.ts';
import type { ScheduleReason } from '../schedule.ts';

export type ScheduleAction = ScheduleReason['action'];

/** What a rule says about the records of one type. */
export interface ScheduleTerms<Asked> {
  /** Left out where an exception says what counts instead: then it is that of the rule. */
  readonly action?: ScheduleAction;
  /** No hold stops it. */
  readonly isAbsolute?: boolean;
  readonly leaving?: string;
  /** A hold is looked at again by this day: `2027-01-01`. */
  readonly reviewBy?: string;
  readonly period?: Period<Asked>;
  /** Nothing is due any more. */
  readonly done?: Condition<Asked>;
  readonly doneBecause?: () => ConditionNode<Asked>;
}

/** Until when, or by when: in days since 1970-01-01, or as an instant. */
export interface Period<Asked> {
  readonly until: (asked: Asked) => number;
  readonly isInstant?: boolean;
  /** There is nothing to keep: the length itself is none. */
  readonly isNothing?: (asked: Asked) => boolean;
  /** A last day that is no working day there moves on to the next one. */
  readonly rolling?: (asked: Asked) => CalendarFact;
  readonly extension?: {
    readonly condition: Condition<Asked>;
    readonly until: (asked: Asked) => number;
    readonly isNothing?: (asked: Asked) => boolean;
  };
  readonly because: () => PeriodNode;
}

/** The same as data. */
export interface PeriodNode {
  /** What it reads, as schematic paths. */
  readonly facts: readonly string[];
  readonly until: ValueNode;
  /** The lengths by which it is counted: where one is none, nothing is kept. */
  readonly lengths?: readonly ValueNode[];
  readonly rolling?: ValueNode;
  readonly extension?: {
    readonly condition: FormulaNode;
    readonly until: ValueNode;
    readonly lengths?: readonly ValueNode[];
  };
}
