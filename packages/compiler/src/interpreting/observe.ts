import type { Exception, Formula, Provision, Value } from '../logic/index.ts';
import type { Truth } from '../runtime/index.ts';
import { evaluateCases } from './cases.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { InterpretOptions, Invalid } from './interpret.ts';
import { prepare } from './interpret.ts';
import type { ProvisionCase } from './provisions.ts';
import type { Run, Scope } from './run.ts';
import { createScope, inZone } from './run.ts';

/** Whoever wants to know what took part in a decision. */
export interface Observer {
  /** A condition that was asked, and what it is worth there. */
  condition(formula: Formula, truth: Truth, view: View): void;
  /** A rule, default, exception or lift, and whether it stands. */
  provision(provision: Provision, truth: Truth): void;
}

/** What can be seen from where a condition is asked; what is asked on the way is not told. */
export interface View {
  /** The number, day or moment behind a value, where there is exactly one. */
  read(value: Value): number | undefined;
  /** What another condition is worth there. */
  truthOf(formula: Formula): Truth;
}

export type Observation = { readonly kind: 'observed' } | Invalid;

/**
 * Decides a case and tells of everything that could take part in it: the conditions of every policy that counts, its
 * rules where it may apply, and of a rule whose condition may hold its exceptions. What a define is made of is told
 * once for each set of arguments.
 */
export function observe(options: InterpretOptions, observer: Observer): Observation {
  const prepared = prepare(options);
  if (prepared.kind === 'invalid') return prepared;
  const run = observedRun(prepared.run, observer);
  for (const { knowledge, policies } of evaluateCases(prepared.run)) {
    for (const { policy, part, applies, default: byDefault, rules } of policies) {
      const scope = createScope(run, policy.zone, knowledge);
      evaluateFormula(part.applies, scope);
      if (applies.truth === 'false') continue;
      for (const provision of provisionsOf(byDefault, rules)) observeProvision(provision, scope, observer);
    }
  }
  return { kind: 'observed' };
}

/** Decides a case and tells of everything, whether it takes part or not: quicker, and enough to search by. */
export function observeAll(options: InterpretOptions, observer: Observer): Observation {
  const prepared = prepare(options);
  if (prepared.kind === 'invalid') return prepared;
  const tell = ({ provision, stands, exceptions }: ProvisionCase): void => {
    observer.provision(provision, stands.truth);
    exceptions.forEach(tell);
  };
  for (const { policies } of evaluateCases(observedRun(prepared.run, observer))) {
    for (const { default: byDefault, rules } of policies) provisionsOf(byDefault, rules).forEach(tell);
  }
  return { kind: 'observed' };
}

function provisionsOf(
  byDefault: ProvisionCase | undefined,
  rules: readonly ProvisionCase[],
): readonly ProvisionCase[] {
  return byDefault === undefined ? rules : [byDefault, ...rules];
}

/** Works everything out anew, so that nothing is told that nobody asked for. */
function observedRun(run: Run, observer: Observer): Run {
  return {
    ...run,
    calls: new Map(),
    observe: (formula, truth, scope) => observer.condition(formula, truth, viewFrom(scope)),
  };
}

function viewFrom({ run: { observe: _, ...run }, ...scope }: Scope): View {
  return {
    read(value) {
      const knowledge = evaluateValue(value, { ...scope, run, judgments: new Map() });
      if (knowledge.kind !== 'known' || knowledge.content.type !== 'quantity') return undefined;
      const { low, high } = knowledge.content;
      return low === high ? low : undefined;
    },
    truthOf: (formula) => evaluateFormula(formula, { ...scope, run, judgments: new Map() }).truth,
  };
}

function observeProvision(
  { provision, condition, stands, exceptions }: ProvisionCase,
  scope: Scope,
  observer: Observer,
): void {
  evaluateFormula(provision.condition, scope);
  observer.provision(provision, stands.truth);
  if (condition.truth === 'false') return;
  for (const exception of exceptions) {
    observeProvision(exception, zoneOf(exception.provision, scope), observer);
  }
}

function zoneOf({ by }: Exception, scope: Scope): Scope {
  return by === undefined ? scope : inZone(scope, by.zone);
}
