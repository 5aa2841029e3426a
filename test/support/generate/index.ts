export { damagedFacts } from './damage.ts';
export type { FactsGenerator } from './facts.ts';
export { createFactsGenerator } from './facts.ts';
export { generateMoment } from './moments.ts';
export { generateProgram, generateSource } from './program.ts';
export type { Random } from './random.ts';
export { createRandom } from './random.ts';
