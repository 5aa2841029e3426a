import type { DiagnosticDetails } from '../../diagnostics/index.ts';
import type { Constant, ConstantValue, TableColumn, TableKey, Type } from '../../logic/index.ts';
import type { Expression, TableCell } from '../../syntax/index.ts';
import { isAssignable } from '../expressions/calls.ts';
import { isErrorValue, weekdayNumber } from '../expressions/literals.ts';
import { mismatchAdvice } from '../expressions/mismatches.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { groupsOf } from '../expressions/terms.ts';
import { readValue } from '../expressions/values.ts';
import { describeType } from './types.ts';

/** What a cell of a key stands for: terms, days or answers; undefined is whatever it may be. */
export function keyCell(
  scope: Scope,
  cell: TableCell,
  key: TableKey,
  column: string,
): readonly (Constant | undefined)[] {
  if (cell.period !== undefined) return misfit(scope, cell, key, column);
  const { values, ranges = [] } = cell;
  if (values.length + ranges.length === 0 || values.some(isAnything)) return [undefined];
  const found = values.flatMap((value) => keyConstant(scope, value, key, column) ?? []);
  const days = ranges.flatMap(({ first, last, start, end }) =>
    key.kind === 'weekday'
      ? daysBetween(scope, first, last, column)
      : misfit(scope, { start, end }, key, column),
  );
  const distinct = new Map([...found, ...days].map((constant) => [JSON.stringify(constant), constant]));
  return [...distinct.values()];
}

function isAnything(value: Expression): boolean {
  return singleWord(value) === 'anything';
}

function misfit(
  scope: Scope,
  span: { readonly start: number; readonly end: number },
  key: TableKey,
  column: string,
): readonly never[] {
  reportCell(scope, span, { expected: keyWords(key), column }, {});
  return [];
}

function keyWords(key: TableKey): string {
  switch (key.kind) {
    case 'taxonomy':
      return `terms of ${key.taxonomy}, or nothing at all for every one of them`;
    case 'weekday':
      return 'days of the week, such as "monday to friday", or nothing at all for every day';
    case 'boolean':
      return '"yes" or "no", or nothing at all for both';
  }
}

function keyConstant(scope: Scope, value: Expression, key: TableKey, column: string): Constant | undefined {
  if (key.kind === 'weekday') return dayOf(scope, value, column);
  if (key.kind === 'boolean') {
    if (value.kind === 'literal' && value.value.type === 'boolean') return value.value;
    return misfit(scope, value, key, column)[0];
  }
  const name = singleWord(value);
  if (name !== undefined && groupsOf(scope, key.taxonomy).includes(name)) {
    const details = { help: `"${name}" is a group, whose members change: write the terms themselves.` };
    reportCell(scope, value, { expected: keyWords(key), column }, details);
    return undefined;
  }
  if (name === undefined) return misfit(scope, value, key, column)[0];
  const read = readValue(scope, value, { kind: 'term', taxonomy: key.taxonomy, within: true });
  return read.kind === 'constant' && !isErrorValue(read) ? read.constant : undefined;
}

function dayOf(scope: Scope, value: Expression, column: string): Constant | undefined {
  const word = singleWord(value);
  if (word === undefined) return misfit(scope, value, { kind: 'weekday' }, column)[0];
  const day = weekdayNumber(word);
  if (day !== undefined) return { type: 'weekday', value: day };
  readValue(scope, value, { kind: 'weekday' });
  return undefined;
}

/** `saturday to monday` goes on over the end of the week. */
function daysBetween(
  scope: Scope,
  first: Expression,
  last: Expression,
  column: string,
): readonly (Constant | undefined)[] {
  const [from, to] = [dayOf(scope, first, column), dayOf(scope, last, column)];
  if (from?.type !== 'weekday' || to?.type !== 'weekday') return [];
  const count = ((to.value - from.value + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ({
    type: 'weekday',
    value: ((from.value + index - 1) % 7) + 1,
  }));
}

function singleWord(value: Expression): string | undefined {
  if (value.kind !== 'path' || value.segments.length !== 1) return undefined;
  return value.segments[0]?.text;
}

/** What a cell says: a value, `none`, or nothing. */
export function valueCell(
  scope: Scope,
  cell: TableCell,
  column: TableColumn,
): ConstantValue | 'none' | undefined {
  const expected = describeType(column.type);
  const refuse = (details: DiagnosticDetails = {}): undefined => {
    reportCell(scope, cell, { expected, column: column.name }, details);
  };
  const [value, second] = cell.values;
  if (cell.period !== undefined || cell.ranges !== undefined) return refuse();
  if (value === undefined) return undefined;
  if (second !== undefined)
    return refuse({ help: 'A cell with a value holds one value; add a row or a column.' });
  if (value.kind === 'literal' && value.value.type === 'none') {
    const help = 'To say that law knows of nothing, write "or none" behind the kind of value of the table.';
    return column.orNone ? 'none' : refuse({ help });
  }
  if (value.kind !== 'literal' && !(singleWord(value) !== undefined && isNamed(column.type))) return refuse();
  const read = readValue(scope, value, column.type);
  if (isErrorValue(read) || read.kind !== 'constant') return undefined;
  if (!isAssignable(read.type, column.type)) return refuse(mismatchAdvice(column.type, value, read));
  return isPrecise(scope, read, column.type) ? read : refuse(precisionAdvice(column.type));
}

/** Whether values of a type are written as names. */
function isNamed({ kind }: Type): boolean {
  return ['term', 'scale', 'weekday', 'calendar'].includes(kind);
}

/** A term with others below it stands only where the table says `within`. */
function isPrecise(scope: Scope, { constant }: ConstantValue, type: Type): boolean {
  if (constant.type !== 'term' || type.kind !== 'term' || type.within) return true;
  const taxonomy = scope.context.queries.get('taxonomy', constant.taxonomy);
  return taxonomy?.termsByName.get(constant.value)?.final !== false;
}

function precisionAdvice(type: Type): DiagnosticDetails {
  const taxonomy = type.kind === 'term' ? type.taxonomy : '';
  return {
    help: `There are terms below it: write one of them, or declare the table with "within ${taxonomy}".`,
  };
}

/** A citation, or nothing. */
export function citeCell(scope: Scope, cell: TableCell | undefined): string | undefined {
  if (cell === undefined || (cell.values.length === 0 && cell.period === undefined)) return undefined;
  const [value, second] = cell.values;
  const isText = value?.kind === 'literal' && value.value.type === 'text' && second === undefined;
  if (isText && value.value.type === 'text') return value.value.value;
  reportCell(scope, cell, { expected: 'a citation in quotes', column: 'cite' }, {});
  return undefined;
}

export function reportCell(
  scope: Scope,
  span: { readonly start: number; readonly end: number },
  values: { readonly expected: string; readonly column: string },
  details: DiagnosticDetails,
): void {
  complain(scope, 'table/cell', span, values, details);
}
