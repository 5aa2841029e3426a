export { jsonSchemaOfFacts } from './record-schemas.ts';
