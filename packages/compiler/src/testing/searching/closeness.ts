import type { Formula, Program } from '../../logic/index.ts';
import type { Truth } from '../../runtime/index.ts';
import type { Observation } from './observation.ts';

/**
 * How near a condition is to a truth value, from 0 to 1: 1 where it came out, less where only parts of it are as they
 * would have to be. It guides a search and means nothing else.
 */
export function closeness(
  formula: Formula,
  wanted: Truth,
  observation: Observation,
  program: Program,
): number {
  return rate(formula, wanted, { observation, program, depth: 0 });
}

interface Rating {
  readonly observation: Observation;
  readonly program: Program;
  readonly depth: number;
}

/** Conditions share parts: below this depth, a look at what came out is enough. */
const deepest = 8;

function rate(formula: Formula, wanted: Truth, rating: Rating): number {
  const seen = rating.observation.conditions.get(formula);
  if (seen === undefined) return 0;
  if (seen.has(wanted)) return 1;
  const own = seen.has('unknown') || wanted === 'unknown' ? 0.4 : 0;
  return 0.9 * Math.max(own, rating.depth < deepest ? rateParts(formula, wanted, rating) : 0);
}

function rateParts(formula: Formula, wanted: Truth, outer: Rating): number {
  const rating = { ...outer, depth: outer.depth + 1 };
  switch (formula.kind) {
    case 'not':
      return rate(formula.operand, opposite[wanted], rating);
    case 'and':
      return rateJoined(formula.operands, wanted, { settling: 'false', neutral: 'true' }, rating);
    case 'or':
      return rateJoined(formula.operands, wanted, { settling: 'true', neutral: 'false' }, rating);
    case 'some':
    case 'every':
      return rate(formula.body, wanted, rating);
    case 'latest':
      return (rate(formula.condition, 'true', rating) + rate(formula.body, wanted, rating)) / 2;
    case 'call': {
      const body = rating.program.defines.get(formula.define)?.body;
      return body?.kind === 'formula' ? rate(body.formula, wanted, rating) : 0;
    }
    default:
      return 0;
  }
}

const opposite: Readonly<Record<Truth, Truth>> = { true: 'false', false: 'true', unknown: 'unknown' };

/** One operand settles it; otherwise all of them count. Unknown takes one that is, and none that settles. */
function rateJoined(
  operands: readonly Formula[],
  wanted: Truth,
  { settling, neutral }: { readonly settling: Truth; readonly neutral: Truth },
  rating: Rating,
): number {
  if (wanted === settling) return Math.max(...operands.map((operand) => rate(operand, settling, rating)));
  const neutrals = operands.map((operand) => rate(operand, neutral, rating));
  if (wanted === neutral) return mean(neutrals);
  const unknowns = operands.map((operand) => rate(operand, 'unknown', rating));
  const most = Math.max(...unknowns);
  const others = neutrals.filter((_, index) => index !== unknowns.indexOf(most));
  return (most + mean(others.length === 0 ? [1] : others)) / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
