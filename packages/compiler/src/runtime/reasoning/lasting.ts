import type { Truth } from '../decision.ts';
import type { Cases } from '../outcomes.ts';
import type { Case, Part, Provision } from '../policies.ts';
import { certainly, possibly } from '../readings.ts';
import { unknownTerm } from '../terms.ts';
import type { CaseScope } from './case-scope.ts';
import type { Reviewed } from './cases.ts';
import type { ConditionNode, JoinedCondition, LeafCondition } from './conditions.ts';
import { judge } from './formulas.ts';
import type { Knowledge } from './knowledge.ts';
import { known, never, unknownFor } from './knowledge.ts';
import { createRun } from './scope.ts';
import { keepWindow, openWindow, windowKey } from './windows.ts';

/** What was found out about a condition. */
interface Found {
  truth: Truth;
  until: number;
}

/** Until when what was decided lasts, and whether something stood in for an absent fact. */
export function casesLast<Encoded extends object>(
  activity: Reviewed<Case<Encoded>>,
  cases: Cases<Encoded>,
  asked: Case<Encoded>,
): { readonly until: number; readonly hasStandIn: boolean } {
  const run = createRun(activity, asked, 'used');
  let until = never;
  for (let index = 0; index < cases.length; index += 1) {
    const one = cases.all[index];
    if (one === undefined) continue;
    asked.claim = one.claim;
    const claim = activity.claim === undefined ? undefined : plainClaim(one.claim);
    const scope = { asked, run, zone: run.derivedZone, claim, shared: new Map() };
    for (const part of one.parts) until = Math.min(until, partLasts(part, scope));
  }
  return { until, hasStandIn: run.noticedStandIn };
}

/** What would tell more about a claim does not matter here. */
function plainClaim(claim: number): Knowledge {
  return claim === unknownTerm ? unknownFor([]) : known({ type: 'term', term: claim });
}

/** Until when what a policy says lasts. Of a policy that does not apply, nothing else counts. */
export function partLasts<Facts extends object>(
  part: Part<Case<Facts>>,
  scope: CaseScope<Case<Facts>>,
): number {
  if (!part.isReviewed) return never;
  const own = { ...scope, zone: part.policy.zone };
  let until = never;
  if (!part.isSettled) {
    const applies = lasting(part.because(), own);
    if (applies.truth === 'false') return applies.until;
    until = applies.until;
  }
  if (part.default !== undefined) until = Math.min(until, provisionLasts(part.default, own));
  for (const rule of part.rules) until = Math.min(until, provisionLasts(rule, own));
  return until;
}

/** Of a rule whose condition does not hold, its exceptions do not count. */
function provisionLasts<Facts extends object>(
  provision: Provision<Case<Facts>>,
  scope: CaseScope<Case<Facts>>,
): number {
  if (!moves(provision)) return never;
  // A lift is judged where the policy that lifts is at home.
  const own = provision.kind === 'lift' ? { ...scope, zone: provision.policy.zone } : scope;
  const condition = lasting(provision.because(), own);
  let { until } = condition;
  if (condition.truth === 'false') return until;
  for (const exception of provision.exceptions) until = Math.min(until, provisionLasts(exception, own));
  return until;
}

const moving = new WeakMap<object, boolean>();

function moves<Asked>(provision: Provision<Asked>): boolean {
  const known = moving.get(provision);
  if (known !== undefined) return known;
  const result = provision.because().moves || provision.exceptions.some(moves);
  moving.set(provision, result);
  return result;
}

/** Until when a condition is worth the same. */
export function conditionLasts<Facts extends object>(
  node: ConditionNode<Case<Facts>>,
  scope: CaseScope<Case<Facts>>,
): number {
  return node.moves ? lasting(node, scope).until : never;
}

function lasting<Facts extends object>(
  node: ConditionNode<Case<Facts>>,
  scope: CaseScope<Case<Facts>>,
): Found {
  if (node.is === 'leaf')
    return node.moves ? movingLeaf(node, scope) : { truth: truthOf(node, scope), until: never };
  if (node.is !== 'not') return joinedLasting(node, scope);
  const [part] = node.parts;
  if (part === undefined) return { truth: 'unknown', until: never };
  const found = lasting(part, scope);
  if (found.truth !== 'unknown') found.truth = found.truth === 'true' ? 'false' : 'true';
  return found;
}

/** One part that settles the result is enough: it lasts as long as the longest-lived of those; else every part counts. */
function joinedLasting<Facts extends object>(
  { is, steadyFirst }: JoinedCondition<Case<Facts>>,
  scope: CaseScope<Case<Facts>>,
): Found {
  const settling: Truth = is === 'and' ? 'false' : 'true';
  let settled = Number.NEGATIVE_INFINITY;
  let open = never;
  let truth: Truth = is === 'and' ? 'true' : 'false';
  for (const part of steadyFirst) {
    const found = lasting(part, scope);
    if (found.truth === settling) {
      if (found.until === never) return found;
      settled = Math.max(settled, found.until);
    } else {
      open = Math.min(open, found.until);
      if (found.truth === 'unknown') truth = 'unknown';
    }
  }
  return settled > Number.NEGATIVE_INFINITY ? { truth: settling, until: settled } : { truth, until: open };
}

function movingLeaf<Facts extends object>(
  leaf: LeafCondition<Case<Facts>>,
  scope: CaseScope<Case<Facts>>,
): Found {
  const { windows, hasStandIn } = leaf;
  const { asked } = scope;
  const key = hasStandIn ? undefined : windowKey(windows, asked.facts, asked.claim);
  const open = key === undefined ? undefined : openWindow(windows, key, asked.now);
  if (open !== undefined) return { truth: open.truth, until: open.until };
  const { truth, until } = judgeReason(leaf, scope);
  if (key !== undefined) keepWindow(windows, key, { truth, from: asked.now, until });
  return { truth, until };
}

/** What a condition is worth that stays what it is. */
function truthOf<Facts extends object>(
  leaf: LeafCondition<Case<Facts>>,
  scope: CaseScope<Case<Facts>>,
): Truth {
  const { test } = leaf;
  if (test === undefined) return judgeReason(leaf, scope).truth;
  if (test(scope.asked, certainly)) return 'true';
  return test(scope.asked, possibly) ? 'unknown' : 'false';
}

function judgeReason<Facts extends object>(
  { reason }: LeafCondition<Case<Facts>>,
  { run, zone, claim, shared }: CaseScope<Case<Facts>>,
): Found {
  if (reason === undefined) return { truth: 'unknown', until: never };
  const { truth, until } = judge(reason, { run, zone, claim, shared, names: new Map() });
  return { truth, until };
}
