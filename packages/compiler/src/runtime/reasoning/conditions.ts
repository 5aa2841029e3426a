import type { Condition } from '../readings.ts';
import { dependsOnStandIn, dependsOnTime } from './dependence.ts';
import type { FormulaNode } from './nodes.ts';
import type { Windows } from './windows.ts';
import { createWindows } from './windows.ts';

/** A condition as the author wrote it, with its parts. */
export type ConditionNode<Asked> = JoinedCondition<Asked> | LeafCondition<Asked>;

export interface JoinedCondition<Asked> {
  readonly is: 'not' | 'and' | 'or';
  readonly at: Place;
  readonly parts: readonly ConditionNode<Asked>[];
  /** The same parts: first those that stay what they are, which settle most questions. */
  readonly steadyFirst: readonly ConditionNode<Asked>[];
  /** It may change with the time, or without what stands in for an absent fact. */
  readonly moves: boolean;
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
  readonly moves: boolean;
  /** Something may stand in for an absent fact. */
  readonly hasStandIn: boolean;
  /** Until when it held when it was asked before. */
  readonly windows: Windows;
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
  return joined('not', at, [part]);
}

export function all<Asked>(at: Place, ...parts: readonly ConditionNode<Asked>[]): ConditionNode<Asked> {
  return joined('and', at, parts);
}

export function any<Asked>(at: Place, ...parts: readonly ConditionNode<Asked>[]): ConditionNode<Asked> {
  return joined('or', at, parts);
}

/** A condition without parts. */
export function test<Asked>(
  at: Place,
  facts: readonly string[],
  condition: Condition<Asked> | undefined,
  reason?: FormulaNode,
): ConditionNode<Asked> {
  const hasStandIn = reason !== undefined && dependsOnStandIn(reason);
  const moves = hasStandIn || (reason !== undefined && dependsOnTime(reason));
  const windows = createWindows(facts, reason);
  return { is: 'leaf', at, facts, test: condition, reason, moves, hasStandIn, windows };
}

function joined<Asked>(
  is: 'not' | 'and' | 'or',
  at: Place,
  parts: readonly ConditionNode<Asked>[],
): ConditionNode<Asked> {
  const steadyFirst = [...parts.filter(({ moves }) => !moves), ...parts.filter(({ moves }) => moves)];
  return { is, at, parts, steadyFirst, moves: parts.some(({ moves }) => moves) };
}
