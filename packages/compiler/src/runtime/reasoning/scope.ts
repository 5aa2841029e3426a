import type { Zone } from '../clock.ts';
import { zone } from '../clock.ts';
import type { Case } from '../policies.ts';
import type { RecordSchema } from '../schema.ts';
import type { Judgment } from './judgment.ts';
import type { Knowledge, RecordContent } from './knowledge.ts';
import type { FormulaNode } from './nodes.ts';

/** One evaluation of conditions as data. */
export interface Run {
  readonly facts: RecordContent;
  readonly now: number;
  /** Whether `else` gives its literal, or leaves unknown what is absent. */
  readonly standIns: 'used' | 'switched-off';
  /** Derived facts belong to no policy. */
  readonly derivedZone: Zone;
  /** Whether an `else` gave its literal. */
  noticedStandIn: boolean;
}

/** Where a formula is evaluated. */
export interface Scope {
  readonly run: Run;
  /** The zone of whoever asks. */
  readonly zone: Zone;
  readonly claim: Knowledge | undefined;
  /** What derived facts are worth under this claim, as far as they were judged. */
  readonly shared: Map<() => FormulaNode, Judgment>;
  /** Entries by the variable of their quantifier, arguments by `$parameter`. */
  readonly names: ReadonlyMap<string, Knowledge>;
}

const derivedZone = zone('UTC');

export function createRun(
  { schema }: { readonly schema: RecordSchema },
  { facts, now }: Case<object>,
  standIns: Run['standIns'],
): Run {
  const content = { type: 'record', path: '', record: facts, schema } as const;
  return { facts: content, now, standIns, derivedZone, noticedStandIn: false };
}

export function withName(scope: Scope, name: string, knowledge: Knowledge): Scope {
  return { ...scope, names: new Map(scope.names).set(name, knowledge) };
}
