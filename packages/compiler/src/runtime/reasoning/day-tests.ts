import { covers, isHoliday, isWorkingDay } from '../calendars.ts';
import { certainly } from '../readings.ts';
import { settle } from './comparisons.ts';
import { judge } from './formulas.ts';
import type { Judgment } from './judgment.ts';
import { decided, open } from './judgment.ts';
import type { Knowledge } from './knowledge.ts';
import { earliest, knownQuantity, quantityOf, unknownFor } from './knowledge.ts';
import { askFor } from './lookups.ts';
import type { FormulaNode } from './nodes.ts';
import type { Scope } from './scope.ts';
import { valueKnowledge } from './values.ts';

/** `D is a holiday in C`, `D is a working day in C`: open outside of what the calendar covers. */
export function judgeDay(
  node: Extract<FormulaNode, { is: 'holiday' | 'working-day' }>,
  scope: Scope,
): Judgment {
  const sides = [valueKnowledge(node.value, scope), valueKnowledge(node.calendar, scope)] as const;
  return settle(sides, (day, { content }) => {
    const until = earliest(sides);
    if (content.type !== 'calendar') return open([], until);
    const { calendar } = content;
    const date = quantityOf(day);
    if (!covers(calendar, date)) return open([askFor(calendar)], until);
    const test = node.is === 'holiday' ? isHoliday : isWorkingDay;
    return decided(test(calendar, date, certainly), until);
  });
}

/** A condition as yes or no. */
export function conditionKnowledge(condition: FormulaNode, scope: Scope): Knowledge {
  const { truth, asks, until } = judge(condition, scope);
  return truth === 'unknown' ? unknownFor(asks, until) : knownQuantity(truth === 'true' ? 1 : 0, { until });
}
