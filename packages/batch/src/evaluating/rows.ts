/** The answer to one row. */
export type RowAnswer<Value> =
  | { readonly kind: 'answer'; readonly row: number; readonly value: Value }
  /** The row could not be read: nothing was decided, and nothing is permitted. */
  | {
      readonly kind: 'error';
      readonly row: number;
      readonly message: string;
      readonly issues: readonly FactIssue[];
    };

/** What is wrong with a fact. */
export interface FactIssue {
  /** `customer.consents[2].recordedAt`; empty for the facts as a whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Rows that one thread answers at a time. */
export interface RowBatch {
  readonly firstRow: number;
  readonly rows: readonly unknown[];
  /** Positions of rows that hold what cannot be sent to a thread, such as functions. */
  readonly unsendable?: ReadonlySet<number>;
}

export type RowBatchAnswer =
  | { readonly kind: 'answers'; readonly answers: readonly RowAnswer<unknown>[] }
  | { readonly kind: 'not-loaded'; readonly message: string };
