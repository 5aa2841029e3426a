import type { CountValue, Formula, ListType, Type, Value } from '../../logic/index.ts';
import { latest, quantified, truth, unitedTraits, variableValue } from '../../logic/index.ts';
import type { Count, Expression, Latest, Name, Quantifier } from '../../syntax/index.ts';
import { describeType } from '../vocabulary/types.ts';
import { readFormula } from './formulas.ts';
import { errorValue, isErrorValue } from './literals.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf, quantifierLimit, withLocal, wordsOf } from './scope.ts';
import { readValue } from './values.ts';

/** `some x in L satisfies C`, `every x in L satisfies C` */
export function quantifierFormula(scope: Scope, node: Quantifier): Formula {
  const place = placeOf(scope, node);
  const entry = openList(scope, node.list, node.variable);
  if (entry === undefined) return truth(place, false);
  const body = readFormula(entry.scope, node.body);
  return quantified(place, node.which, { variable: entry.variable, list: entry.list, body });
}

/** `number of x in L where (C)` */
export function countValue(scope: Scope, node: Count): Value {
  const place = placeOf(scope, node);
  const entry = openList(scope, node.list, node.variable);
  if (entry === undefined) return errorValue(place);
  const condition =
    node.condition === undefined ? truth(place, true) : readFormula(entry.scope, node.condition);
  const traits = { ...unitedTraits([entry.list, condition]), canBeNone: false };
  const { variable, list } = entry;
  const count: CountValue = {
    kind: 'count',
    type: { kind: 'number' },
    place,
    traits,
    variable,
    list,
    condition,
  };
  return count;
}

/** `latest x in L by E where (C) satisfies B` */
export function latestFormula(scope: Scope, node: Latest): Formula {
  const place = placeOf(scope, node);
  const entry = openList(scope, node.list, node.variable);
  if (entry === undefined) return truth(place, false);
  const by = readValue(entry.scope, node.by);
  const condition =
    node.condition === undefined ? truth(place, true) : readFormula(entry.scope, node.condition);
  const body = readFormula(entry.scope, node.body);
  if (isErrorValue(by)) return truth(place, false);
  if (by.type.kind !== 'date' && by.type.kind !== 'instant' && by.type.kind !== 'number') {
    complain(scope, 'type/mismatch', node.by, {
      expected: 'a date or an instant',
      found: describeType(by.type),
    });
    return truth(place, false);
  }
  return latest(place, { variable: entry.variable, list: entry.list, by, condition, body });
}

interface ListEntry {
  readonly scope: Scope;
  readonly variable: string;
  readonly list: Value;
}

/** The scope in which a name stands for the entries of a list. */
function openList(scope: Scope, expression: Expression, name: Name): ListEntry | undefined {
  const list = readValue(scope, expression);
  if (isErrorValue(list) || name.text === '') return undefined;
  if (list.type.kind !== 'list') {
    complain(scope, 'type/not-a-list', expression, {
      text: wordsOf(scope, expression),
      found: describeType(list.type),
    });
    return undefined;
  }
  if (scope.depth >= quantifierLimit) {
    complain(scope, 'type/too-deep', expression, { limit: quantifierLimit });
    return undefined;
  }
  if (scope.locals.has(name.text) || scope.facts.has(name.text)) {
    complain(scope, 'name/shadow', name, { name: name.text });
    return undefined;
  }
  const variable = `${name.text}${scope.counter.next}`;
  scope.counter.next += 1;
  return { list, variable, scope: entryScope(scope, { name, variable, list, type: list.type }) };
}

function entryScope(
  scope: Scope,
  entry: { readonly name: Name; readonly variable: string; readonly list: Value; readonly type: ListType },
): Scope {
  const type: Type = entry.type.element;
  const read = (place: Parameters<typeof variableValue>[0]): Value =>
    variableValue(place, entry.variable, type, entry.list);
  return withLocal(scope, entry.name.text, { type, read });
}
