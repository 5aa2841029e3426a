import type { TableRows } from './tree-declarations.ts';
import type { Expression, ObjectValue } from './tree-expressions.ts';
import type { Name, Reference, TextNode, TreeNode } from './tree-names.ts';

/** `now 2026-03-02T12:00:00Z` or, for schedules, `on 2026-03-02` */
export interface MomentClause extends TreeNode<'moment-clause'> {
  readonly which: 'now' | 'on';
  readonly value: Expression;
}

/** `store { record: { … }, location: US-IA }` */
export interface Case extends TreeNode<'case'> {
  /** The activity or record. */
  readonly subject: Name;
  readonly facts: ObjectValue;
}

/** `expect forbidden by provider.defaults.home-storage` */
export interface Expectation extends TreeNode<'expectation'> {
  readonly outcome: Name;
  readonly checks: readonly ExpectationCheck[];
}

/** `by a, b`, `only by a`, `missing customer.age`, `owing none`, `claim GB`, `keep-through 2034-12-31` */
export interface ExpectationCheck extends TreeNode<'expectation-check'> {
  readonly what: Name;
  readonly only: boolean;
  /** Empty for `none`. */
  readonly references: readonly Reference[];
  /** A date, for the checks of schedules. */
  readonly value?: Expression;
}

export type TestClause = MomentClause | Case | Expectation;

/** `given customer: { … }, purpose: direct-marketing` */
export interface GivenClause extends TreeNode<'given-clause'> {
  readonly entries: readonly GivenEntry[];
}

export interface GivenEntry extends TreeNode<'given-entry'> {
  readonly path: Reference;
  readonly value: Expression;
}

/** `rows from "calls.csv"` */
export interface RowsFromClause extends TreeNode<'rows-from-clause'> {
  readonly file: TextNode;
}

/** Rows written beside the rules. */
export interface RowsClause extends TreeNode<'rows-clause'> {
  readonly table: TableRows;
}

export type ScenarioClause = MomentClause | GivenClause | RowsFromClause | RowsClause;
