import { assertNever } from '../support/index.ts';
import type { Formula, TermOption } from './formula.ts';
import type { OffsetValue, Value } from './value.ts';

/**
 * A text that two formulas share exactly where they are the same but for the places that they stand at. What
 * `keyOfAtom` gives a key for is not looked into.
 */
export function formulaKey(formula: Formula, keyOfAtom?: (formula: Formula) => string | undefined): string {
  const atom = keyOfAtom?.(formula);
  if (atom !== undefined) return atom;
  const inner = (part: Formula): string => formulaKey(part, keyOfAtom);
  const { kind } = formula;
  switch (formula.kind) {
    case 'truth':
      return String(formula.value);
    case 'not':
      return node(kind, inner(formula.operand));
    case 'and':
    case 'or':
      return node(kind, ...formula.operands.map(inner));
    case 'holds':
    case 'is-none':
    case 'is-known':
      return node(kind, valueKey(formula.value));
    case 'term-test':
      return node(kind, valueKey(formula.value), ...formula.options.map(optionKey));
    case 'same-term':
      return node(kind, valueKey(formula.left), valueKey(formula.right));
    case 'scope-test':
      return node(kind, valueKey(formula.value), valueKey(formula.scope));
    case 'compare':
      return node(formula.relation, valueKey(formula.left), valueKey(formula.right));
    case 'between':
      return node(kind, valueKey(formula.value), valueKey(formula.low), valueKey(formula.high));
    case 'day-test':
      return node(formula.which, valueKey(formula.value), valueKey(formula.calendar));
    default:
      return boundFormulaKey(formula);
  }
}

/** A text that two values share exactly where they are the same but for the places that they stand at. */
export function valueKey(value: Value): string {
  const { kind } = value;
  switch (value.kind) {
    case 'constant':
      return node(kind, JSON.stringify(value.constant));
    case 'fact':
      return node(kind, value.field.key);
    case 'field':
      return node(kind, value.field.key, valueKey(value.of));
    case 'variable':
      return node(kind, value.variable);
    case 'parameter':
    case 'claim':
    case 'derived':
      return node(kind, value.name);
    case 'now':
      return kind;
    case 'clock':
      return node(value.reading, value.zone === undefined ? '' : valueKey(value.zone));
    default:
      return composedValueKey(value);
  }
}

type BoundFormula = Extract<Formula, { kind: 'some' | 'every' | 'latest' | 'call' | 'in-force' }>;

function boundFormulaKey(formula: BoundFormula): string {
  const { kind } = formula;
  switch (formula.kind) {
    case 'some':
    case 'every':
      return node(kind, formula.variable, valueKey(formula.list), formulaKey(formula.body));
    case 'latest': {
      const parts = [valueKey(formula.list), valueKey(formula.by), formulaKey(formula.condition)];
      return node(kind, formula.variable, ...parts, formulaKey(formula.body));
    }
    case 'call':
      return node(kind, formula.define, ...formula.arguments.map(valueKey));
    case 'in-force': {
      const on = formula.on === undefined ? '' : valueKey(formula.on);
      return node(kind, String(formula.from), String(formula.until), on);
    }
    default:
      return assertNever(formula);
  }
}

type ComposedValue = Extract<
  Value,
  {
    kind:
      | 'ancestor'
      | 'local-date'
      | 'age'
      | 'offset'
      | 'edge'
      | 'extreme'
      | 'arithmetic'
      | 'count'
      | 'else'
      | 'condition'
      | 'call-value'
      | 'lookup';
  }
>;

function composedValueKey(value: ComposedValue): string {
  const { kind } = value;
  switch (value.kind) {
    case 'ancestor':
      return node(kind, String(value.depth), valueKey(value.of));
    case 'local-date':
    case 'age':
      return node(kind, valueKey(value.of));
    case 'offset':
      return node(value.direction, ...partsOfOffset(value).map(valueKey));
    case 'condition':
      return node(kind, formulaKey(value.condition));
    case 'edge':
      return node(value.edge, value.unit, valueKey(value.of));
    case 'extreme':
      return node(value.which, ...value.operands.map(valueKey));
    case 'arithmetic':
      return node(value.operator, valueKey(value.left), valueKey(value.right));
    case 'count':
      return node(kind, value.variable, valueKey(value.list), formulaKey(value.condition));
    case 'else':
      return node(kind, valueKey(value.of), valueKey(value.fallback));
    case 'call-value':
      return node(kind, value.define, ...value.arguments.map(valueKey));
    case 'lookup': {
      const on = value.on === undefined ? '' : valueKey(value.on);
      return node(kind, value.table, value.column, ...value.keys.map(valueKey), on);
    }
    default:
      return assertNever(value);
  }
}

function partsOfOffset({ duration, origin, calendar }: OffsetValue): readonly Value[] {
  return calendar === undefined ? [duration, origin] : [duration, origin, calendar];
}

function optionKey(option: TermOption): string {
  if (option.kind === 'term') return node('term', option.term);
  return node('group', option.group, option.on === undefined ? '' : valueKey(option.on));
}

/** Names cannot hold parentheses or commas that matter: parts are quoted where they are not keys themselves. */
function node(kind: string, ...parts: readonly string[]): string {
  return `${kind}(${parts.join(',')})`;
}
