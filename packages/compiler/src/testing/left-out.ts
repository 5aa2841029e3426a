import type { DecisionTest, Program } from '../logic/index.ts';
import type { Decision } from '../runtime/index.ts';
import { listed } from './because.ts';
import { factNames } from './fact-names.ts';
import { factAt } from './searching/index.ts';

const mostFacts = 3;

/** What an author may have forgotten to state, where an answer depends on it; undefined where everything is stated. */
export function leftOutHint(program: Program, test: DecisionTest, decision: Decision): string | undefined {
  if (decision.outcome !== 'undetermined') return undefined;
  const absent = decision.missing.filter((path) => factAt(test.facts, stepsOf(path)) === undefined);
  if (absent.length === 0) return undefined;
  const names = absent.slice(0, mostFacts).map(factNames(program));
  const shown = absent.length > mostFacts ? [...names, 'others'] : names;
  return `The test says nothing about ${listed(shown)}: what it leaves out is unknown.`;
}

/** `customer.consents[0].form` as a way into facts. */
function stepsOf(path: string): readonly (string | number)[] {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
