import type { AnswerPart } from '../answer-parts.ts';
import { answerParts } from '../answer-parts.ts';
import { listed } from '../because.ts';
import type { Answer } from '../searching/index.ts';

/** How an answer would differ, in words for the author. */
export interface Difference {
  /** `it is permitted, and would be forbidden` */
  readonly words: string;
  /** Not only the reasons differ, or what is owed. */
  readonly isOfOutcome: boolean;
}

/** How two answers differ in what a test could expect; undefined where no test could tell them apart. */
export function differenceOf(before: Answer, after: Answer): Difference | undefined {
  const [one, other] = [answerParts(before), answerParts(after)];
  const [is, wouldBe] = [nameOf(one), nameOf(other)];
  if (is !== wouldBe) return { words: `it is ${is}, and would be ${wouldBe}`, isOfOutcome: true };
  for (const [index, { column, values }] of one.entries()) {
    const others = other[index]?.values ?? [];
    if (values.join(' ') === others.join(' ')) continue;
    const words = `it is ${is} ${column} ${listed(values)}, and would be ${column} ${listed(others)}`;
    return { words, isOfOutcome: days.has(column) };
  }
  return undefined;
}

const names: ReadonlySet<string> = new Set(['expect', 'state', 'due']);
const days: ReadonlySet<string> = new Set(['keep-through', 'erase-by', 'due-by']);

/** What an answer is called: its outcome, or the state of a record and of what is due. */
function nameOf(parts: readonly AnswerPart[]): string {
  return listed(parts.filter(({ column }) => names.has(column)).flatMap(({ values }) => values));
}
