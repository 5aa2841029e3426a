import type { ObservedQuestion, View } from '../../interpreting/index.ts';
import { interpret, interpretSchedule, observeAll } from '../../interpreting/index.ts';
import type { Formula, Program } from '../../logic/index.ts';
import type { Decision, Schedule, Truth } from '../../runtime/index.ts';
import type { Case } from './case.ts';

/** What came out of each condition and provision, whether it could take part or not. */
export interface Observation {
  readonly conditions: ReadonlyMap<Formula, ReadonlySet<Truth>>;
  /** By id. */
  readonly provisions: ReadonlyMap<string, ReadonlySet<Truth>>;
}

/** Looks at a case under some policies; undefined where its facts are not what its subject takes. */
export function observeCase(
  program: Program,
  tested: Case,
  policies: ReadonlySet<string>,
  look?: (formula: Formula, truth: Truth, view: View) => void,
): Observation | undefined {
  const conditions = new Map<Formula, Set<Truth>>();
  const provisions = new Map<string, Set<Truth>>();
  const { kind } = observeAll(questionAbout(program, tested, policies), {
    condition(formula, truth, view) {
      add(conditions, formula, truth);
      look?.(formula, truth, view);
    },
    provision: ({ id }, truth) => add(provisions, id, truth),
  });
  return kind === 'invalid' ? undefined : { conditions, provisions };
}

/** What comes out of a case. */
export type Answer =
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'schedule'; readonly schedule: Schedule };

/** Answers a case under some policies; undefined where its facts are not what its subject takes. */
export function answerCase(
  program: Program,
  tested: Case,
  policies: ReadonlySet<string>,
): Answer | undefined {
  const question = questionAbout(program, tested, policies);
  const result = question.kind === 'decision' ? interpret(question) : interpretSchedule(question);
  return result.kind === 'invalid' ? undefined : result;
}

/** The question about a case under some policies. */
export function questionAbout(
  program: Program,
  { kind, subject, facts, now }: Case,
  policies: ReadonlySet<string>,
): ObservedQuestion {
  const under = (id: string): boolean => policies.has(id);
  const parts = { program, facts, now, under, requiredFacts: 'unknown' } as const;
  return kind === 'decision' ? { kind, activity: subject, ...parts } : { kind, record: subject, ...parts };
}

function add<Key>(found: Map<Key, Set<Truth>>, key: Key, truth: Truth): void {
  const known = found.get(key);
  if (known === undefined) found.set(key, new Set([truth]));
  else known.add(truth);
}
