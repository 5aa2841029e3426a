import type {
  Constant,
  DayTestFormula,
  Formula,
  LookupValue,
  Period,
  Program,
  Provision,
  SchedulePart,
  Subject,
  TermOption,
  Value,
} from '../logic/index.ts';
import { partsOf } from '../logic/index.ts';
import { invariant } from '../support/index.ts';

/** What conditions compare one fact with. */
export interface FactTests {
  readonly constants: readonly Constant[];
  readonly options: readonly TermOption[];
}

interface Collected extends FactTests {
  readonly constants: Constant[];
  readonly options: TermOption[];
}

interface Collector {
  readonly program: Program;
  readonly facts: Map<string, Collected>;
  /** Defines with the facts of their arguments that were looked into already. */
  readonly visited: Set<string>;
}

/** What stands for a parameter: the facts that the argument reads, and the constants in it. */
interface Argument {
  readonly facts: readonly string[];
  readonly constants: readonly Constant[];
}

interface Frame {
  /** By parameter as reads spell it: `$who`. */
  readonly bound: ReadonlyMap<string, Argument>;
  /** Derived facts are shared by all that name them: each is looked into once. */
  readonly seen: Set<Formula | Value>;
}

function openFrame(bound: Frame['bound'] = new Map()): Frame {
  return { bound, seen: new Set() };
}

/** Every base fact that the rules about an activity or a record read, by schematic path, with what it is compared to. */
export function collectFactTests(program: Program, subject: Subject): ReadonlyMap<string, FactTests> {
  const collector: Collector = { program, facts: new Map(), visited: new Set() };
  const frame = openFrame();
  for (const operand of subject.claim?.operands ?? []) visit(operand, frame, collector);
  const isActivity = program.activities.get(subject.name) === subject;
  for (const { parts, schedules } of program.policies) {
    for (const part of parts.filter(({ activity }) => isActivity && activity === subject.name)) {
      visit(part.applies, frame, collector);
      const provisions = part.default === undefined ? part.rules : [part.default, ...part.rules];
      for (const provision of provisions) visitProvision(provision, frame, collector);
    }
    for (const part of schedules.filter(({ record }) => !isActivity && record === subject.name)) {
      visitSchedule(part, frame, collector);
    }
  }
  return collector.facts;
}

function visitSchedule({ applies, rules }: SchedulePart, frame: Frame, collector: Collector): void {
  visit(applies, frame, collector);
  for (const rule of rules) {
    visitProvision(rule, frame, collector);
    if (rule.period !== undefined) visitPeriod(rule.period, frame, collector);
    if (rule.doneWhen !== undefined) visit(rule.doneWhen, frame, collector);
  }
}

function visitPeriod({ until, rolling, extension }: Period, frame: Frame, collector: Collector): void {
  visit(until, frame, collector);
  if (rolling !== undefined) visit(rolling, frame, collector);
  if (extension === undefined) return;
  visit(extension.until, frame, collector);
  visit(extension.condition, frame, collector);
}

function visitProvision({ condition, exceptions }: Provision, frame: Frame, collector: Collector): void {
  visit(condition, frame, collector);
  for (const exception of exceptions) {
    visitProvision(exception, frame, collector);
    if (exception.instead !== undefined) visitPeriod(exception.instead, frame, collector);
  }
}

function visit(node: Formula | Value, frame: Frame, collector: Collector): void {
  if (frame.seen.has(node)) return;
  frame.seen.add(node);
  for (const fact of factsOf(node, frame)) entryOf(fact, collector);
  noteTests(node, frame, collector);
  if (node.kind === 'call' || node.kind === 'call-value') visitDefine(node, frame, collector);
  for (const part of partsOf(node)) visit(part, frame, collector);
}

function noteTests(node: Formula | Value, frame: Frame, collector: Collector): void {
  if (node.kind === 'compare') {
    noteConstants(node.left, [node.right], frame, collector);
    noteConstants(node.right, [node.left], frame, collector);
  } else if (node.kind === 'between') {
    noteConstants(node.value, [node.low, node.high], frame, collector);
  } else if (node.kind === 'in-force' && node.on !== undefined) {
    const edges = [node.from, node.until].filter((date) => date !== undefined);
    for (const fact of factsOf(node.on, frame)) {
      entryOf(fact, collector).constants.push(...edges.map((value) => ({ type: 'date' as const, value })));
    }
  } else if (node.kind === 'term-test') {
    for (const fact of factsOf(node.value, frame)) entryOf(fact, collector).options.push(...node.options);
  } else if (node.kind === 'day-test') {
    noteCover(node, frame, collector);
  } else if (node.kind === 'lookup') {
    noteRows(node, frame, collector);
  }
}

/** A calendar tells the days that it covers from all others. */
function noteCover({ value, calendar }: DayTestFormula, frame: Frame, collector: Collector): void {
  if (calendar.kind !== 'constant' || calendar.constant.type !== 'calendar') return;
  const cover = collector.program.calendars.get(calendar.constant.value);
  if (cover === undefined) return;
  const edges = [cover.from, cover.until].map((day) => ({ type: 'date' as const, value: day }));
  for (const fact of factsOf(value, frame)) entryOf(fact, collector).constants.push(...edges);
}

/** A table tells the terms that its rows name from all others, and the days on which they begin and end. */
function noteRows({ table, keys, on }: LookupValue, frame: Frame, collector: Collector): void {
  const rows = collector.program.tables.get(table)?.rows ?? [];
  for (const [index, key] of keys.entries()) {
    const terms = rows.flatMap((row) => {
      const cell = row.keys[index];
      return cell?.type === 'term' ? [{ kind: 'term' as const, term: cell.value }] : [];
    });
    for (const fact of factsOf(key, frame)) entryOf(fact, collector).options.push(...terms);
  }
  if (on === undefined) return;
  const edges = rows.flatMap(({ from, until }) => [from, until].filter((date) => date !== undefined));
  for (const fact of factsOf(on, frame)) {
    entryOf(fact, collector).constants.push(...edges.map((value) => ({ type: 'date' as const, value })));
  }
}

/** What the facts of one side are compared with on the others. */
function noteConstants(side: Value, others: readonly Value[], frame: Frame, collector: Collector): void {
  const constants = others.flatMap((other) => constantsIn(other, frame, collector));
  for (const fact of factsOf(side, frame)) entryOf(fact, collector).constants.push(...constants);
}

function constantsIn(value: Value, frame: Frame, collector: Collector): readonly Constant[] {
  if (value.kind === 'constant') return [value.constant];
  if (value.kind === 'parameter') return frame.bound.get(`$${value.name}`)?.constants ?? [];
  if (value.kind === 'lookup') return constantsOf(value, collector);
  return partsOf(value).flatMap((part) => ('type' in part ? constantsIn(part, frame, collector) : []));
}

/** What the rows of a table may say. */
function constantsOf({ table, column }: LookupValue, { program }: Collector): readonly Constant[] {
  const looked = program.tables.get(table);
  const index = looked?.columns.findIndex(({ name }) => name === column) ?? -1;
  return (looked?.rows ?? []).flatMap(({ values }) => {
    const value = values[index];
    return value === undefined || value === 'none' ? [] : [value.constant];
  });
}

function visitDefine(
  call: Extract<Formula | Value, { kind: 'call' | 'call-value' }>,
  frame: Frame,
  collector: Collector,
): void {
  const define = collector.program.defines.get(call.define);
  invariant(define !== undefined, `the program has a define ${call.define}`);
  const given = call.arguments.map((argument) => ({
    facts: factsOf(argument, frame),
    constants: constantsIn(argument, frame, collector),
  }));
  const key = `${define.name} ${JSON.stringify(given)}`;
  if (collector.visited.has(key)) return;
  collector.visited.add(key);
  const inner = new Map(
    define.parameters.map(({ name }, index) => [`$${name}`, given[index] ?? { facts: [], constants: [] }]),
  );
  visit(
    define.body.kind === 'formula' ? define.body.formula : define.body.value,
    openFrame(inner),
    collector,
  );
}

/** The facts that a node reads, with the facts of arguments in place of parameters. */
function factsOf({ traits }: Formula | Value, frame: Frame): readonly string[] {
  return traits.facts.flatMap((fact) => {
    const [head = ''] = /^[^.[]+/.exec(fact) ?? [];
    return head.startsWith('$')
      ? (frame.bound.get(head)?.facts ?? []).map((path) => path + fact.slice(head.length))
      : [fact];
  });
}

function entryOf(fact: string, { facts }: Collector): Collected {
  const known = facts.get(fact);
  if (known !== undefined) return known;
  const entry: Collected = { constants: [], options: [] };
  facts.set(fact, entry);
  return entry;
}
