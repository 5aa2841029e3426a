import type { View } from '../../interpreting/index.ts';
import type { Formula, Program } from '../../logic/index.ts';
import type { Truth } from '../../runtime/index.ts';
import type { Case, Observation, Reach, Reaches } from '../searching/index.ts';
import { observeCase } from '../searching/index.ts';
import type { Mutant } from './mutant.ts';

/** The ways on which decisions come to what a mutant changes. */
export function reachesOf({ target }: Mutant, reaches: Reaches): readonly Reach[] {
  return target.kind === 'provision'
    ? reaches.toProvision(target.provision)
    : reaches.toCondition(target.site);
}

/**
 * Looks at a case of the original program: whether the changed condition would be worth something else somewhere, or
 * the changed rule may stand. Undefined where the facts are not what the activity takes.
 */
export function lookForChange(
  tested: Case,
  options: {
    readonly program: Program;
    readonly mutant: Mutant;
    readonly policies: ReadonlySet<string>;
  },
): { readonly observation: Observation; readonly shows: boolean } | undefined {
  const { program, mutant, policies } = options;
  const { target } = mutant;
  let shows = false;
  const observation = observeCase(program, tested, policies, (formula, truth, view) => {
    shows ||= isChanged(mutant, formula, truth, view);
  });
  if (observation === undefined) return undefined;
  if (target.kind === 'condition') return { observation, shows };
  const truths = observation.provisions.get(target.provision.id);
  return { observation, shows: truths?.has('true') === true || truths?.has('unknown') === true };
}

function isChanged({ target }: Mutant, formula: Formula, truth: Truth, view: View): boolean {
  if (target.kind !== 'condition' || !target.site.readings.includes(formula)) return false;
  const changed = target.change(formula);
  return changed !== undefined && view.truthOf(changed) !== truth;
}
