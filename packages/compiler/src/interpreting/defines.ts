import type { CallFormula, CallValue, Define } from '../logic/index.ts';
import { invariant } from '../support/index.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { Judgment } from './judgment.ts';
import type { Knowledge } from './knowledge.ts';
import { never } from './knowledge.ts';
import type { Scope } from './run.ts';
import { createScope } from './run.ts';

/** A define that gives a condition. */
export function callFormula(call: CallFormula, scope: Scope): Judgment {
  return callOnce(call, scope, ({ body }, inner) => {
    invariant(body.kind === 'formula', `${call.define} gives a condition`);
    return evaluateFormula(body.formula, inner);
  });
}

/** A define that gives a value. */
export function callValue(call: CallValue, scope: Scope): Knowledge {
  return callOnce(call, scope, ({ body }, inner) => {
    invariant(body.kind === 'value', `${call.define} gives a value`);
    return evaluateValue(body.value, inner);
  });
}

/**
 * "A `define` takes its caller's zone and reads only its parameters", and "is evaluated at most once per argument
 * tuple".
 */
function callOnce<Result extends Judgment | Knowledge>(
  call: CallFormula | CallValue,
  scope: Scope,
  evaluate: (define: Define, inner: Scope) => Result,
): Result {
  const { run, zone } = scope;
  const define = run.program.defines.get(call.define);
  invariant(define !== undefined, `the program has a define ${call.define}`);
  const values = call.arguments.map((argument) => evaluateValue(argument, scope));
  const key = [define.name, zone, ...values.map(identityOf)].join(' ');
  const done = run.calls.get(key);
  // A define gives either conditions or values, so that a key always holds a result of the same kind.
  if (done !== undefined) return done as Result;
  const names = new Map(define.parameters.map(({ name }, index) => [`$${name}`, valueAt(values, index)]));
  const result = evaluate(define, { ...createScope(run, zone), names });
  run.calls.set(key, result);
  return result;
}

function valueAt(values: readonly Knowledge[], index: number): Knowledge {
  const value = values[index];
  invariant(value !== undefined, 'each parameter has its argument');
  return value;
}

const identities = new WeakMap<Knowledge, number>();
let identityCount = 0;

/** The same text for the same argument: what is plain by what it says, all else by where it was read or made. */
function identityOf(knowledge: Knowledge): string {
  if (knowledge.kind === 'known' && knowledge.until === never && knowledge.origin === undefined) {
    const { content, asks } = knowledge;
    if (asks.length > 0) return objectIdentity(knowledge);
    if (content.type === 'term') return content.term.name;
    if (content.type === 'boolean' || content.type === 'text') return JSON.stringify(content.value);
    if (content.type === 'quantity') return `${content.low} ${content.high}`;
  }
  return objectIdentity(knowledge);
}

function objectIdentity(knowledge: Knowledge): string {
  const id = identities.get(knowledge) ?? ++identityCount;
  identities.set(knowledge, id);
  return `#${id}`;
}
