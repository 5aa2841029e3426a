import type { InterpretOptions, View } from '../../interpreting/index.ts';
import { interpret, observeAll } from '../../interpreting/index.ts';
import type { Formula, Program } from '../../logic/index.ts';
import type { Decision, Truth } from '../../runtime/index.ts';
import type { Case } from './case.ts';

/** What came out of each condition and provision, whether it could take part or not. */
export interface Observation {
  readonly conditions: ReadonlyMap<Formula, ReadonlySet<Truth>>;
  /** By id. */
  readonly provisions: ReadonlyMap<string, ReadonlySet<Truth>>;
}

/** Looks at a case under some policies; undefined where its facts are not what the activity takes. */
export function observeCase(
  program: Program,
  tested: Case,
  policies: ReadonlySet<string>,
  look?: (formula: Formula, truth: Truth, view: View) => void,
): Observation | undefined {
  const conditions = new Map<Formula, Set<Truth>>();
  const provisions = new Map<string, Set<Truth>>();
  const { kind } = observeAll(optionsOf(program, tested, policies), {
    condition(formula, truth, view) {
      add(conditions, formula, truth);
      look?.(formula, truth, view);
    },
    provision: ({ id }, truth) => add(provisions, id, truth),
  });
  return kind === 'invalid' ? undefined : { conditions, provisions };
}

/** Decides a case under some policies; undefined where its facts are not what the activity takes. */
export function decideCase(
  program: Program,
  tested: Case,
  policies: ReadonlySet<string>,
): Decision | undefined {
  const result = interpret(optionsOf(program, tested, policies));
  return result.kind === 'decision' ? result.decision : undefined;
}

/** The question about a case under some policies. */
export function optionsOf(
  program: Program,
  { activity, facts, now }: Case,
  policies: ReadonlySet<string>,
): InterpretOptions {
  return { program, activity, facts, now, under: (id) => policies.has(id), requiredFacts: 'unknown' };
}

function add<Key>(found: Map<Key, Set<Truth>>, key: Key, truth: Truth): void {
  const known = found.get(key);
  if (known === undefined) found.set(key, new Set([truth]));
  else known.add(truth);
}
