import { assertNever } from '../support/index.ts';
import type {
  Arithmetic,
  CalendarEdge,
  ClockReading,
  Count,
  ElseExpression,
  Expression,
  Latest,
  Logical,
  Not,
  ObjectEntry,
  Offset,
  Quantifier,
  Test,
} from '../syntax/index.ts';
import type { Phrase } from './chains.ts';
import { printChain, printTail } from './chains.ts';
import type { Doc } from './document.ts';
import { align } from './document.ts';
import { printList, printUpToList } from './lists.ts';
import type { Part } from './phrases.ts';
import { printPhrase } from './phrases.ts';
import type { Cursor } from './pieces.ts';

/** An expression as a part of a phrase. */
export function expressionPart(cursor: Cursor, node: Expression): Part {
  return { start: node.start, end: node.end, print: () => printExpression(cursor, node) };
}

/** Expressions as the entries of a list. */
export function expressionParts(cursor: Cursor, nodes: readonly Expression[]): Part[] {
  return nodes.map((node) => expressionPart(cursor, node));
}

/** The condition behind the keyword of a clause: the operands of `and` and `or` stand below one another. */
export function conditionPart(cursor: Cursor, node: Expression): Part {
  if (node.kind !== 'logical') return expressionPart(cursor, node);
  return { start: node.start, end: node.end, print: () => printLogical(cursor, node, { hangs: true }) };
}

/** Prints an expression from its first piece to its last. */
export function printExpression(cursor: Cursor, node: Expression): Doc {
  switch (node.kind) {
    case 'literal':
    case 'path':
    case 'missing-expression':
      return printPhrase(cursor, node.end);
    case 'call':
      return printUpToList(cursor, expressionParts(cursor, node.arguments), { isCall: true });
    case 'extreme':
      return printUpToList(cursor, expressionParts(cursor, node.operands));
    case 'of':
      if (node.operands.length !== 1) return printUpToList(cursor, expressionParts(cursor, node.operands));
      return printPhrase(cursor, node.end, expressionParts(cursor, node.operands));
    case 'logical':
      return printLogical(cursor, node, { hangs: false });
    case 'quantifier':
      return printQuantifier(cursor, node);
    case 'latest':
      return printLatest(cursor, node);
    case 'count':
      return printCount(cursor, node);
    case 'object':
      return printList(
        cursor,
        node.entries.map((entry) => objectEntryPart(cursor, entry)),
      );
    case 'list':
      return printList(cursor, expressionParts(cursor, node.items));
    case 'parenthesized':
      return printPhrase(cursor, node.end, [alignedPart(cursor, node.inner)]);
    case 'comparison':
      return printPhrase(cursor, node.end, [expressionPart(cursor, node.left), testPart(cursor, node.test)]);
    default:
      return printPhrase(cursor, node.end, expressionParts(cursor, operandsOf(node)));
  }
}

/** What stands between the words of an expression that is one phrase. */
function operandsOf(
  node: CalendarEdge | Not | ClockReading | Offset | ElseExpression | Arithmetic,
): readonly Expression[] {
  switch (node.kind) {
    case 'calendar-edge':
    case 'not':
      return [node.operand];
    case 'clock':
      return node.zone === undefined ? [] : [node.zone];
    case 'offset':
      return [node.duration, node.origin];
    case 'else':
      return [node.operand, node.fallback];
    case 'arithmetic':
      return [node.left, node.right];
    default:
      return assertNever(node);
  }
}

function testPart(cursor: Cursor, test: Test): Part {
  const { start, end } = test;
  if (test.kind === 'one-of-test') {
    return { start, end, print: () => printUpToList(cursor, expressionParts(cursor, test.options)) };
  }
  return { start, end, print: () => printPhrase(cursor, end, expressionParts(cursor, valuesOf(test))) };
}

function valuesOf(test: Exclude<Test, { readonly kind: 'one-of-test' }>): readonly Expression[] {
  switch (test.kind) {
    case 'none-test':
    case 'known-test':
      return [];
    case 'value-test':
      return test.on === undefined ? [test.value] : [test.value, test.on];
    case 'order-test':
      return [test.value];
    case 'distance-test':
      return [test.duration, test.origin];
    case 'between-test':
      return [test.low, test.high];
    case 'within-last-test':
      return [test.duration];
    case 'scope-test':
      return [test.scope];
    case 'day-test':
      return [test.calendar];
    default:
      return assertNever(test);
  }
}

function printLogical(cursor: Cursor, node: Logical, layout: { readonly hangs: boolean }): Doc {
  const operands = expressionParts(cursor, node.operands);
  return printChain(cursor, operands, { wordWidth: node.operator.length + 1, hangs: layout.hangs });
}

/** `some x in L satisfies C` */
function printQuantifier(cursor: Cursor, { list, body, end }: Quantifier): Doc {
  const head = printPhrase(cursor, list.end, [expressionPart(cursor, list)]);
  return printTail(cursor, head, [{ end, parts: [expressionPart(cursor, body)] }]);
}

/** `latest x in L by E where (C) satisfies B` */
function printLatest(cursor: Cursor, { list, by, condition, body, end }: Latest): Doc {
  const head = printPhrase(cursor, by.end, expressionParts(cursor, [list, by]));
  const last: Phrase = { end, parts: [expressionPart(cursor, body)] };
  if (condition === undefined) return printTail(cursor, head, [last]);
  const where: Phrase = { end: closingAfter(cursor, condition.end), parts: [alignedPart(cursor, condition)] };
  return printTail(cursor, head, [where, last]);
}

/** `number of x in L where (C)` */
function printCount(cursor: Cursor, { list, condition, end }: Count): Doc {
  const head = printPhrase(cursor, list.end, [expressionPart(cursor, list)]);
  return condition === undefined
    ? head
    : printTail(cursor, head, [{ end, parts: [alignedPart(cursor, condition)] }]);
}

function objectEntryPart(cursor: Cursor, { start, end, value }: ObjectEntry): Part {
  return { start, end, print: () => printPhrase(cursor, end, [expressionPart(cursor, value)]) };
}

/** What stands in parentheses: its lines start where it starts. */
function alignedPart(cursor: Cursor, node: Expression): Part {
  return { start: node.start, end: node.end, print: () => align(printExpression(cursor, node)) };
}

/** The end of the bracket that closes behind an offset. */
function closingAfter(cursor: Cursor, offset: number): number {
  let index = cursor.index;
  while ((cursor.pieces[index]?.start ?? offset) < offset) index += 1;
  return cursor.pieces[index]?.end ?? offset;
}
