import type { ScheduleRule } from '../../logic/index.ts';
import type { RuleNode, ScheduleClause } from '../../syntax/index.ts';
import { readFormula } from '../expressions/formulas.ts';
import { isErrorValue, requireConstant } from '../expressions/literals.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { durationMeasure } from '../expressions/times.ts';
import { readValue } from '../expressions/values.ts';
import { resolveName } from '../resolve.ts';
import { describeType } from '../vocabulary/types.ts';
import { clausesOf, singleClause } from './clauses.ts';
import { provisionOf } from './provisions.ts';
import { checkClauses } from './rule-clauses.ts';
import { overridableOf } from './rules.ts';
import { exceptionPeriods } from './schedule-exceptions.ts';
import type { StatedPeriod } from './schedule-periods.ts';
import { checkForm, periodOf, statedBy } from './schedule-periods.ts';

/** Reads a rule about the records of one type. */
export function scheduleRuleOf(
  scope: Scope,
  policyId: string,
  node: RuleNode,
  clause: ScheduleClause,
): ScheduleRule {
  const { action, absolute } = clause;
  const stated = statedIn(scope, node, clause);
  checkClauses(scope, node, action, action);
  checkHead(scope, clause);
  if (action === 'hold') checkHold(scope, node, stated);
  const isStated = action !== 'hold' && hasPeriod(scope, node, clause, stated);
  const period = isStated
    ? periodOf(scope, { stated, clauses: node.clauses, rolling: undefined })
    : undefined;
  const rolling = clausesOf(node.clauses, 'rolling-clause')[0]?.calendar;
  const periods = exceptionPeriods(action, { countedFrom: stated.countedFrom, rolling });
  return {
    kind: 'schedule',
    action,
    absolute,
    ...provisionOf(scope, `${policyId}.${node.name.text}`, node, periods),
    ...(period === undefined ? {} : { period }),
    ...leavingOf(scope, node),
    ...doneWhenOf(scope, node),
    ...reviewWithinOf(scope, node),
    ...overridableOf(scope, node),
  };
}

/** The period of the action itself, or of a clause of its own. */
function statedIn(scope: Scope, node: RuleNode, clause: ScheduleClause): StatedPeriod {
  const own = statedBy(clause);
  const words = 'for at least';
  const apart = singleClause(scope.context, scope.site, node.clauses, 'period-instead-clause', words);
  if (apart === undefined) return own;
  if (own.period === undefined && own.deadline === undefined) return statedBy(apart);
  const related = [{ span: clause, text: 'it stands here already' }];
  complain(scope, 'policy/repeated-clause', apart, { words }, { related });
  return own;
}

function checkHead(scope: Scope, clause: ScheduleClause): void {
  const { action } = clause;
  if (clause.absolute && action !== 'erase') {
    const help = 'Only an erasure can be absolute: no hold stops it then.';
    complain(scope, 'schedule/clause-does-not-fit', clause, { words: 'absolute', action }, { help });
  }
  if (clause.everyRecordOf !== undefined && action !== 'hold') {
    const help = 'Only a hold reaches every record of somebody; write a rule for each kind of record.';
    complain(scope, 'schedule/clause-does-not-fit', clause, { words: 'every record of', action }, { help });
  }
}

/** A keep says how long and from when, everything else by when. */
function hasPeriod(scope: Scope, node: RuleNode, clause: ScheduleClause, stated: StatedPeriod): boolean {
  const { action } = clause;
  if (!checkForm(scope, stated, action)) return false;
  const values = { name: node.name.text, record: clause.record?.text ?? '…', action };
  if (action !== 'keep') {
    if (stated.deadline === undefined) complain(scope, 'schedule/no-deadline', clause, values);
    return stated.deadline !== undefined;
  }
  if (stated.period === undefined) complain(scope, 'schedule/keep-without-period', clause, values);
  else if (stated.countedFrom === undefined)
    complain(scope, 'schedule/keep-without-start', stated.clause, values);
  return stated.period !== undefined && stated.countedFrom !== undefined;
}

function checkHold(scope: Scope, node: RuleNode, stated: StatedPeriod): void {
  const values = { name: node.name.text };
  const [timed] = [
    ...(stated.period === undefined && stated.deadline === undefined ? [] : [stated.clause]),
    ...clausesOf(node.clauses, 'rolling-clause'),
    ...clausesOf(node.clauses, 'extend-by-clause'),
  ];
  if (timed !== undefined) complain(scope, 'schedule/hold-with-period', timed, values);
  if (clausesOf(node.clauses, 'cite-clause').length === 0)
    complain(scope, 'schedule/hold-without-cite', node.name, values);
  if (clausesOf(node.clauses, 'review-within-clause').length === 0)
    complain(scope, 'schedule/hold-without-review', node.name, values);
}

function leavingOf(scope: Scope, node: RuleNode): Pick<ScheduleRule, 'leaving'> {
  const clause = singleClause(scope.context, scope.site, node.clauses, 'leaving-clause', 'leaving');
  const declared = clause && resolveName(scope.context, scope.site, 'record', clause.record);
  return clause === undefined || declared === undefined ? {} : { leaving: clause.record.text };
}

function doneWhenOf(scope: Scope, node: RuleNode): Pick<ScheduleRule, 'doneWhen'> {
  const clause = singleClause(scope.context, scope.site, node.clauses, 'done-when-clause', 'done when');
  return clause === undefined ? {} : { doneWhen: readFormula(scope, clause.condition) };
}

/** A fixed length of time in whole days or longer: it is counted from the day that the hold begins. */
function reviewWithinOf(scope: Scope, node: RuleNode): Pick<ScheduleRule, 'reviewWithin'> {
  const { context, site } = scope;
  const clause = singleClause(context, site, node.clauses, 'review-within-clause', 'review within');
  const value = clause && readValue(scope, clause.duration);
  if (clause === undefined || value === undefined || isErrorValue(value)) return {};
  if (value.type.kind !== 'duration' || durationMeasure(value) === 'exact') {
    const expected = 'a length of time in days, months or years';
    complain(scope, 'type/mismatch', clause.duration, { expected, found: describeType(value.type) });
    return {};
  }
  const constant = requireConstant(scope, value, clause.duration)?.constant;
  return constant?.type === 'duration' ? { reviewWithin: constant } : {};
}
