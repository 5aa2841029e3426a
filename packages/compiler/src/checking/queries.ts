import type { NamespaceKind } from '../binding/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { invariant } from '../support/index.ts';
import type { DeclarationUnit } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';
import type { Memo, QueryNode, QueryStore, Root } from './query-store.ts';
import { createStore, dependentsOf } from './query-store.ts';

/** A message and the declaration that it is about. */
export interface UnitDiagnostic {
  readonly unit: DeclarationUnit;
  readonly diagnostic: Diagnostic;
}

/** A place in a declaration where a name refers to something. */
export interface SymbolReference {
  readonly unit: DeclarationUnit;
  readonly start: number;
  readonly end: number;
  readonly symbol: ProgramSymbol;
}

/** What a name can refer to; terms, steps, fields and levels belong to an owner. */
export interface ProgramSymbol {
  readonly kind: NamespaceKind | 'authority' | 'term' | 'step' | 'level' | 'field' | 'rule' | 'module';
  readonly name: string;
  /** The taxonomy, scale, record or activity that it is part of. */
  readonly owner?: string;
}

/** How a kind of query is answered. */
export interface QueryDefinition<Context, Result> {
  compute(context: Context, key: string): Result;
  /** What a query that asks for itself gets. */
  onCycle?(context: Context, key: string): Result;
  /** Lets an equal answer keep its identity, so that nothing that depends on it is computed again. */
  areEqual?(before: Result, after: Result): boolean;
}

/**
 * Answers questions about the program, each at most once per version. An answer of the version before is taken over
 * where everything that it was made from is still the same object; so an edit costs in proportion to what it changes.
 */
export interface Queries<Results extends object> {
  get<Kind extends keyof Results & string>(kind: Kind, key: string): Results[Kind];
  /** Adds a message to the query that is being answered. */
  report(unit: DeclarationUnit, diagnostic: Diagnostic): void;
  /** Notes that a name refers to something, for editors. */
  refer(unit: DeclarationUnit, span: Span, symbol: ProgramSymbol): void;
}

export type QueryDefinitions<Context, Results> = {
  readonly [Kind in keyof Results]: QueryDefinition<Context, Results[Kind]>;
};

/** A question by its kind and key. */
export interface QueryId {
  readonly kind: string;
  readonly key: string;
}

/** What the input of a version changes: the questions about it whose answers may differ, or possibly all of them. */
export interface InputChange {
  readonly touched: 'all' | readonly QueryId[];
  /** The kinds of questions about the input that `touched` is complete for. */
  readonly trackedKinds: ReadonlySet<string>;
}

/** The answering of the questions of one version. */
export interface QueryRun {
  readonly store: QueryStore;
  readonly answers: Map<QueryNode, Memo>;
  readonly created: Map<string, Map<string, QueryNode>>;
  readonly roots: Map<QueryNode, Set<Root>>;
  /** What may have changed since the version before; undefined: everything. */
  open: ReadonlySet<QueryNode> | undefined;
  /** For whose sake questions are asked from outside. */
  root: Root;
  /** How many answers were computed and not taken over: a measure of work. */
  computed: number;
}

interface Frame {
  readonly dependencies: Map<QueryNode, unknown>;
  readonly diagnostics: UnitDiagnostic[];
  readonly references: SymbolReference[];
}

interface State<Context, Results> {
  readonly definitions: QueryDefinitions<Context, Results>;
  readonly run: QueryRun;
  readonly stack: Frame[];
  readonly busy: Set<QueryNode>;
}

/** Creates the query engine of one version over the answers of the version before, if there is one. */
export function createQueries<Context, Results extends object>(options: {
  readonly definitions: QueryDefinitions<Context, Results>;
  readonly contextOf: (queries: Queries<Results>) => Context;
  readonly before?: { readonly store: QueryStore; readonly change: InputChange } | undefined;
  /** Whether references are kept; only editors need them. */
  readonly collectsReferences?: boolean | undefined;
}): { queries: Queries<Results>; run: QueryRun } {
  const { collectsReferences } = options;
  const store = options.before?.store ?? createStore();
  const answers = new Map<QueryNode, Memo>();
  const run: QueryRun = {
    ...{ store, answers, created: new Map(), roots: new Map() },
    ...{ open: undefined, root: 'program', computed: 0 },
  };
  const state: State<Context, Results> = {
    ...{ definitions: options.definitions, run, stack: [], busy: new Set() },
  };
  const queries: Queries<Results> = {
    get: (kind, key) => {
      const node = nodeOf(run, kind, key);
      const value = answer(state, context, node);
      const frame = state.stack.at(-1);
      if (frame === undefined) noteRoot(run, node);
      else frame.dependencies.set(node, value);
      // The map from kinds to results is kept by `answer`: a memo of a kind holds a result of that kind.
      return value as Results[typeof kind];
    },
    report: (unit, diagnostic) => {
      const frame = state.stack.at(-1);
      invariant(frame !== undefined, 'messages are reported while a query is answered');
      frame.diagnostics.push({ unit, diagnostic });
    },
    refer: (unit, span, symbol) => {
      if (collectsReferences !== true) return;
      state.stack.at(-1)?.references.push({ unit, start: span.start, end: span.end, symbol });
    },
  };
  const context = options.contextOf(queries);
  if (options.before !== undefined) run.open = openNodes(state, context, options.before.change);
  return { queries, run };
}

/** The question of a run; it is made where nobody asked it yet. */
function nodeOf({ store, created }: QueryRun, kind: string, key: string): QueryNode {
  const known = store.nodes.get(kind)?.get(key) ?? created.get(kind)?.get(key);
  if (known !== undefined) return known;
  const node: QueryNode = { kind, key, memo: undefined, dependents: undefined, roots: undefined };
  const ofKind = created.get(kind);
  if (ofKind === undefined) created.set(kind, new Map([[key, node]]));
  else ofKind.set(key, node);
  return node;
}

function noteRoot({ roots, root }: QueryRun, node: QueryNode): void {
  const known = roots.get(node);
  if (known === undefined) roots.set(node, new Set([root]));
  else known.add(root);
}

/** Everything that depends on a changed answer about the input. */
function openNodes<Context, Results extends object>(
  state: State<Context, Results>,
  context: Context,
  { touched, trackedKinds }: InputChange,
): ReadonlySet<QueryNode> {
  const { store } = state.run;
  const isLoose = ({ kind }: QueryNode): boolean => touched === 'all' || !trackedKinds.has(kind);
  const asked = [...store.leaves].filter(isLoose);
  for (const { kind, key } of touched === 'all' ? [] : touched) {
    const node = store.nodes.get(kind)?.get(key);
    if (node !== undefined) asked.push(node);
  }
  return dependentsOf(asked.filter((node) => node.memo?.value !== answer(state, context, node)));
}

function answer<Context, Results extends object>(
  state: State<Context, Results>,
  context: Context,
  node: QueryNode,
): unknown {
  const { answers, open } = state.run;
  const known = answers.get(node);
  if (known !== undefined) return known.value;
  if (node.memo !== undefined && open !== undefined && !open.has(node)) return node.memo.value;
  // Nodes are made with the kinds of the queries only.
  const definition = state.definitions[node.kind as keyof Results & string];
  if (state.busy.has(node)) {
    invariant(definition.onCycle !== undefined, `the query ${node.kind}:${node.key} asks for itself`);
    return definition.onCycle(context, node.key);
  }
  state.busy.add(node);
  const memo = takenOver(state, context, node) ?? compute(state, context, node);
  state.busy.delete(node);
  answers.set(node, memo);
  return memo.value;
}

function takenOver<Context, Results extends object>(
  state: State<Context, Results>,
  context: Context,
  { memo }: QueryNode,
): Memo | undefined {
  if (memo === undefined || memo.dependencies.length === 0) return undefined;
  for (const [index, dependency] of memo.dependencies.entries()) {
    // A circle is gone through anew, so that whoever closes it this time reports it.
    if (state.busy.has(dependency)) return undefined;
    if (answer(state, context, dependency) !== memo.values[index]) return undefined;
  }
  return memo;
}

function compute<Context, Results extends object>(
  state: State<Context, Results>,
  context: Context,
  node: QueryNode,
): Memo {
  const frame: Frame = { dependencies: new Map(), diagnostics: [], references: [] };
  state.stack.push(frame);
  state.run.computed += 1;
  const definition = state.definitions[node.kind as keyof Results & string];
  let value = definition.compute(context, node.key);
  state.stack.pop();
  const { memo } = node;
  // A memo of this node holds a result of this kind.
  if (memo !== undefined && definition.areEqual?.(memo.value as typeof value, value) === true) {
    value = memo.value as typeof value;
  }
  const { dependencies, diagnostics, references } = frame;
  return {
    value,
    dependencies: [...dependencies.keys()],
    values: [...dependencies.values()],
    ...{ diagnostics, references },
  };
}
