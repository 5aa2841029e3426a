import type { Expression, TypeNode } from './tree-expressions.ts';
import type {
  DateNode,
  Documentation,
  DottedName,
  Name,
  Period,
  Reference,
  TextNode,
  TreeNode,
  UrlNode,
} from './tree-names.ts';
import type { PolicyClause } from './tree-policies.ts';
import type { Case, Expectation, ScenarioClause, TestClause } from './tree-tests.ts';

/** What every declaration may have in front and behind its name. */
export interface DeclarationNode<Kind extends string> extends TreeNode<Kind> {
  readonly documentation?: Documentation;
}

/** `module std.crm` */
export interface ModuleDeclaration extends DeclarationNode<'module'> {
  readonly name: DottedName;
}

/** `use std.crm` */
export interface UseDeclaration extends DeclarationNode<'use'> {
  readonly module: DottedName;
}

/** `authorities law binding > sector binding > … > customer` */
export interface AuthoritiesDeclaration extends DeclarationNode<'authorities'> {
  readonly entries: readonly AuthorityEntry[];
}

export interface AuthorityEntry extends TreeNode<'authority'> {
  readonly name: Name;
  readonly markers: readonly Name[];
}

export interface TaxonomyDeclaration extends DeclarationNode<'taxonomy'> {
  /** `extend taxonomy X { … }` adds terms to what another file declared. */
  readonly extends: boolean;
  readonly name: Name;
  readonly title?: TextNode;
  readonly complete: boolean;
  readonly levels: readonly Name[];
  readonly terms: readonly TermNode[];
}

export interface TermNode extends TreeNode<'term'> {
  readonly documentation?: Documentation;
  readonly name: Name;
  readonly title?: TextNode;
  readonly aliases: readonly TextNode[];
  readonly sameAs: readonly UrlNode[];
  readonly open: boolean;
  readonly complete: boolean;
  readonly sensitive: boolean;
  readonly terms: readonly TermNode[];
}

export interface ScaleDeclaration extends DeclarationNode<'scale'> {
  readonly name: Name;
  readonly title?: TextNode;
  readonly steps: readonly ScaleStep[];
}

export interface ScaleStep extends TreeNode<'scale-step'> {
  readonly name: Name;
  readonly title?: TextNode;
}

export interface GroupDeclaration extends DeclarationNode<'group'> {
  readonly extends: boolean;
  readonly name: Name;
  readonly title?: TextNode;
  /** Left out where an `extend group` adds to an existing one. */
  readonly taxonomy?: Name;
  readonly zone?: TextNode;
  readonly entries: readonly GroupEntry[];
}

export interface GroupEntry extends TreeNode<'group-entry'> {
  readonly name: Name;
  readonly period?: Period;
  readonly cite?: TextNode;
}

/** `table NAME by T[, T[, T]]: type { rows }` */
export interface TableDeclaration extends DeclarationNode<'table'> {
  readonly name: Name;
  readonly title?: TextNode;
  /** Taxonomies, `weekday` or `boolean`. */
  readonly keys: readonly Name[];
  readonly type: TypeNode;
  readonly zone?: TextNode;
  readonly countedBy?: Expression;
  readonly rows: TableRows;
}

/** Rows between pipes; the first row names the columns. */
export interface TableRows extends TreeNode<'table-rows'> {
  readonly header: readonly HeaderCell[];
  readonly rows: readonly TableRow[];
}

/** `in force`, `only by`, `customer.consents` */
export interface HeaderCell extends TreeNode<'header-cell'> {
  readonly words: readonly Name[];
  /** The words joined by single spaces, dots without spaces. */
  readonly text: string;
}

export interface TableRow extends TreeNode<'table-row'> {
  readonly cells: readonly TableCell[];
}

/** A cell is empty, a period, or one or more values and ranges between commas. */
export interface TableCell extends TreeNode<'table-cell'> {
  readonly period?: Period;
  readonly values: readonly Expression[];
  /** Absent where there are none: only the cells of tables have ranges. */
  readonly ranges?: readonly CellRange[];
}

/** `monday to friday`: both included. */
export interface CellRange extends TreeNode<'cell-range'> {
  readonly first: Expression;
  readonly last: Expression;
}

export interface CalendarDeclaration extends DeclarationNode<'calendar'> {
  readonly name: Name;
  readonly title?: TextNode;
  readonly zone?: TextNode;
  readonly covers?: Period;
  /** `including DE-holidays`: takes over its days. */
  readonly includes: readonly Name[];
  readonly weekend: readonly Name[];
  readonly days: readonly CalendarDay[];
}

export interface CalendarDay extends TreeNode<'calendar-day'> {
  readonly date: DateNode;
  readonly title?: TextNode;
}

export interface RecordDeclaration extends DeclarationNode<'record'> {
  /** `extend record X { … }` */
  readonly extends: boolean;
  readonly name: Name;
  readonly title?: TextNode;
  readonly members: readonly Member[];
}

export interface ActivityDeclaration extends DeclarationNode<'activity'> {
  readonly extends: boolean;
  readonly name: Name;
  readonly title?: TextNode;
  readonly members: readonly Member[];
}

export interface FieldMember extends TreeNode<'field'> {
  readonly documentation?: Documentation;
  readonly name: Name;
  /** `?`: may be unknown. */
  readonly optional: boolean;
  readonly type: TypeNode;
  readonly title?: TextNode;
  readonly aliases: readonly TextNode[];
  readonly sameAs: readonly UrlNode[];
  readonly sensitive: boolean;
}

/** `industry = company.industry`, `controller = company` */
export interface DerivedMember extends TreeNode<'derived'> {
  readonly documentation?: Documentation;
  readonly name: Name;
  readonly value: Expression;
}

/** `jurisdiction: each of (customer.residence, company.seat)` */
export interface ClaimMember extends TreeNode<'claim'> {
  readonly documentation?: Documentation;
  readonly name: Name;
  readonly operands: readonly Expression[];
}

/** `authorised by sector` */
export interface AuthorisedMember extends TreeNode<'authorised-by'> {
  readonly authority: Name;
}

export type Member = FieldMember | DerivedMember | ClaimMember | AuthorisedMember;

export interface ObligationDeclaration extends DeclarationNode<'obligation'> {
  readonly precautionary: boolean;
  readonly name: Name;
  readonly title?: TextNode;
  readonly parameters: readonly Parameter[];
}

export interface Parameter extends TreeNode<'parameter'> {
  readonly name: Name;
  readonly type: TypeNode;
}

export interface DefineDeclaration extends DeclarationNode<'define'> {
  readonly name: Name;
  readonly title?: TextNode;
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

export interface PolicyDeclaration extends DeclarationNode<'policy'> {
  readonly name: DottedName;
  readonly title?: TextNode;
  readonly clauses: readonly PolicyClause[];
}

/** `choose us.tcpa.texts-are-calls no because "…"` */
export interface ChooseDeclaration extends DeclarationNode<'choose'> {
  readonly option: DottedName;
  readonly value: Expression;
  readonly because?: TextNode;
}

/** `let opted-in = { … }` */
export interface LetDeclaration extends DeclarationNode<'let'> {
  readonly name: Name;
  readonly value: Expression;
}

export interface TestDeclaration extends DeclarationNode<'test'> {
  readonly title: TextNode;
  readonly under: readonly Reference[];
  readonly clauses: readonly TestClause[];
}

export interface ScenariosDeclaration extends DeclarationNode<'scenarios'> {
  readonly title: TextNode;
  /** The activity or record. */
  readonly subject: Name;
  readonly under: readonly Reference[];
  readonly clauses: readonly ScenarioClause[];
}

/** Text between declarations that begins none. */
export interface UnreadableDeclaration extends DeclarationNode<'unreadable'> {}

export type Declaration =
  | ModuleDeclaration
  | UseDeclaration
  | AuthoritiesDeclaration
  | TaxonomyDeclaration
  | ScaleDeclaration
  | GroupDeclaration
  | TableDeclaration
  | CalendarDeclaration
  | RecordDeclaration
  | ActivityDeclaration
  | ObligationDeclaration
  | DefineDeclaration
  | PolicyDeclaration
  | ChooseDeclaration
  | LetDeclaration
  | TestDeclaration
  | ScenariosDeclaration
  | UnreadableDeclaration;

export type { Case, Expectation };
