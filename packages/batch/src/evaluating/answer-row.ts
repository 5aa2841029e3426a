import type { Asked } from './asked.ts';
import type { LoadedEvaluator } from './load-evaluator.ts';
import type { FactIssue, RowAnswer } from './rows.ts';

/** Answers one row; never throws, so that no row costs another its answer. */
export function answerRow(
  evaluator: LoadedEvaluator,
  asked: Asked,
  facts: unknown,
  row: number,
): RowAnswer<unknown> {
  try {
    return { kind: 'answer', row, value: valueFrom(evaluator, asked, facts) };
  } catch (error) {
    return { kind: 'error', row, ...problemOf(error) };
  }
}

function valueFrom(evaluator: LoadedEvaluator, asked: Asked, facts: unknown): unknown {
  const { now } = asked;
  switch (asked.entry) {
    case 'permits': {
      const isPermitted = evaluator.permits(facts, { now, fulfils: asked.fulfils });
      // "No" may mean that the facts cannot be read, which whoever asks for many has to know.
      if (!isPermitted && isRefused(evaluator, facts)) evaluator.decide(facts, { now });
      return isPermitted;
    }
    case 'decide':
      return evaluator.decide(facts, { now });
    case 'schedule':
      return evaluator.schedule(facts, { now });
  }
}

function isRefused({ schema }: LoadedEvaluator, facts: unknown): boolean {
  const result = schema['~standard'].validate(facts);
  return 'issues' in result && result.issues !== undefined;
}

function problemOf(error: unknown): { readonly message: string; readonly issues: readonly FactIssue[] } {
  if (!(error instanceof Error)) return { message: String(error), issues: [] };
  const issues = error.name === 'FactsError' && 'issues' in error ? error.issues : [];
  // A FactsError of the compiled policies lists its issues in this form; its class is that of the module.
  const listed = Array.isArray(issues) ? (issues as readonly FactIssue[]) : [];
  return { message: listed.length === 0 ? error.message : messageOf(listed), issues: listed };
}

function messageOf(issues: readonly FactIssue[]): string {
  const listed = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return `The facts cannot be used: ${listed.join('; ')}`;
}
