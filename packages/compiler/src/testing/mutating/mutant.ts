import type { Formula, Place, Program } from '../../logic/index.ts';
import type { Demand } from '../searching/index.ts';
import type { AnyProvision, ConditionSite } from '../sites/index.ts';

/** A single small change to the policies. */
export interface Mutant {
  /** What is changed. */
  readonly place: Place;
  readonly kind: MutantKind;
  /** How it differs, as the end of a sentence: `without this exception`, `with 21:01 instead of 21:00`. */
  readonly change: string;
  readonly target: MutantTarget;
  /** What has to come out of the parts of the condition for the change to show. */
  readonly demands: readonly Demand[];
  /** Terms that the change may tell apart. */
  readonly terms: readonly string[];
  /** Makes the changed program. */
  readonly build: () => Program;
}

export type MutantKind =
  | 'rule'
  | 'exception'
  | 'default'
  | 'obligation'
  | 'condition'
  | 'comparison'
  | 'boundary'
  | 'term';

/** Which tests can notice: those in which a rule stands or may stand, or in which a condition is asked. */
export type MutantTarget =
  | { readonly kind: 'provision'; readonly provision: AnyProvision }
  | {
      readonly kind: 'condition';
      readonly site: ConditionSite;
      /** The changed reading of a reading. */
      readonly change: (reading: Formula) => Formula | undefined;
    };

/** A changed reading of a condition. */
export interface ConditionChange {
  readonly kind: Extract<MutantKind, 'condition' | 'comparison' | 'boundary' | 'term'>;
  readonly change: string;
  /** What has to come out of the parts of the first reading for the change to show; absent: nothing in particular. */
  readonly demands?: readonly Demand[];
  /** Terms that the change may tell apart; absent: no others than the rules do already. */
  readonly terms?: readonly string[];
  /** Does the same to every reading of the condition; undefined where a reading has nothing to change. */
  readonly apply: (reading: Formula) => Formula | undefined;
}
