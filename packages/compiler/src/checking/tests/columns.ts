import type { HeaderCell } from '../../syntax/index.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import type { TestSubject } from './cases.ts';
import { reportOtherCheck } from './expectations.ts';

/** Columns that check names in the answer, whatever is asked. */
const nameChecks = ['by', 'only by', 'missing', 'only missing', 'owing', 'only owing', 'assumed', 'claim'];

/** Columns that state what a schedule has to be. */
const scheduleChecks = ['state', 'due', 'keep-through', 'erase-by', 'due-by', 'may-erase'];

const checks: Readonly<Record<TestSubject['kind'], ReadonlySet<string>>> = {
  activity: new Set([...nameChecks, 'remarks']),
  record: new Set([...nameChecks, ...scheduleChecks]),
};

const moments: Readonly<Record<TestSubject['kind'], ReadonlySet<string>>> = {
  activity: new Set(['now']),
  record: new Set(['now', 'on']),
};

/** What a column of scenarios says: when it is, what is expected, a fact, or nothing after a mistake. */
export type ColumnRole = 'moment' | 'expect' | 'check' | 'fact' | 'nothing';

/** The role of a column in a table about an activity or record; a message where it belongs to the other kind. */
export function columnRole(scope: Scope, tested: TestSubject, cell: HeaderCell): ColumnRole {
  const { text } = cell;
  const { kind, subject } = tested;
  if (text === '') return 'nothing';
  if (moments[kind].has(text)) return 'moment';
  if (text === 'expect') return 'expect';
  if (checks[kind].has(text)) return 'check';
  const isOther = checks.activity.has(text) || checks.record.has(text) || moments.record.has(text);
  if (!isOther || subject.fields.some(({ name, key }) => name === text || key === text)) return 'fact';
  if (text === 'on') complain(scope, 'test/on-of-activity', cell, { activity: subject.name });
  else reportOtherCheck(scope, cell, kind, subject.name);
  return 'nothing';
}

/** Reports a table whose rows could never fail. */
export function checkExpectColumns(
  scope: Scope,
  { kind }: TestSubject,
  header: readonly HeaderCell[],
  roles: readonly ColumnRole[],
): void {
  const expects = roles.includes('expect') || (kind === 'record' && roles.includes('check'));
  const [first] = header;
  if (expects || first === undefined) return;
  if (kind === 'activity') complain(scope, 'test/no-expect-column', first, { column: 'expect' });
  else {
    const help =
      'Add a column "state" with must-keep, may-erase, must-erase or overdue, or one of the days, such as "keep-through".';
    complain(scope, 'test/no-expect-column', first, { column: 'state' }, { help });
  }
}

/** Whether the cells of a check column hold a day or yes and no; all others hold names. */
export function holdsValue(column: string): boolean {
  return column !== 'state' && column !== 'due' && scheduleChecks.includes(column);
}
