import type { Activity, Constant, Formula, Program, Provision, TermOption, Value } from '../logic/index.ts';
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

/** Parameters as reads spell them (`$who`), with the facts that stand for them. */
type Arguments = ReadonlyMap<string, readonly string[]>;

/** Every base fact that the rules about an activity read, by schematic path, with what it is compared with. */
export function collectFactTests(program: Program, activity: Activity): ReadonlyMap<string, FactTests> {
  const collector: Collector = { program, facts: new Map(), visited: new Set() };
  for (const operand of activity.claim?.operands ?? []) visit(operand, new Map(), collector);
  for (const { parts } of program.policies) {
    for (const part of parts.filter((candidate) => candidate.activity === activity.name)) {
      visit(part.applies, new Map(), collector);
      const provisions = part.default === undefined ? part.rules : [part.default, ...part.rules];
      for (const provision of provisions) visitProvision(provision, collector);
    }
  }
  return collector.facts;
}

function visitProvision({ condition, exceptions }: Provision, collector: Collector): void {
  visit(condition, new Map(), collector);
  for (const exception of exceptions) visitProvision(exception, collector);
}

function visit(node: Formula | Value, bound: Arguments, collector: Collector): void {
  for (const fact of factsOf(node, bound)) entryOf(fact, collector);
  noteTests(node, bound, collector);
  if (node.kind === 'call' || node.kind === 'call-value') visitDefine(node, bound, collector);
  for (const part of partsOf(node)) visit(part, bound, collector);
}

function noteTests(node: Formula | Value, bound: Arguments, collector: Collector): void {
  if (node.kind === 'compare') {
    noteConstants(node.left, [node.right], bound, collector);
    noteConstants(node.right, [node.left], bound, collector);
  } else if (node.kind === 'between') {
    noteConstants(node.value, [node.low, node.high], bound, collector);
  } else if (node.kind === 'in-force' && node.on !== undefined) {
    const edges = [node.from, node.until].filter((date) => date !== undefined);
    for (const fact of factsOf(node.on, bound)) {
      entryOf(fact, collector).constants.push(...edges.map((value) => ({ type: 'date' as const, value })));
    }
  } else if (node.kind === 'term-test') {
    for (const fact of factsOf(node.value, bound)) entryOf(fact, collector).options.push(...node.options);
  }
}

/** What the facts of one side are compared with on the others. */
function noteConstants(side: Value, others: readonly Value[], bound: Arguments, collector: Collector): void {
  const constants = others.flatMap(constantsIn);
  for (const fact of factsOf(side, bound)) entryOf(fact, collector).constants.push(...constants);
}

function constantsIn(value: Value): readonly Constant[] {
  if (value.kind === 'constant') return [value.constant];
  return partsOf(value).flatMap((part) => ('type' in part ? constantsIn(part) : []));
}

function visitDefine(
  call: Extract<Formula | Value, { kind: 'call' | 'call-value' }>,
  bound: Arguments,
  collector: Collector,
): void {
  const define = collector.program.defines.get(call.define);
  invariant(define !== undefined, `the program has a define ${call.define}`);
  const facts = call.arguments.map((argument) => factsOf(argument, bound));
  const key = `${define.name} ${JSON.stringify(facts)}`;
  if (collector.visited.has(key)) return;
  collector.visited.add(key);
  const inner = new Map(define.parameters.map(({ name }, index) => [`$${name}`, facts[index] ?? []]));
  visit(define.body.kind === 'formula' ? define.body.formula : define.body.value, inner, collector);
}

/** The facts that a node reads, with the facts of arguments in place of parameters. */
function factsOf({ traits }: Formula | Value, bound: Arguments): readonly string[] {
  return traits.facts.flatMap((fact) => {
    const [head = ''] = /^[^.[]+/.exec(fact) ?? [];
    return head.startsWith('$')
      ? (bound.get(head) ?? []).map((path) => path + fact.slice(head.length))
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
