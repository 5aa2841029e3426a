import type { OwedObligation } from './decision.ts';
import type { DutySink } from './duties.ts';
import { freeze } from './freezing.ts';
import type { ObligationUse } from './policies.ts';
import { compareText } from './texts.ts';

/** Collects what is owed: each obligation once for the same arguments, with all that ask for it, sorted by name. */
export function createObligations(): DutySink & { list(): readonly OwedObligation[] } {
  const owed = new Map<string, { use: ObligationUse; rules: Set<string> }>();
  return {
    owe(rule, use) {
      const key = keyOf(use);
      const entry = owed.get(key) ?? { use, rules: new Set() };
      owed.set(key, entry);
      entry.rules.add(rule);
    },
    list() {
      const entries = [...owed].sort(([left], [right]) => compareText(left, right));
      return freeze(entries.map(([, { use, rules }]) => obligationOf(use, rules)));
    },
  };
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
