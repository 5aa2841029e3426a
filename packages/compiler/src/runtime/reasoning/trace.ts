import type { ClaimTrace, ConditionTrace, Outcome, PolicyTrace, ProvisionTrace, Truth } from '../decision.ts';
import { freeze } from '../freezing.ts';
import type { Case, Part, Provision } from '../policies.ts';
import type { Condition } from '../readings.ts';
import { certainly, possibly } from '../readings.ts';
import { compareText } from '../texts.ts';
import type { CaseScope } from './case-scope.ts';
import type { ConditionNode, LeafCondition } from './conditions.ts';
import { readingsOf } from './fact-readings.ts';
import { judge } from './formulas.ts';

/** A claim that was decided, with the knowledge about it that conditions as data need. */
export interface TracedClaim {
  /** A term; its name, or null where the activity has no claims. */
  readonly claim: number;
  readonly name: string | null;
  readonly outcome: Outcome;
  readonly knowledge: CaseScope<unknown>['claim'];
}

/** Every policy, rule and condition that was considered, with its value and what it read. */
export function traceClaims<Facts>(
  parts: readonly Part<Case<Facts>>[],
  claims: readonly TracedClaim[],
  scope: Omit<CaseScope<Case<Facts>>, 'claim' | 'shared'>,
): readonly ClaimTrace[] {
  const { asked } = scope;
  const mandates = claims.map(({ claim }) => {
    asked.claim = claim;
    return parts.flatMap((part) => certainMandates(part, asked));
  });
  const everyMandate = mandates.flat();
  return freeze(
    claims.map(({ claim, name, outcome, knowledge }, index) => {
      asked.claim = claim;
      const own = { ...scope, claim: knowledge, shared: new Map() };
      const policies = parts.map((part) => {
        const against = part.policy.isBinding ? (mandates[index] ?? []) : everyMandate;
        return tracePart(part, against, own);
      });
      return freeze({ claim: name, outcome, policies: freeze(policies) });
    }),
  );
}

interface Mandate {
  readonly rank: number;
  readonly rule: string;
}

function certainMandates<Facts>(part: Part<Case<Facts>>, asked: Case<Facts>): Mandate[] {
  const { applies, mandates, rules, policy } = part;
  if (mandates === undefined || !applies(asked, certainly) || !mandates(asked, certainly)) return [];
  return rules.flatMap(({ id, effect, stands }) =>
    effect === 'mandate' && stands(asked, certainly) ? [{ rank: policy.rank, rule: id }] : [],
  );
}

/** Rules are traced only where the policy may apply. */
function tracePart<Facts>(
  part: Part<Case<Facts>>,
  mandates: readonly Mandate[],
  scope: CaseScope<Case<Facts>>,
): PolicyTrace {
  const { policy, applies, default: byDefault, rules } = part;
  const { asked } = scope;
  const own = { ...scope, zone: policy.zone };
  const both = (condition: Condition<Case<Facts>> | undefined): Truth =>
    condition === undefined
      ? 'false'
      : truthOf((_, reading) => applies(asked, reading) && condition(asked, reading), asked);
  const setAsideBy = mandates.filter(({ rank }) => rank < policy.rank).map(({ rule }) => rule);
  const provisions = byDefault === undefined ? rules : [byDefault, ...rules];
  return freeze({
    policy: policy.id,
    title: policy.title,
    authority: policy.authority,
    source: policy.source ?? null,
    inForce: policy.inForce ?? null,
    applies: traceCondition(part.because(), own),
    forbids: both(part.forbids),
    permits: both(part.permits),
    mandates: both(part.mandates),
    rules: freeze(
      applies(asked, possibly)
        ? provisions.map((provision) => traceProvision(provision, setAsideBy, own))
        : [],
    ),
  });
}

function traceProvision<Facts>(
  provision: Provision<Case<Facts>>,
  setAsideBy: readonly string[],
  scope: CaseScope<Case<Facts>>,
): ProvisionTrace {
  const { id, kind, effect, title, citation, inForce, exceptions, policy } = provision;
  const own = kind === 'lift' ? { ...scope, zone: policy.zone } : scope;
  const condition = traceCondition(provision.because(), own);
  const aside = effect === 'forbid' ? [...new Set(setAsideBy)].sort(compareText) : [];
  return freeze({
    rule: id,
    kind,
    effect,
    title,
    citation,
    inForce,
    // Nothing stands against an `unless`, so that it stands where its condition holds.
    stands: kind === 'unless' ? condition.value : truthOf(provision.stands, scope.asked),
    setAsideBy: freeze(aside),
    condition,
    exceptions: freeze(exceptions.map((exception) => traceProvision(exception, [], own))),
  });
}

/** A condition as the author wrote it, with its value and the facts that it read. */
export function traceCondition<Facts>(
  node: ConditionNode<Case<Facts>>,
  scope: CaseScope<Case<Facts>>,
): ConditionTrace {
  const { file, line, column, text } = node.at;
  const isLeaf = node.is === 'leaf';
  const parts = isLeaf ? [] : node.parts.map((part) => traceCondition(part, scope));
  const value = isLeaf ? leafTruth(node, scope) : joinedTruth(node.is, parts);
  const facts = isLeaf ? readingsOf(node.facts, scope.run.facts) : [];
  return freeze({ text, value, file, line, column, facts: freeze(facts.map(freeze)), parts: freeze(parts) });
}

function leafTruth<Facts>(
  { test, reason }: LeafCondition<Case<Facts>>,
  scope: CaseScope<Case<Facts>>,
): Truth {
  if (test !== undefined) return truthOf(test, scope.asked);
  if (reason === undefined) return 'unknown';
  const { run, zone, claim, shared } = scope;
  return judge(reason, { run, zone, claim, shared, names: new Map() }).truth;
}

function joinedTruth(is: 'not' | 'and' | 'or', parts: readonly ConditionTrace[]): Truth {
  if (is === 'not') {
    const value = parts[0]?.value ?? 'unknown';
    return value === 'unknown' ? value : value === 'true' ? 'false' : 'true';
  }
  const [settling, neutral]: readonly [Truth, Truth] = is === 'and' ? ['false', 'true'] : ['true', 'false'];
  if (parts.some(({ value }) => value === settling)) return settling;
  return parts.some(({ value }) => value === 'unknown') ? 'unknown' : neutral;
}

function truthOf<Asked>(condition: Condition<Asked>, asked: Asked): Truth {
  if (condition(asked, certainly)) return 'true';
  return condition(asked, possibly) ? 'unknown' : 'false';
}
