import { and } from '../reasoning/judgment.ts';
import type { OpenFact } from '../reasoning/questions.ts';
import { openIn } from '../reasoning/questions.ts';
import type { ReviewedItem, ScheduleReview } from './reviewing.ts';
import { isErasure } from './windows.ts';

/** What of an answer is undetermined. */
export interface Undetermined {
  readonly state: boolean;
  readonly due: boolean;
}

/** The facts that leave the state of a record or its deadline open, with the rules that ask. */
export function openFactsOf<Asked>(
  { claims }: ScheduleReview<Asked>,
  undetermined: Undetermined,
): readonly OpenFact[] {
  return claims.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (item.action === 'due') return undetermined.due ? openInDeadline(item) : [];
      const isAboutState = item.action === 'keep' || item.action === 'hold' || isErasure(item);
      return undetermined.state && isAboutState ? openInItem(item) : [];
    }),
  );
}

function openInItem({
  applies,
  stands,
  part,
  rule,
  earliest,
  latest,
  asks,
}: ReviewedItem): readonly OpenFact[] {
  const isOpen = and([applies, stands]).truth === 'unknown';
  return [
    ...(isOpen ? [...openIn(applies, part.policy.id), ...openIn(stands, rule.id)] : []),
    ...(earliest === latest ? [] : asks.map((ask) => ({ ask, rule: rule.id }))),
  ];
}

function openInDeadline(item: ReviewedItem): readonly OpenFact[] {
  return [...openInItem(item), ...openIn(item.done, item.rule.id)];
}
