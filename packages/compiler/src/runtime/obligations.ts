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
  return freeze(owedWith(owings).map(({ obligation }) => obligation));
}

/** The same, with all that asks for it. */
export function owedWith<Kind extends Owing>(
  owings: readonly Kind[],
): readonly { readonly obligation: OwedObligation; readonly owings: readonly Kind[] }[] {
  const owed = new Map<string, Kind[]>();
  for (const owing of owings) {
    const key = keyOf(owing.use);
    const same = owed.get(key);
    if (same === undefined) owed.set(key, [owing]);
    else same.push(owing);
  }
  const entries = [...owed].sort(([left], [right]) => compareText(left, right));
  return entries.flatMap(([, same]) => {
    const [first] = same;
    if (first === undefined) return [];
    const rules = new Set(same.map(({ rule }) => rule));
    return [{ obligation: obligationOf(first.use, rules), owings: same }];
  });
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
