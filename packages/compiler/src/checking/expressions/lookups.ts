import type { Value } from '../../logic/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { OfExpression } from '../../syntax/index.ts';
import { replacements, suggestion } from '../resolve.ts';
import { describeType } from '../vocabulary/types.ts';
import { errorValue, isErrorValue } from './literals.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf } from './scope.ts';
import { tableValue } from './table-lookups.ts';
import { mayReadTime } from './times.ts';
import { readValue, readValueOfKind } from './values.ts';

/** `age of D`, `date of INSTANT`, `country of PLACE`, `TABLE of PLACE` */
export function ofValue(scope: Scope, node: OfExpression): Value {
  const place = placeOf(scope, node);
  const [operand] = node.operands;
  if (operand === undefined) return errorValue(place);
  const isTable = scope.context.queries.get('declared', `table:${node.name.text}`).length > 0;
  if (isTable || node.columns !== undefined) return tableValue(scope, node);
  if (node.name.text === 'age') {
    const of = readValueOfKind(scope, operand, ['date'], 'a date of birth');
    if (of === undefined || !mayReadTime(scope, node)) return errorValue(place);
    return { kind: 'age', type: { kind: 'number' }, place, traits: { ...of.traits, readsTime: true }, of };
  }
  if (node.name.text === 'date') {
    const of = readValueOfKind(scope, operand, ['instant'], 'an instant');
    if (of === undefined || !mayReadTime(scope, node)) return errorValue(place);
    return { kind: 'local-date', type: { kind: 'date' }, place, traits: of.traits, of };
  }
  return ancestorValue(scope, node);
}

function ancestorValue(scope: Scope, node: OfExpression): Value {
  const place = placeOf(scope, node);
  const [operand] = node.operands;
  const of = operand === undefined ? errorValue(place) : readValue(scope, operand);
  if (isErrorValue(of)) return errorValue(place);
  if (of.type.kind !== 'term') {
    complain(scope, 'type/no-levels', node, { name: node.name.text, found: describeType(of.type) });
    return errorValue(place);
  }
  const { taxonomy } = of.type;
  const levels = scope.context.queries.get('taxonomy', taxonomy)?.levels ?? [];
  const depth = levels.indexOf(node.name.text);
  if (depth < 0) {
    const near = nearestNames(node.name.text, [...levels, ...scope.context.queries.get('names', 'table')]);
    const help =
      suggestion(near).help ??
      (levels.length > 0 ? `${taxonomy} has the levels ${levels.join(', ')}.` : undefined);
    const details = { ...(help === undefined ? {} : { help }), fixes: replacements(node.name, near) };
    complain(scope, 'name/unknown-level', node.name, { name: node.name.text, taxonomy }, details);
    return errorValue(place);
  }
  scope.context.queries.refer(scope.site.unit, node.name, {
    kind: 'level',
    name: node.name.text,
    owner: taxonomy,
  });
  return { kind: 'ancestor', type: of.type, place, traits: of.traits, of, taxonomy, depth };
}
