import type { Condition } from '../readings.ts';
import type { FormulaNode } from './nodes.ts';

/** A condition as the author wrote it, with its parts. */
export type ConditionNode<Asked> = JoinedCondition<Asked> | LeafCondition<Asked>;

export interface JoinedCondition<Asked> {
  readonly is: 'not' | 'and' | 'or';
  readonly at: Place;
  readonly parts: readonly ConditionNode<Asked>[];
}

export interface LeafCondition<Asked> {
  readonly is: 'leaf';
  readonly at: Place;
  /** The facts it reads: `customer.consents[].recordedAt`. */
  readonly facts: readonly string[];
  /** Absent where only `reason` can tell. */
  readonly test: Condition<Asked> | undefined;
  /** Present where more than the facts themselves tells what leaves it open, or until when it holds. */
  readonly reason: FormulaNode | undefined;
}

/** Where a condition stands, from line and column 1, and what it says. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Places in one file. */
export function placesIn(file: string): (line: number, column: number, text: string) => Place {
  return (line, column, text) => ({ file, line, column, text });
}

export function not<Asked>(at: Place, part: ConditionNode<Asked>): ConditionNode<Asked> {
  return { is: 'not', at, parts: [part] };
}

export function all<Asked>(at: Place, ...parts: readonly ConditionNode<Asked>[]): ConditionNode<Asked> {
  return { is: 'and', at, parts };
}

export function any<Asked>(at: Place, ...parts: readonly ConditionNode<Asked>[]): ConditionNode<Asked> {
  return { is: 'or', at, parts };
}

/** A condition without parts. */
export function test<Asked>(
  at: Place,
  facts: readonly string[],
  condition: Condition<Asked> | undefined,
  reason?: FormulaNode,
): ConditionNode<Asked> {
  return { is: 'leaf', at, facts, test: condition, reason };
}
