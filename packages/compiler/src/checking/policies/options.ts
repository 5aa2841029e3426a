import type { Declared } from '../../binding/index.ts';
import type { Choice, ConstantValue, Type, Value } from '../../logic/index.ts';
import { constantValue } from '../../logic/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Expression, OptionClause, PolicyDeclaration } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { isAssignable } from '../expressions/calls.ts';
import { errorValue, isErrorValue, requireConstant } from '../expressions/literals.ts';
import type { Binding, Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { readValue } from '../expressions/values.ts';
import { replacements, suggestion } from '../resolve.ts';
import { checkSpelling } from '../vocabulary/fields.ts';
import { describeType, errorType, resolveType } from '../vocabulary/types.ts';
import { clausesOf } from './clauses.ts';
import { policyDeclaration } from './outlines.ts';

/** An option of contested law, with what it is worth in this program. */
export interface PolicyOption {
  readonly type: Type;
  readonly choice: Choice;
}

/** What an option is worth: the project's choice, or else the safe value. */
export function computeOption(context: CheckContext, id: string): PolicyOption | undefined {
  const [policyId, name] = splitOption(id);
  const [declared] = context.queries.get('declared', `policy:${policyId}`);
  const tree = policyDeclaration(declared);
  const clause =
    tree && clausesOf(tree.clauses, 'option-clause').find((candidate) => candidate.name.text === name);
  if (declared === undefined || clause === undefined) return undefined;
  const type = resolveType(context, declared, clause.type);
  const safe = clause.safe && optionValue(optionScope(context, declared), clause.safe, type);
  const [choosing] = context.queries.get('declared', `choose:${id}`);
  const chosen = choosing && chosenValue(context, choosing, type);
  const value = chosen ?? safe;
  if (value === undefined) return undefined;
  const because = choosing?.unit.tree.kind === 'choose' ? choosing.unit.tree.because?.value : undefined;
  const title = clause.title?.value ?? name;
  const reason = chosen === undefined || because === undefined ? {} : { because };
  return { type, choice: { option: id, title, value, isChosen: chosen !== undefined, ...reason } };
}

function splitOption(id: string): [string, string] {
  const dot = id.lastIndexOf('.');
  return [id.slice(0, Math.max(dot, 0)), id.slice(dot + 1)];
}

function chosenValue(context: CheckContext, choosing: Declared, type: Type): ConstantValue | undefined {
  const { tree } = choosing.unit;
  return tree.kind === 'choose' ? optionValue(optionScope(context, choosing), tree.value, type) : undefined;
}

function optionScope(context: CheckContext, declared: Declared): Scope {
  const owner = 'an option, which has a fixed value';
  return {
    context,
    site: declared,
    locals: new Map(),
    facts: new Map(),
    owner,
    depth: 0,
    counter: { next: 1 },
  };
}

function optionValue(scope: Scope, expression: Expression, type: Type): ConstantValue | undefined {
  const value = readValue(scope, expression, type);
  if (isErrorValue(value)) return undefined;
  if (!isAssignable(value.type, type)) {
    complain(scope, 'type/mismatch', expression, {
      expected: describeType(type),
      found: describeType(value.type),
    });
    return undefined;
  }
  return requireConstant(scope, value, expression);
}

/** Checks the options that a policy offers. */
export function checkOptions(context: CheckContext, declared: Declared, tree: PolicyDeclaration): void {
  for (const clause of clausesOf(tree.clauses, 'option-clause')) {
    const name = clause.name.text;
    checkSpelling(context, declared, clause.name, 'kebab');
    if (clause.title === undefined) {
      report(context, declared.unit, 'policy/missing-title', clause.name, { what: 'option', name });
    }
    if (clause.safe === undefined)
      report(context, declared.unit, 'policy/option-without-safe', clause.name, { name });
    context.queries.get('option', `${tree.name.text}.${name}`);
  }
}

/** Checks that a choice is about an option that exists, and gives a reason. */
export function checkChoice(context: CheckContext, declared: Declared): void {
  const { tree } = declared.unit;
  if (tree.kind !== 'choose' || tree.option.text === '') return;
  const id = tree.option.text;
  const [policyId, name] = splitOption(id);
  const options = context.queries.get('policy-outline', policyId)?.options ?? [];
  if (!options.includes(name)) {
    const near = nearestNames(name, options).map((option) => `${policyId}.${option}`);
    const details = { ...suggestion(near), fixes: replacements(tree.option, near) };
    report(context, declared.unit, 'name/unknown', tree.option, { what: 'option', name: id }, details);
    return;
  }
  if (tree.because === undefined)
    report(context, declared.unit, 'policy/choice-without-reason', tree.option, { name: id });
}

/** The facts of an activity together with the options of a policy, which read as fixed values. */
export function withOptions(
  context: CheckContext,
  declared: Declared,
  facts: Map<string, Binding>,
): ReadonlyMap<string, Binding> {
  const tree = policyDeclaration(declared);
  for (const clause of tree === undefined ? [] : clausesOf(tree.clauses, 'option-clause')) {
    const option = context.queries.get('option', `${tree?.name.text ?? ''}.${clause.name.text}`);
    if (facts.has(clause.name.text)) reportShadow(context, declared, clause);
    else facts.set(clause.name.text, option === undefined ? unreadable : optionBinding(option));
  }
  return facts;
}

/** Stands in for an option with a mistake, so that what reads it stays silent. */
const unreadable: Binding = { type: errorType, read: (place) => errorValue(place) };

function reportShadow(context: CheckContext, declared: Declared, clause: OptionClause): void {
  report(context, declared.unit, 'name/shadow', clause.name, { name: clause.name.text });
}

function optionBinding({ type, choice }: PolicyOption): Binding {
  return {
    type,
    read: (place): Value => {
      const value = constantValue(place, type, choice.value.constant);
      return { kind: 'derived', type, place, traits: value.traits, name: choice.option, value };
    },
  };
}
