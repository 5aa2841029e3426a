import type { Declared } from '../../binding/index.ts';
import type { Activity, FactsObject, FactsValue, TestCase } from '../../logic/index.ts';
import type {
  Expectation,
  ExpectationCheck,
  Expression,
  GivenEntry,
  HeaderCell,
  Name,
  Reference,
  ScenariosDeclaration,
  TableCell,
  TableRow,
} from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report, sourceText } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { clausesOf } from '../policies/clauses.ts';
import { instantOf, policyPattern, refusedFacts, subjectOf, testScope } from './cases.ts';
import { expectationOf, resolveFactPath } from './expectations.ts';
import type { TestFact } from './facts.ts';
import { factOf, unknownFact } from './facts.ts';

/** Columns that say what is expected; every other column, except `now`, is a fact. */
const checkColumns = new Set([
  'by',
  'only by',
  'missing',
  'only missing',
  'owing',
  'only owing',
  'remarks',
  'assumed',
  'claim',
]);

interface Table {
  readonly scope: Scope;
  readonly declaration: ScenariosDeclaration;
  readonly activity: Activity;
  readonly under: readonly string[];
  readonly header: readonly HeaderCell[];
  /** For every column that is a fact: where its cells go. */
  readonly targets: readonly (FactTarget | undefined)[];
}

type FactTarget = NonNullable<ReturnType<typeof resolveFactPath>>;

/** Reads a table of scenarios: every row is a test of its own. */
export function computeScenarios(context: CheckContext, key: string): readonly TestCase[] {
  const declared = context.queries.get('unit', key);
  if (declared?.unit.tree.kind !== 'scenarios') return [];
  const { tree } = declared.unit;
  const activity = subjectOf(context, declared, tree.subject);
  if (activity === undefined) return [];
  for (const clause of clausesOf(tree.clauses, 'rows-from-clause')) {
    report(context, declared.unit, 'policy/later-version', clause, { what: 'Reading rows from a file' });
  }
  const under = tree.under.flatMap((reference) => policyPattern(context, declared, reference) ?? []);
  const scope = testScope(context, declared, activity);
  const tables = clausesOf(tree.clauses, 'rows-clause').map(({ table }) => table);
  if (tables.length === 0) report(context, declared.unit, 'test/no-case', tree.title, {});
  let count = 0;
  return tables.flatMap(({ header, rows }) => {
    const targets = header.map((cell) =>
      isFactColumn(cell) ? resolveColumn(scope, activity, cell) : undefined,
    );
    const table: Table = { scope, declaration: tree, activity, under, header, targets };
    if (!header.some((cell) => cell.text === 'expect'))
      complain(scope, 'test/no-expect-column', header[0] ?? tree, {});
    return rows.flatMap((row) => {
      count += 1;
      return rowCase(table, declared, row, count) ?? [];
    });
  });
}

function isFactColumn({ text }: HeaderCell): boolean {
  return text !== '' && text !== 'now' && text !== 'expect' && !checkColumns.has(text);
}

function resolveColumn(
  scope: Scope,
  activity: Activity,
  cell: HeaderCell | Reference,
): FactTarget | undefined {
  const because = refusedFacts(activity).get(cell.text);
  if (because !== undefined) {
    complain(scope, 'test/derived-fact', cell, { name: cell.text, because });
    return undefined;
  }
  return resolveFactPath(scope, activity, referenceOf(cell, cell.text));
}

function referenceOf(span: { readonly start: number; readonly end: number }, text: string): Reference {
  return { kind: 'reference', start: span.start, end: span.end, segments: [], text };
}

function rowCase(table: Table, declared: Declared, row: TableRow, number: number): TestCase | undefined {
  const { scope, declaration, activity, under, header } = table;
  if (row.cells.length !== header.length) {
    complain(scope, 'test/row-length', row, { found: row.cells.length, wanted: header.length });
    return undefined;
  }
  const moments = clausesOf(declaration.clauses, 'moment-clause').map(({ value }) => value);
  const [moment] = [...(cellNamed(table, row, 'now')?.values ?? []), ...moments];
  const now = moment && instantOf(scope, moment);
  const expectation = rowExpectation(table, row);
  return {
    kind: 'decision',
    title: `${declaration.title.value}, row ${number}`,
    place: { unit: declared.unit, start: row.start, end: row.end },
    under,
    ...(now === undefined ? {} : { now }),
    activity: activity.name,
    facts: rowFacts(table, row),
    expectations: expectation === undefined ? [] : [expectation],
  };
}

function cellNamed({ header }: Table, row: TableRow, column: string): TableCell | undefined {
  const index = header.findIndex((cell) => cell.text === column);
  return index < 0 ? undefined : row.cells[index];
}

/** What is given, and on top of it the cells of the row; a blank cell states nothing. */
function rowFacts(table: Table, row: TableRow): FactsObject {
  const { scope, declaration, activity, targets } = table;
  const facts: Record<string, FactsValue> = {};
  for (const { entries } of clausesOf(declaration.clauses, 'given-clause')) {
    for (const entry of entries) assignGiven(scope, activity, facts, entry);
  }
  for (const [index, target] of targets.entries()) {
    const [value] = row.cells[index]?.values ?? [];
    if (target !== undefined && value !== undefined) assign(scope, facts, target, value);
  }
  return facts;
}

function assignGiven(
  scope: Scope,
  activity: Activity,
  facts: Record<string, FactsValue>,
  entry: GivenEntry,
): void {
  const target = resolveColumn(scope, activity, entry.path);
  if (target !== undefined) assign(scope, facts, target, entry.value);
}

function assign(
  scope: Scope,
  facts: Record<string, FactsValue>,
  target: FactTarget,
  expression: Expression,
): void {
  const value = factOf(scope, expression, target.field);
  if (value !== undefined) place(facts, target.keys, value);
}

/** Puts a fact at a path, making the records on the way; `unknown` takes away what was given. */
function place(
  container: Record<string | number, FactsValue>,
  keys: readonly (string | number)[],
  value: TestFact,
): void {
  const [key, ...rest] = keys;
  if (key === undefined) return;
  if (rest.length === 0) {
    if (value === unknownFact) delete container[key];
    else container[key] = value;
    return;
  }
  const inner = container[key];
  const copy = Array.isArray(inner) ? [...inner] : { ...(typeof inner === 'object' ? inner : {}) };
  container[key] = copy;
  // A list is written to by position, a record by key.
  place(copy as Record<string | number, FactsValue>, rest, value);
}

/** The cells that say what is expected, as an `expect` would say it. */
function rowExpectation(table: Table, row: TableRow) {
  const { scope, activity, header } = table;
  const cell = cellNamed(table, row, 'expect');
  const [outcome] = cell?.values ?? [];
  if (cell === undefined || outcome === undefined) return undefined;
  const node: Expectation = {
    kind: 'expectation',
    start: row.start,
    end: row.end,
    outcome: nameOf(scope, outcome),
    checks: header.flatMap((column, index) => checkOf(scope, column, row.cells[index]) ?? []),
  };
  return expectationOf(scope, activity, node);
}

function nameOf(scope: Scope, expression: Expression): Name {
  return {
    kind: 'name',
    start: expression.start,
    end: expression.end,
    text: sourceText(scope.site.unit, expression),
  };
}

function checkOf(
  scope: Scope,
  column: HeaderCell,
  cell: TableCell | undefined,
): ExpectationCheck | undefined {
  if (!checkColumns.has(column.text) || cell === undefined || cell.values.length === 0) return undefined;
  const texts = cell.values.map((value) => ({ value, text: sourceText(scope.site.unit, value) }));
  const references = texts
    .filter(({ text }) => text !== 'none')
    .map(({ value, text }) => referenceOf(value, text));
  const what: Name = {
    kind: 'name',
    start: column.start,
    end: column.end,
    text: column.text.replace(/^only /, ''),
  };
  return {
    kind: 'expectation-check',
    start: cell.start,
    end: cell.end,
    what,
    only: column.text.startsWith('only '),
    references,
  };
}
