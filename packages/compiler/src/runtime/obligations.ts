import type { OwedObligation } from './decision.ts';
import { freeze } from './freezing.ts';
import type { ObligationUse } from './policies.ts';
import { compareText } from './texts.ts';

/** An obligation, and who asks for it. */
export interface Owing {
  readonly rule: string;
  readonly use: ObligationUse;
}

/** Each obligation once for the same arguments, with all that ask for it, sorted by name. */
export function owedObligations(owings: readonly Owing[]): readonly OwedObligation[] {
  const owed = new Map<string, { use: ObligationUse; rules: Set<string> }>();
  for (const { rule, use } of owings) {
    const key = keyOf(use);
    const entry = owed.get(key) ?? { use, rules: new Set() };
    owed.set(key, entry);
    entry.rules.add(rule);
  }
  const entries = [...owed].sort(([left], [right]) => compareText(left, right));
  return freeze(entries.map(([, { use, rules }]) => obligationOf(use, rules)));
}

function keyOf({ of, arguments: values = {} }: ObligationUse): string {
  const entries = Object.entries(values).sort(([left], [right]) => compareText(left, right));
  return `${of.name} ${JSON.stringify(entries)}`;
}

function obligationOf({ of, arguments: values = {} }: ObligationUse, rules: Set<string>): OwedObligation {
  return freeze({
    obligation: of.name,
    title: of.title,
    arguments: freeze({ ...values }),
    rules: freeze([...rules].sort(compareText)),
  });
}
