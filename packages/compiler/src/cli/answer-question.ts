import type { Decision, Explanation, FactIssue } from '../runtime/index.ts';
import { nearestNames } from '../support/index.ts';

/** What questions leave out. */
export interface QuestionDefaults {
  readonly activity: string | undefined;
  readonly facts: unknown;
  readonly now: string | number | undefined;
}

export interface AnswerOptions {
  /** The names of the activities that can be asked about. */
  readonly activities: readonly string[];
  readonly defaults: QuestionDefaults;
  /** Who answers questions that can be asked. */
  readonly ask: (question: Question) => Answer;
}

export type Answer =
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'explanation'; readonly now: string | number; readonly explanation: Explanation }
  | { readonly kind: 'error'; readonly message: string; readonly issues: readonly FactIssue[] };

export interface Question {
  readonly activity: string;
  readonly facts: unknown;
  readonly now: string | number;
}

/** Answers one question from outside, `{"activity": …, "facts": …, "now": …}`. */
export function answerQuestion(value: unknown, options: AnswerOptions): Answer {
  const question = readQuestion(value, options);
  return typeof question === 'string' ? failure(question) : options.ask(question);
}

/** An answer as one line of JSON; an error names the line that it is about. */
export function answerLine(answer: Answer, line: number): string {
  switch (answer.kind) {
    case 'decision':
      return `${JSON.stringify(answer.decision)}\n`;
    case 'explanation':
      return `${JSON.stringify(answer.explanation)}\n`;
    case 'error': {
      const issues = answer.issues.length === 0 ? {} : { issues: answer.issues };
      return `${JSON.stringify({ error: answer.message, line, ...issues })}\n`;
    }
  }
}

export function failure(message: string): Answer {
  return { kind: 'error', message, issues: [] };
}

/** Facts, or a time, with which nothing can be decided. */
export function invalid(issues: readonly FactIssue[]): Answer {
  const listed = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return { kind: 'error', message: `The facts cannot be used: ${listed.join('; ')}`, issues };
}

/** A question, or what is wrong with it. */
function readQuestion(value: unknown, { activities, defaults }: AnswerOptions): Question | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'A question is an object with "activity", "facts" and "now"';
  }
  const unknownKey = Object.keys(value).find((key) => !questionKeys.includes(key));
  if (unknownKey !== undefined) {
    const [near] = nearestNames(unknownKey, questionKeys);
    return `A question has no "${unknownKey}"${near === undefined ? '' : `; do you mean "${near}"?`}`;
  }
  const activity = ownValue(value, 'activity') ?? defaults.activity;
  const now = ownValue(value, 'now') ?? defaults.now;
  const facts = ownValue(value, 'facts') ?? defaults.facts;
  if (typeof activity !== 'string') return 'The question names no "activity"';
  if (!activities.includes(activity)) return unknownActivity(activity, activities);
  if (typeof now !== 'string' && typeof now !== 'number') {
    return 'The question states no "now", the time that it is about, such as "2026-03-02T12:00:00Z"';
  }
  if (facts === undefined) return 'The question has no "facts"';
  return { activity, facts, now };
}

const questionKeys = ['activity', 'facts', 'now'];

function ownValue(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function unknownActivity(activity: string, names: readonly string[]): string {
  const [near] = nearestNames(activity, names);
  const hint = near === undefined ? `; there are: ${names.join(', ')}` : `; do you mean "${near}"?`;
  return `There is no activity "${activity}"${names.length === 0 ? '' : hint}`;
}
