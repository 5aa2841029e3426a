import type { FactIssue } from './decision.ts';

/** Thrown where facts, or the moment, are not as they have to be; no answer was worked out. */
export class FactsError extends Error {
  override readonly name = 'FactsError';
  /** What is wrong, sorted by path. */
  readonly issues: readonly FactIssue[];

  constructor(issues: readonly FactIssue[]) {
    super(issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('\n'));
    this.issues = Object.freeze(issues.map((issue) => Object.freeze(issue)));
  }
}
