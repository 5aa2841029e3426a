export type { EmitOptions, EmittedFile } from './emit.ts';
export { emitTypeScript, languageVersion } from './emit.ts';
