import { explain, interpret } from '../interpreting/index.ts';
import type { Program } from '../logic/index.ts';
import type { Decision, Explanation, FactIssue } from '../runtime/index.ts';
import { nearestNames } from '../support/index.ts';

/** What questions leave out. */
export interface QuestionDefaults {
  readonly activity: string | undefined;
  readonly facts: unknown;
  readonly now: string | number | undefined;
}

export interface AnswerOptions {
  readonly program: Program;
  readonly defaults: QuestionDefaults;
  readonly explain: boolean;
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
  if (typeof question === 'string') return failure(question);
  const request = { program: options.program, ...question, requiredFacts: 'error' as const };
  if (options.explain) {
    const result = explain({ ...request, changes: true });
    return result.kind === 'invalid' ? invalid(result.issues) : { ...result, now: question.now };
  }
  const result = interpret(request);
  return result.kind === 'invalid' ? invalid(result.issues) : result;
}

function failure(message: string): Answer {
  return { kind: 'error', message, issues: [] };
}

function invalid(issues: readonly FactIssue[]): Answer {
  const listed = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return { kind: 'error', message: `The facts cannot be used: ${listed.join('; ')}`, issues };
}

/** A question, or what is wrong with it. */
function readQuestion(value: unknown, { program, defaults }: AnswerOptions): Question | string {
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
  if (!program.activities.has(activity)) return unknownActivity(activity, program);
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

function unknownActivity(activity: string, program: Program): string {
  const names = [...program.activities.keys()];
  const [near] = nearestNames(activity, names);
  const hint = near === undefined ? `; there are: ${names.join(', ')}` : `; do you mean "${near}"?`;
  return `There is no activity "${activity}"${names.length === 0 ? '' : hint}`;
}
