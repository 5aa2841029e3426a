import type { ScheduleAction } from '../../logic/index.ts';
import type { ExceptNode, Expression } from '../../syntax/index.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { clausesOf, singleClause } from './clauses.ts';
import type { PeriodReader } from './provisions.ts';
import { noPeriods } from './provisions.ts';
import type { StatedPeriod } from './schedule-periods.ts';
import { checkForm, periodOf, statedBy } from './schedule-periods.ts';

/** What an exception takes over from what it stands in: where a period begins, and which days it rolls over. */
export interface OuterPeriod {
  readonly countedFrom: Expression | undefined;
  readonly rolling: Expression | undefined;
}

/** Reads the periods that the exceptions of a schedule rule state instead of its own. */
export function exceptionPeriods(action: ScheduleAction, outer: OuterPeriod): PeriodReader {
  if (action === 'hold') return noPeriods;
  return {
    takesPeriods: true,
    read: (scope, node) => {
      const stated = statedInstead(scope, node, outer);
      if (stated === undefined) return { inner: exceptionPeriods(action, outer) };
      const { countedFrom } = stated;
      const rolling = clausesOf(node.clauses, 'rolling-clause')[0]?.calendar ?? outer.rolling;
      const inner = exceptionPeriods(action, { countedFrom, rolling });
      if (!checkForm(scope, stated, action) || !hasStart(scope, node, stated)) return { inner };
      const instead = periodOf(scope, { stated, clauses: node.clauses, rolling: outer.rolling });
      return { inner, ...(instead === undefined ? {} : { instead }) };
    },
  };
}

function statedInstead(scope: Scope, node: ExceptNode, outer: OuterPeriod): StatedPeriod | undefined {
  const { context, site } = scope;
  const clause = singleClause(context, site, node.clauses, 'period-instead-clause', 'for at least');
  if (clause !== undefined) return statedBy(clause, outer.countedFrom);
  for (const alone of node.clauses) {
    if (alone.kind !== 'rolling-clause' && alone.kind !== 'extend-by-clause') continue;
    const values = {
      words: alone.kind === 'rolling-clause' ? 'rolling over' : 'extend by',
      action: 'except',
    };
    const help = 'Write the whole period or deadline of the exception in front of it.';
    complain(scope, 'schedule/clause-does-not-fit', alone, values, { help });
  }
  return undefined;
}

/** Where the rule itself names no start, that is one mistake and not one for every exception. */
function hasStart(scope: Scope, node: ExceptNode, { period, countedFrom, clause }: StatedPeriod): boolean {
  if (period === undefined || countedFrom !== undefined) return true;
  complain(scope, 'schedule/keep-without-start', clause, { name: node.name.text });
  return false;
}
