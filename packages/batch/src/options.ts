import type { Asked } from './evaluating/index.ts';

export type { Asked, DecideAsked, PermitsAsked, RowAnswer, ScheduleAsked } from './evaluating/index.ts';

/** How the work is spread and watched. */
export interface WorkOptions {
  /** Threads that answer; default: one for each core. */
  readonly workers?: number;
  /** Batches that are read and not yet taken by whoever reads the answers, at most; default: two a worker. */
  readonly batchesInFlight?: number;
  /** Ends the work: reading throws the reason of the signal. */
  readonly signal?: AbortSignal;
  /** Called after each batch. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface RowOptions extends WorkOptions {
  /**
   * The module that `privacy build` wrote, as a URL or a path: `index.ts` as it is, or what a compiler or bundler made
   * of it.
   */
  readonly module: string | URL;
  /** Rows that one worker answers at a time; default: 500. */
  readonly rowsPerBatch?: number;
}

export interface Progress {
  /** Rows that are answered. */
  readonly rows: number;
  /** Rows among them that could not be read. */
  readonly errors: number;
  /** Batches that are being answered, or wait to be taken. */
  readonly inFlight: number;
}

/** Facts one by one or in lists, at once or as they arrive. */
export type Rows<Facts> = Iterable<Facts | readonly Facts[]> | AsyncIterable<Facts | readonly Facts[]>;

/** What a compiled module exports for an activity or a type of records, as far as it concerns batches. */
export interface AnyEvaluator {
  // Methods, so that evaluators of particular facts are evaluators, too.
  decide?(facts: never, options: never): unknown;
  schedule?(facts: never, options: never): unknown;
}

/** The facts that an evaluator takes. */
export type FactsOf<Evaluator extends AnyEvaluator> = Evaluator extends {
  decide(facts: infer Facts, options: never): unknown;
}
  ? Facts
  : Evaluator extends { schedule(facts: infer Facts, options: never): unknown }
    ? Facts
    : unknown;

/** The decision that an evaluator gives; where no particular one is named, the least that each has. */
export type DecisionOf<Evaluator extends AnyEvaluator> = Evaluator extends {
  decide(facts: never, options: never): infer Decision;
}
  ? Decision
  : { readonly outcome: 'permitted' | 'forbidden' | 'undetermined' | 'ungoverned' };

/** The schedule that an evaluator gives; where no particular one is named, the least that each has. */
export type ScheduleOf<Evaluator extends AnyEvaluator> = Evaluator extends {
  schedule(facts: never, options: never): infer Schedule;
}
  ? Schedule
  : { readonly state: string; readonly mayErase: boolean };

/** The same question about every row. */
export type RowsAsked = RowOptions & Asked;
