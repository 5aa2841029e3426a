import { assertNever } from '../support/index.ts';
import type {
  DefaultClause,
  OptionClause,
  PolicyClause,
  PolicyDeclaration,
  SourceClause,
} from '../syntax/index.ts';
import type { BlockLayout, Clause, PrintedClause } from './blocks.ts';
import { printBlock } from './blocks.ts';
import { printTail, printWrapped } from './chains.ts';
import type { Doc } from './document.ts';
import { indentWidth } from './document.ts';
import { conditionPart, expressionPart } from './expressions.ts';
import { printBodied, printHead } from './heads.ts';
import { lineWidth, standsOnOneLine } from './page.ts';
import { printPhrase } from './phrases.ts';
import type { Cursor } from './pieces.ts';
import { printInForce, printRule } from './rules.ts';

/** Prints a policy; an empty line stands between what it says of itself and its rules. */
export function printPolicy(cursor: Cursor, node: PolicyDeclaration): Doc {
  return printBodied(cursor, node, () => {
    const rules = new Set(
      node.clauses.filter(({ kind }) => kind === 'rule' || kind === 'lift').map(({ start }) => start),
    );
    const needsBlank = (above: PrintedClause, below: PrintedClause): boolean => {
      const followsRule = rules.has(above.clause.start);
      if (followsRule !== rules.has(below.clause.start)) return true;
      return followsRule && !(standsAlone(above.doc) && standsAlone(below.doc));
    };
    const layout: BlockLayout = { mayStandOnOneLine: false, needsBlank };
    return printBlock(
      cursor,
      node.clauses.map((clause) => policyClause(cursor, clause)),
      layout,
    );
  });
}

function standsAlone(doc: Doc): boolean {
  return standsOnOneLine(doc, lineWidth - indentWidth);
}

function policyClause(cursor: Cursor, node: PolicyClause): Clause {
  return { start: node.start, end: node.end, continues: false, print: () => printPolicyClause(cursor, node) };
}

function printPolicyClause(cursor: Cursor, node: PolicyClause): Doc {
  switch (node.kind) {
    case 'authority-clause':
    case 'zone-clause':
    case 'review-by-clause':
      return printPhrase(cursor, node.end);
    case 'source-clause':
      return printSource(cursor, node);
    case 'in-force-clause':
      return printInForce(cursor, node);
    case 'applies-clause':
      return printPhrase(
        cursor,
        node.end,
        node.condition === undefined ? [] : [conditionPart(cursor, node.condition)],
      );
    case 'default-clause':
      return printDefault(cursor, node);
    case 'option-clause':
      return printOption(cursor, node);
    case 'rule':
    case 'lift':
      return printRule(cursor, node);
    default:
      return assertNever(node);
  }
}

function printSource(cursor: Cursor, { text, url, end }: SourceClause): Doc {
  return printWrapped(cursor, end, {
    stops: url === undefined ? [text.end] : [text.end, url.end],
    parts: [],
  });
}

function printDefault(cursor: Cursor, node: DefaultClause): Doc {
  const { activity, title, cites, end } = node;
  const headEnd = (title ?? activity).end;
  const head = printHead(cursor, cites.length === 0 ? end : headEnd, node);
  return printTail(
    cursor,
    head,
    cites.map((cite) => ({ end: cite.end, parts: [] })),
  );
}

/** `option texts-are-calls: boolean "…" { safe yes  cite "…" }` */
function printOption(cursor: Cursor, node: OptionClause): Doc {
  const { safe, cites } = node;
  const clauses = cites.map(({ start, end }): Clause => {
    return { start, end, continues: false, print: () => printPhrase(cursor, end) };
  });
  if (safe !== undefined) {
    const { start, end } = safe;
    const print = (): Doc => printPhrase(cursor, end, [expressionPart(cursor, safe)]);
    clauses.push({ start, end, continues: false, print });
  }
  clauses.sort((left, right) => left.start - right.start);
  return printBodied(cursor, node, () => printBlock(cursor, clauses, { mayStandOnOneLine: true }));
}
