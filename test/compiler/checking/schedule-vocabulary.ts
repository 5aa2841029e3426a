import type { CheckedProgram } from '../../../packages/compiler/src/checking/index.ts';
import type { Policy, SchedulePart, ScheduleRule } from '../../../packages/compiler/src/logic/index.ts';
import { checkTexts, codesOf } from '../../support/check.ts';

/** Records that declare who claims the case, whose they are and whom they are about. */
export const records = `
record File {
  customer: Customer
  company: Company
  kind?: text
  made-on: date
  closed-on: date or none
  seen-at: instant
  is-special?: boolean
  keep-for?: duration
  place: each of (customer.residence, company.seat)
  controller = company
  subject = customer
  is-local = company.seat is GB
}
record Letter {
  customer: Customer
  company: Company
  sent-on: date
  controller = company
  subject = customer
}
record Trace { company: Company, made-on: date }
record Request { received-on: date, answered-on: date or none, is-hard?: boolean, company: Company }
`;

/** Everything that is kept ends, so that no advice about it disturbs. */
export const ends = `
policy base.ends "Ends" {
  authority company
  rule file "Files end" { erase File at the latest 99 years after made-on }
  rule letter "Letters end" { erase Letter at the latest 99 years after sent-on }
  rule trace "Traces end" { erase Trace at the latest 99 years after made-on }
}
`;

export function checkRules(body: string, authority = 'provider', more = ''): CheckedProgram {
  return checkTexts([
    records,
    ends,
    `policy some.rules "Rules" {\n  authority ${authority}\n${body}\n}\n${more}`,
  ]);
}

/** The codes of the messages about the rules of a policy. */
export function codesIn(body: string, authority = 'provider', more = ''): string[] {
  return codesOf(checkRules(body, authority, more));
}

export function policyNamed({ program }: CheckedProgram, id = 'some.rules'): Policy {
  const policy = program.policies.find((candidate) => candidate.id === id);
  if (policy === undefined) throw new Error(`there is no policy ${id}`);
  return policy;
}

/** What the policy says about the records of one type. */
export function partOf(checked: CheckedProgram, record = 'File', id = 'some.rules'): SchedulePart {
  const part = policyNamed(checked, id).schedules.find((candidate) => candidate.record === record);
  if (part === undefined) throw new Error(`${id} says nothing about ${record}`);
  return part;
}

/** The first rule about the records of one type. */
export function ruleOf(checked: CheckedProgram, record = 'File', id = 'some.rules'): ScheduleRule {
  const [rule] = partOf(checked, record, id).rules;
  if (rule === undefined) throw new Error(`${id} has no rule about ${record}`);
  return rule;
}
