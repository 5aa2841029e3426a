import type { Declared, ProgramIndex } from '../binding/index.ts';
import { createProgramIndex } from '../binding/index.ts';
import type { FileDiagnostic } from '../diagnostics/index.ts';
import type { Program } from '../logic/index.ts';
import { invariant } from '../support/index.ts';
import type { SourceFile } from '../syntax/index.ts';
import { assembleProgram } from './assemble.ts';
import type { CheckContext, QueryResults } from './context.ts';
import { unitKey } from './context.ts';
import { definitions, isSame } from './definitions.ts';
import { collectDiagnostics } from './diagnostics.ts';
import type { Queries, QueryMemory, SymbolReference } from './queries.ts';
import { createQueries } from './queries.ts';
import { checkWhole } from './whole.ts';

/** What checking found; the program is whole but must not run where `hasErrors` is set. */
export interface CheckedProgram {
  readonly program: Program;
  /** Those of the syntax included, sorted by file and place. */
  readonly diagnostics: readonly FileDiagnostic[];
  readonly hasErrors: boolean;
  /** Where names refer to something; empty unless asked for. */
  readonly references: readonly SymbolReference[];
  /** What the next version starts from. */
  readonly memory: QueryMemory;
  /** How many questions had to be answered anew: a measure of work. */
  readonly computed: number;
}

export interface CheckOptions {
  readonly files: readonly SourceFile[];
  /** The zone of policies and groups that state none; UTC where the project states none either. */
  readonly defaultZone?: string;
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
  const { context, memory } = startQueries(index, options);
  for (const declared of index.all) {
    checkDeclaration(context, declared);
    yield;
  }
  checkWhole(context);
  const diagnostics = collectDiagnostics(index, context.queries.diagnostics());
  const hasErrors = diagnostics.some(({ diagnostic }) => diagnostic.severity === 'error');
  return {
    program: assembleProgram(context),
    diagnostics,
    hasErrors,
    references: context.queries.references(),
    memory,
    computed: context.queries.computed,
  };
}

function startQueries(
  index: ProgramIndex,
  options: CheckOptions,
): { context: CheckContext; memory: QueryMemory } {
  const byKey = new Map(index.all.map((declared) => [unitKey(declared.unit), declared]));
  let context: CheckContext | undefined;
  const { queries, memory } = createQueries<CheckContext, QueryResults>({
    definitions: {
      ...definitions,
      unit: {
        compute: (_, key) => byKey.get(key),
        areEqual: (before, after) => before !== undefined && isSame(before, after),
      },
    },
    contextOf: (engine: Queries<QueryResults>) => {
      context = { queries: engine, index, defaultZone: options.defaultZone ?? 'UTC' };
      return context;
    },
    before: options.previous?.memory,
    collectsReferences: options.collectsReferences,
  });
  invariant(context?.queries === queries, 'the context is made with its queries');
  return { context, memory };
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
