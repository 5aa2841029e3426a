import type { Formula, Location, Place } from '../logic/index.ts';
import type { ConditionText, MarkedText } from './model.ts';
import { taxonomiesIn } from './taxonomies-in.ts';
import type { WordScope, Words } from './words.ts';

export interface ConditionContext {
  readonly words: Words;
  readonly locate: (place: Place) => Location;
}

/**
 * A condition in the words of its author, taken apart where its parts stand by themselves. Absent where it always holds.
 * Periods in force are left out: they are shown as dates.
 */
export function describeCondition(
  formula: Formula,
  scope: WordScope,
  context: ConditionContext,
): ConditionText | undefined {
  switch (formula.kind) {
    case 'in-force':
      return undefined;
    case 'truth':
      return formula.value ? undefined : { kind: 'text', text: [{ text: 'never' }] };
    case 'and':
    case 'or':
      return group(formula.kind === 'and' ? 'all' : 'any', formula.operands, scope, context);
    case 'not':
      return describeNegation(formula, scope, context);
    default:
      return leaf(formula, scope, context);
  }
}

/** Text of an author with its words marked. */
export function markText(
  place: Place,
  { locate, words }: ConditionContext,
  scope: WordScope,
  taxonomies: readonly string[],
): MarkedText {
  return words.mark(withoutGaps(locate(place).text), scope, taxonomies);
}

/** What stood on several lines keeps no space inside of its parentheses. */
function withoutGaps(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|\( | \)/g, (match) =>
    match.startsWith('"') ? match : match.trim(),
  );
}

function leaf(formula: Formula, scope: WordScope, context: ConditionContext): ConditionText {
  return { kind: 'text', text: markText(formula.place, context, scope, taxonomiesIn([formula])) };
}

/** Parts of the same kind become one list; what always holds is left out of "all". */
function group(
  kind: 'all' | 'any',
  operands: readonly Formula[],
  scope: WordScope,
  context: ConditionContext,
): ConditionText | undefined {
  const described = operands.map((operand) => describeCondition(operand, scope, context));
  // One alternative that always holds makes the others needless.
  if (kind === 'any' && described.includes(undefined)) return undefined;
  const parts = described.flatMap((part) => {
    if (part === undefined) return [];
    return part.kind === kind ? part.parts : [part];
  });
  return listOf(kind, withoutRepetitions(parts));
}

function listOf(kind: 'all' | 'any', parts: readonly ConditionText[]): ConditionText | undefined {
  const [only] = parts;
  return parts.length < 2 ? only : { kind, parts };
}

/** `x is one of (a, b)` becomes several tests with one and the same text. */
function withoutRepetitions(parts: readonly ConditionText[]): readonly ConditionText[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = readingOf(part);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Equal for conditions that read the same. */
export function readingOf(condition: ConditionText): string {
  if (condition.kind === 'text') return condition.text.map(({ text }) => text).join('');
  return `${condition.kind}(${condition.parts.map(readingOf).join(';')})`;
}

/** `not (a or b)` is "none of a, b"; `not a` and `x is not y` stand as they are written. */
function describeNegation(
  formula: Extract<Formula, { kind: 'not' }>,
  scope: WordScope,
  context: ConditionContext,
): ConditionText {
  const inner =
    formula.operand.kind === 'or' ? describeCondition(formula.operand, scope, context) : undefined;
  return inner?.kind === 'any' ? { kind: 'none', parts: inner.parts } : leaf(formula, scope, context);
}
