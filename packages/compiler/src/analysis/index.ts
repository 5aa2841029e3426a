export type { CandidateValue, FactCandidates } from './candidates.ts';
export { candidateValues, mostEntriesTried } from './candidates.ts';
export { comparesWholeLevels } from './whole-levels.ts';
