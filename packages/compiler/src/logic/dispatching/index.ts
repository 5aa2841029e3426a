export type { Reach } from './reach.ts';
export { createReach, termsReached } from './reach.ts';
export type { Settlement } from './settlements.ts';
export { settlementOf } from './settlements.ts';
export type { SituationFact } from './situations.ts';
export type { DecisionStructure, Selector } from './structure.ts';
export { decisionStructure } from './structure.ts';
