import type { Formula, Policy } from '../logic/index.ts';
import { describeCondition, readingOf } from './conditions.ts';
import type { ConditionText, RegisterApplicability } from './model.ts';
import type { RegisterContext } from './provisions.ts';

/** When a policy applies: once where that is the same for all that it is about. */
export function describeApplicability(
  policy: Policy,
  context: RegisterContext,
): readonly RegisterApplicability[] {
  const parts: readonly { readonly subject: string; readonly title: string; readonly applies: Formula }[] = [
    ...policy.parts.map(({ activity, applies }) => ({
      subject: activity,
      title: context.program.activities.get(activity)?.title ?? activity,
      applies,
    })),
    ...policy.schedules.map(({ record, applies }) => ({
      subject: record,
      title: context.program.records.get(record)?.title ?? record,
      applies,
    })),
  ];
  const byText = new Map<string, { condition: ConditionText; subjects: string[] }>();
  for (const { subject, title, applies } of parts) {
    const condition = describeCondition(applies, subject, context);
    if (condition === undefined) continue;
    const key = readingOf(condition);
    const known = byText.get(key) ?? { condition, subjects: [] };
    known.subjects.push(title);
    byText.set(key, known);
  }
  const found = [...byText.values()];
  const [only] = found;
  if (only !== undefined && only.subjects.length === parts.length) {
    return [{ subjects: [], condition: only.condition }];
  }
  return found;
}
