import type { DutySink } from './findings.ts';
import type { Part, Provision } from './policies.ts';
import { certainly, possibly } from './readings.ts';
import { applies } from './weighing.ts';

/** Finds what is owed where a case is permitted, under one claim. */
export function findDuties<Asked>(part: Part<Asked>, asked: Asked, sink: DutySink<Asked>): void {
  if (!part.owes || !applies(part, asked, possibly)) return;
  for (const rule of part.rules) {
    if (rule.effect === 'require') findRequired(part, rule, asked, sink);
  }
  if (part.default !== undefined) {
    findPermitted(part, 'permit', part.default.stands(asked, possibly), asked, sink);
    findPermitted(part, 'mandate', true, asked, sink);
    findInstead(part.default, asked, sink);
  }
  for (const rule of part.rules) {
    if (rule.effect !== 'advise' && rule.effect !== 'require-on-refusal') findInstead(rule, asked, sink);
  }
}

/** Finds what a refusal itself asks for, under one claim. */
export function findDutiesOfRefusal<Asked>(part: Part<Asked>, asked: Asked, sink: DutySink<Asked>): void {
  if (!part.owes || !applies(part, asked, possibly)) return;
  for (const rule of part.rules) {
    if (rule.effect !== 'require-on-refusal') continue;
    if (rule.stands(asked, possibly)) addAll(rule, sink);
    findInstead(rule, asked, sink);
  }
}

/** Where it is not known whether a rule applies, what is precautionary is owed. */
function findRequired<Asked>(
  part: Part<Asked>,
  rule: Provision<Asked>,
  asked: Asked,
  sink: DutySink<Asked>,
): void {
  if (!rule.stands(asked, possibly)) return;
  const isCertain = applies(part, asked, certainly) && rule.stands(asked, certainly);
  for (const use of rule.obligations) {
    if (isCertain || use.of.isPrecautionary) sink.owe(rule, use);
  }
}

/** Every rule that may permit, unless one beside it without an obligation certainly does. */
function findPermitted<Asked>(
  { rules }: Part<Asked>,
  effect: 'permit' | 'mandate',
  isNeeded: boolean,
  asked: Asked,
  sink: DutySink<Asked>,
): void {
  if (!isNeeded) return;
  for (const rule of rules) {
    const isFree = rule.effect === effect && rule.obligations.length === 0;
    if (isFree && rule.prevails(asked, certainly)) return;
  }
  for (const rule of rules) {
    const isBound = rule.effect === effect && rule.obligations.length > 0;
    if (isBound && rule.stands(asked, possibly)) addAll(rule, sink);
  }
}

/**
 * What exceptions owe instead of their rule, where they and the rule may apply: unless one beside them without an
 * obligation certainly stands.
 */
export function findInstead<Asked>(outer: Provision<Asked>, asked: Asked, sink: DutySink<Asked>): void {
  for (const exception of outer.exceptions) {
    if (!exception.owes || hasFreeSibling(outer, exception, asked)) continue;
    // What takes the place of the outer exception needs that place.
    const needed = exception.role === outer.role ? outer.stands : outer.condition;
    if (!needed(asked, possibly)) continue;
    if (exception.obligations.length > 0 && exception.prevails(asked, possibly)) addAll(exception, sink);
    findInstead(exception, asked, sink);
  }
}

function hasFreeSibling<Asked>(outer: Provision<Asked>, exception: Provision<Asked>, asked: Asked): boolean {
  for (const other of outer.exceptions) {
    const isBeside = other !== exception && other.role === exception.role;
    if (isBeside && other.obligations.length === 0 && other.prevails(asked, certainly)) return true;
  }
  return false;
}

function addAll<Asked>(provision: Provision<Asked>, sink: DutySink<Asked>): void {
  for (const use of provision.obligations) sink.owe(provision, use);
}
