/** What a generated program has declared: enough to write conditions about it that are well typed. */

export type GeneratedType =
  | {
      readonly kind:
        | 'boolean'
        | 'number'
        | 'text'
        | 'date'
        | 'time'
        | 'instant'
        | 'weekday'
        | 'timezone'
        | 'duration'
        | 'calendar';
    }
  | { readonly kind: 'term'; readonly taxonomy: string; readonly within: boolean }
  | { readonly kind: 'scope'; readonly taxonomy: string }
  | { readonly kind: 'scale'; readonly scale: string }
  | { readonly kind: 'record'; readonly record: string }
  | { readonly kind: 'list'; readonly element: GeneratedType; readonly partial: boolean };

export interface GeneratedField {
  readonly name: string;
  readonly type: GeneratedType;
  readonly optional: boolean;
  readonly orNone: boolean;
}

export interface GeneratedTaxonomy {
  readonly name: string;
  readonly levels: readonly string[];
  /** All terms, and those below which nothing is listed. */
  readonly terms: readonly string[];
  readonly finals: readonly string[];
  readonly groups: string[];
}

export interface GeneratedDefine {
  readonly name: string;
  readonly parameters: readonly GeneratedType[];
  /** Absent where it gives a condition. */
  readonly result?: GeneratedType;
  /** It reads a clock in the zone of its caller. */
  readonly readsClock: boolean;
}

export interface GeneratedActivity {
  readonly name: string;
  readonly fields: readonly GeneratedField[];
  readonly derived: readonly {
    readonly name: string;
    readonly type: GeneratedType;
    readonly isCondition: boolean;
  }[];
  /** The taxonomy of its claims; absent where it has none. */
  readonly claim?: { readonly name: string; readonly taxonomy: string };
  readonly authorisedBy?: string;
}

export type GeneratedTableKey =
  | { readonly kind: 'term'; readonly taxonomy: string }
  | { readonly kind: 'weekday' | 'boolean' };

export interface GeneratedTable {
  readonly name: string;
  readonly keys: readonly GeneratedTableKey[];
  readonly type: GeneratedType;
  readonly orNone: boolean;
  /** Some row says none in every column. */
  givesNone: boolean;
  /** One of them is called `value`, several by their names. */
  readonly columns: readonly string[];
  /** It is counted by the fact `counted-on`, which activities and records have. */
  readonly isCounted: boolean;
}

export interface GeneratedCalendar {
  readonly name: string;
  /** Both included, as they are written. */
  readonly from: string;
  readonly through: string;
}

export interface GeneratedObligation {
  readonly name: string;
  /** As it is written where it is owed. */
  readonly use: () => string;
}

/** How programs are drawn. */
export interface ProgramOptions {
  /** Roughly how much of everything there is, from 1. */
  readonly size?: number;
  /** Leaves out `else` and `is known`, which see whether a fact is there. */
  readonly monotone?: boolean;
  /** With tables and calendars. */
  readonly tables?: boolean;
  /** About records instead of activities. */
  readonly schedules?: boolean;
}

export interface Model {
  readonly taxonomies: Map<string, GeneratedTaxonomy>;
  readonly scales: Map<string, readonly string[]>;
  readonly records: Map<string, readonly GeneratedField[]>;
  readonly tables: GeneratedTable[];
  readonly calendars: GeneratedCalendar[];
  readonly defines: GeneratedDefine[];
  readonly activities: GeneratedActivity[];
  /** Types of records that have schedules. */
  readonly scheduled: GeneratedActivity[];
  readonly obligations: GeneratedObligation[];
  readonly options: Required<ProgramOptions>;
}

export const authorities: readonly { readonly name: string; readonly binding: boolean }[] = [
  { name: 'law', binding: true },
  { name: 'sector', binding: true },
  { name: 'standard', binding: false },
  { name: 'provider', binding: false },
  { name: 'company', binding: false },
  { name: 'customer', binding: false },
];

export function rankOf(authority: string): number {
  return authorities.findIndex(({ name }) => name === authority);
}
