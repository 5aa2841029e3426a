export type { CandidateValue, FactCandidates } from './candidates.ts';
export { candidateValues, fieldAt, mostEntriesTried } from './candidates.ts';
export { comparesWholeLevels } from './whole-levels.ts';
