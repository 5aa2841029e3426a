import { createLocator } from '../logic/index.ts';
import type { Explanation } from '../runtime/index.ts';
import { singleChanges } from './changes.ts';
import { decide } from './decide.ts';
import { frozen } from './frozen.ts';
import type { InterpretOptions, Invalid } from './interpret.ts';
import { prepare } from './interpret.ts';
import { traceClaims } from './trace.ts';

export interface ExplainOptions extends InterpretOptions {
  /** Whether to look for single changes that would turn the outcome; that decides the case many times. */
  readonly changes: boolean;
}

export type ExplanationResult = { readonly kind: 'explanation'; readonly explanation: Explanation } | Invalid;

/** Decides a case and tells how: every condition with its value and what it read. */
export function explain(options: ExplainOptions): ExplanationResult {
  const prepared = prepare(options);
  if (prepared.kind === 'invalid') return prepared;
  const { run } = prepared;
  const { decision, cases } = decide(run);
  const explanation: Explanation = {
    decision,
    claims: traceClaims(run, cases, createLocator(run.program)),
    changes: options.changes ? singleChanges(options, run, decision.outcome) : [],
  };
  return { kind: 'explanation', explanation: frozen(explanation) };
}
