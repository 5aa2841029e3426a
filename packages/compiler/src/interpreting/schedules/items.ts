import type { Exception, Policy, ScheduleRule } from '../../logic/index.ts';
import type { Truth } from '../../runtime/index.ts';
import { compareText } from '../../support/index.ts';
import { evaluateFormula } from '../evaluate-formula.ts';
import type { Judgment } from '../judgment.ts';
import { and, impossible, not, or } from '../judgment.ts';
import type { ProvisionCase } from '../provisions.ts';
import type { Scope } from '../run.ts';
import type { LastMoment } from './last-moments.ts';
import { lastMomentOf, timeless } from './last-moments.ts';

/** What a rule asks for under one claim: by its own period, or by that of an exception that stands in its place. */
export interface Item {
  readonly policy: Policy;
  readonly rule: ScheduleRule;
  /** Whose period it is: the rule, or one of its exceptions. */
  readonly provision: ScheduleRule | Exception;
  /** G: the policy's `applies when` and in-force test. */
  readonly applies: Judgment;
  /** Whether it counts where the policy applies. */
  readonly stands: Judgment;
  /** Whether it counts. */
  readonly truth: Truth;
  readonly last: LastMoment;
  /** Its `done when`. */
  readonly done: Judgment;
}

/** An exception or lift that takes a rule away without saying what counts instead. */
export interface Removal {
  readonly policy: Policy;
  readonly rule: ScheduleRule;
  readonly exception: ProvisionCase<Exception>;
  readonly truth: Truth;
}

export interface RuleFindings {
  readonly items: readonly Item[];
  readonly removals: readonly Removal[];
}

/** What a rule comes to: everything that certainly does not count is left out. */
export function findingsOf(
  policy: Policy,
  applies: Judgment,
  rule: ProvisionCase<ScheduleRule>,
  scope: Scope,
): RuleFindings {
  const whole: Counting = { policy, rule: rule.provision, applies, scope };
  const itself = itemOf(whole, rule.provision, rule.stands);
  const exceptions = exceptionsIn(rule, { inside: rule.condition, context: rule.condition });
  const instead = exceptions.flatMap(({ exception, context }) =>
    exception.provision.instead === undefined
      ? []
      : itemOf(whole, exception.provision, and([context, exception.prevails])),
  );
  const removals = exceptions.flatMap((found) => removalOf(whole, found));
  return { items: [...itself, ...instead], removals };
}

interface Counting {
  readonly policy: Policy;
  readonly rule: ScheduleRule;
  readonly applies: Judgment;
  readonly scope: Scope;
}

function itemOf(
  { policy, rule, applies, scope }: Counting,
  provision: ScheduleRule | Exception,
  stands: Judgment,
): readonly Item[] {
  const { truth } = and([applies, stands]);
  if (truth === 'false') return [];
  const period = provision.kind === 'schedule' ? provision.period : provision.instead;
  const last = period === undefined ? timeless : lastMomentOf(period, rule.action, scope);
  const done = rule.doneWhen === undefined ? impossible : evaluateFormula(rule.doneWhen, scope);
  return [{ policy, rule, provision, applies, stands, truth, last, done }];
}

interface FoundException extends Surroundings {
  readonly exception: ProvisionCase<Exception>;
}

interface Surroundings {
  /** Everything around it holds. */
  readonly inside: Judgment;
  /** The same, and no plain exception beside it or around it takes the rule away. */
  readonly context: Judgment;
}

/** The exceptions at any depth. */
function exceptionsIn(
  outer: ProvisionCase<ScheduleRule | Exception>,
  { inside, context }: Surroundings,
): FoundException[] {
  const plain = outer.exceptions.filter(({ provision }) => provision.instead === undefined);
  return outer.exceptions.flatMap((exception) => {
    const beside = plain.filter((other) => other !== exception);
    const own = and([context, not(or(beside.map(({ stands }) => stands)))]);
    const further = {
      inside: and([inside, exception.condition]),
      context: and([own, exception.condition]),
    };
    return [{ exception, inside, context: own }, ...exceptionsIn(exception, further)];
  });
}

/** "An exception only removes its rule"; an `unless` has no name to be reported by. */
function removalOf({ policy, rule, applies }: Counting, found: FoundException): readonly Removal[] {
  const { exception, inside } = found;
  const { provision, role, stands, prevails } = exception;
  if (provision.instead !== undefined || role !== 'frees' || provision.kind === 'unless') return [];
  const { truth } = and([applies, inside, stands]);
  return truth === 'false' || prevails.truth === 'false' ? [] : [{ policy, rule, exception, truth }];
}

/** The ids of rules and exceptions, each once, sorted. */
export function idsOf(items: readonly Item[]): readonly string[] {
  return [...new Set(items.map(({ provision }) => provision.id))].sort(compareText);
}
