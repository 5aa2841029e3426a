import type { Obligation, ObligationUse, Program } from '../logic/index.ts';
import type { OwedObligation } from '../runtime/index.ts';
import { compareText, invariant, sortedBy } from '../support/index.ts';
import { suppliedForm } from './supplied-form.ts';

/** An obligation, and the rule, exception or lift that asks for it. */
export interface Owing {
  readonly rule: string;
  readonly use: ObligationUse;
}

/** Each obligation once for the same arguments, with all that ask for it, sorted by name. */
export function owedObligations(owings: readonly Owing[], program: Program): readonly OwedObligation[] {
  return distinctObligations(owings, program).map(({ obligation }) => obligation);
}

/** The same, with the owings that each comes from. */
export function distinctObligations(
  owings: readonly Owing[],
  program: Program,
): readonly { readonly obligation: OwedObligation; readonly owings: readonly Owing[] }[] {
  const owed = new Map<string, { obligation: OwedObligation; owings: Owing[] }>();
  for (const owing of owings) {
    const { use } = owing;
    const declared = obligationNamed(program, use.obligation);
    const values = Object.fromEntries(
      use.arguments.map(({ name, value }) => [keyOf(declared, name), suppliedForm(value.constant)]),
    );
    const key = `${use.obligation} ${JSON.stringify(sortedBy(Object.entries(values), ([name]) => name))}`;
    const obligation = { obligation: declared.name, title: declared.title, arguments: values, rules: [] };
    const entry = owed.get(key) ?? { obligation, owings: [] };
    owed.set(key, entry);
    entry.owings.push(owing);
  }
  return [...owed]
    .sort(([left], [right]) => compareText(left, right))
    .map(([, entry]) => {
      const rules = [...new Set(entry.owings.map(({ rule }) => rule))].sort(compareText);
      return { obligation: { ...entry.obligation, rules }, owings: entry.owings };
    });
}

export function isPrecautionary({ obligation }: ObligationUse, program: Program): boolean {
  return obligationNamed(program, obligation).precautionary;
}

function obligationNamed(program: Program, name: string): Obligation {
  const obligation = program.obligations.get(name);
  invariant(obligation !== undefined, `the program has an obligation ${name}`);
  return obligation;
}

function keyOf(obligation: Obligation, name: string): string {
  const parameter = obligation.parameters.find((candidate) => candidate.name === name);
  invariant(parameter !== undefined, `${obligation.name} has a parameter ${name}`);
  return parameter.key;
}
