import type { Formula, Program, Subject } from '../logic/index.ts';
import type { Truth } from '../runtime/index.ts';
import type { Judgment } from './judgment.ts';
import type { Knowledge, RecordContent } from './knowledge.ts';

/** One evaluation of a program: what it is about, and what was found out on the way. */
export interface Run {
  readonly program: Program;
  /** The activity, or the record that has schedules. */
  readonly subject: Subject;
  readonly facts: RecordContent;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** Which policies count. */
  readonly under: (policyId: string) => boolean;
  /** Whether `else` gives its literal, or leaves unknown what is absent. */
  readonly standIns: 'used' | 'switched-off';
  /** Results of defines by define, zone and arguments: each is evaluated at most once per argument tuple. */
  readonly calls: Map<string, Judgment | Knowledge>;
  readonly noticed: Noticed;
  /** Is told what each condition is worth where it is evaluated; absent: nobody asks. */
  readonly observe?: (formula: Formula, truth: Truth, scope: Scope) => void;
}

/** What an evaluation came across. */
interface Noticed {
  /** Something depended on `now`. */
  time: boolean;
  /** An `else` gave its literal. */
  standIn: boolean;
}

/** Where a formula is evaluated. */
export interface Scope {
  readonly run: Run;
  /** The zone of whoever asks. */
  readonly zone: string;
  /** The claim under which the case is being decided; absent where there are none, and in defines. */
  readonly claim?: Knowledge;
  /** The derived facts that are worked out already, under this claim. */
  readonly derived: Map<string, Knowledge>;
  /** Entries by the variable of their quantifier, arguments by `$parameter`. */
  readonly names: ReadonlyMap<string, Knowledge>;
  /** What conditions are worth here, as far as they were evaluated. */
  readonly judgments: Map<Formula, Judgment>;
}

/** A scope outside of quantifiers and defines. */
export function createScope(run: Run, zone: string, claim?: Knowledge): Scope {
  const derived = new Map<string, Knowledge>();
  return {
    run,
    zone,
    ...(claim === undefined ? {} : { claim }),
    derived,
    names: new Map(),
    judgments: new Map(),
  };
}

/** The same place, asked from another zone. */
export function inZone(scope: Scope, zone: string): Scope {
  return scope.zone === zone ? scope : { ...scope, zone, judgments: new Map() };
}

/** "Derived facts and claims have no policy": they read clocks in UTC. */
export const derivedZone = 'UTC';

export function createRun(options: {
  readonly program: Program;
  readonly subject: Subject;
  readonly facts: RecordContent;
  readonly now: number;
  readonly under: (policyId: string) => boolean;
}): Run {
  return { ...options, standIns: 'used', calls: new Map(), noticed: { time: false, standIn: false } };
}

/** The same evaluation with every `else` switched off. */
export function withoutStandIns(run: Run): Run {
  return { ...run, standIns: 'switched-off', calls: new Map(), noticed: { time: false, standIn: false } };
}

export function withName(scope: Scope, name: string, knowledge: Knowledge): Scope {
  return { ...scope, names: new Map(scope.names).set(name, knowledge), judgments: new Map() };
}
