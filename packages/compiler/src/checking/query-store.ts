import type { DeclarationUnit } from '../syntax/index.ts';
import type { SymbolReference, UnitDiagnostic } from './queries.ts';

/** The answer of one query with all that it took to find it. */
export interface Memo {
  readonly value: unknown;
  readonly dependencies: readonly QueryNode[];
  /** What each dependency was, in the same order. */
  readonly values: readonly unknown[];
  readonly diagnostics: readonly UnitDiagnostic[];
  readonly references: readonly SymbolReference[];
}

/** One question, with its answer in the version that the store stands for. */
export interface QueryNode {
  readonly kind: string;
  readonly key: string;
  memo: Memo | undefined;
  /** The questions whose answers were made from this one. */
  dependents: Set<QueryNode> | undefined;
  /** The declarations for whose sake it is asked; `program` where it is asked for all of it. */
  roots: Set<Root> | undefined;
}

export type Root = DeclarationUnit | 'program';

/** What one version of a program changes in the answers of the version before. */
export interface StoreChange {
  readonly created: ReadonlyMap<string, ReadonlyMap<string, QueryNode>>;
  readonly answers: ReadonlyMap<QueryNode, Memo>;
  readonly roots: ReadonlyMap<QueryNode, Set<Root>>;
  /** Questions whose answers may have changed, and that nobody asks any more. */
  readonly dropped: readonly QueryNode[];
  /** Whether the answer of a question had to be looked at again. */
  readonly wasOpen: (node: QueryNode) => boolean;
}

/** All answers of the newest version, with who depends on whom. */
export interface QueryStore {
  readonly nodes: Map<string, Map<string, QueryNode>>;
  /** The questions that have something to say about a declaration. */
  readonly reporters: Map<DeclarationUnit, Set<QueryNode>>;
  /** Questions that are answered from nothing but the input. */
  readonly leaves: Set<QueryNode>;
  version: number;
}

export function createStore(): QueryStore {
  return { nodes: new Map(), reporters: new Map(), leaves: new Set(), version: 0 };
}

/** Moves a store on to the version that a change leads to. */
export function applyChange(store: QueryStore, change: StoreChange): void {
  store.version += 1;
  const loose = new Set<QueryNode>();
  for (const node of change.dropped) {
    removeNode(store, node, loose);
  }
  for (const [node, memo] of change.answers) {
    if (node.memo === memo) continue;
    unlink(store, node, loose);
    link(store, node, memo);
  }
  for (const [kind, created] of change.created) {
    const known = store.nodes.get(kind) ?? new Map<string, QueryNode>();
    store.nodes.set(kind, known);
    for (const [key, node] of created) if (node.memo !== undefined) known.set(key, node);
  }
  for (const node of change.answers.keys()) {
    const roots = change.roots.get(node);
    if (change.wasOpen(node)) node.roots = roots;
    else for (const root of roots ?? []) node.roots = (node.roots ?? new Set()).add(root);
    if (isUnwanted(node)) loose.add(node);
  }
  sweep(store, loose);
}

function isUnwanted({ roots, dependents }: QueryNode): boolean {
  return (roots === undefined || roots.size === 0) && (dependents === undefined || dependents.size === 0);
}

/** Forgets what nobody asks any more, so that a day of typing leaves nothing behind. */
function sweep(store: QueryStore, loose: Set<QueryNode>): void {
  // What becomes loose on the way is added to the set while it is walked.
  for (const node of loose) {
    if (node.memo !== undefined && isUnwanted(node)) removeNode(store, node, loose);
  }
}

function removeNode(store: QueryStore, node: QueryNode, loose: Set<QueryNode>): void {
  unlink(store, node, loose);
  node.memo = undefined;
  store.nodes.get(node.kind)?.delete(node.key);
}

function link(store: QueryStore, node: QueryNode, memo: Memo): void {
  node.memo = memo;
  if (memo.dependencies.length === 0) store.leaves.add(node);
  for (const dependency of memo.dependencies) {
    dependency.dependents = (dependency.dependents ?? new Set()).add(node);
  }
  for (const unit of concernedUnits(memo)) {
    const known = store.reporters.get(unit);
    if (known === undefined) store.reporters.set(unit, new Set([node]));
    else known.add(node);
  }
}

function unlink(store: QueryStore, node: QueryNode, loose: Set<QueryNode>): void {
  const { memo } = node;
  if (memo === undefined) return;
  store.leaves.delete(node);
  for (const dependency of memo.dependencies) {
    dependency.dependents?.delete(node);
    loose.add(dependency);
  }
  for (const unit of concernedUnits(memo)) {
    const known = store.reporters.get(unit);
    known?.delete(node);
    if (known?.size === 0) store.reporters.delete(unit);
  }
}

function concernedUnits({ diagnostics, references }: Memo): ReadonlySet<DeclarationUnit> {
  const units = new Set<DeclarationUnit>();
  for (const { unit } of diagnostics) units.add(unit);
  for (const { unit } of references) units.add(unit);
  return units;
}

/** Everything that depends on some of the questions, by any way, themselves included. */
export function dependentsOf(changed: Iterable<QueryNode>): Set<QueryNode> {
  const found = new Set(changed);
  // A set is walked in the order in which its members came, new ones included.
  for (const node of found) for (const dependent of node.dependents ?? []) found.add(dependent);
  return found;
}
