import type { RecordType, ScheduleAction, SchedulePart } from '../../logic/index.ts';
import { nearestNames, sortedBy } from '../../support/index.ts';
import type { Expression, RuleNode, ScheduleClause } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain, wordsOf } from '../expressions/scope.ts';
import { resolveName, suggestion } from '../resolve.ts';
import { recordsWithFact } from '../vocabulary/records.ts';
import type { PolicyHead } from './heads.ts';
import { appliesFormula, policyScope } from './heads.ts';
import type { RuleSubject } from './outline.ts';
import { scheduleRuleOf } from './schedule-rules.ts';

/** A rule about records, with what it does. */
export interface ScheduleRuleNode {
  readonly node: RuleNode;
  readonly clause: ScheduleClause;
}

interface PlacedRule extends ScheduleRuleNode {
  readonly records: readonly string[];
}

/** One part for each record type that a rule of the policy is about. */
export function schedulePartsOf(
  scope: Scope,
  head: PolicyHead,
  rules: readonly ScheduleRuleNode[],
): SchedulePart[] {
  const placed = rules.map((rule): PlacedRule => ({ ...rule, records: recordsNamed(scope, rule.clause) }));
  const names = [...new Set(placed.flatMap(({ records }) => records))];
  return sortedBy(names, (name) => name).flatMap((name) => {
    const record = scope.context.queries.get('record', name);
    const own = placed.filter(({ records }) => records.includes(name));
    return record === undefined ? [] : [partOf(scope.context, head, record, own)];
  });
}

function partOf(
  context: CheckContext,
  head: PolicyHead,
  record: RecordType,
  rules: readonly ScheduleRuleNode[],
): SchedulePart {
  const owner = recordOwner(record.name, rules[0]?.node.name.text ?? '');
  const scope = policyScope(context, head.declared, record, owner);
  const applies = appliesFormula(scope, head);
  return {
    record: record.name,
    applies,
    rules: rules.map(({ node, clause }) => {
      const ownScope = { ...scope, owner: recordOwner(record.name, node.name.text) };
      return scheduleRuleOf(ownScope, head.tree.name.text, node, clause);
    }),
  };
}

/** Whose facts a rule about records reads, in words that say which rule is meant. */
export function recordOwner(record: string, rule: string): string {
  return `the record "${record}", which the rule "${rule}" is about`;
}

function recordsNamed(scope: Scope, { record, everyRecordOf }: ScheduleClause): readonly string[] {
  const { context, site } = scope;
  if (record !== undefined)
    return resolveName(context, site, 'record', record) === undefined ? [] : [record.text];
  return everyRecordOf === undefined ? [] : recordsOf(scope, everyRecordOf);
}

/** The record types that declare whose records they are; a message where none does. */
function recordsOf(scope: Scope, expression: Expression): readonly string[] {
  if (expression.kind === 'missing-expression') return [];
  const [name, second] = expression.kind === 'path' ? expression.segments : [];
  const records = name === undefined || second !== undefined ? [] : recordsWithFact(scope.context, name.text);
  if (records.length > 0) return records;
  const text = wordsOf(scope, expression);
  const { queries } = scope.context;
  const known = new Set(queries.get('names', 'record').flatMap((record) => factNames(scope.context, record)));
  const near = suggestion(nearestNames(text, known));
  complain(scope, 'schedule/no-record-of', expression, { name: text }, near);
  return [];
}

function factNames(context: CheckContext, record: string): string[] {
  const members = context.queries.get('record-members', record)?.members ?? [];
  return members.flatMap(({ node }) => (node.kind === 'derived' ? [node.name.text] : []));
}

/** The record types that a rule is about. */
export function recordsAbout(context: CheckContext, about: RuleSubject): readonly string[] {
  switch (about.kind) {
    case 'record':
      return [about.name];
    case 'every-record-of':
      return recordsWithFact(context, about.name);
    case 'activity':
      return [];
  }
}

/** What the rules of all policies do with the records of a type. */
export function computeRecordActions(context: CheckContext, record: string): readonly ScheduleAction[] {
  const actions = new Set<ScheduleAction>();
  for (const id of context.queries.get('names', 'policy')) {
    for (const { about, effect } of context.queries.get('policy-outline', id)?.targets ?? []) {
      if (about.kind === 'activity' || effect === undefined) continue;
      // A rule about records has the action of a schedule.
      if (recordsAbout(context, about).includes(record)) actions.add(effect as ScheduleAction);
    }
  }
  return [...actions].sort();
}
