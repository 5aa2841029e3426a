import { nameProblem } from '../../binding/index.ts';
import type { Scale } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';

/** A scale with its steps from the lowest to the highest. */
export function computeScale(context: CheckContext, name: string): Scale | undefined {
  const [declared] = context.queries.get('declared', `scale:${name}`);
  if (declared?.unit.tree.kind !== 'scale') return undefined;
  const { title, steps } = declared.unit.tree;
  const names: string[] = [];
  for (const step of steps) {
    const text = step.name.text;
    if (text === '') continue;
    const problem = nameProblem(text, 'free');
    if (problem !== undefined) {
      report(context, declared.unit, 'name/special', step.name, {
        name: text,
        suggestion: problem.suggestion,
      });
    } else if (names.includes(text)) {
      report(context, declared.unit, 'name/duplicate', step.name, { what: 'step', name: text });
    } else names.push(text);
  }
  return { name, ...(title === undefined ? {} : { title: title.value }), steps: names };
}
