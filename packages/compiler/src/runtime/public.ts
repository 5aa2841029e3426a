/** What callers of compiled policies import beside the activities. */
export type {
  Activity,
  DecideOptions,
  ExplainOptions,
  PermitsOptions,
  ValidFacts,
} from './activity.ts';
export type { FactColumns } from './columns.ts';
export type * from './decision.ts';
export { FactsError } from './errors.ts';
export type { JsonSchema } from './json-schema.ts';
export type * from './schedule.ts';
export type { ScheduledRecord } from './schedules/record.ts';
export type { SchemaIssue, SchemaResult, StandardSchema } from './standard-schema.ts';
