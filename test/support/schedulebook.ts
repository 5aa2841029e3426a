import type { ScheduleOptions } from '../../packages/compiler/src/interpreting/index.ts';
import { explainSchedule, interpretSchedule } from '../../packages/compiler/src/interpreting/index.ts';
import type { Program } from '../../packages/compiler/src/logic/index.ts';
import type { Schedule, ScheduleExplanation } from '../../packages/compiler/src/runtime/index.ts';
import { programOf } from './probe.ts';

/** Records with everything that schedules can be about. */
export const schedulebookVocabulary = `
authorities law binding > sector binding > standard > company tenant

taxonomy Place { DE, FR, US { US-CA, US-NY } }
taxonomy Industry { bank, retail }

record Person { id: text, legal-hold?: boolean }
record Company { id: text, industry?: Industry }

record Invoice {
  issued-on?: date or none
  paid-on?: date or none
  person?: Person
  company?: Company
  flag?: boolean
  flag-2?: boolean
  flag-3?: boolean
  sent-at?: instant or none
  controller = company
  subject = person
}
record Claimed {
  issued-on?: date or none
  place: within Place
  places?: list of Place
  flag?: boolean
  jurisdiction: each of (place, places)
}
record Request {
  received-on?: date or none
  extended?: boolean
  answered-on?: date or none
  flag?: boolean
}
record Incident {
  aware-at?: instant or none
  notified-at?: instant or none
  flag?: boolean
}
record Log { day: date }

obligation lock "Keep it under lock and key"
obligation tell "Tell the person"
precautionary obligation note "Note who looks at it"

table term-of by Place: duration or none {
  | place | value   | in force         |
  | DE    | 8 years | since 2025-01-01 |
  | DE    | 10 years| until 2025-01-01 |
  | FR    | none    |                  |
}
calendar workdays covers 2024-01-01 through 2027-12-31 {
  weekend saturday, sunday
  2026-01-01 "New Year's Day"
  2026-04-06 "Easter Monday"
}
`;

const programs = new Map<string, Program>();

/** Policies over the vocabulary of this file. */
export function schedulebook(policies: string): Program {
  const program = programs.get(policies) ?? programOf(schedulebookVocabulary, policies);
  programs.set(policies, program);
  return program;
}

export type Facts = Readonly<Record<string, unknown>>;

export type ScheduleCaseOptions = Partial<
  Pick<ScheduleOptions, 'record' | 'now' | 'under' | 'requiredFacts'>
>;

/** What is to be done with an \`Invoice\`, or another record, at noon (UTC) of a day. */
export function scheduleOn(
  day: string,
  policies: string,
  facts: Facts = {},
  options: ScheduleCaseOptions = {},
): Schedule {
  const result = interpretSchedule(optionsFor(day, policies, facts, options));
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.issues));
  return result.schedule;
}

export function explanationOn(
  day: string,
  policies: string,
  facts: Facts = {},
  options: ScheduleCaseOptions & { readonly changes?: boolean } = {},
): ScheduleExplanation {
  const result = explainSchedule({
    changes: false,
    ...options,
    ...optionsFor(day, policies, facts, options),
  });
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.issues));
  return result.explanation;
}

function optionsFor(
  day: string,
  policies: string,
  facts: Facts,
  options: ScheduleCaseOptions,
): ScheduleOptions {
  return {
    record: 'Invoice',
    now: `${day}T12:00:00Z`,
    requiredFacts: 'unknown',
    ...options,
    program: schedulebook(policies),
    facts,
  };
}

/** The state, the last day of keeping and the day of erasing, in one line. */
export function windowOn(
  day: string,
  policies: string,
  facts: Facts = {},
  options: ScheduleCaseOptions = {},
): string {
  const { state, keepThrough, eraseBy } = scheduleOn(day, policies, facts, options);
  return `${state} ${keepThrough ?? '-'} ${eraseBy ?? '-'}`;
}

/** The state and the date of the deadline. */
export function dueOn(moment: string, policies: string, facts: Facts, record = 'Request'): string {
  const day = moment.slice(0, 10);
  const options = { record, ...(moment.length > 10 ? { now: moment } : {}) };
  const { due } = scheduleOn(day, policies, facts, options);
  return due === null ? 'none' : `${due.state} ${due.dueBy ?? '-'}`;
}

/** A policy of law without zone or condition of its own; `head` adds clauses. */
export function law(rules: string, head = ''): string {
  return `policy law.one "Law" { authority law ${head} ${rules} }\n`;
}

export function house(rules: string, head = ''): string {
  return `policy house "House" { authority company ${head} ${rules} }\n`;
}
