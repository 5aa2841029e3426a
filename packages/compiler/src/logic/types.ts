/** The types of facts and values. Records, taxonomies and scales are named; the program holds them by name. */
export type Type =
  | PlainType
  /** `months` counts months and years, `days` days and weeks, `exact` hours and shorter: the three do not compare. */
  | { readonly kind: 'duration'; readonly measure: DurationMeasure }
  | TermType
  /** `all of T`: a set of terms, each with everything below. */
  | { readonly kind: 'scope'; readonly taxonomy: string }
  | { readonly kind: 'scale'; readonly scale: string }
  | { readonly kind: 'record'; readonly record: string }
  | ListType
  /** The type of what is wrong already: it fits everywhere and is never reported again. */
  | { readonly kind: 'error' };

/** Types without further detail. */
export interface PlainType {
  readonly kind:
    | 'boolean'
    | 'number'
    | 'text'
    | 'date'
    | 'time'
    | 'instant'
    | 'weekday'
    | 'timezone'
    /** Only tables give calendars; facts have none. */
    | 'calendar';
}

export type DurationMeasure = 'months' | 'days' | 'exact' | 'working-days' | 'any';

export interface TermType {
  readonly kind: 'term';
  readonly taxonomy: string;
  /** `within T`: may be an inner term, that is, "one of those below, not known which". */
  readonly within: boolean;
}

export interface ListType {
  readonly kind: 'list';
  readonly element: Type;
  /** `partial list of T`: at least these. */
  readonly partial: boolean;
  /** The most entries that are accepted. */
  readonly limit: number;
}

/** Entries of a list where its type states no other limit. */
export const defaultListLimit = 10_000;

/** A field of a record or an activity, as facts are supplied. */
export interface Field {
  /** As the author writes it: `time-zone`. */
  readonly name: string;
  /** As it stands in facts and answers: `timeZone`. */
  readonly key: string;
  readonly type: Type;
  /** `?`: may be unknown. */
  readonly optional: boolean;
  /** `or none`: may be known never to have happened. */
  readonly orNone: boolean;
  readonly title?: string;
  readonly documentation?: string;
  readonly sensitive: boolean;
}

/** What evaluation can meet: decides between two-valued and three-valued code. */
export interface Traits {
  /** Whether the result can be unknown (for terms: imprecise). */
  readonly canBeUnknown: boolean;
  /** Whether the result can be none (values only). */
  readonly canBeNone: boolean;
  /** Whether it depends on `now`. */
  readonly readsTime: boolean;
  /** The facts that are read, as schematic paths in keys: `customer.consents[].recordedAt`; sorted. */
  readonly facts: readonly string[];
}
