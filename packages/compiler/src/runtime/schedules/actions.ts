import { parseDate } from '../dates.ts';
import type { ScheduledAction } from '../schedule.ts';
import { compareText } from '../texts.ts';
import type { Bound } from './bounds.ts';
import { boundOf, dayText, earlierBound, idsOf, never, nothingErased, progressOf } from './bounds.ts';
import type { Item } from './items.ts';
import type { Retention } from './retention.ts';
import { eraseByOf } from './retention.ts';
import type { Answer } from './windows.ts';

/** What has to be done with a record by when, and the items that give the days of archiving and the like. */
export interface Acting {
  readonly actions: readonly ScheduledAction[];
  readonly items: readonly Item[];
}

const ownDays = ['archive', 'review', 'restrict'] as const;

export function actionsOf(items: readonly Item[], retention: Retention, now: number): Acting {
  const actions: ScheduledAction[] = [];
  const decisive: Item[] = [];
  addErasure(actions, retention, now);
  for (const action of ownDays) addOwnDay(actions, decisive, action, items, now);
  addReviews(actions, items, now);
  return { actions: Object.freeze(actions.sort(compareActions)), items: decisive };
}

function addErasure(actions: ScheduledAction[], retention: Retention, now: number): void {
  const { date, items } = retention.shortest.eraseBy;
  if (date === never) return;
  const [first, ...others] = retention.answers.map((answer) => erasureState(answer, now));
  const isSettled = first !== undefined && others.every((state) => state === first);
  const sorted = items.length < 2 ? items : [...items].sort(byId);
  const leaving = sorted.find(({ rule }) => rule.terms?.leaving !== undefined)?.rule.terms?.leaving;
  actions.push(
    Object.freeze({
      action: items.some((item) => item.action === 'erase') ? 'erase' : 'anonymise',
      by: eraseByOf(retention),
      state: isSettled ? first : 'undetermined',
      leaving: leaving ?? null,
      rules: idsOf(items),
    }),
  );
}

function byId(left: Item, right: Item): number {
  return compareText(left.provision.id, right.provision.id);
}

/** `waiting`: it is due, and may not be done. */
function erasureState({ state, eraseBy, claims }: Answer, now: number): ScheduledAction['state'] {
  if (eraseBy.date === never) return 'undetermined';
  if (state === 'may-erase' || state === 'must-erase' || state === 'overdue') return progressOf(eraseBy, now);
  return claims.some(({ isErasureDue }) => isErasureDue) ? 'waiting' : 'open';
}

/** The earliest day of what has days of its own: taken as strictly as may be, and as leniently. */
function addOwnDay(
  actions: ScheduledAction[],
  decisive: Item[],
  action: (typeof ownDays)[number],
  items: readonly Item[],
  now: number,
): void {
  const left = items.filter((item) => item.action === action && !item.isDone);
  if (left.length === 0) return;
  const strict = earliestOf(left.map((item) => boundOf(item.earliest, item)));
  if (strict.date === never) return;
  const sure = left.filter(({ isCertain, mayBeDone }) => isCertain && !mayBeDone);
  const lenient = earliestOf(sure.map((item) => boundOf(item.latest, item)));
  const state = progressOf(strict, now);
  const isSettled = lenient.date !== never && progressOf(lenient, now) === state;
  actions.push(
    Object.freeze({
      action,
      by: dayText(strict),
      state: isSettled ? state : 'undetermined',
      leaving: null,
      rules: idsOf(strict.items),
    }),
  );
  decisive.push(...strict.items);
}

function earliestOf(bounds: readonly Bound[]): Bound {
  return bounds.reduce(earlierBound, nothingErased);
}

/** Each hold is looked at again. */
function addReviews(actions: ScheduledAction[], items: readonly Item[], now: number): void {
  const seen = new Set<string>();
  for (const item of items) {
    const { id } = item.rule;
    const reviewBy = item.rule.terms?.reviewBy;
    if (item.action !== 'hold' || reviewBy === undefined || seen.has(id)) continue;
    seen.add(id);
    const date = reviewBy === '' ? undefined : parseDate(reviewBy);
    const isSure = items.some((other) => other.rule.id === id && other.isCertain);
    const isKnown = date !== undefined && isSure;
    actions.push(
      Object.freeze({
        action: 'review',
        by: date === undefined ? null : reviewBy,
        state: isKnown ? progressOf(boundOf(date, item), now) : 'undetermined',
        leaving: null,
        rules: Object.freeze([id]),
      }),
    );
  }
}

/** What is due first comes first; what has no day comes last. */
function compareActions(left: ScheduledAction, right: ScheduledAction): number {
  return (
    compareText(left.by ?? '~', right.by ?? '~') ||
    compareText(left.action, right.action) ||
    compareText(left.rules.join(' '), right.rules.join(' '))
  );
}
