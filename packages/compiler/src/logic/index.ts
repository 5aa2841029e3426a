export type * from './place.ts';
export type { Location } from './locate.ts';
export { createLocator } from './locate.ts';
export type * from './types.ts';
export { defaultListLimit } from './types.ts';
export type * from './value.ts';
export type * from './formula.ts';
export type * from './program.ts';
export type * from './test-case.ts';
