import type { Zone } from '../clock.ts';
import type { Judgment } from './judgment.ts';
import type { Knowledge } from './knowledge.ts';
import type { FormulaNode } from './nodes.ts';
import type { Run } from './scope.ts';

/** Where the conditions of a policy are judged. */
export interface CaseScope<Asked> {
  readonly asked: Asked;
  readonly run: Run;
  /** The zone of the policy. */
  readonly zone: Zone;
  readonly claim: Knowledge | undefined;
  /** What derived facts are worth under this claim, as far as they were judged. */
  readonly shared: Map<() => FormulaNode, Judgment>;
}
