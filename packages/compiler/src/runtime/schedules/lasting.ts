import type { Zone } from '../clock.ts';
import { today } from '../clock.ts';
import { parseDate } from '../dates.ts';
import type { Case, Part } from '../policies.ts';
import type { CaseScope } from '../reasoning/case-scope.ts';
import { dependsOnStandIn, dependsOnTime } from '../reasoning/dependence.ts';
import type { Judgment } from '../reasoning/judgment.ts';
import { conditionLasts, partLasts } from '../reasoning/lasting.ts';
import { dateChanges, dateIn, firstDifference } from '../reasoning/movements.ts';
import type { FormulaNode, ValueNode } from '../reasoning/nodes.ts';
import type { JudgedPart, JudgedProvision } from '../reasoning/provisions.ts';
import { startOfDay } from '../zones.ts';
import { never } from './bounds.ts';
import type { Item } from './items.ts';
import type { ReviewedItem, ScheduleReview } from './reviewing.ts';
import type { Period, PeriodNode } from './terms.ts';

/**
 * Until when the conditions of what is said under one claim hold. `dates` says whether a period has to be looked at
 * more closely: its day moves with the time, or something may stand in for a fact that it reads.
 */
export function conditionsLast<Facts extends object>(
  parts: readonly Part<Case<Facts>>[],
  items: readonly Item[],
  scope: CaseScope<Case<Facts>>,
): { readonly until: number; readonly dates: boolean } {
  let until = never;
  for (const part of parts) until = Math.min(until, partLasts(part, scope));
  let dates = false;
  for (const { rule, provision, part } of items) {
    const period = provision.terms?.period;
    if (period !== undefined && moves(period)) dates = true;
    const done = rule.terms?.doneBecause;
    // What is asked is what the rules of this record are asked.
    if (done !== undefined)
      until = Math.min(until, conditionLasts(done() as never, { ...scope, zone: part.policy.zone }));
  }
  return { until, dates };
}

const moving = new WeakMap<object, boolean>();

function moves(period: Period<never>): boolean {
  const known = moving.get(period);
  if (known !== undefined) return known;
  const result = nodesOf(period.because()).some((node) => dependsOnTime(node) || dependsOnStandIn(node));
  moving.set(period, result);
  return result;
}

function nodesOf({ until, rolling, extension }: PeriodNode): FormulaNode[] {
  const values = [until, rolling, extension?.until].filter((node) => node !== undefined);
  const conditions = extension === undefined ? [] : [extension.condition];
  return [...values.map((value: ValueNode): FormulaNode => ({ is: 'is-known', value })), ...conditions];
}

/** The first later instant at which a day comes or ends on which something turns, of items of which all is known. */
export function itemsTurn(items: readonly Item[], now: number): number {
  let until = never;
  let zone: Zone | undefined;
  let first = never;
  for (const item of items) {
    const day = item.action === 'hold' ? (reviewDay(item) ?? never) : item.latest;
    if (!Number.isFinite(day)) continue;
    const own = item.part.policy.zone;
    const current = item.isInstant ? day : today(own, now);
    if (Math.abs(current - day) < 3) until = Math.min(until, candidateTurns(item, day, now));
    else if (day > current) {
      // Of days that are far off in one zone, only the first can come first.
      if (zone === own || zone === undefined) first = Math.min(first, day);
      else until = Math.min(until, startOfDay(own.id, day) ?? never);
      zone ??= own;
    }
  }
  return zone === undefined ? until : Math.min(until, startOfDay(zone.id, first) ?? never);
}

function candidateTurns(item: Item, moment: number, now: number): number {
  if (item.isInstant) return moment + 1 > now ? moment + 1 : never;
  const turn = turnOf(item, moment, now);
  // An erasure that a keep puts off falls on the day after it.
  return item.action === 'keep' ? Math.min(turn, turnOf(item, moment + 1, now)) : turn;
}

function reviewDay({ rule }: Item): number | undefined {
  const { reviewBy = '' } = rule.terms ?? {};
  return parseDate(reviewBy);
}

function turnOf({ part }: Item, date: number | undefined, now: number): number {
  if (date === undefined) return never;
  const { id } = part.policy.zone;
  const sideOf = (instant: number): number => Math.sign(dateIn(id, instant) - date);
  // Clocks never go back by more than a day.
  if (dateIn(id, now) > date + 1) return never;
  const side = sideOf(now);
  const changes = dateChanges(id, [date, date + 1], now);
  return firstDifference(now, changes, (instant) => sideOf(instant) !== side);
}

/** The first later instant at which anything that was judged could change. */
export function reviewLasts<Asked>({ claims }: ScheduleReview<Asked>, now: number): number {
  let until = never;
  for (const { parts, items } of claims) {
    for (const part of parts) until = Math.min(until, judgedPartLasts(part));
    for (const item of items) until = Math.min(until, reviewedItemLasts(item, now));
  }
  return until;
}

function reviewedItemLasts(item: ReviewedItem, now: number): number {
  const { until, done, candidates } = item;
  const turns = candidates.map((moment) => candidateTurns(item, moment, now));
  const review = item.action === 'hold' ? [turnOf(item, reviewDay(item), now)] : [];
  return Math.min(until, done.until, ...turns, ...review);
}

/** Of a policy that does not apply, nothing else counts. */
function judgedPartLasts<Asked>({ applies, rules }: JudgedPart<Asked>): number {
  if (applies.truth === 'false') return applies.until;
  return Math.min(applies.until, ...rules.map(judgedLasts));
}

/** Of a rule whose condition does not hold, its exceptions do not count. */
function judgedLasts<Asked>({ condition, exceptions }: JudgedProvision<Asked>): number {
  const { truth, until }: Judgment = condition;
  if (truth === 'false') return until;
  return Math.min(until, ...exceptions.map(judgedLasts));
}
