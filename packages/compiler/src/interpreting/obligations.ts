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
  const owed = new Map<string, { obligation: OwedObligation; rules: Set<string> }>();
  for (const { rule, use } of owings) {
    const declared = obligationNamed(program, use.obligation);
    const values = Object.fromEntries(
      use.arguments.map(({ name, value }) => [keyOf(declared, name), suppliedForm(value.constant)]),
    );
    const key = `${use.obligation} ${JSON.stringify(sortedBy(Object.entries(values), ([name]) => name))}`;
    const obligation = { obligation: declared.name, title: declared.title, arguments: values, rules: [] };
    const entry = owed.get(key) ?? { obligation, rules: new Set() };
    owed.set(key, entry);
    entry.rules.add(rule);
  }
  return [...owed]
    .sort(([left], [right]) => compareText(left, right))
    .map(([, { obligation, rules }]) => ({ ...obligation, rules: [...rules].sort(compareText) }));
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
