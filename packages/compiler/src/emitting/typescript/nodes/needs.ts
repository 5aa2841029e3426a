import type { Formula, Program } from '../../../logic/index.ts';
import type { Openness } from '../expressions/openness.ts';
import { isPlainDuration } from '../expressions/openness.ts';
import type { Expression } from '../expressions/walk.ts';
import { hasPart, hasPartInside, readsTime } from '../expressions/walk.ts';

/** Only data can tell about the entries of lists one by one. */
export function needsOnlyReason(formula: Formula): boolean {
  return hasPart(formula, isLoop);
}

/** Whether more than the facts themselves tells what leaves a condition open, or until when it holds. */
export function needsReason(
  formula: Formula,
  project: { readonly program: Program; readonly openness: Openness },
): boolean {
  const { program, openness } = project;
  if (needsOnlyReason(formula) || changesByItself(formula, program)) return true;
  return openness.formula(formula, 'known') && hasPart(formula, (part) => !isPlain(part));
}

/** Whether a condition depends on the time, or on what stands in for an absent fact. */
export function changesByItself(formula: Formula, program: Program): boolean {
  return hasPartInside(formula, program, (part) => readsTime(part) || part.kind === 'else');
}

function isLoop({ kind }: Expression): boolean {
  return kind === 'some' || kind === 'every' || kind === 'latest' || kind === 'count';
}

/** What is unknown because a fact that it reads is unknown, and for no other reason. */
function isPlain(part: Expression): boolean {
  switch (part.kind) {
    case 'not':
    case 'and':
    case 'or':
    case 'claim':
    case 'call':
    case 'call-value':
    case 'ancestor':
    case 'lookup':
    case 'day-test':
      return false;
    case 'term-test':
      return part.options.every((option) => option.kind === 'term' || option.on === undefined);
    case 'offset':
      return isPlainDuration(part.duration);
    case 'compare':
      return part.left.type.kind !== 'duration';
    default:
      return true;
  }
}
