import type { Formula, Program, Value } from '../../../logic/index.ts';
import { isFormula, isImprecise, partsOf } from '../../../logic/index.ts';
import { assertNever } from '../../../support/index.ts';

/** Whether the parameters of the define around an expression can be unknown. */
export type Parameters = 'known' | 'open';

/** Tells which expressions can be unknown and so need two readings; all others are plainly true or false. */
export interface Openness {
  formula(formula: Formula, parameters: Parameters): boolean;
  value(value: Value, parameters: Parameters): boolean;
}

export function createOpenness(program: Program): Openness {
  const known = { known: new WeakMap<object, boolean>(), open: new WeakMap<object, boolean>() };
  const remembered = <Node extends object>(
    compute: (node: Node, parameters: Parameters) => boolean,
  ): ((node: Node, parameters: Parameters) => boolean) => {
    return (node, parameters) => {
      const result = known[parameters].get(node) ?? compute(node, parameters);
      known[parameters].set(node, result);
      return result;
    };
  };
  const openness: Openness = {
    formula: remembered((formula, parameters) => isOpenFormula(formula, { program, openness, parameters })),
    value: remembered((value, parameters) => isOpenValue(value, { program, openness, parameters })),
  };
  return openness;
}

interface Setting {
  readonly program: Program;
  readonly openness: Openness;
  readonly parameters: Parameters;
}

function isOpenFormula(formula: Formula, setting: Setting): boolean {
  const { openness, parameters } = setting;
  const isOpen = (part: Formula): boolean => openness.formula(part, parameters);
  const isOpenPart = (part: Value): boolean => openness.value(part, parameters);
  switch (formula.kind) {
    case 'not':
      return isOpen(formula.operand);
    case 'and':
    case 'or':
      return formula.operands.some(isOpen);
    case 'some':
    case 'every':
      return isOpenPart(formula.list) || isOpen(formula.body);
    case 'latest':
      // Entries that tie may disagree.
      return true;
    case 'call':
      return isOpenCall(formula.define, formula.arguments, setting);
    case 'truth':
    case 'is-known':
      return false;
    default:
      return isOpenTest(formula, isOpenPart);
  }
}

type TestFormula = Exclude<
  Formula,
  { kind: 'truth' | 'is-known' | 'not' | 'and' | 'or' | 'some' | 'every' | 'latest' | 'call' }
>;

function isOpenTest(formula: TestFormula, isOpenPart: (part: Value) => boolean): boolean {
  switch (formula.kind) {
    case 'holds':
    case 'is-none':
      return isOpenPart(formula.value);
    case 'term-test':
      return (
        isOpenPart(formula.value) ||
        formula.options.some(
          (option) => option.kind === 'group' && option.on !== undefined && isOpenPart(option.on),
        )
      );
    case 'same-term':
      return isOpenPart(formula.left) || isOpenPart(formula.right);
    case 'compare':
      // Days and months do not compare.
      return formula.left.type.kind === 'duration' || isOpenPart(formula.left) || isOpenPart(formula.right);
    case 'scope-test':
      return isOpenPart(formula.value) || isOpenPart(formula.scope);
    case 'between':
      return [formula.value, formula.low, formula.high].some(isOpenPart);
    case 'day-test':
      // What a calendar does not cover is unknown.
      return true;
    case 'in-force':
      return formula.on !== undefined && isOpenPart(formula.on);
    default:
      return assertNever(formula);
  }
}

function isOpenValue(value: Value, setting: Setting): boolean {
  const { openness, parameters } = setting;
  const isOpen = (part: Value): boolean => openness.value(part, parameters);
  switch (value.kind) {
    case 'constant':
    case 'now':
      return false;
    case 'fact':
    case 'claim':
      return value.traits.canBeUnknown;
    case 'field':
      return value.field.optional || isImprecise(value.type) || isOpen(value.of);
    case 'variable':
    case 'else':
      return isImprecise(value.type);
    case 'parameter':
      return parameters === 'open' || isImprecise(value.type);
    case 'ancestor':
      // It may not exist, and where it does it is an inner term of which not everything can be told.
      return true;
    case 'offset':
      return hasOpenPart(value, setting) || !isPlainDuration(value.duration);
    case 'lookup':
      return value.traits.canBeUnknown || hasOpenPart(value, setting);
    case 'derived':
    case 'clock':
    case 'local-date':
    case 'age':
    case 'edge':
    case 'extreme':
    case 'arithmetic':
    case 'count':
    case 'condition':
      return hasOpenPart(value, setting);
    case 'call-value':
      return isOpenCall(value.define, value.arguments, setting);
    default:
      return assertNever(value);
  }
}

function hasOpenPart(value: Value, { openness, parameters }: Setting): boolean {
  return partsOf(value).some((part) =>
    isFormula(part) ? openness.formula(part, parameters) : openness.value(part, parameters),
  );
}

/** Others may not fit what they move, or lead to days that a calendar does not cover. */
export function isPlainDuration(duration: Value): boolean {
  if (duration.kind !== 'constant' || duration.constant.type !== 'duration') return false;
  return duration.constant.unit !== 'working-days';
}

function isOpenCall(
  name: string,
  callArguments: readonly Value[],
  { program, openness, parameters }: Setting,
): boolean {
  const body = program.defines.get(name)?.body;
  if (body === undefined) return true;
  const inner = callArguments.some((argument) => openness.value(argument, parameters)) ? 'open' : 'known';
  return body.kind === 'formula' ? openness.formula(body.formula, inner) : openness.value(body.value, inner);
}
