import type {
  Constant,
  Exception,
  Formula,
  Period,
  Policy,
  Program,
  Provision,
  Value,
} from '../logic/index.ts';
import { someNode } from '../logic/index.ts';
import type { VocabularyNames } from './dated.ts';

interface Reads {
  readonly program: Program;
  readonly groups: Set<string>;
  readonly tables: Set<string>;
  readonly calendars: Set<string>;
  readonly defines: Set<string>;
}

/** The groups, tables and calendars that policies read, with those that these are made of. */
export function vocabularyRead(program: Program, policies: readonly Policy[]): VocabularyNames {
  const none = () => new Set<string>();
  const reads: Reads = { program, groups: none(), tables: none(), calendars: none(), defines: none() };
  for (const policy of policies) for (const node of nodesOf(policy)) noteReads(node, reads);
  return reads;
}

type Node = Formula | Value;

function nodesOf({ parts, schedules }: Policy): readonly Node[] {
  return [
    ...parts.flatMap(({ applies, default: byDefault, rules }) => [
      applies,
      ...(byDefault === undefined ? [] : nodesOfProvision(byDefault)),
      ...rules.flatMap(nodesOfProvision),
    ]),
    ...schedules.flatMap(({ applies, rules }) => [
      applies,
      ...rules.flatMap((rule) => [
        ...nodesOfProvision(rule),
        ...nodesOfPeriod(rule.period),
        ...(rule.doneWhen === undefined ? [] : [rule.doneWhen]),
      ]),
    ]),
  ];
}

function nodesOfProvision({ condition, exceptions }: Provision): readonly Node[] {
  const inside = exceptions.flatMap((exception: Exception) => [
    ...nodesOfProvision(exception),
    ...nodesOfPeriod(exception.instead),
  ]);
  return [condition, ...inside];
}

function nodesOfPeriod(period: Period | undefined): readonly Node[] {
  if (period === undefined) return [];
  const { until, rolling, extension } = period;
  const parts = [until, rolling, extension?.until, extension?.condition];
  return parts.filter((part) => part !== undefined);
}

function noteReads(root: Node, reads: Reads): void {
  someNode(root, (node) => {
    noteNode(node, reads);
    return false;
  });
}

function noteNode(node: Node, reads: Reads): void {
  switch (node.kind) {
    case 'term-test':
      for (const option of node.options) if (option.kind === 'group') noteGroup(option.group, reads);
      return;
    case 'lookup':
      noteTable(node.table, reads);
      return;
    case 'constant':
      noteConstant(node.constant, reads);
      return;
    case 'call':
    case 'call-value':
      noteDefine(node.define, reads);
      return;
    default:
  }
}

function noteGroup(name: string, reads: Reads): void {
  if (reads.groups.has(name)) return;
  reads.groups.add(name);
  for (const entry of reads.program.groups.get(name)?.entries ?? []) {
    if (entry.kind === 'group') noteGroup(entry.name, reads);
  }
}

/** A table may give calendars. */
function noteTable(name: string, reads: Reads): void {
  if (reads.tables.has(name)) return;
  reads.tables.add(name);
  for (const { values } of reads.program.tables.get(name)?.rows ?? []) {
    for (const value of values) if (typeof value === 'object') noteConstant(value.constant, reads);
  }
}

function noteConstant(constant: Constant, { calendars }: Reads): void {
  if (constant.type === 'calendar') calendars.add(constant.value);
  if (constant.type === 'duration' && constant.calendar !== undefined) calendars.add(constant.calendar);
}

function noteDefine(name: string, reads: Reads): void {
  if (reads.defines.has(name)) return;
  reads.defines.add(name);
  const body = reads.program.defines.get(name)?.body;
  if (body !== undefined) noteReads(body.kind === 'formula' ? body.formula : body.value, reads);
}
