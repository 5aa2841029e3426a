import type { ObligationUse, Part, Provision } from './policies.ts';
import { certainly, possibly } from './readings.ts';

/** Is told of everything that is owed, and by which rule. */
export interface DutySink {
  owe(rule: string, use: ObligationUse): void;
}

/** What is owed where a case is permitted, under one claim. */
export function addDuties<Asked>(part: Part<Asked>, asked: Asked, sink: DutySink): void {
  if (!part.owes || !part.applies(asked, possibly)) return;
  for (const rule of part.rules) {
    if (rule.effect === 'require') addRequired(part, rule, asked, sink);
  }
  if (part.default !== undefined) {
    addPermitted(part, 'permit', part.default.stands(asked, possibly), asked, sink);
    addPermitted(part, 'mandate', true, asked, sink);
    addInstead(part.default, asked, sink);
  }
  for (const rule of part.rules) {
    if (rule.effect !== 'advise' && rule.effect !== 'require-on-refusal') addInstead(rule, asked, sink);
  }
}

/** What a refusal itself asks for, under one claim. */
export function addDutiesOfRefusal<Asked>(part: Part<Asked>, asked: Asked, sink: DutySink): void {
  if (!part.owes || !part.applies(asked, possibly)) return;
  for (const rule of part.rules) {
    if (rule.effect !== 'require-on-refusal') continue;
    if (rule.stands(asked, possibly)) addAll(rule, sink);
    addInstead(rule, asked, sink);
  }
}

/** Where it is not known whether a rule applies, what is precautionary is owed. */
function addRequired<Asked>(part: Part<Asked>, rule: Provision<Asked>, asked: Asked, sink: DutySink): void {
  if (!rule.stands(asked, possibly)) return;
  const isCertain = part.applies(asked, certainly) && rule.stands(asked, certainly);
  for (const use of rule.obligations) {
    if (isCertain || use.of.isPrecautionary) sink.owe(rule.id, use);
  }
}

/** Every rule that may permit, unless one beside it without an obligation certainly does. */
function addPermitted<Asked>(
  part: Part<Asked>,
  effect: 'permit' | 'mandate',
  isNeeded: boolean,
  asked: Asked,
  sink: DutySink,
): void {
  if (!isNeeded) return;
  for (const rule of part.rules) {
    if (rule.effect === effect && rule.obligations.length === 0 && rule.prevails(asked, certainly)) return;
  }
  for (const rule of part.rules) {
    if (rule.effect === effect && rule.obligations.length > 0 && rule.stands(asked, possibly))
      addAll(rule, sink);
  }
}

/**
 * What exceptions owe instead of their rule, where they and the rule may apply: unless one beside them without an
 * obligation certainly stands.
 */
function addInstead<Asked>(outer: Provision<Asked>, asked: Asked, sink: DutySink): void {
  for (const exception of outer.exceptions) {
    if (!exception.owes || hasFreeSibling(outer, exception, asked)) continue;
    // What takes the place of the outer exception needs that place.
    const needed = exception.role === outer.role ? outer.stands : outer.condition;
    if (!needed(asked, possibly)) continue;
    if (exception.obligations.length > 0 && exception.prevails(asked, possibly)) addAll(exception, sink);
    addInstead(exception, asked, sink);
  }
}

function hasFreeSibling<Asked>(outer: Provision<Asked>, exception: Provision<Asked>, asked: Asked): boolean {
  for (const other of outer.exceptions) {
    const isBeside = other !== exception && other.role === exception.role;
    if (isBeside && other.obligations.length === 0 && other.prevails(asked, certainly)) return true;
  }
  return false;
}

function addAll<Asked>(provision: Provision<Asked>, sink: DutySink): void {
  for (const use of provision.obligations) sink.owe(provision.id, use);
}
