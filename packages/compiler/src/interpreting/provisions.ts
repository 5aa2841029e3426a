import type { Default, Exception, Provision, Rule, ScheduleRule } from '../logic/index.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import type { Judgment } from './judgment.ts';
import { and, not, or } from './judgment.ts';
import type { Scope } from './run.ts';
import { inZone } from './run.ts';

/** What a rule, default, exception or lift is worth. */
export interface ProvisionCase<Kind extends Provision = Rule | Default | ScheduleRule | Exception> {
  readonly provision: Kind;
  /** `binds`: it says what its rule says. `frees`: it takes the rule away. */
  readonly role: 'binds' | 'frees';
  /** The policy that lifts, for a lift and what stands in it. */
  readonly lifter?: string;
  /** In force and `when`. */
  readonly condition: Judgment;
  /** Its condition, and nothing of the other role standing against it. */
  readonly stands: Judgment;
  /** It stands, and no exception that says what counts instead has taken its place. */
  readonly prevails: Judgment;
  readonly exceptions: readonly ProvisionCase<Exception>[];
}

/** "A rule *stands* with the Kleene value `in-force and when and not (any exception stands)`." */
export function evaluateProvision<Kind extends Rule | Default | ScheduleRule>(
  provision: Kind,
  scope: Scope,
): ProvisionCase<Kind> {
  return evaluateAs(provision, { role: 'binds' }, scope);
}

/**
 * "A nested exception that says what is owed instead takes the outer one's place and does not bring the rule back": it
 * plays the same role as the outer one. What is owed instead is an obligation or, in schedules, another period. Every
 * other exception plays the role against what it stands in.
 */
function evaluateAs<Kind extends Rule | Default | ScheduleRule | Exception>(
  provision: Kind,
  part: Pick<ProvisionCase, 'role' | 'lifter'>,
  scope: Scope,
): ProvisionCase<Kind> {
  const condition = evaluateFormula(provision.condition, scope);
  const exceptions = provision.exceptions
    .filter(({ by }) => by === undefined || scope.run.under(by.policy))
    .map((exception) => evaluateAs(exception, partOf(exception, part), zoneOf(exception, scope)));
  const against = exceptions.filter(({ role }) => role !== part.role);
  const instead = exceptions.filter(({ role }) => role === part.role);
  const stands = and([condition, not(or(against.map((exception) => exception.stands)))]);
  const prevails = and([stands, not(or(instead.map((exception) => exception.stands)))]);
  return { ...part, provision, condition, stands, prevails, exceptions };
}

function partOf(
  { by, obligations, instead }: Exception,
  outer: Pick<ProvisionCase, 'role' | 'lifter'>,
): Pick<ProvisionCase, 'role' | 'lifter'> {
  const saysInstead = obligations.length > 0 || instead !== undefined;
  const role = outer.role === 'binds' || saysInstead ? 'frees' : 'binds';
  const lifter = by?.policy ?? outer.lifter;
  return lifter === undefined ? { role } : { role, lifter };
}

/** A lift is judged where the policy that lifts is at home. */
function zoneOf({ by }: Exception, scope: Scope): Scope {
  return by === undefined ? scope : inZone(scope, by.zone);
}
