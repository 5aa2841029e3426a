export type { CandidateValue, FactCandidates } from './candidates.ts';
export { candidateValues, fieldAt, mostEntriesTried } from './candidates.ts';
export type { Dated } from './dated.ts';
export type { EndedCover, NotInForce } from './standing-law.ts';
export { endedCovers, notInForceOn } from './standing-law.ts';
export type { TestedSides, TimelineEntry, TimelineOptions } from './timeline.ts';
export { timelineOf } from './timeline.ts';
export { comparesWholeLevels } from './whole-levels.ts';
