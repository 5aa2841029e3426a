import type { Formula, Value } from '@privacy-lang/compiler';
import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { allProvisions } from '../model/provisions.ts';
import type { ActionPlace } from './action-place.ts';
import { actionOf, editAt, ruleAround } from './action-place.ts';

/** A test of a rule, behind its policy: a case in which the rule applies, as far as its condition tells by itself. */
export function addTest(place: ActionPlace): CodeAction[] {
  const rule = ruleAround(place);
  const { tree, text } = place.unit;
  if (rule?.kind !== 'rule' || tree.kind !== 'policy' || rule.name.text === '') return [];
  const id = `${tree.name.text}.${rule.name.text}`;
  const { program } = place.snapshot.checked;
  const found = [...allProvisions(program)].find(({ provision }) => provision.id === id);
  if (found === undefined) return [];
  const facts: FactTree = new Map();
  suppose(found.provision.condition, facts);
  const outcome = outcomes[found.provision.effect ?? ''];
  if (outcome === undefined) return [];
  const test = [
    `test ${JSON.stringify(found.provision.title || id)} {`,
    ...(found.provision.condition.traits.readsTime ? ['  now 2026-01-15T12:00:00Z'] : []),
    `  ${found.activity} {`,
    ...writeFacts(facts, '    '),
    '  }',
    `  expect ${outcome} by ${id}`,
    '}',
  ].join('\n');
  const at = text.trimEnd().length;
  const edit = editAt(place, { start: at, end: at }, `\n\n${test}`);
  return [actionOf(place, 'Add a test of this rule', CodeActionKind.RefactorRewrite, [edit])];
}

const outcomes: Readonly<Record<string, string>> = {
  forbid: 'forbidden',
  permit: 'permitted',
  mandate: 'permitted',
};

type FactTree = Map<string, string | FactTree>;

/** Facts with which a condition holds, where it says so plainly: `channel is email and customer.is-individual`. */
function suppose(formula: Formula, facts: FactTree): void {
  switch (formula.kind) {
    case 'and':
      for (const operand of formula.operands) suppose(operand, facts);
      return;
    case 'or':
      if (formula.operands[0] !== undefined) suppose(formula.operands[0], facts);
      return;
    case 'holds':
      state(facts, pathOf(formula.value), 'yes');
      return;
    case 'not':
      if (formula.operand.kind === 'holds') state(facts, pathOf(formula.operand.value), 'no');
      return;
    case 'term-test': {
      const [first] = formula.options;
      if (first?.kind === 'term') state(facts, pathOf(formula.value), first.term);
      return;
    }
    default:
      return;
  }
}

function state(facts: FactTree, path: readonly string[], value: string): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) {
    facts.set(head, value);
    return;
  }
  const known = facts.get(head);
  const inner: FactTree = known instanceof Map ? known : new Map();
  facts.set(head, inner);
  state(inner, rest, value);
}

/** The names of a fact as tests write it; none where the value is no fact of the case. */
function pathOf(value: Value): readonly string[] {
  if (value.kind === 'fact') return [value.field.name];
  if (value.kind !== 'field') return [];
  const outer = pathOf(value.of);
  return outer.length === 0 ? [] : [...outer, value.field.name];
}

function writeFacts(facts: FactTree, indent: string): string[] {
  return [...facts].map(([name, value]) => `${indent}${name}: ${writeValue(value)}`);
}

function writeValue(value: string | FactTree): string {
  if (typeof value === 'string') return value;
  return `{ ${[...value].map(([name, inner]) => `${name}: ${writeValue(inner)}`).join(', ')} }`;
}
