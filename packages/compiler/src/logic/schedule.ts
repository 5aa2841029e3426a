import type { Formula } from './formula.ts';
import type { Authority, Provision } from './program.ts';
import type { Duration, Value } from './value.ts';

/** A policy's rules about the records of one type. */
export interface SchedulePart {
  readonly record: string;
  /** `applies when` and the in-force test of the policy. */
  readonly applies: Formula;
  /** In the order of the source. */
  readonly rules: readonly ScheduleRule[];
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

/**
 * `keep … for at least D counted from E`, `erase … at the latest D after E`, `hold …`, `due …`. A rule about every
 * record of a person stands once in the part of each record type that declares that person, with the same id.
 */
export interface ScheduleRule extends Provision {
  readonly kind: 'schedule';
  readonly action: ScheduleAction;
  /** An erasure that no hold stops. */
  readonly absolute: boolean;
  /** Of a hold absent. */
  readonly period?: Period;
  /** The record type that stays behind when this one is erased. */
  readonly leaving?: string;
  /** Deadlines only: it is done, nothing is due any more. */
  readonly doneWhen?: Formula;
  /** A hold is looked at again within this time, counted from the first day that it is in force. */
  readonly reviewWithin?: Duration;
  readonly overridableBy?: Authority;
}

/** Until when, or by when. */
export interface Period {
  /**
   * The last day, included: of a keep the origin moved by the period, of all others the deadline. A date, or an instant
   * for what is counted in hours. None: the clock has not started.
   */
  readonly until: Value;
  /** `rolling over non-working days of C`: a last day that is no working day moves on to the next one. Dates only. */
  readonly rolling?: Value;
  /** `extend by D when C`: where C holds, `until` is this instead, counted from the same origin. */
  readonly extension?: { readonly until: Value; readonly condition: Formula };
}
