import type { ScheduledAction } from '../../runtime/index.ts';
import { formatDate, parseDate } from '../../runtime/index.ts';
import { compareText } from '../../support/index.ts';
import { lastDate } from '../movements.ts';
import { moveBy } from '../offsets.ts';
import type { Answer } from './answers.ts';
import type { Today } from './bounds.ts';
import { dueBy, earliestBound, progressOf } from './bounds.ts';
import type { Item } from './items.ts';
import { idsOf } from './items.ts';
import type { Retention } from './retention.ts';
import { isCertain } from './worlds.ts';

/** What has to be done with the record by when, with the items that say so. */
export interface ActionFindings {
  readonly actions: readonly ScheduledAction[];
  /** Those that give the dates of what is archived, reviewed and restricted. */
  readonly items: readonly Item[];
}

/** "Review, archive and restrict have their own due dates and do not move the window; anonymising satisfies erasing." */
export function actionsOf(items: readonly Item[], retention: Retention, today: Today): ActionFindings {
  const own = (['archive', 'review', 'restrict'] as const).flatMap((action) =>
    ownAction(action, items, today),
  );
  const actions = [
    ...erasureOf(retention, today),
    ...own.map(({ action }) => action),
    ...holdReviews(items, today),
  ];
  return { actions: actions.sort(compareActions), items: own.flatMap(({ decisive }) => decisive) };
}

/** Erasing or anonymising, where something asks for it, or may. */
function erasureOf({ shortest, answers, eraseBy }: Retention, today: Today): readonly ScheduledAction[] {
  const { date, items } = shortest.eraseBy;
  if (date === Number.POSITIVE_INFINITY) return [];
  const states = new Set(answers.map((answer) => erasureState(answer, today)));
  const [state = 'undetermined'] = states.size === 1 ? states : [];
  const action = items.some(({ rule }) => rule.action === 'erase') ? 'erase' : 'anonymise';
  const leaving = [...items]
    .sort((left, right) => compareText(left.provision.id, right.provision.id))
    .find(({ rule }) => rule.leaving !== undefined)?.rule.leaving;
  return [{ action, by: eraseBy, state, leaving: leaving ?? null, rules: idsOf(items) }];
}

/** `waiting`: it is due, and may not be done. */
function erasureState({ state, eraseBy, claims }: Answer, today: Today): ScheduledAction['state'] {
  if (eraseBy.date === Number.POSITIVE_INFINITY) return 'undetermined';
  if (state === 'may-erase' || state === 'must-erase' || state === 'overdue')
    return progressOf(eraseBy, today);
  return claims.some(({ isErasureDue }) => isErasureDue) ? 'waiting' : 'open';
}

interface OwnAction {
  readonly action: ScheduledAction;
  readonly decisive: readonly Item[];
}

/** The earliest day of one kind of action: as strictly as may be, and as leniently. */
function ownAction(
  action: 'archive' | 'review' | 'restrict',
  items: readonly Item[],
  today: Today,
): readonly OwnAction[] {
  const own = items.filter(({ rule }) => rule.action === action);
  const strict = earliestBound(
    own.filter(({ done }) => done.truth !== 'true').map((item) => dueBy(item.last.earliest, item)),
  );
  if (strict.date === Number.POSITIVE_INFINITY) return [];
  const certain = own.filter((item) => isCertain(item) && item.done.truth === 'false');
  const lenient = earliestBound(certain.map((item) => dueBy(item.last.latest, item)));
  const state = progressOf(strict, today);
  const isSettled = lenient.date !== Number.POSITIVE_INFINITY && progressOf(lenient, today) === state;
  const entry: ScheduledAction = {
    action,
    by: Number.isFinite(strict.date) ? formatDate(strict.date) : null,
    state: isSettled ? state : 'undetermined',
    leaving: null,
    rules: idsOf(strict.items),
  };
  return [{ action: entry, decisive: strict.items }];
}

/** "`hold` needs a review period": each hold is looked at again, counted from the day on which it came into force. */
function holdReviews(items: readonly Item[], today: Today): readonly ScheduledAction[] {
  const holds = items.filter(({ rule }) => rule.reviewWithin !== undefined);
  return [...new Set(holds.map(({ rule }) => rule.id))].flatMap((id) => {
    const same = holds.filter(({ rule }) => rule.id === id);
    const [item] = same;
    if (item === undefined) return [];
    const date = reviewDateOf(item);
    const isKnown = date !== undefined && same.some(isCertain);
    return {
      action: 'review',
      by: date === undefined ? null : formatDate(date),
      state: isKnown ? progressOf(dueBy(date, item), today) : 'undetermined',
      leaving: null,
      rules: [id],
    };
  });
}

/** Undefined where neither the rule nor its policy says since when it is in force. */
export function reviewDateOf({ rule, policy }: Item): number | undefined {
  const starts = [rule.inForce?.from, policy.inForce?.from].filter((from) => from !== undefined);
  const [start] = starts.sort(compareText).slice(-1);
  const from = start === undefined ? undefined : parseDate(start);
  if (from === undefined || rule.reviewWithin === undefined) return undefined;
  const date = moveBy(rule.reviewWithin, 'after', 'date', from);
  return date === undefined || date > lastDate ? undefined : date;
}

/** What is due first comes first; what has no date known comes last. */
function compareActions(left: ScheduledAction, right: ScheduledAction): number {
  return (
    compareText(left.by ?? '~', right.by ?? '~') ||
    compareText(left.action, right.action) ||
    compareText(left.rules.join(' '), right.rules.join(' '))
  );
}
