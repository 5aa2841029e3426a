import type { CalendarFact } from '../calendars.ts';
import type { Case } from '../policies.ts';
import type { CaseScope } from '../reasoning/case-scope.ts';
import type { Reviewed } from '../reasoning/cases.ts';
import { claimsOf } from '../reasoning/cases.ts';
import { judgeDay } from '../reasoning/day-tests.ts';
import { judge } from '../reasoning/formulas.ts';
import { judgeCondition } from '../reasoning/judge-conditions.ts';
import type { Judgment } from '../reasoning/judgment.ts';
import { and, decided, not, or } from '../reasoning/judgment.ts';
import type { Ask, Knowledge } from '../reasoning/knowledge.ts';
import { asksOf, never, quantityOf } from '../reasoning/knowledge.ts';
import type { JudgedPart, JudgedProvision } from '../reasoning/provisions.ts';
import { judgePart } from '../reasoning/provisions.ts';
import type { Run, Scope } from '../reasoning/scope.ts';
import { createRun } from '../reasoning/scope.ts';
import { valueKnowledge } from '../reasoning/values.ts';
import { unknownTerm } from '../terms.ts';
import { noneNumber, unknownNumber } from '../values.ts';
import type { Item } from './items.ts';
import type { Moment } from './moments.ts';
import { setMoment, widen } from './moments.ts';
import type { PeriodNode } from './terms.ts';

/** An item with what leaves it open, and until when it is what it is. */
export interface ReviewedItem extends Item {
  readonly applies: Judgment;
  readonly stands: Judgment;
  readonly done: Judgment;
  /** What would tell its day, where that is not known. */
  readonly asks: readonly Ask[];
  readonly until: number;
  /** The days or instants that it may be, as far as they are known. */
  readonly candidates: readonly number[];
}

export interface ReviewedClaim<Asked> {
  readonly claim: number;
  readonly parts: readonly JudgedPart<Asked>[];
  readonly items: readonly ReviewedItem[];
}

/** All that is asked, and whether an `else` stood in for something. */
export interface ScheduleReview<Asked> {
  readonly claims: readonly ReviewedClaim<Asked>[];
  readonly noticedStandIn: boolean;
}

/** Judges everything that is said about a record. */
export function reviewRecord<Asked extends Case<object>>(
  record: Reviewed<Asked>,
  asked: Asked,
  standIns: Run['standIns'],
): ScheduleReview<Asked> {
  const run = createRun(record, asked, standIns);
  const claims =
    record.claim === undefined
      ? [{ claim: unknownTerm, knowledge: undefined }]
      : claimsOf(run, record.claim.operands);
  const reviewed = claims.map(({ claim, knowledge }, position) => {
    asked.claim = claim;
    const scope = { asked, run, zone: run.derivedZone, claim: knowledge, shared: new Map() };
    const parts = record.parts.map((part) => judgePart(part, scope));
    const items = parts.flatMap((part) => itemsIn(part, position, { ...scope, zone: part.part.policy.zone }));
    return { claim, parts, items };
  });
  return { claims: reviewed, noticedStandIn: run.noticedStandIn };
}

interface Place<Asked> {
  readonly judged: JudgedPart<Asked>;
  readonly rule: JudgedProvision<Asked>;
  readonly claim: number;
  readonly scope: CaseScope<Asked>;
}

function itemsIn<Asked>(
  judged: JudgedPart<Asked>,
  claim: number,
  scope: CaseScope<Asked>,
): readonly ReviewedItem[] {
  return judged.rules.flatMap((rule) => {
    const place: Place<Asked> = { judged, rule, claim, scope };
    return [...itemOf(place, rule, rule.stands), ...insteadIn(place, rule, rule.condition)];
  });
}

/** Exceptions that say what counts instead, unless one beside or around them takes the rule away altogether. */
function insteadIn<Asked>(
  place: Place<Asked>,
  outer: JudgedProvision<Asked>,
  inside: Judgment,
): readonly ReviewedItem[] {
  return outer.exceptions.flatMap((exception) => {
    const beside = outer.exceptions.filter(
      (other) => other !== exception && other.provision.terms === undefined,
    );
    const context = and([inside, not(or(beside.map(({ stands }) => stands)))]);
    const own =
      exception.provision.terms === undefined
        ? []
        : itemOf(place, exception, and([context, prevails(exception)]));
    return [...own, ...insteadIn(place, exception, and([context, exception.condition]))];
  });
}

/** It stands, and nothing that says what counts instead has taken its place. */
function prevails<Asked>({ stands, provision, exceptions }: JudgedProvision<Asked>): Judgment {
  const instead = exceptions.filter((exception) => exception.provision.role === provision.role);
  return and([stands, not(or(instead.map((exception) => exception.stands)))]);
}

const notDone = decided(false);

function itemOf<Asked>(
  { judged, rule, claim, scope }: Place<Asked>,
  { provision }: JudgedProvision<Asked>,
  stands: Judgment,
): readonly ReviewedItem[] {
  const { truth } = and([judged.applies, stands]);
  if (truth === 'false') return [];
  const { action = 'keep', doneBecause } = rule.provision.terms ?? {};
  const done = doneBecause === undefined ? notDone : judgeCondition(doneBecause(), scope);
  const period = provision.terms?.period;
  const isInstant = period?.isInstant === true;
  const parts: Item = {
    claim,
    part: judged.part,
    rule: rule.provision,
    provision,
    action,
    isCertain: truth === 'true',
    isInstant: action === 'due' && isInstant,
    isDone: done.truth === 'true',
    mayBeDone: done.truth !== 'false',
    isDecisive: false,
    isCut: false,
    earliest: unknownNumber,
    latest: unknownNumber,
  };
  const inner: Scope = { ...scope, names: new Map() };
  const found = period === undefined ? endless : findMoment(parts, period.because(), isInstant, inner);
  return [{ ...parts, ...found, applies: judged.applies, stands, done }];
}

interface FoundMoment extends Moment {
  readonly asks: readonly Ask[];
  readonly until: number;
  readonly candidates: readonly number[];
}

const endless = { asks: [], until: never, candidates: [] };

function findMoment(item: Item, node: PeriodNode, isInstant: boolean, scope: Scope): FoundMoment {
  const plain = momentOf(item, node, node, isInstant, scope);
  const { extension } = node;
  if (extension === undefined) return plain;
  const condition = judge(extension.condition, scope);
  if (condition.truth === 'false') return { ...plain, until: Math.min(plain.until, condition.until) };
  const extended = momentOf(item, node, extension, isInstant, scope);
  const until = Math.min(plain.until, condition.until, extended.until);
  if (condition.truth === 'true') return { ...extended, until };
  const either: Moment = { earliest: plain.earliest, latest: plain.latest };
  widen(either, extended);
  const asks = [...plain.asks, ...condition.asks, ...extended.asks];
  return { ...either, asks, until, candidates: [...plain.candidates, ...extended.candidates] };
}

function momentOf(
  { action, part }: Item,
  { rolling }: PeriodNode,
  { until: node, lengths = [] }: Pick<PeriodNode, 'until' | 'lengths'>,
  isInstant: boolean,
  scope: Scope,
): FoundMoment {
  const knowledge = valueKnowledge(node, scope);
  const isNothing = lengths.some((length) => valueKnowledge(length, scope).kind === 'none');
  const own = { until: numberOf(knowledge), isInstant, isNothing };
  const { zone } = part.policy;
  const moment: Moment = { earliest: 0, latest: 0 };
  setMoment(moment, own, action, zone);
  const found = { asks: asksOf(knowledge), until: knowledge.until };
  if (rolling === undefined || !Number.isFinite(moment.latest)) return withCandidates(moment, found);
  const calendar = valueKnowledge(rolling, scope);
  const day = moment.latest;
  setMoment(moment, { ...own, rolling: calendarOf(calendar) }, action, zone);
  const until = Math.min(found.until, calendar.until);
  if (Number.isFinite(moment.earliest)) return withCandidates(moment, { asks: [], until });
  // The first day that is not covered tells what is missing.
  const asks = firstAsks(day, rolling, scope);
  return withCandidates(moment, { asks, until });
}

function withCandidates(
  { earliest, latest }: Moment,
  found: { readonly asks: readonly Ask[]; readonly until: number },
): FoundMoment {
  const isKnown = earliest === latest && Number.isFinite(latest);
  return { earliest, latest, ...found, candidates: isKnown ? [latest] : [] };
}

function numberOf(knowledge: Knowledge): number {
  if (knowledge.kind === 'unknown') return unknownNumber;
  return knowledge.kind === 'none' ? noneNumber : quantityOf(knowledge);
}

function calendarOf(knowledge: Knowledge): CalendarFact {
  if (knowledge.kind === 'none') return null;
  if (knowledge.kind === 'unknown' || knowledge.content.type !== 'calendar') return undefined;
  return knowledge.content.calendar;
}

/** Day by day, as the rule reads. */
function firstAsks(from: number, calendar: PeriodNode['rolling'], scope: Scope): readonly Ask[] {
  if (calendar === undefined) return [];
  for (let day = from; ; day += 1) {
    const value = { is: 'quantity', value: day } as const;
    const { truth, asks } = judgeDay({ is: 'working-day', value, calendar }, scope);
    if (truth !== 'false') return asks;
  }
}
