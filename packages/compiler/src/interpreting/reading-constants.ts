import type { Constant, Program } from '../logic/index.ts';
import { assertNever, invariant } from '../support/index.ts';
import type { Content, Knowledge } from './knowledge.ts';
import { known } from './knowledge.ts';
import { taxonomyNamed, termNamed } from './terms.ts';

/** A constant is always known. */
export function constantKnowledge(constant: Constant, program: Program): Knowledge {
  return known(contentOf(constant, program));
}

function contentOf(constant: Constant, program: Program): Content {
  switch (constant.type) {
    case 'boolean':
      return { type: 'boolean', value: constant.value };
    case 'number':
    case 'date':
    case 'time':
    case 'instant':
    case 'weekday':
      return { type: 'quantity', low: constant.value, high: constant.value };
    case 'text':
    case 'timezone':
    case 'calendar':
      return { type: 'text', value: constant.value };
    case 'term':
      return { type: 'term', term: termNamed(taxonomyNamed(program, constant.taxonomy), constant.value) };
    case 'scope': {
      const taxonomy = taxonomyNamed(program, constant.taxonomy);
      if (constant.value === 'anything') return { type: 'scope', terms: 'anything' };
      return { type: 'scope', terms: constant.value.map((name) => termNamed(taxonomy, name)) };
    }
    case 'scale': {
      const step = stepOf(program, constant.scale, constant.value);
      return { type: 'quantity', low: step, high: step };
    }
    case 'duration':
      return { type: 'duration', duration: constant };
    default:
      return assertNever(constant);
  }
}

/** Steps of scales are compared by their position, from the lowest. */
function stepOf(program: Program, scale: string, name: string): number {
  const step = program.scales.get(scale)?.steps.indexOf(name) ?? -1;
  invariant(step >= 0, `the scale ${scale} has a step ${name}`);
  return step;
}
