import { assertNever } from '../support/index.ts';
import type {
  ChooseDeclaration,
  Declaration,
  DefineDeclaration,
  Member,
  ObligationDeclaration,
  Parameter,
} from '../syntax/index.ts';
import { printTail } from './chains.ts';
import type { Doc } from './document.ts';
import { concat } from './document.ts';
import { conditionPart, expressionPart, expressionParts } from './expressions.ts';
import { border } from './gaps.ts';
import { endsWith, openingBefore, printBodied, printDescribed, printHead } from './heads.ts';
import { printList, printUpToList } from './lists.ts';
import type { Part } from './phrases.ts';
import { printPhrase } from './phrases.ts';
import type { Cursor } from './pieces.ts';
import { previous } from './pieces.ts';
import { printPolicy } from './policies.ts';
import { printTest } from './tests.ts';
import {
  printAuthorities,
  printCalendar,
  printGroup,
  printScale,
  printTable,
  printTaxonomy,
} from './vocabulary.ts';

/** Prints a declaration from its first piece to its last. */
export function printDeclaration(cursor: Cursor, node: Declaration): Doc {
  switch (node.kind) {
    case 'module':
    case 'use':
    case 'unreadable':
      return printPhrase(cursor, node.end);
    case 'authorities':
      return printAuthorities(cursor, node);
    case 'taxonomy':
      return printTaxonomy(cursor, node);
    case 'scale':
      return printScale(cursor, node);
    case 'group':
      return printGroup(cursor, node);
    case 'table':
      return printTable(cursor, node);
    case 'calendar':
      return printCalendar(cursor, node);
    case 'record':
    case 'activity':
      return printBodied(cursor, node, () =>
        printList(
          cursor,
          node.members.map((member) => memberPart(cursor, member)),
        ),
      );
    case 'obligation':
      return printObligation(cursor, node);
    case 'define':
      return printDefine(cursor, node);
    case 'policy':
      return printPolicy(cursor, node);
    case 'choose':
      return printChoose(cursor, node);
    case 'let':
      return printPhrase(cursor, node.end, [conditionPart(cursor, node.value)]);
    case 'test':
    case 'scenarios':
      return printTest(cursor, node);
    default:
      return assertNever(node);
  }
}

function memberPart(cursor: Cursor, node: Member): Part {
  return { start: node.start, end: node.end, print: () => printMember(cursor, node) };
}

function printMember(cursor: Cursor, node: Member): Doc {
  switch (node.kind) {
    case 'field':
      return printDescribed(cursor, node.end);
    case 'authorised-by':
      return printPhrase(cursor, node.end);
    case 'derived':
      return printPhrase(cursor, node.end, [conditionPart(cursor, node.value)]);
    case 'claim':
      return printUpToList(cursor, expressionParts(cursor, node.operands));
    default:
      return assertNever(node);
  }
}

function printObligation(cursor: Cursor, node: ObligationDeclaration): Doc {
  if (!endsWith(cursor, node, ')')) return printHead(cursor, node.end, node);
  const head = printHead(cursor, openingBefore(cursor, node.end), node);
  return concat([head, border(cursor, ' '), printParameters(cursor, node.parameters)]);
}

/** `define NAME(PARAMETERS) as BODY`, the body in a line of its own where it does not fit or had one. */
function printDefine(cursor: Cursor, node: DefineDeclaration): Doc {
  const { title, parameters, body, end } = node;
  const open = cursor.pieces.slice(cursor.index).find(({ text }) => text === '(')?.start ?? body.start;
  const name = printHead(cursor, open, title !== undefined && title.start < open ? { title } : {});
  const gap = border(cursor, previous(cursor)?.text.endsWith('"') === true ? ' ' : '');
  const list = printParameters(cursor, parameters);
  const head = concat([name, gap, list, border(cursor, ' '), printPhrase(cursor, body.start)]);
  return printTail(cursor, head, [{ end, parts: [expressionPart(cursor, body)] }]);
}

function printParameters(cursor: Cursor, parameters: readonly Parameter[]): Doc {
  return printList(
    cursor,
    parameters.map(({ start, end }) => ({ start, end, print: () => printPhrase(cursor, end) })),
  );
}

function printChoose(cursor: Cursor, { value, because, end }: ChooseDeclaration): Doc {
  const head = printPhrase(cursor, value.end, [expressionPart(cursor, value)]);
  return because === undefined ? head : printTail(cursor, head, [{ end, parts: [] }]);
}
