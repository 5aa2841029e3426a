import { assertNever } from '../support/index.ts';
import type {
  Case,
  Expectation,
  GivenClause,
  GivenEntry,
  ScenarioClause,
  ScenariosDeclaration,
  TestClause,
  TestDeclaration,
} from '../syntax/index.ts';
import type { Clause } from './blocks.ts';
import { printBlock } from './blocks.ts';
import { printWrapped } from './chains.ts';
import type { Doc, FillItem } from './document.ts';
import { align, concat, fill, hardLine, space } from './document.ts';
import { expressionPart, expressionParts } from './expressions.ts';
import { border, commentDocs, gapBefore } from './gaps.ts';
import { printBodied } from './heads.ts';
import { printPhrase } from './phrases.ts';
import type { Cursor } from './pieces.ts';
import { startsLine, take } from './pieces.ts';
import { printRows } from './tables.ts';

/** Prints a test or scenarios, one clause on a line. */
export function printTest(cursor: Cursor, node: TestDeclaration | ScenariosDeclaration): Doc {
  const clauses = node.clauses.map((clause): Clause => {
    return {
      start: clause.start,
      end: clause.end,
      continues: false,
      print: () => printTestClause(cursor, clause),
    };
  });
  return printBodied(cursor, node, () => printBlock(cursor, clauses, { mayStandOnOneLine: false }));
}

function printTestClause(cursor: Cursor, node: TestClause | ScenarioClause): Doc {
  switch (node.kind) {
    case 'moment-clause':
      return printPhrase(cursor, node.end, [expressionPart(cursor, node.value)]);
    case 'case':
      return printCase(cursor, node);
    case 'expectation':
      return printExpectation(cursor, node);
    case 'given-clause':
      return printGiven(cursor, node);
    case 'rows-from-clause':
      return printPhrase(cursor, node.end);
    case 'rows-clause':
      return printRows(cursor, node.table);
    default:
      return assertNever(node);
  }
}

function printCase(cursor: Cursor, { facts, end }: Case): Doc {
  return printPhrase(cursor, end, [expressionPart(cursor, facts)]);
}

/** A long expectation goes on in a new line in front of a check. */
function printExpectation(cursor: Cursor, { outcome, checks, end }: Expectation): Doc {
  return printWrapped(cursor, end, {
    stops: [outcome.end, ...checks.map((check) => check.end)],
    parts: expressionParts(
      cursor,
      checks.flatMap(({ value }) => (value === undefined ? [] : [value])),
    ),
  });
}

/** The entries of `given` keep their commas across lines, since nothing else ends the list. */
function printGiven(cursor: Cursor, { entries }: GivenClause): Doc {
  const word = take(cursor);
  const gap = border(cursor, ' ');
  const items = entries.map((entry, index): FillItem => {
    const separator = index === 0 ? '' : lineBeforeEntry(cursor);
    const isLast = index === entries.length - 1;
    const value = printGivenEntry(cursor, entry);
    return { separator, content: isLast ? value : concat([value, border(cursor, ''), take(cursor)]) };
  });
  return concat([word, gap, entries.length === 1 ? fill(items) : align(fill(items))]);
}

function lineBeforeEntry(cursor: Cursor): Doc {
  const { comments } = gapBefore(cursor);
  if (comments.length > 0) return concat([...commentDocs(comments), hardLine]);
  return startsLine(cursor) ? hardLine : space;
}

function printGivenEntry(cursor: Cursor, { value, end }: GivenEntry): Doc {
  return printPhrase(cursor, end, [expressionPart(cursor, value)]);
}
