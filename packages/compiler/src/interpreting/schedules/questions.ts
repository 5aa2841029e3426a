import type { Judgment } from '../judgment.ts';
import { and } from '../judgment.ts';
import type { OpenFact } from '../questions.ts';
import { openIn } from '../questions.ts';
import type { ScheduleCase } from './cases.ts';
import type { Item } from './items.ts';
import { isErasure } from './worlds.ts';

/** What of an answer is undetermined. */
export interface Undetermined {
  readonly state: boolean;
  readonly due: boolean;
}

/** The facts at unknown leaves of what may count, and of dates that are not known, with the rules that ask. */
export function openFactsOf(cases: readonly ScheduleCase[], undetermined: Undetermined): readonly OpenFact[] {
  return cases.flatMap(({ items }) => [
    ...(undetermined.state ? items.filter(isAboutState).flatMap(openInItem) : []),
    ...(undetermined.due ? items.filter(({ rule }) => rule.action === 'due').flatMap(openInDeadline) : []),
  ]);
}

function isAboutState(item: Item): boolean {
  return item.rule.action === 'keep' || item.rule.action === 'hold' || isErasure(item);
}

function openInItem({ policy, rule, applies, stands, last }: Item): readonly OpenFact[] {
  const byTruth =
    and([applies, stands]).truth === 'unknown'
      ? [...openIn(applies, policy.id), ...openIn(stands, rule.id)]
      : [];
  const isDateOpen = last.earliest !== last.latest;
  return [...byTruth, ...(isDateOpen ? last.asks.map((ask) => ({ ask, rule: rule.id })) : [])];
}

function openInDeadline(item: Item): readonly OpenFact[] {
  const done: Judgment = item.done;
  return [...openInItem(item), ...openIn(done, item.rule.id)];
}
