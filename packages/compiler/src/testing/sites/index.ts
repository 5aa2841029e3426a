export type { ConditionSite, ConditionSites, Root } from './conditions.ts';
export { conditionSites, rootsOfProgram } from './conditions.ts';
export type { AnyProvision, PartSite, ProvisionSite } from './provisions.ts';
export { partSites, provisionSites, rootsOf } from './provisions.ts';
