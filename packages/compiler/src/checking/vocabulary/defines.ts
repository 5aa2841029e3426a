import type { Declared } from '../../binding/index.ts';
import { camelCase } from '../../binding/index.ts';
import type { Define, Type } from '../../logic/index.ts';
import { parameterValue } from '../../logic/index.ts';
import type { DefineDeclaration, Expression } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { readFormula } from '../expressions/formulas.ts';
import type { Binding, Scope } from '../expressions/scope.ts';
import { isConditionShaped } from '../expressions/shapes.ts';
import { readValue } from '../expressions/values.ts';
import { resolveType } from './types.ts';

/** A define with its body read once, over its parameters alone. */
export function computeDefine(context: CheckContext, name: string): Define | undefined {
  const [declared] = context.queries.get('declared', `define:${name}`);
  if (declared?.unit.tree.kind !== 'define') return undefined;
  const { tree } = declared.unit;
  const parameters = tree.parameters.map((parameter) => ({
    name: parameter.name.text,
    type: resolveType(context, declared, parameter.type),
  }));
  checkParameterNames(context, declared, tree);
  const scope = defineScope(context, declared, name, parameters);
  const body = isConditionShaped(context, tree.body)
    ? { kind: 'formula' as const, formula: readFormula(scope, tree.body) }
    : valueBody(scope, tree.body);
  return { name, parameters, body };
}

/** A define that asks for itself would never end. */
export function defineCycle(context: CheckContext, name: string): undefined {
  const [declared] = context.queries.get('declared', `define:${name}`);
  if (declared?.unit.tree.kind === 'define') {
    report(context, declared.unit, 'name/circular', declared.unit.tree.name, { what: 'define', name });
  }
  return undefined;
}

function defineScope(
  context: CheckContext,
  declared: Declared,
  name: string,
  parameters: readonly { readonly name: string; readonly type: Type }[],
): Scope {
  const locals = new Map<string, Binding>();
  for (const parameter of parameters) {
    const read: Binding['read'] = (place) => parameterValue(place, parameter.name, parameter.type);
    locals.set(parameter.name, { type: parameter.type, read });
  }
  const owner = `the define "${name}", which reads only what stands in its parentheses`;
  return { context, site: declared, locals, facts: new Map(), owner, depth: 0, counter: { next: 1 } };
}

function checkParameterNames(context: CheckContext, declared: Declared, tree: DefineDeclaration): void {
  const seen = new Set<string>();
  for (const { name } of tree.parameters) {
    const key = camelCase(name.text);
    if (name.text !== '' && seen.has(key)) {
      report(context, declared.unit, 'name/duplicate', name, { what: 'parameter', name: name.text });
    }
    seen.add(key);
  }
}

/** A Boolean value becomes a condition, so that through none it is false wherever it is asked. */
function valueBody(scope: Scope, expression: Expression): Define['body'] {
  const value = readValue(scope, expression);
  if (value.type.kind !== 'boolean') return { kind: 'value', value };
  const place = { unit: scope.site.unit, start: expression.start, end: expression.end };
  return {
    kind: 'formula',
    formula: { kind: 'holds', place, traits: { ...value.traits, canBeNone: false }, value },
  };
}
