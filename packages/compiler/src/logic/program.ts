import type { SourceFile } from '../syntax/index.ts';
import type { Formula } from './formula.ts';
import type { Place } from './place.ts';
import type { Period, SchedulePart } from './schedule.ts';
import type { TestCase } from './test-case.ts';
import type { Field, Type } from './types.ts';
import type { Constant, ConstantValue, Value } from './value.ts';

/** A checked program: all that decides, with every name resolved. Maps are keyed by name and sorted by it. */
export interface Program {
  /** From the highest to the lowest. */
  readonly authorities: readonly Authority[];
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly scales: ReadonlyMap<string, Scale>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly records: ReadonlyMap<string, RecordType>;
  readonly activities: ReadonlyMap<string, Activity>;
  readonly obligations: ReadonlyMap<string, Obligation>;
  readonly defines: ReadonlyMap<string, Define>;
  /** Sorted by id. */
  readonly policies: readonly Policy[];
  /** What the project chose where law is contested, sorted by option. */
  readonly choices: readonly Choice[];
  readonly tests: readonly TestCase[];
  readonly files: readonly SourceFile[];
  /** The packs that take part, sorted by name. */
  readonly packs: readonly Pack[];
  /** SHA-256 of the sources that decide, in hexadecimal: the same for the same sources in any order. */
  readonly digest: string;
}

/** A versioned set of policies and vocabulary that others publish. */
export interface Pack {
  /** As its package is called. */
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** The day (`YYYY-MM-DD`) by which its authors want to have looked at it again. */
  readonly reviewBy?: string;
}

/** An option of a policy with the value that counts: the one chosen, or the safe one. */
export interface Choice {
  /** `us.tcpa.texts-are-calls` */
  readonly option: string;
  readonly title: string;
  readonly value: ConstantValue;
  readonly isChosen: boolean;
  readonly because?: string;
}

export interface Authority {
  readonly name: string;
  /** From 0, the highest. */
  readonly rank: number;
  readonly binding: boolean;
  readonly tenant: boolean;
}

/** Terms in depth-first order, so that everything at or below a term is the range from its index up to `end`. */
export interface Taxonomy {
  readonly name: string;
  readonly title?: string;
  readonly levels: readonly string[];
  readonly terms: readonly Term[];
  readonly termsByName: ReadonlyMap<string, Term>;
  /** No unlisted topmost terms exist. */
  readonly complete: boolean;
}

export interface Term {
  readonly name: string;
  readonly title?: string;
  readonly documentation?: string;
  readonly aliases: readonly string[];
  readonly index: number;
  /** One past the index of the last term below. */
  readonly end: number;
  /** The index of the term above; -1 for the topmost. */
  readonly parent: number;
  readonly depth: number;
  /** Nothing is listed below. */
  readonly final: boolean;
  /** An inner term below which nothing unlisted exists. */
  readonly complete: boolean;
  readonly sensitive: boolean;
}

/** Dated membership; dates are days since 1970-01-01 that begin at midnight in `zone`. */
export interface Group {
  readonly name: string;
  readonly title?: string;
  readonly taxonomy: string;
  readonly zone: string;
  readonly entries: readonly GroupEntry[];
}

export interface GroupEntry {
  readonly kind: 'term' | 'group';
  readonly name: string;
  /** Included. */
  readonly from?: number;
  /** Excluded. */
  readonly until?: number;
  readonly cite?: string;
}

export interface Scale {
  readonly name: string;
  readonly title?: string;
  /** From the lowest to the highest. */
  readonly steps: readonly string[];
}

/** Values that law gives as a table; days since 1970-01-01 that begin at midnight in `zone`. */
export interface Table {
  readonly name: string;
  readonly title?: string;
  readonly documentation?: string;
  readonly zone: string;
  /** One to three. */
  readonly keys: readonly TableKey[];
  /** One column is called `value` unless its header says otherwise. */
  readonly columns: readonly TableColumn[];
  /** In the order of the source; a row that lists several terms stands once for each. */
  readonly rows: readonly TableRow[];
}

export type TableKey =
  | { readonly kind: 'taxonomy'; readonly taxonomy: string }
  | { readonly kind: 'weekday' }
  | { readonly kind: 'boolean' };

export interface TableColumn {
  readonly name: string;
  readonly type: Type;
  readonly orNone: boolean;
}

export interface TableRow {
  /** One for each key; absent: whatever it is. */
  readonly keys: readonly (Constant | undefined)[];
  /** One for each column; `none` where the law knows of none, absent where the row says nothing. */
  readonly values: readonly (ConstantValue | 'none' | undefined)[];
  /** Included. */
  readonly from?: number;
  /** Excluded. */
  readonly until?: number;
  readonly cite?: string;
  readonly place: Place;
}

/** Holidays and weekends, with the days of the calendars that it includes. */
export interface Calendar {
  readonly name: string;
  readonly title?: string;
  readonly documentation?: string;
  readonly zone: string;
  /** The first day covered; outside of what is covered nothing is known. */
  readonly from: number;
  /** The day after the last one covered. */
  readonly until: number;
  /** Days of the week from 1 (Monday) to 7, sorted. */
  readonly weekend: readonly number[];
  /** Sorted by date, each date once. */
  readonly days: readonly Holiday[];
}

export interface Holiday {
  readonly date: number;
  readonly title?: string;
}

/** What rules are about: an activity, or a record that has schedules. */
export interface Subject {
  readonly name: string;
  readonly key: string;
  readonly fields: readonly Field[];
  /** Who claims the case; absent: it is decided once. */
  readonly claim?: Claim;
  readonly derived: readonly DerivedFact[];
}

/** A type of records; `controller = …` and `subject = …` are derived facts. */
export interface RecordType extends Subject {
  readonly title?: string;
  readonly documentation?: string;
}

export interface Activity extends Subject {
  readonly title: string;
  readonly documentation?: string;
  /** The lowest authority whose regimes count as permits; absent: any. */
  readonly authorisedBy?: Authority;
}

export interface Claim {
  readonly name: string;
  readonly type: Type;
  /** Terms or lists of terms. */
  readonly operands: readonly Value[];
}

/** A derived value, or a derived condition, which stands wherever its name does and has no value of its own. */
export interface DerivedFact {
  readonly name: string;
  readonly value: Value;
  readonly condition?: Formula;
}

export interface Obligation {
  readonly name: string;
  readonly key: string;
  readonly title: string;
  readonly documentation?: string;
  readonly precautionary: boolean;
  readonly parameters: readonly { readonly name: string; readonly key: string; readonly type: Type }[];
}

/** A named condition or value over its parameters alone; time readings take the zone of the caller. */
export interface Define {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: Type }[];
  readonly body:
    | { readonly kind: 'formula'; readonly formula: Formula }
    | { readonly kind: 'value'; readonly value: Value };
}

export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly authority: Authority;
  readonly sources: readonly SourceReference[];
  readonly zone: string;
  /** The period that is stated, for explanations; the test itself is part of `applies`. */
  readonly inForce?: InForcePeriod;
  /** It says `applies everywhere`. */
  readonly everywhere: boolean;
  /** What it says about each activity that its rules, defaults or lifts are about, sorted by activity. */
  readonly parts: readonly PolicyPart[];
  /** What it says about keeping and erasing records and about deadlines, sorted by record. */
  readonly schedules: readonly SchedulePart[];
  /** `review by`: the author wants to look at the policy again by then, as `YYYY-MM-DD`. */
  readonly reviewBy?: string;
  readonly place: Place;
}

/** A policy's rules for one activity. */
export interface PolicyPart {
  readonly activity: string;
  /** `applies when` and the in-force test of the policy. */
  readonly applies: Formula;
  /** Present: the policy is a regime for the activity. */
  readonly default?: Default;
  /** In the order of the source. */
  readonly rules: readonly Rule[];
}

export interface SourceReference {
  readonly text: string;
  readonly url?: string;
  readonly asOf?: string;
}

/** Dates as `YYYY-MM-DD`. */
export interface InForcePeriod {
  readonly from?: string;
  readonly through?: string;
  readonly until?: string;
}

/** What a rule, default, exception and lift have in common. */
export interface Provision {
  /** `uk.pecr.electronic-mail`, `uk.pecr.electronic-mail.soft-opt-in`, `eu.gdpr.default.contact` */
  readonly id: string;
  readonly title: string;
  readonly cites: readonly string[];
  readonly because?: string;
  readonly inForce?: InForcePeriod;
  /** In force and `when`: without exceptions. */
  readonly condition: Formula;
  readonly exceptions: readonly Exception[];
  readonly obligations: readonly ObligationUse[];
  readonly place: Place;
}

/** Stands by default, unless it is lifted; its condition is true. */
export interface Default extends Provision {
  readonly kind: 'default';
  readonly effect: 'permit' | 'forbid';
}

export interface Rule extends Provision {
  readonly kind: 'rule';
  readonly effect: RuleEffect;
  readonly overridableBy?: Authority;
}

export type RuleEffect = 'permit' | 'forbid' | 'require' | 'require-on-refusal' | 'mandate' | 'advise';

/**
 * Takes its rule away where it stands. An `unless` is an exception without a name: its id is that of the rule
 * followed by `.unless`, numbered where there are several.
 */
export interface Exception extends Provision {
  readonly kind: 'exception' | 'unless' | 'lift';
  /** For a lift: the policy that lifts; its applicability is part of the condition, its zone counts for it. */
  readonly by?: { readonly policy: string; readonly zone: string; readonly authority: Authority };
  /** In schedules: the exception says what counts instead of its rule's period or deadline. */
  readonly instead?: Period;
}

export interface ObligationUse {
  readonly obligation: string;
  readonly arguments: readonly { readonly name: string; readonly value: ConstantValue }[];
  readonly place: Place;
}
