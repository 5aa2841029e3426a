import type { Declared, ProgramIndex } from '../binding/index.ts';
import { createProgramIndex } from '../binding/index.ts';
import type { FileDiagnostic } from '../diagnostics/index.ts';
import type { Program } from '../logic/index.ts';
import { invariant, sortedBy } from '../support/index.ts';
import type { DeclarationUnit, SourceFile } from '../syntax/index.ts';
import { assembleProgram } from './assemble.ts';
import type { CheckMemory } from './check-memory.ts';
import { findingsOf, rememberRun } from './check-memory.ts';
import type { CheckContext, CheckedPack, QueryResults } from './context.ts';
import { unitKey } from './context.ts';
import { definitions, isSame } from './definitions.ts';
import { collectDiagnostics } from './diagnostics.ts';
import type { FilesChange } from './input-change.ts';
import { changeBetween } from './input-change.ts';
import type { Queries, QueryRun, SymbolReference } from './queries.ts';
import { createQueries } from './queries.ts';
import type { QueryStore, Root } from './query-store.ts';
import type { RowText } from './tests/csv/row-file.ts';
import { checkWhole } from './whole.ts';

/** What checking found; the program is whole but must not run where `hasErrors` is set. */
export interface CheckedProgram {
  readonly program: Program;
  /** Those of the syntax included, sorted by file and place. */
  readonly diagnostics: readonly FileDiagnostic[];
  readonly hasErrors: boolean;
  /** Where names refer to something; empty unless asked for. */
  readonly references: readonly SymbolReference[];
  /** Those of one declaration. */
  referencesIn(unit: DeclarationUnit): readonly SymbolReference[];
  /** What the next version starts from. */
  readonly memory: CheckMemory;
  /** How many questions had to be answered anew: a measure of work. */
  readonly computed: number;
}

export interface CheckOptions {
  readonly files: readonly SourceFile[];
  /** The zone of policies and groups that state none; UTC where the project states none either. */
  readonly defaultZone?: string;
  /** The packs whose files are among these. */
  readonly packs?: readonly CheckedPack[];
  /** The day (`YYYY-MM-DD`) on which the program is checked: policies that are past their review are reported. */
  readonly today?: string;
  /** Files from which scenarios take their rows, by the paths that `rowFilesOf` gives; absent: none was loaded. */
  readonly rowTexts?: ReadonlyMap<string, RowText>;
  /** Keeps what names refer to, for editors. */
  readonly collectsReferences?: boolean;
  /** The version before; what an edit does not touch is taken over from it. */
  readonly previous?: CheckedProgram;
}

/** Checks all files of a program together. */
export function checkProgram(options: CheckOptions): CheckedProgram {
  const steps = checkProgramSteps(options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Checks a program declaration by declaration, so that a caller can let other work happen in between. */
export function* checkProgramSteps(options: CheckOptions): Generator<void, CheckedProgram> {
  const index = createProgramIndex(options.files);
  const start = startingPoint(index, options);
  const { context, run } = startQueries(index, options, start);
  yield;
  for (const declared of declarationsToCheck(index, run, start)) {
    run.root = declared.unit;
    checkDeclaration(context, declared);
    yield;
  }
  run.root = 'program';
  checkWhole(context);
  const program = assembleProgram(context);
  yield;
  const found = findingsOf(run);
  const findings = yield* collectDiagnostics(program.files, found, start?.findings);
  const diagnostics = [...findings.values()].flatMap(({ found }) => found);
  const hasErrors = diagnostics.some(({ diagnostic }) => diagnostic.severity === 'error');
  const collectsReferences = options.collectsReferences === true;
  const memory = rememberRun(run, { index, collectsReferences, findings });
  return {
    program,
    diagnostics,
    hasErrors,
    get references() {
      return index.all.flatMap(({ unit }) => memory.referencesIn(unit));
    },
    referencesIn: memory.referencesIn,
    memory,
    computed: run.computed,
  };
}

interface StartingPoint extends FilesChange {
  readonly store: QueryStore;
  readonly findings: CheckMemory['findings'];
}

/** The version before with what changed since; undefined where there is none that can be taken over. */
function startingPoint(index: ProgramIndex, options: CheckOptions): StartingPoint | undefined {
  const memory = options.previous?.memory;
  if (memory === undefined || memory.collectsReferences !== (options.collectsReferences === true)) {
    return undefined;
  }
  const store = memory.settle();
  if (store === undefined) return undefined;
  return { ...changeBetween(memory.index, index), store, findings: memory.findings };
}

/** The declarations that are new, and those for whose sake something was asked whose answer may have changed. */
function declarationsToCheck(
  index: ProgramIndex,
  { open }: QueryRun,
  start: StartingPoint | undefined,
): readonly Declared[] {
  if (start === undefined || open === undefined) return index.all;
  const wanted = new Set<Root>(start.added);
  for (const { roots } of open) for (const root of roots ?? []) wanted.add(root);
  return index.all.filter(({ unit }) => wanted.has(unit));
}

function startQueries(
  index: ProgramIndex,
  options: CheckOptions,
  start: StartingPoint | undefined,
): { context: CheckContext; run: QueryRun } {
  const byKey = new Map(index.all.map((declared) => [unitKey(declared.unit), declared]));
  // The functions below live as long as what they answer: they must not keep the version before alive.
  const { defaultZone = 'UTC', today, rowTexts } = options;
  const packs = sortedBy(options.packs ?? [], ({ name }) => name);
  let context: CheckContext | undefined;
  const { queries, run } = createQueries<CheckContext, QueryResults>({
    definitions: {
      ...definitions,
      unit: {
        compute: (_, key) => byKey.get(key),
        areEqual: (before, after) => before !== undefined && isSame(before, after),
      },
    },
    contextOf: (engine: Queries<QueryResults>) => {
      context = { queries: engine, index, defaultZone, packs, today, rowTexts };
      return context;
    },
    before: start && { store: start.store, change: start.input },
    collectsReferences: options.collectsReferences,
  });
  invariant(context?.queries === queries, 'the context is made with its queries');
  return { context, run };
}

/** Asks everything that there is to ask about a declaration. */
function checkDeclaration(context: CheckContext, { unit }: Declared): void {
  const { queries } = context;
  const { tree } = unit;
  queries.get('other', unitKey(unit));
  switch (tree.kind) {
    case 'authorities':
      queries.get('authorities', '');
      break;
    case 'taxonomy':
    case 'scale':
    case 'group':
    case 'table':
    case 'calendar':
    case 'record':
    case 'activity':
    case 'obligation':
    case 'define':
      if (tree.name.text !== '') queries.get(tree.kind, tree.name.text);
      break;
    case 'policy': {
      const id = tree.name.text;
      queries.get('policy', id);
      const lifts = queries.get('policy-outline', id)?.lifts ?? [];
      for (const number of lifts.keys()) queries.get('lift', `${id}#${number}`);
      break;
    }
    case 'test':
    case 'scenarios':
      queries.get(tree.kind, unitKey(unit));
      break;
    default:
      break;
  }
}
