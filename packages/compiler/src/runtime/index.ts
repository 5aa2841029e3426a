export type * from './decision.ts';
export * from './dates.ts';
export * from './zones.ts';
