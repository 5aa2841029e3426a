import type { Calendar } from '../calendars.ts';
import type { Zone } from '../clock.ts';
import type { Duration } from '../durations.ts';
import type { Group } from '../groups.ts';
import type { Scope } from '../scopes.ts';
import type { Table } from '../tables.ts';
import type { Taxonomy } from '../terms.ts';
import type { StandIn } from './knowledge.ts';

/**
 * Conditions as data, for what functions cannot tell: which facts leave a condition open, and until when it holds.
 * They are written only where a condition can be open for more than one reason, or moves with the time.
 */
export type FormulaNode =
  | { readonly is: 'truth'; readonly value: boolean }
  /** A derived fact that is a condition: it reads the activity alone, and is judged once. */
  | { readonly is: 'shared'; readonly formula: () => FormulaNode }
  | { readonly is: 'not'; readonly operand: FormulaNode }
  | { readonly is: 'and' | 'or'; readonly operands: readonly FormulaNode[] }
  | { readonly is: 'holds' | 'is-none' | 'is-known'; readonly value: ValueNode }
  | {
      readonly is: 'term-test';
      readonly value: ValueNode;
      readonly terms: Taxonomy;
      readonly options: readonly TermOption[];
    }
  | {
      readonly is: 'same-term';
      readonly left: ValueNode;
      readonly right: ValueNode;
      readonly terms: Taxonomy;
      readonly onLevel?: boolean;
    }
  | {
      readonly is: 'scope-test';
      readonly value: ValueNode;
      readonly scope: ValueNode;
      readonly terms: Taxonomy;
    }
  | { readonly is: 'holiday' | 'working-day'; readonly value: ValueNode; readonly calendar: ValueNode }
  | { readonly is: Relation; readonly left: ValueNode; readonly right: ValueNode }
  | {
      readonly is: 'between';
      readonly value: ValueNode;
      readonly low: ValueNode;
      readonly high: ValueNode;
      /** A window of times of day, which may cross midnight. */
      readonly isWindow?: boolean;
    }
  | {
      readonly is: 'some' | 'every';
      readonly name: string;
      readonly list: ValueNode;
      readonly body: FormulaNode;
    }
  | LatestNode
  | {
      readonly is: 'call';
      readonly define: () => DefineNode<FormulaNode>;
      readonly args: readonly ValueNode[];
    }
  | { readonly is: 'in-force'; readonly from?: number; readonly until?: number; readonly on?: ValueNode };

export type Relation = 'equal' | 'less' | 'at-most' | 'more' | 'at-least';

export interface LatestNode {
  readonly is: 'latest';
  readonly name: string;
  readonly list: ValueNode;
  readonly by: ValueNode;
  /** Whether the moment of an entry can be none. */
  readonly mayBeNone?: boolean;
  readonly condition: FormulaNode;
  readonly body: FormulaNode;
}

export type TermOption = { readonly term: number } | { readonly group: Group; readonly on?: ValueNode };

/**
 * A text is a path: `customer.timeZone` starts at the facts, `$who.timeZone` at a parameter, `#c1.status` at the entry
 * that a variable stands for.
 */
export type ValueNode =
  | string
  | { readonly is: 'quantity'; readonly value: number }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'zone'; readonly zone: Zone }
  | { readonly is: 'term'; readonly term: number }
  | { readonly is: 'scope'; readonly scope: Scope }
  | { readonly is: 'duration'; readonly duration: Duration }
  | { readonly is: 'calendar'; readonly calendar: Calendar }
  | { readonly is: 'field'; readonly of: ValueNode; readonly key: string }
  | { readonly is: 'claim' }
  | { readonly is: 'derived'; readonly value: ValueNode }
  | { readonly is: 'ancestor'; readonly of: ValueNode; readonly terms: Taxonomy; readonly depth: number }
  | { readonly is: 'now' }
  | { readonly is: 'clock'; readonly reading: 'today' | 'time' | 'weekday'; readonly zone?: ValueNode }
  | { readonly is: 'local-date' | 'age'; readonly of: ValueNode }
  | OffsetNode
  | LookupNode
  /** A condition as a value: yes or no. */
  | { readonly is: 'condition'; readonly condition: FormulaNode }
  | {
      readonly is: 'edge';
      readonly edge: 'start' | 'end';
      readonly unit: 'week' | 'month' | 'quarter' | 'year';
      readonly of: ValueNode;
    }
  | { readonly is: 'later' | 'earlier'; readonly operands: readonly ValueNode[] }
  | { readonly is: '+' | '-'; readonly left: ValueNode; readonly right: ValueNode }
  | { readonly is: 'count'; readonly name: string; readonly list: ValueNode; readonly condition: FormulaNode }
  | { readonly is: 'else'; readonly of: ValueNode; readonly fallback: ValueNode; readonly standIn: StandIn }
  | {
      readonly is: 'call-value';
      readonly define: () => DefineNode<ValueNode>;
      readonly args: readonly ValueNode[];
    };

export interface OffsetNode {
  readonly is: 'offset';
  readonly origin: ValueNode;
  readonly duration: ValueNode;
  readonly direction: 'after' | 'before';
  readonly kind: 'date' | 'instant';
  /** Of working days, where a table gives it. */
  readonly calendar?: ValueNode;
}

export interface LookupNode {
  readonly is: 'lookup';
  readonly table: Table;
  /** Its position. */
  readonly column: number;
  /** It gives terms, which are numbers like everything else that is not. */
  readonly isTerm?: boolean;
  readonly keys: readonly ValueNode[];
  /** The positions of the keys that may be none where they are unknown. */
  readonly mayBeNone?: readonly number[];
  /** Absent: today in the zone of the table. */
  readonly on?: ValueNode;
}

export interface DefineNode<Body extends FormulaNode | ValueNode = FormulaNode | ValueNode> {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Body;
}
