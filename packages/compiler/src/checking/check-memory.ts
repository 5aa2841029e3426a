import type { ProgramIndex } from '../binding/index.ts';
import type { FileDiagnostic } from '../diagnostics/index.ts';
import type { DeclarationUnit, SourceFile } from '../syntax/index.ts';
import type { UnitFindings } from './diagnostics.ts';
import type { QueryRun, SymbolReference, UnitDiagnostic } from './queries.ts';
import type { QueryNode, QueryStore } from './query-store.ts';
import { applyChange } from './query-store.ts';

/** What the next version of a program starts from. Only the newest can be used; after it has been, it is spent. */
export interface CheckMemory {
  readonly index: ProgramIndex;
  readonly collectsReferences: boolean;
  /** What was found about each file, by path. */
  readonly findings: ReadonlyMap<string, FileFindings>;
  /** The answers as they are in this version; undefined where a later version has been made from them. */
  settle(): QueryStore | undefined;
  referencesIn(unit: DeclarationUnit): readonly SymbolReference[];
}

export interface FileFindings {
  readonly file: SourceFile;
  readonly found: readonly FileDiagnostic[];
}

/** Keeps a run for the version after it; its answers are put in order when they are first needed. */
export function rememberRun(
  run: QueryRun,
  parts: Pick<CheckMemory, 'index' | 'collectsReferences' | 'findings'>,
): CheckMemory {
  const base = run.store.version;
  let pending: QueryRun | undefined = run;
  const { store } = run;
  const settle = (): QueryStore | undefined => {
    if (pending === undefined) return store.version === base + 1 ? store : undefined;
    if (store.version !== base) return undefined;
    applyChange(store, {
      created: pending.created,
      answers: pending.answers,
      roots: pending.roots,
      dropped: droppedNodes(pending),
      wasOpen: wasOpen(pending),
    });
    pending = undefined;
    return store;
  };
  return {
    ...parts,
    settle,
    referencesIn(unit) {
      settle();
      const nodes = [...(store.reporters.get(unit) ?? [])];
      return nodes.flatMap(({ memo }) => memo?.references.filter((each) => each.unit === unit) ?? []);
    },
  };
}

/** Questions that had to be looked at again, and that nobody asked any more. */
export function droppedNodes({ store, open, answers }: QueryRun): QueryNode[] {
  const all = open ?? [...store.nodes.values()].flatMap((ofKind) => [...ofKind.values()]);
  return [...all].filter((node) => node.memo !== undefined && !answers.has(node));
}

function wasOpen({ open }: QueryRun): (node: QueryNode) => boolean {
  return (node) => open === undefined || open.has(node);
}

/** What a run found about declarations, and about which ones it may differ from the version before. */
export function findingsOf(run: QueryRun): UnitFindings {
  const changed = new Set<DeclarationUnit>();
  const fresh = new Map<DeclarationUnit, UnitDiagnostic[]>();
  const note = (found: readonly UnitDiagnostic[] | undefined): void => {
    for (const { unit } of found ?? []) changed.add(unit);
  };
  for (const node of droppedNodes(run)) note(node.memo?.diagnostics);
  for (const [node, memo] of run.answers) {
    if (node.memo !== memo) {
      note(node.memo?.diagnostics);
      note(memo.diagnostics);
    }
    for (const found of memo.diagnostics) {
      const known = fresh.get(found.unit);
      if (known === undefined) fresh.set(found.unit, [found]);
      else known.push(found);
    }
  }
  return { changed, about: (unit) => [...(fresh.get(unit) ?? []), ...keptFindings(run, unit)] };
}

/** The messages of answers that nobody had to look at again. */
function keptFindings({ store, open, answers }: QueryRun, unit: DeclarationUnit): UnitDiagnostic[] {
  if (open === undefined) return [];
  const kept = [...(store.reporters.get(unit) ?? [])].filter((node) => !answers.has(node) && !open.has(node));
  return kept.flatMap(({ memo }) => memo?.diagnostics.filter((found) => found.unit === unit) ?? []);
}
