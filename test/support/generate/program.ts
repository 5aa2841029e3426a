import type { Program } from '../../../packages/compiler/src/logic/index.ts';
import { programOf } from '../probe.ts';
import { activitiesText, definesText } from './activities.ts';
import type { ProgramOptions } from './model.ts';
import { policiesText } from './policies.ts';
import { createRandom } from './random.ts';
import { scheduledRecordsText, schedulePoliciesText } from './schedules.ts';
import { generateVocabulary } from './vocabulary.ts';

/** The source of a random program that is well typed and free of errors; the same for the same seed. */
export function generateSource(seed: number, options: ProgramOptions = {}): string {
  const random = createRandom(seed);
  const { model, text } = generateVocabulary(random, options);
  const parts = [
    text,
    definesText(random, model),
    ...(model.options.schedules
      ? [scheduledRecordsText(random, model), schedulePoliciesText(random, model)]
      : [activitiesText(random, model), policiesText(random, model)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The random program of a seed, parsed and checked. */
export function generateProgram(
  seed: number,
  options: ProgramOptions = {},
): { source: string; program: Program } {
  const source = generateSource(seed, options);
  return { source, program: programOf(source) };
}
