import { assertNever } from '../support/index.ts';
import type {
  Expression,
  ObligationArgument,
  RuleClause,
  ScheduleClause,
  TextNode,
} from '../syntax/index.ts';
import type { Span } from '../text/index.ts';
import type { Clause } from './blocks.ts';
import { printBlock } from './blocks.ts';
import { printWrapped } from './chains.ts';
import type { Doc } from './document.ts';
import { conditionPart, expressionPart, expressionParts } from './expressions.ts';
import { endsWith, printBodied } from './heads.ts';
import { printUpToList } from './lists.ts';
import type { Part } from './phrases.ts';
import { printPhrase } from './phrases.ts';
import type { Cursor } from './pieces.ts';

/** What has a name and clauses: a rule, a lift, an exception. */
interface RuleLike extends Span {
  readonly title?: TextNode;
  readonly clauses: readonly RuleClause[];
}

/** Prints a rule, a lift or an exception. */
export function printRule(cursor: Cursor, node: RuleLike): Doc {
  return printBodied(cursor, node, () =>
    printBlock(cursor, ruleClauses(cursor, node.clauses), { mayStandOnOneLine: true }),
  );
}

/** `in force from D through E counted by EXPRESSION` */
export function printInForce(
  cursor: Cursor,
  node: Extract<RuleClause, { readonly kind: 'in-force-clause' }>,
): Doc {
  const parts = node.countedBy === undefined ? [] : [expressionPart(cursor, node.countedBy)];
  return printWrapped(cursor, node.end, { stops: [node.period.end], parts });
}

function ruleClauses(cursor: Cursor, clauses: readonly RuleClause[]): Clause[] {
  return clauses.map((node, index) => {
    const above = clauses[index - 1];
    const continues = above !== undefined && sentenceParts.has(above.kind) && continuations.has(node.kind);
    return { start: node.start, end: node.end, continues, print: () => printRuleClause(cursor, node) };
  });
}

/** Clauses that read on where the one before stops. */
const continuations: ReadonlySet<RuleClause['kind']> = new Set([
  'when-clause',
  'unless-clause',
  'leaving-clause',
  'rolling-clause',
]);
const sentenceParts: ReadonlySet<RuleClause['kind']> = new Set([
  ...continuations,
  'effect-clause',
  'schedule-clause',
  'period-instead-clause',
]);

function printRuleClause(cursor: Cursor, node: RuleClause): Doc {
  switch (node.kind) {
    case 'effect-clause':
    case 'leaving-clause':
    case 'cite-clause':
    case 'because-clause':
    case 'overridable-clause':
      return printPhrase(cursor, node.end);
    case 'when-clause':
    case 'unless-clause':
    case 'done-when-clause':
      return printPhrase(cursor, node.end, [conditionPart(cursor, node.condition)]);
    case 'extend-by-clause':
      return printPhrase(cursor, node.end, [
        expressionPart(cursor, node.duration),
        conditionPart(cursor, node.condition),
      ]);
    case 'schedule-clause':
      return printSchedule(cursor, node);
    case 'period-instead-clause':
      return printWrapped(cursor, node.end, {
        stops: endsOf([node.period]),
        parts: expressionParts(cursor, present([node.period, node.countedFrom, node.deadline])),
      });
    case 'rolling-clause':
      return printPhrase(cursor, node.end, [expressionPart(cursor, node.calendar)]);
    case 'review-within-clause':
      return printPhrase(cursor, node.end, [expressionPart(cursor, node.duration)]);
    case 'obligation-clause':
      if (!endsWith(cursor, node, ')')) return printPhrase(cursor, node.end);
      return printUpToList(
        cursor,
        node.arguments.map((argument) => argumentPart(cursor, argument)),
        { isCall: true },
      );
    case 'in-force-clause':
      return printInForce(cursor, node);
    case 'except':
      return printRule(cursor, node);
    default:
      return assertNever(node);
  }
}

/** `keep Invoice for at least D counted from E`: a long one goes on in a new line at its prepositions. */
function printSchedule(cursor: Cursor, node: ScheduleClause): Doc {
  const { record, everyRecordOf, period, countedFrom, deadline, end } = node;
  return printWrapped(cursor, end, {
    stops: endsOf([record, everyRecordOf, period, countedFrom]),
    parts: expressionParts(cursor, present([everyRecordOf, period, countedFrom, deadline])),
  });
}

function argumentPart(cursor: Cursor, { start, end, value }: ObligationArgument): Part {
  return { start, end, print: () => printPhrase(cursor, end, [expressionPart(cursor, value)]) };
}

function endsOf(nodes: readonly (Span | undefined)[]): number[] {
  return nodes.flatMap((node) => (node === undefined ? [] : [node.end]));
}

function present(nodes: readonly (Expression | undefined)[]): Expression[] {
  return nodes.filter((node) => node !== undefined);
}
