export { jsonSchemaOfFacts } from './json-schema/index.ts';
export type { EmitOptions, EmittedFile } from './typescript/index.ts';
export { emitTypeScript, languageVersion } from './typescript/index.ts';
