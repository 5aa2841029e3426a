import type { Expression, TypeNode } from './tree-expressions.ts';
import type {
  DateNode,
  Documentation,
  DottedName,
  Name,
  Period,
  TextNode,
  TreeNode,
  UrlNode,
} from './tree-names.ts';

/** `authority law` */
export interface AuthorityClause extends TreeNode<'authority-clause'> {
  readonly authority: Name;
}

/** `source "SI 2003/2426" <https://…> as of 2026-11-23` */
export interface SourceClause extends TreeNode<'source-clause'> {
  readonly text: TextNode;
  readonly url?: UrlNode;
  readonly asOf?: DateNode;
}

/** `zone "Europe/London"` */
export interface ZoneClause extends TreeNode<'zone-clause'> {
  readonly zone: TextNode;
}

/** `in force from 2003-12-11 through 2026-01-31 counted by EXPRESSION` */
export interface InForceClause extends TreeNode<'in-force-clause'> {
  readonly period: Period;
  readonly countedBy?: Expression;
}

/** `review by 2027-01-01`: the author wants to look at this policy again by then. */
export interface ReviewByClause extends TreeNode<'review-by-clause'> {
  readonly date: DateNode;
}

/** `applies when C`, `applies everywhere [when C]` */
export interface AppliesClause extends TreeNode<'applies-clause'> {
  readonly everywhere: boolean;
  readonly condition?: Expression;
}

/** `default permit contact "Title" cite "…"` */
export interface DefaultClause extends TreeNode<'default-clause'> {
  readonly effect: 'permit' | 'forbid';
  readonly activity: Name;
  readonly title?: TextNode;
  readonly cites: readonly TextNode[];
}

/** `option texts-are-calls: boolean "…" { safe yes  cite "…" }` */
export interface OptionClause extends TreeNode<'option-clause'> {
  readonly documentation?: Documentation;
  readonly name: Name;
  readonly type: TypeNode;
  readonly title?: TextNode;
  readonly safe?: Expression;
  readonly cites: readonly TextNode[];
}

export interface RuleNode extends TreeNode<'rule'> {
  readonly documentation?: Documentation;
  readonly name: Name;
  readonly title?: TextNode;
  readonly clauses: readonly RuleClause[];
}

/** `lift POLICY.RULE name "Title" { … }` */
export interface LiftNode extends TreeNode<'lift'> {
  readonly documentation?: Documentation;
  readonly target: DottedName;
  readonly name: Name;
  readonly title?: TextNode;
  readonly clauses: readonly RuleClause[];
}

export type PolicyClause =
  | AuthorityClause
  | SourceClause
  | ZoneClause
  | InForceClause
  | ReviewByClause
  | AppliesClause
  | DefaultClause
  | OptionClause
  | RuleNode
  | LiftNode;

/** `forbid contact`, `require on refusal contact`, `advise contact` */
export interface EffectClause extends TreeNode<'effect-clause'> {
  readonly effect: 'permit' | 'forbid' | 'require' | 'require-on-refusal' | 'mandate' | 'advise';
  readonly activity: Name;
}

export type ScheduleAction =
  | 'keep'
  | 'erase'
  | 'anonymise'
  | 'archive'
  | 'review'
  | 'restrict'
  | 'hold'
  | 'due';

/** `keep Invoice for at least D counted from E`, `absolute erase X at the latest D after E`, `hold every record of subject` */
export interface ScheduleClause extends TreeNode<'schedule-clause'> {
  readonly action: ScheduleAction;
  readonly absolute: boolean;
  /** Absent in `hold every record of subject`. */
  readonly record?: Name;
  /** `every record of PATH` */
  readonly everyRecordOf?: Expression;
  /** After `for at least`. */
  readonly period?: Expression;
  /** After `counted from`. */
  readonly countedFrom?: Expression;
  /** After `at the latest`. */
  readonly deadline?: Expression;
}

/** In an exception of a schedule: `for at least D [counted from E]` or `at the latest D after E`. */
export interface PeriodInsteadClause extends TreeNode<'period-instead-clause'> {
  readonly period?: Expression;
  readonly countedFrom?: Expression;
  readonly deadline?: Expression;
}

/** `leaving SuppressionEntry` */
export interface LeavingClause extends TreeNode<'leaving-clause'> {
  readonly record: Name;
}

/** `rolling over non-working days of EU-institutions` */
export interface RollingClause extends TreeNode<'rolling-clause'> {
  readonly calendar: Expression;
}

/** `extend by 2 months when C` */
export interface ExtendByClause extends TreeNode<'extend-by-clause'> {
  readonly duration: Expression;
  readonly condition: Expression;
}

/** `done when C` */
export interface DoneWhenClause extends TreeNode<'done-when-clause'> {
  readonly condition: Expression;
}

/** `review within 1 year` of a hold */
export interface ReviewWithinClause extends TreeNode<'review-within-clause'> {
  readonly duration: Expression;
}

export interface WhenClause extends TreeNode<'when-clause'> {
  readonly condition: Expression;
}

export interface UnlessClause extends TreeNode<'unless-clause'> {
  readonly condition: Expression;
}

/** `obligation notify-authority(within: 72 hours)` */
export interface ObligationClause extends TreeNode<'obligation-clause'> {
  readonly obligation: Name;
  readonly arguments: readonly ObligationArgument[];
}

export interface ObligationArgument extends TreeNode<'obligation-argument'> {
  readonly name: Name;
  readonly value: Expression;
}

export interface CiteClause extends TreeNode<'cite-clause'> {
  readonly text: TextNode;
}

/** `because "…"`: a reason for people. */
export interface BecauseClause extends TreeNode<'because-clause'> {
  readonly text: TextNode;
}

/** `overridable by company` */
export interface OverridableClause extends TreeNode<'overridable-clause'> {
  readonly authority: Name;
}

export interface ExceptNode extends TreeNode<'except'> {
  readonly documentation?: Documentation;
  readonly name: Name;
  readonly title?: TextNode;
  readonly clauses: readonly RuleClause[];
}

export type RuleClause =
  | EffectClause
  | ScheduleClause
  | PeriodInsteadClause
  | LeavingClause
  | RollingClause
  | ExtendByClause
  | DoneWhenClause
  | ReviewWithinClause
  | WhenClause
  | UnlessClause
  | ObligationClause
  | CiteClause
  | BecauseClause
  | OverridableClause
  | InForceClause
  | ExceptNode;
