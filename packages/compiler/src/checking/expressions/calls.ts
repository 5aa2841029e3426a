import type { Define, Formula, Traits, Type, Value } from '../../logic/index.ts';
import { callTraits, someNode } from '../../logic/index.ts';
import type { Call } from '../../syntax/index.ts';
import { resolveName } from '../resolve.ts';
import { describeType } from '../vocabulary/types.ts';
import { errorValue, isErrorValue } from './literals.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf, wordsOf } from './scope.ts';
import { mayReadTime } from './times.ts';
import { readValue } from './values.ts';

interface ResolvedCall {
  readonly define: Define;
  readonly callArguments: readonly Value[];
}

/** A call of a define that gives a value. */
export function callValue(scope: Scope, node: Call): Value {
  const call = resolveCall(scope, node);
  if (call === undefined) return errorValue(placeOf(scope, node));
  const value = computedValue(scope, node, call);
  if (value !== undefined) return value;
  complain(scope, 'type/condition-as-value', node, {});
  return errorValue(placeOf(scope, node));
}

/** A call of a define as a condition or a value, whichever it gives; undefined after a mistake. */
export function callResult(scope: Scope, node: Call): { formula: Formula } | { value: Value } | undefined {
  const call = resolveCall(scope, node);
  if (call === undefined) return undefined;
  const value = computedValue(scope, node, call);
  if (value !== undefined) return { value };
  const { define, callArguments } = call;
  const place = placeOf(scope, node);
  const traits = { ...callBodyTraits(call), canBeNone: false };
  return { formula: { kind: 'call', place, traits, define: define.name, arguments: callArguments } };
}

function computedValue(scope: Scope, node: Call, call: ResolvedCall): Value | undefined {
  const { define, callArguments } = call;
  if (define.body.kind === 'formula') return undefined;
  const { type } = define.body.value;
  const place = placeOf(scope, node);
  const traits = callBodyTraits(call);
  return { kind: 'call-value', type, place, traits, define: define.name, arguments: callArguments };
}

/** By define and what its arguments read: the same call in a hundred rules shares one object. */
const traitsByCall = new WeakMap<Define, Map<string, Traits>>();

function callBodyTraits({ define, callArguments }: ResolvedCall): Traits {
  const known = traitsByCall.get(define) ?? new Map<string, Traits>();
  traitsByCall.set(define, known);
  const key = callArguments.map(({ traits }) => traitsKey(traits)).join(';');
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const body = define.body.kind === 'formula' ? define.body.formula : define.body.value;
  const traits = callTraits(
    body.traits,
    define.parameters.map(({ name }) => name),
    callArguments,
  );
  known.set(key, traits);
  return traits;
}

function traitsKey({ canBeUnknown, canBeNone, readsTime, facts }: Traits): string {
  return `${canBeUnknown ? 'u' : ''}${canBeNone ? 'n' : ''}${readsTime ? 't' : ''} ${facts.join(',')}`;
}

function resolveCall(scope: Scope, node: Call): ResolvedCall | undefined {
  const declared = resolveName(scope.context, scope.site, 'define', node.callee);
  const define = declared && scope.context.queries.get('define', node.callee.text);
  if (define === undefined) {
    for (const argument of node.arguments) readValue(scope, argument);
    return undefined;
  }
  if (scope.timeless !== undefined && needsZone(scope, define) && !mayReadTime(scope, node)) return undefined;
  return checkArguments(scope, node, define);
}

/** Whether a define reads a date or time in the zone of the policy that calls it. */
function needsZone(scope: Scope, define: Define): boolean {
  return someNode(define.body.kind === 'formula' ? define.body.formula : define.body.value, (node) => {
    if (node.kind === 'clock') return node.zone === undefined;
    if (node.kind === 'call' || node.kind === 'call-value') {
      const callee = scope.context.queries.get('define', node.define);
      return callee !== undefined && needsZone(scope, callee);
    }
    return (
      node.kind === 'age' || node.kind === 'local-date' || (node.kind === 'in-force' && node.on === undefined)
    );
  });
}

function checkArguments(scope: Scope, node: Call, define: Define): ResolvedCall | undefined {
  if (node.arguments.length !== define.parameters.length) {
    const names = define.parameters.map(({ name }) => name).join(', ');
    const values = {
      name: define.name,
      count: define.parameters.length,
      names,
      found: node.arguments.length,
    };
    complain(scope, 'type/argument-count', node, values);
    return undefined;
  }
  const callArguments: Value[] = [];
  for (const [index, parameter] of define.parameters.entries()) {
    const expression = node.arguments[index];
    if (expression === undefined) return undefined;
    const value = readValue(scope, expression, parameter.type);
    if (isErrorValue(value)) return undefined;
    if (!isAssignable(value.type, parameter.type)) {
      const text = wordsOf(scope, expression);
      const values = {
        name: parameter.name,
        expected: describeType(parameter.type),
        text,
        found: describeType(value.type),
      };
      complain(scope, 'type/argument', expression, values);
      return undefined;
    }
    callArguments.push(value);
  }
  return { define, callArguments };
}

/** Whether a value of a type may stand for a parameter or field; imprecise terms may, and stay imprecise. */
export function isAssignable(from: Type, to: Type): boolean {
  if (from.kind === 'error' || to.kind === 'error') return true;
  if (from.kind === 'list' && to.kind === 'list') return isAssignable(from.element, to.element);
  if (from.kind !== to.kind) return false;
  switch (from.kind) {
    case 'term':
    case 'scope':
      return 'taxonomy' in to && from.taxonomy === to.taxonomy;
    case 'scale':
      return to.kind === 'scale' && from.scale === to.scale;
    case 'record':
      return to.kind === 'record' && from.record === to.record;
    case 'duration':
      return to.kind === 'duration' && (to.measure === 'any' || from.measure === to.measure);
    default:
      return true;
  }
}
