import type {
  CallFormula,
  CallValue,
  CountValue,
  Define,
  Formula,
  OffsetValue,
  TermOption,
  Value,
} from '../../../logic/index.ts';
import { assertNever, invariant } from '../../../support/index.ts';

/**
 * The body of a define with the arguments in place of its parameters. Numbers that are known only within bounds cannot
 * be passed to a function, as every use of them needs one of the two ends. `name` keeps variables of the body apart from
 * those that the arguments read.
 */
export function inlinedFormula(call: CallFormula, define: Define, name: string): Formula {
  invariant(define.body.kind === 'formula', `${define.name} gives a condition`);
  return substituteFormula(define.body.formula, substitutionOf(call, define, name));
}

/** The same for a define that gives a value. */
export function inlinedValue(call: CallValue, define: Define, name: string): Value {
  invariant(define.body.kind === 'value', `${define.name} gives a value`);
  return substituteValue(define.body.value, substitutionOf(call, define, name));
}

interface Substitution {
  readonly byParameter: ReadonlyMap<string, Value>;
  readonly renamed: (variable: string) => string;
}

function substitutionOf(call: CallFormula | CallValue, { parameters }: Define, name: string): Substitution {
  const pairs = parameters.flatMap((parameter, index) => {
    const argument = call.arguments[index];
    return argument === undefined ? [] : [[parameter.name, argument] as const];
  });
  return { byParameter: new Map(pairs), renamed: (variable) => `${variable}:${name}` };
}

function substituteFormula(formula: Formula, by: Substitution): Formula {
  const inFormula = (part: Formula): Formula => substituteFormula(part, by);
  const inValue = (part: Value): Value => substituteValue(part, by);
  switch (formula.kind) {
    case 'truth':
      return formula;
    case 'not':
      return { ...formula, operand: inFormula(formula.operand) };
    case 'and':
    case 'or':
      return { ...formula, operands: formula.operands.map(inFormula) };
    case 'holds':
    case 'is-none':
    case 'is-known':
      return { ...formula, value: inValue(formula.value) };
    case 'term-test': {
      const options = formula.options.map((option) => inOption(option, by));
      return { ...formula, value: inValue(formula.value), options };
    }
    case 'same-term':
    case 'compare':
      return { ...formula, left: inValue(formula.left), right: inValue(formula.right) };
    case 'scope-test':
      return { ...formula, value: inValue(formula.value), scope: inValue(formula.scope) };
    case 'between':
      return {
        ...formula,
        value: inValue(formula.value),
        low: inValue(formula.low),
        high: inValue(formula.high),
      };
    case 'call':
      return { ...formula, arguments: formula.arguments.map(inValue) };
    case 'day-test':
      return { ...formula, value: inValue(formula.value), calendar: inValue(formula.calendar) };
    case 'in-force':
      return { ...formula, ...(formula.on === undefined ? {} : { on: inValue(formula.on) }) };
    case 'some':
    case 'every':
    case 'latest':
      return substituteLoop(formula, by);
    default:
      return assertNever(formula);
  }
}

function substituteLoop(
  formula: Extract<Formula, { kind: 'some' | 'every' | 'latest' }>,
  by: Substitution,
): Formula {
  const common = {
    variable: by.renamed(formula.variable),
    list: substituteValue(formula.list, by),
    body: substituteFormula(formula.body, by),
  };
  if (formula.kind !== 'latest') return { ...formula, ...common };
  const condition = substituteFormula(formula.condition, by);
  return { ...formula, ...common, by: substituteValue(formula.by, by), condition };
}

function inOption(option: TermOption, by: Substitution): TermOption {
  if (option.kind === 'term' || option.on === undefined) return option;
  return { ...option, on: substituteValue(option.on, by) };
}

function substituteValue(value: Value, by: Substitution): Value {
  const inValue = (part: Value): Value => substituteValue(part, by);
  switch (value.kind) {
    case 'constant':
    case 'fact':
    case 'claim':
    case 'now':
      return value;
    case 'parameter':
      return by.byParameter.get(value.name) ?? value;
    case 'variable':
      return { ...value, variable: by.renamed(value.variable) };
    case 'derived':
      return { ...value, value: inValue(value.value) };
    case 'field':
    case 'ancestor':
    case 'local-date':
    case 'age':
    case 'edge':
    case 'else':
      return { ...value, of: inValue(value.of) };
    case 'clock':
      return value.zone === undefined ? value : { ...value, zone: inValue(value.zone) };
    case 'offset':
      return substituteOffset(value, inValue);
    case 'extreme':
      return { ...value, operands: value.operands.map(inValue) };
    case 'lookup': {
      const keys = value.keys.map(inValue);
      return value.on === undefined ? { ...value, keys } : { ...value, keys, on: inValue(value.on) };
    }
    case 'arithmetic':
      return { ...value, left: inValue(value.left), right: inValue(value.right) };
    case 'call-value':
      return { ...value, arguments: value.arguments.map(inValue) };
    case 'condition':
      return { ...value, condition: substituteFormula(value.condition, by) };
    case 'count':
      return substituteCount(value, by);
    default:
      return assertNever(value);
  }
}

function substituteOffset(offset: OffsetValue, inValue: (part: Value) => Value): Value {
  const { origin, duration, calendar } = offset;
  const moved = { ...offset, origin: inValue(origin), duration: inValue(duration) };
  return calendar === undefined ? moved : { ...moved, calendar: inValue(calendar) };
}

function substituteCount(count: CountValue, by: Substitution): Value {
  const list = substituteValue(count.list, by);
  const condition = substituteFormula(count.condition, by);
  return { ...count, variable: by.renamed(count.variable), list, condition };
}
