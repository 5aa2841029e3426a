export * from './dates.ts';
export type * from './decision.ts';
export * from './zones.ts';
