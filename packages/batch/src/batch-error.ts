/** The work as a whole cannot be done; what is wrong with a single row is an answer. */
export class BatchError extends Error {
  override readonly name = 'BatchError';
  readonly code: BatchErrorCode;

  constructor(code: BatchErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type BatchErrorCode =
  /** An option is not as it has to be. */
  | 'bad-option'
  /** The compiled policies cannot be loaded, or have nothing by that name. */
  | 'not-loaded'
  /** A thread ended before it answered. */
  | 'worker-ended'
  /** What was given is no Arrow data, or its columns hold no facts. */
  | 'bad-columns';
