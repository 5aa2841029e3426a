export type { ProgramOptions } from './model.ts';
export { generateProgram, generateSource } from './program.ts';
export type { Random } from './random.ts';
export { createRandom } from './random.ts';
