import type { Diagnostic } from '../../diagnostics/index.ts';
import type { LookupValue, Table, TableColumn, TableKey, Value } from '../../logic/index.ts';
import { constantValue, someNode, unitedTraits } from '../../logic/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Expression, OfExpression } from '../../syntax/index.ts';
import { sourceText } from '../context.ts';
import { replacements, resolveName, suggestion } from '../resolve.ts';
import { createReach } from '../vocabulary/table-reach.ts';
import { fewNames } from '../vocabulary/table-words.ts';
import { describeType } from '../vocabulary/types.ts';
import { readFormula } from './formulas.ts';
import { errorValue, isErrorValue } from './literals.ts';
import { bindingOf } from './paths.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf } from './scope.ts';
import { isConditionShaped } from './shapes.ts';
import { readValue } from './values.ts';

/** `T of x`, `T.column of (x, y)`: what the row of a table says. */
export function tableValue(scope: Scope, node: OfExpression): Value {
  const place = placeOf(scope, node);
  const declared = resolveName(scope.context, scope.site, 'table', node.name);
  const table = declared && scope.context.queries.get('table', node.name.text);
  if (table === undefined) return errorValue(place);
  const keys = readKeys(scope, node, table);
  const column = chooseColumn(scope, node, table);
  if (keys === undefined || column === undefined) return errorValue(place);
  const on = countedBy(scope, node);
  if (on !== undefined && isErrorValue(on)) return on;
  adviseOnRow(scope, node, table, keys);
  return {
    kind: 'lookup',
    type: column.type,
    place,
    traits: lookupTraits(scope, table, column, { keys, on }),
    table: table.name,
    column: column.name,
    keys,
    ...(on === undefined ? {} : { on }),
  };
}

function readKeys(scope: Scope, node: OfExpression, table: Table): readonly Value[] | undefined {
  const { operands } = node;
  if (operands.length !== table.keys.length) {
    complain(scope, 'table/look-up', node, {
      name: table.name,
      wanted: things(table.keys.length),
      found: things(operands.length),
      keys: table.keys.map(keyWords).join(', then '),
    });
    return undefined;
  }
  const keys = table.keys.map((key, index) => {
    const operand = operands[index];
    return operand === undefined ? undefined : readKey(scope, operand, key);
  });
  const known = keys.flatMap((key) => (key === undefined ? [] : [withParameters(key)]));
  return known.length < keys.length ? undefined : known;
}

function things(count: number): string {
  return count === 1 ? 'one thing' : `${count} things`;
}

function keyWords(key: TableKey): string {
  switch (key.kind) {
    case 'taxonomy':
      return `a term of ${key.taxonomy}`;
    case 'weekday':
      return 'a day of the week';
    case 'boolean':
      return 'yes or no';
  }
}

function readKey(scope: Scope, operand: Expression, key: TableKey): Value | undefined {
  if (key.kind === 'boolean' && isCondition(scope, operand)) return conditionValue(scope, operand);
  const expected =
    key.kind === 'taxonomy'
      ? { kind: 'term' as const, taxonomy: key.taxonomy, within: true }
      : { kind: key.kind };
  const value = readValue(scope, operand, expected);
  if (isErrorValue(value)) return undefined;
  const fits =
    value.type.kind === expected.kind &&
    (value.type.kind !== 'term' || key.kind !== 'taxonomy' || value.type.taxonomy === key.taxonomy);
  if (fits) return value;
  complain(scope, 'type/mismatch', operand, { expected: keyWords(key), found: describeType(value.type) });
  return undefined;
}

/** Whether an operand is a condition, or the name of a derived one. */
function isCondition(scope: Scope, operand: Expression): boolean {
  if (operand.kind === 'parenthesized') return isCondition(scope, operand.inner);
  if (operand.kind === 'path') {
    const [name, second] = operand.segments;
    return second === undefined && name !== undefined && bindingOf(scope, name.text)?.condition !== undefined;
  }
  return isConditionShaped(scope.context, operand);
}

function conditionValue(scope: Scope, operand: Expression): Value {
  const place = placeOf(scope, operand);
  const condition = readFormula(scope, operand);
  if (condition.kind === 'truth')
    return constantValue(place, { kind: 'boolean' }, { type: 'boolean', value: condition.value });
  return { kind: 'condition', type: { kind: 'boolean' }, place, traits: condition.traits, condition };
}

/** What is given for a parameter may be unknown and turn out to be none, whatever its type. */
function withParameters(key: Value): Value {
  const readsParameter = someNode(key, (node) => node.kind === 'parameter');
  if (!readsParameter || key.kind === 'condition') return key;
  return { ...key, traits: { ...key.traits, canBeNone: true } };
}

function chooseColumn(scope: Scope, node: OfExpression, table: Table): TableColumn | undefined {
  const [first, second] = node.columns ?? [];
  const [only, more] = table.columns;
  if (first === undefined) {
    if (more === undefined) return only;
    const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
    const example = `${table.name}.${only?.name ?? ''}`;
    complain(scope, 'table/which-column', node.name, { name: table.name, columns, example });
    return undefined;
  }
  const column = table.columns.find(({ name }) => name === first.text);
  if (column !== undefined && second === undefined) return column;
  const wrong = column === undefined ? first : (second ?? first);
  const names = table.columns.map(({ name }) => name);
  const near = column === undefined ? nearestNames(wrong.text, names) : [];
  const listed = { help: `The table "${table.name}" has the columns ${names.join(', ')}.` };
  const details = { ...listed, ...suggestion(near), fixes: replacements(wrong, near) };
  complain(scope, 'name/unknown', wrong, { what: 'column', name: wrong.text }, details);
  return undefined;
}

/** The day that `counted by` names, read where the table is looked up; what cannot be read is reported there. */
function countedBy(scope: Scope, node: OfExpression): Value | undefined {
  const [declared] = scope.context.queries.get('declared', `table:${node.name.text}`);
  const tree = declared?.unit.tree;
  if (declared === undefined || tree?.kind !== 'table' || tree.countedBy === undefined) return undefined;
  const found: Diagnostic[] = [];
  const quiet = {
    ...scope.context.queries,
    report: (_: unknown, diagnostic: Diagnostic) => found.push(diagnostic),
  };
  const inner: Scope = { ...scope, site: declared, context: { ...scope.context, queries: quiet } };
  const value = readValue(inner, tree.countedBy);
  if (found.length === 0 && value.type.kind === 'date') return value;
  const reason = found[0]?.headline ?? `it is ${describeType(value.type)}`;
  const expression = sourceText(declared.unit, tree.countedBy);
  const values = { name: node.name.text, expression, reason };
  complain(scope, 'table/counted-by', node, values);
  return errorValue(placeOf(scope, node));
}

function lookupTraits(
  scope: Scope,
  table: Table,
  column: TableColumn,
  { keys, on }: { readonly keys: readonly Value[]; readonly on: Value | undefined },
): LookupValue['traits'] {
  const parts = on === undefined ? keys : [...keys, on];
  const united = unitedTraits(parts);
  const index = table.columns.indexOf(column);
  const isDated = table.rows.some(({ from, until }) => from !== undefined || until !== undefined);
  return {
    canBeUnknown: united.canBeUnknown || mayStayOpen(scope, table, column, keys),
    canBeNone: united.canBeNone || table.rows.some(({ values }) => values[index] === 'none'),
    readsTime: united.readsTime || (on === undefined && isDated),
    facts: united.facts,
  };
}

/** Whether certain keys can find no row, a row that says nothing, or a term with others below it. */
function mayStayOpen(scope: Scope, table: Table, column: TableColumn, keys: readonly Value[]): boolean {
  // The ancestor of a known term may have many terms below it, or not exist.
  const isInner = (key: Value): boolean => someNode(key, (node) => node.kind === 'ancestor');
  if (keys.some(isInner) || (column.type.kind === 'term' && column.type.within)) return true;
  const fixed = keys.map((key) => (key.kind === 'constant' ? key.constant : undefined));
  return !createReach(scope.context, table).isComplete(fixed, table.columns.indexOf(column));
}

/** A term that is written out and has no row. */
function adviseOnRow(scope: Scope, node: OfExpression, table: Table, keys: readonly Value[]): void {
  for (const [index, key] of keys.entries()) {
    if (key.kind !== 'constant' || key.constant.type !== 'term') continue;
    const taxonomy = scope.context.queries.get('taxonomy', key.constant.taxonomy);
    const term = taxonomy?.termsByName.get(key.constant.value);
    const without = term === undefined ? [] : createReach(scope.context, table).termsWithout(index, [term]);
    if (without.length === 0) continue;
    const operand = node.operands[index] ?? node;
    complain(scope, 'lint/no-row', operand, {
      name: table.name,
      what: fewNames(without.map(({ name }) => name)),
    });
  }
}
