import type { Outcome } from './decision.ts';
import type { FindingSink } from './findings.ts';
import type { Part, Provision } from './policies.ts';
import { certainly, possibly } from './readings.ts';
import type { MandatesFor } from './weighing.ts';
import { applies, isSetAside, mandatesAgainst } from './weighing.ts';

/** Finds what decided a case with the given outcome, under one claim. */
export function findReasons<Asked>(
  parts: readonly Part<Asked>[],
  outcome: Outcome,
  asked: Asked,
  mandates: MandatesFor,
  sink: FindingSink<Asked>,
): void {
  for (const part of parts) {
    if (!applies(part, asked, certainly)) continue;
    if (outcome === 'permitted') findPermissions(part, asked, sink);
    else if (outcome === 'forbidden' && !isSetAside(part, mandatesAgainst(part, mandates), certainly)) {
      findProhibitions(part, asked, sink);
    }
  }
}

/** Finds the advice that applies, under one claim. */
export function findRemarks<Asked>(
  parts: readonly Part<Asked>[],
  asked: Asked,
  sink: FindingSink<Asked>,
): void {
  for (const part of parts) {
    if (!part.advises || !applies(part, asked, certainly)) continue;
    for (const rule of part.rules) {
      if (rule.effect === 'advise' && rule.stands(asked, certainly)) sink.remark(rule);
    }
  }
}

/** All that stands: rules, and the default where nothing in the policy permits or mandates. */
function findProhibitions<Asked>(part: Part<Asked>, asked: Asked, sink: FindingSink<Asked>): void {
  const byDefault = part.default;
  if (byDefault?.effect === 'forbid' && byDefault.stands(asked, certainly) && !mayPermit(part, asked)) {
    sink.reason(byDefault);
  }
  for (const rule of part.rules) {
    if (rule.effect === 'forbid' && rule.stands(asked, certainly)) sink.reason(rule);
  }
}

function mayPermit<Asked>({ rules }: Part<Asked>, asked: Asked): boolean {
  for (const { effect, stands } of rules) {
    if ((effect === 'permit' || effect === 'mandate') && stands(asked, possibly)) return true;
  }
  return false;
}

/** The default, permits and mandates that allow, and the exceptions that set a prohibition aside. */
function findPermissions<Asked>(part: Part<Asked>, asked: Asked, sink: FindingSink<Asked>): void {
  const { default: byDefault, rules, permits } = part;
  if (permits?.(asked, certainly) === true) {
    if (byDefault?.effect === 'permit' && byDefault.stands(asked, certainly)) sink.reason(byDefault);
    for (const rule of rules) {
      const allows = rule.effect === 'permit' || rule.effect === 'mandate';
      if (allows && rule.stands(asked, certainly)) sink.reason(rule);
    }
  }
  if (!part.hasNamedExceptions) return;
  if (byDefault?.effect === 'forbid') findFreeing(byDefault, asked, sink);
  for (const rule of rules) {
    if (rule.effect === 'forbid') findFreeing(rule, asked, sink);
  }
}

/** Exceptions and lifts count where what they stand in would have applied, unless something took their place. */
function findFreeing<Asked>(outer: Provision<Asked>, asked: Asked, sink: FindingSink<Asked>): void {
  if (!outer.hasNamedExceptions || !outer.condition(asked, certainly)) return;
  for (const exception of outer.exceptions) {
    if (exception.kind === 'unless') continue;
    const isFreeing = exception.role === 'frees' && exception.stands(asked, certainly);
    if (isFreeing && exception.prevails(asked, possibly)) sink.reason(exception);
    findFreeing(exception, asked, sink);
  }
}
