import type { NamespaceKind } from '../binding/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { invariant } from '../support/index.ts';
import type { DeclarationUnit } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';

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

/** The answer of one query with all that it took to find it. */
interface Memo {
  readonly value: unknown;
  readonly dependencies: readonly { readonly id: string; readonly value: unknown }[];
  readonly diagnostics: readonly UnitDiagnostic[];
  readonly references: readonly SymbolReference[];
}

interface Frame {
  readonly id: string;
  readonly dependencies: Map<string, unknown>;
  readonly diagnostics: UnitDiagnostic[];
  readonly references: SymbolReference[];
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
  /** All references that were noted in the answers of this version. */
  references(): SymbolReference[];
  /** All messages of the answers that were asked for in this version. */
  diagnostics(): UnitDiagnostic[];
  /** How many answers were computed and not taken over: a measure of work. */
  readonly computed: number;
}

export type QueryDefinitions<Context, Results> = {
  readonly [Kind in keyof Results]: QueryDefinition<Context, Results[Kind]>;
};

/** What the next version starts from. */
export type QueryMemory = ReadonlyMap<string, Memo>;

interface QueryState<Context, Results> {
  readonly definitions: QueryDefinitions<Context, Results>;
  readonly before: QueryMemory | undefined;
  readonly memos: Map<string, Memo>;
  readonly stack: Frame[];
  readonly open: Set<string>;
  computed: number;
}

/** Creates the query engine of one version; `before` is the memory of the version that it follows. */
export function createQueries<Context, Results extends object>(options: {
  readonly definitions: QueryDefinitions<Context, Results>;
  readonly contextOf: (queries: Queries<Results>) => Context;
  readonly before?: QueryMemory | undefined;
  /** Whether references are kept; only editors need them. */
  readonly collectsReferences?: boolean | undefined;
}): { queries: Queries<Results>; memory: QueryMemory } {
  const state: QueryState<Context, Results> = {
    definitions: options.definitions,
    before: options.before,
    memos: new Map(),
    stack: [],
    open: new Set(),
    computed: 0,
  };
  const queries: Queries<Results> = {
    get: (kind, key) => {
      const value = answer(state, context, kind, key);
      state.stack.at(-1)?.dependencies.set(`${kind}:${key}`, value);
      // The map from kinds to results is kept by `answer`: a memo of a kind holds a result of that kind.
      return value as Results[typeof kind];
    },
    report: (unit, diagnostic) => {
      const frame = state.stack.at(-1);
      invariant(frame !== undefined, 'messages are reported while a query is answered');
      frame.diagnostics.push({ unit, diagnostic });
    },
    refer: (unit, span, symbol) => {
      if (!options.collectsReferences) return;
      state.stack.at(-1)?.references.push({ unit, start: span.start, end: span.end, symbol });
    },
    references: () => [...state.memos.values()].flatMap((memo) => memo.references),
    diagnostics: () => [...state.memos.values()].flatMap((memo) => memo.diagnostics),
    get computed() {
      return state.computed;
    },
  };
  const context = options.contextOf(queries);
  return { queries, memory: state.memos };
}

function answer<Context, Results extends object>(
  state: QueryState<Context, Results>,
  context: Context,
  kind: keyof Results & string,
  key: string,
): unknown {
  const id = `${kind}:${key}`;
  const known = state.memos.get(id);
  if (known !== undefined) return known.value;
  const definition = state.definitions[kind];
  if (state.open.has(id)) {
    invariant(definition.onCycle !== undefined, `the query ${id} asks for itself`);
    return definition.onCycle(context, key);
  }
  state.open.add(id);
  const memo = takenOver(state, context, id) ?? compute(state, context, { kind, key, id });
  state.open.delete(id);
  state.memos.set(id, memo);
  return memo.value;
}

function takenOver<Context, Results extends object>(
  state: QueryState<Context, Results>,
  context: Context,
  id: string,
): Memo | undefined {
  const memo = state.before?.get(id);
  if (memo === undefined || memo.dependencies.length === 0) return undefined;
  for (const dependency of memo.dependencies) {
    // A circle is gone through anew, so that whoever closes it this time reports it.
    if (state.open.has(dependency.id)) return undefined;
    const colon = dependency.id.indexOf(':');
    // Ids are made of a kind, a colon and a key in `get`.
    const kind = dependency.id.slice(0, colon) as keyof Results & string;
    if (answer(state, context, kind, dependency.id.slice(colon + 1)) !== dependency.value) return undefined;
  }
  return memo;
}

function compute<Context, Results extends object>(
  state: QueryState<Context, Results>,
  context: Context,
  { kind, key, id }: { kind: keyof Results & string; key: string; id: string },
): Memo {
  const frame: Frame = { id, dependencies: new Map(), diagnostics: [], references: [] };
  state.stack.push(frame);
  state.computed += 1;
  const definition = state.definitions[kind];
  let value = definition.compute(context, key);
  state.stack.pop();
  const before = state.before?.get(id);
  // A memo of this id holds a result of this kind.
  if (before !== undefined && definition.areEqual?.(before.value as Results[typeof kind], value) === true) {
    value = before.value as Results[typeof kind];
  }
  const dependencies = [...frame.dependencies].map(([dependency, result]) => ({
    id: dependency,
    value: result,
  }));
  return { value, dependencies, diagnostics: frame.diagnostics, references: frame.references };
}
