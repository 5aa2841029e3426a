import type { FactsObject, FactsValue, TestCase } from '../../logic/index.ts';
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
import type { TestSubject } from './cases.ts';
import { policyPattern, refusedFacts, subjectOf, testScope } from './cases.ts';
import type { ColumnRole } from './columns.ts';
import { checkExpectColumns, columnRole, holdsValue } from './columns.ts';
import { expectationOf } from './expectations.ts';
import type { TestFact } from './facts.ts';
import { factOf, unknownFact } from './facts.ts';
import type { WrittenMoment } from './moments.ts';
import { momentOf } from './moments.ts';
import { resolveFactPath } from './references.ts';
import type { FactTarget, RowTable } from './row-tables.ts';
import { filedTables } from './row-tables.ts';
import { scheduleExpectationOf } from './schedule-expectations.ts';

interface Table {
  /** Where what is given stands. */
  readonly scope: Scope;
  /** Where the rows stand: in the same declaration, or in a file. */
  readonly rowScope: Scope;
  readonly declaration: ScenariosDeclaration;
  readonly tested: TestSubject;
  readonly under: readonly string[];
  readonly header: readonly HeaderCell[];
  readonly roles: readonly ColumnRole[];
  /** For every column that is a fact: where its cells go. */
  readonly targets: readonly (FactTarget | undefined)[];
}

/** Reads a table of scenarios: every row is a test of its own. */
export function computeScenarios(context: CheckContext, key: string): readonly TestCase[] {
  const declared = context.queries.get('unit', key);
  if (declared?.unit.tree.kind !== 'scenarios') return [];
  const { tree } = declared.unit;
  const tested = subjectOf(context, declared, tree.subject);
  if (tested === undefined) return [];
  const under = tree.under.flatMap((reference) => policyPattern(context, declared, reference) ?? []);
  const scope = testScope(context, declared, tested);
  const tables = [...writtenTables(scope, tree), ...filedTables(scope, tree)];
  const hasRows = tree.clauses.some(({ kind }) => kind === 'rows-clause' || kind === 'rows-from-clause');
  if (!hasRows) report(context, declared.unit, 'test/no-case', tree.title, {});
  let written = 0;
  return tables.flatMap((rows) => {
    const table = readHeader(rows, { scope, declaration: tree, tested, under });
    return rows.read(table.targets).flatMap((row, index) => {
      written += rows.file === undefined ? 1 : 0;
      const name = rows.file === undefined ? `row ${written}` : `row ${index + 1} of ${rows.file}`;
      return rowCase(table, row, `${tree.title.value}, ${name}`) ?? [];
    });
  });
}

/** The tables that stand between the braces. */
function writtenTables(scope: Scope, tree: ScenariosDeclaration): readonly RowTable[] {
  return clausesOf(tree.clauses, 'rows-clause').map(({ table: { header, rows } }) => {
    return { file: undefined, scope, header, read: () => rows };
  });
}

function readHeader(
  { scope: rowScope, header }: RowTable,
  parts: Pick<Table, 'scope' | 'declaration' | 'tested' | 'under'>,
): Table {
  const { tested } = parts;
  reportRepeated(rowScope, header);
  const roles = header.map((cell) => columnRole(rowScope, tested, cell));
  const targets = header.map((cell, index) =>
    roles[index] === 'fact' ? resolveColumn(rowScope, tested, cell) : undefined,
  );
  checkExpectColumns(rowScope, tested, header, roles);
  return { ...parts, rowScope, header, roles, targets };
}

function reportRepeated(scope: Scope, header: readonly HeaderCell[]): void {
  const seen = new Set<string>();
  for (const cell of header) {
    if (cell.text !== '' && seen.has(cell.text)) {
      complain(scope, 'test/repeated-column', cell, { name: cell.text });
    }
    seen.add(cell.text);
  }
}

function resolveColumn(
  scope: Scope,
  { subject }: TestSubject,
  cell: HeaderCell | Reference,
): FactTarget | undefined {
  const because = refusedFacts(subject).get(cell.text);
  if (because !== undefined) {
    complain(scope, 'test/derived-fact', cell, { name: cell.text, because });
    return undefined;
  }
  return resolveFactPath(scope, subject, referenceOf(cell, cell.text));
}

function referenceOf(span: { readonly start: number; readonly end: number }, text: string): Reference {
  return { kind: 'reference', start: span.start, end: span.end, segments: [], text };
}

function rowCase(table: Table, row: TableRow, title: string): TestCase | undefined {
  const { scope, rowScope, declaration, tested, under, header } = table;
  if (row.cells.length !== header.length) {
    complain(rowScope, 'test/row-length', row, { found: row.cells.length, wanted: header.length });
    return undefined;
  }
  const own = rowMoment(table, row);
  const [shared] = clausesOf(declaration.clauses, 'moment-clause');
  const moment = own ?? shared;
  const now = moment && momentOf(own === undefined ? scope : rowScope, tested, moment, under);
  const parts = {
    title,
    place: { unit: rowScope.site.unit, start: row.start, end: row.end },
    under,
    ...(now === undefined ? {} : { now }),
    facts: rowFacts(table, row),
  };
  const expected = rowExpectation(table, row);
  if (tested.kind === 'record') {
    const expectation = expected && scheduleExpectationOf(rowScope, tested.subject, expected);
    const expectations = expectation === undefined ? [] : [expectation];
    return { kind: 'schedule', ...parts, record: tested.subject.name, expectations };
  }
  const expectation = expected && expectationOf(rowScope, tested.subject, expected);
  const expectations = expectation === undefined ? [] : [expectation];
  return { kind: 'decision', ...parts, activity: tested.subject.name, expectations };
}

/** The moment that a row states itself. */
function rowMoment({ header, roles }: Table, row: TableRow): WrittenMoment | undefined {
  for (const [index, role] of roles.entries()) {
    const [value] = role === 'moment' ? (row.cells[index]?.values ?? []) : [];
    if (value !== undefined) return { which: header[index]?.text === 'on' ? 'on' : 'now', value };
  }
  return undefined;
}

function cellNamed({ header }: Table, row: TableRow, column: string): TableCell | undefined {
  const index = header.findIndex((cell) => cell.text === column);
  return index < 0 ? undefined : row.cells[index];
}

/** What is given, and on top of it the cells of the row; a blank cell states nothing. */
function rowFacts(table: Table, row: TableRow): FactsObject {
  const { scope, rowScope, declaration, tested, targets } = table;
  const facts: Record<string, FactsValue> = {};
  for (const { entries } of clausesOf(declaration.clauses, 'given-clause')) {
    for (const entry of entries) assignGiven(scope, tested, facts, entry);
  }
  for (const [index, target] of targets.entries()) {
    const [value] = row.cells[index]?.values ?? [];
    if (target !== undefined && value !== undefined) assign(rowScope, facts, target, value);
  }
  return facts;
}

function assignGiven(
  scope: Scope,
  tested: TestSubject,
  facts: Record<string, FactsValue>,
  entry: GivenEntry,
): void {
  const target = resolveColumn(scope, tested, entry.path);
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

/** The cells that say what is expected, as an `expect` would say it; nothing where all are blank. */
function rowExpectation(table: Table, row: TableRow): Expectation | undefined {
  const { rowScope: scope, tested, header, roles } = table;
  const [outcome] = cellNamed(table, row, 'expect')?.values ?? [];
  const checks = header.flatMap((column, index) =>
    roles[index] === 'check' ? (checkOf(scope, column, row.cells[index]) ?? []) : [],
  );
  if (outcome === undefined && (tested.kind === 'activity' || checks.length === 0)) return undefined;
  const { start, end } = row;
  const name: Name = outcome === undefined ? { kind: 'name', start, end, text: '' } : nameOf(scope, outcome);
  return { kind: 'expectation', start, end, outcome: name, checks };
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
  const [first] = cell?.values ?? [];
  if (cell === undefined || first === undefined) return undefined;
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
    ...(holdsValue(column.text) ? { value: first } : {}),
  };
}
