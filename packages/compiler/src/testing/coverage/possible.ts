import type { Formula, Program, Traits, Value } from '../../logic/index.ts';
import { someNode } from '../../logic/index.ts';
import type { Truth } from '../../runtime/index.ts';
import type { AnyProvision, ConditionSite, Root } from '../sites/index.ts';
import { rootsOfProgram } from '../sites/index.ts';

/** What conditions and provisions can turn out to be. */
export interface PossibleOutcomes {
  /** Nothing for what does not depend on the case: an option that the project has chosen. */
  ofCondition(site: ConditionSite): readonly Truth[];
  /** Of what has no condition and no exceptions: that it stands. */
  ofProvision(provision: AnyProvision): readonly Truth[];
}

/**
 * Finds out what can be unknown. A define's conditions are made for arguments that are known; where some call passes
 * one that may not be, what reads it may be unknown, too.
 */
export function possibleOutcomes(program: Program): PossibleOutcomes {
  const open = openParameters(program);
  const isOpen = (traits: Traits, define: string | undefined): boolean =>
    traits.canBeUnknown || readsOpen(traits, open, define);
  return {
    ofCondition({ readings, define }) {
      if (readings.every(isSettled)) return [];
      const canBeUnknown = readings.some(({ traits }) => isOpen(traits, define));
      return canBeUnknown ? ['true', 'false', 'unknown'] : ['true', 'false'];
    },
    ofProvision: ({ condition, exceptions }) =>
      isSettled(condition) && exceptions.length === 0 ? ['true'] : ['true', 'false'],
  };
}

/** It reads neither facts nor the time. */
function isSettled({ traits }: Formula): boolean {
  return traits.facts.length === 0 && !traits.readsTime;
}

/** By define: the parameters, as reads spell them, for which some call passes what may be unknown. */
type OpenParameters = Map<string, Set<string>>;

function openParameters(program: Program): OpenParameters {
  const roots = rootsOfProgram(program);
  const open: OpenParameters = new Map([...program.defines.keys()].map((name) => [name, new Set()]));
  let isChanged = true;
  while (isChanged) isChanged = roots.map((root) => openFrom(root, program, open)).some((changed) => changed);
  return open;
}

/** Whether a call somewhere below a root opened one more parameter. */
function openFrom(root: Root, program: Program, open: OpenParameters): boolean {
  let isChanged = false;
  someNode(root.node, (node) => {
    if (node.kind !== 'call' && node.kind !== 'call-value') return false;
    const parameters = program.defines.get(node.define)?.parameters ?? [];
    const known = open.get(node.define) ?? new Set();
    for (const [index, argument] of node.arguments.entries()) {
      const name = `$${parameters[index]?.name ?? ''}`;
      if (known.has(name) || !mayBeUnknown(argument, open, root.define)) continue;
      known.add(name);
      isChanged = true;
    }
    return false;
  });
  return isChanged;
}

function mayBeUnknown({ traits }: Value, open: OpenParameters, define: string | undefined): boolean {
  return traits.canBeUnknown || readsOpen(traits, open, define);
}

function readsOpen({ facts }: Traits, open: OpenParameters, define: string | undefined): boolean {
  const names = define === undefined ? undefined : open.get(define);
  if (names === undefined || names.size === 0) return false;
  return facts.some((fact) => names.has(/^\$[^.[]+/.exec(fact)?.[0] ?? ''));
}
