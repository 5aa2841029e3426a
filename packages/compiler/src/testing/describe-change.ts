import { fieldAt } from '../analysis/index.ts';
import type { Program } from '../logic/index.ts';
import { formatInstant } from '../runtime/index.ts';
import { factNames } from './fact-names.ts';
import type { Case, CaseChange, Steps } from './searching/index.ts';
import { subjectOf } from './searching/index.ts';
import { writeFact } from './write-facts.ts';

/** A change of a case in words: `customer.residence US-CA`, `now 2026-03-02T21:01:00Z`, `channel left out`. */
export function describeChange(
  change: CaseChange,
  tested: Pick<Case, 'kind' | 'subject'>,
  program: Program,
): string {
  if (change.kind === 'now') return `now ${formatInstant(change.now)}`;
  const { steps, value } = change;
  const names = factNames(program);
  const path = steps
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${names(step)}`,
    )
    .join('');
  const subject = subjectOf(tested, program);
  const field = subject && fieldAt(program, subject, schematic(steps));
  if (value === undefined || field === undefined) return `${path} left out`;
  const isEntry = typeof steps.at(-1) === 'number';
  const type = isEntry && field.type.kind === 'list' ? field.type.element : field.type;
  return `${path} ${writeFact(value, type, program)}`;
}

/** `customer.consents[].status` */
function schematic(steps: Steps): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? '[]' : index === 0 ? step : `.${step}`))
    .join('');
}
