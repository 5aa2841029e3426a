import { assertNever } from '../support/index.ts';
import { displayWidth } from '../text/index.ts';
import type { Doc, Fill, FillItem } from './document.ts';

export type Mode = 'flat' | 'break';

/** What is left to print of a fill: the items from `index` on. */
export interface FillRest {
  readonly kind: 'fill-rest';
  readonly items: readonly FillItem[];
  readonly index: number;
  /** The item before stands on one line. */
  readonly wasFlat: boolean;
}

/** A document that waits to be printed. */
export interface Command {
  readonly doc: Doc | FillRest;
  readonly mode: Mode;
  readonly indentation: number;
}

/**
 * Whether everything up to the next possible end of the line fits into `remaining` columns. `pending` and `rest` are
 * stacks, the next document last; `rest` is what follows `pending`.
 */
export function fits(pending: Command[], rest: readonly Command[], remaining: number): boolean {
  let left = remaining;
  let restIndex = rest.length;
  while (left >= 0) {
    const command = pending.pop() ?? rest[--restIndex];
    if (command === undefined) return true;
    const taken = measure(command, pending);
    if (taken === 'line-ends') return true;
    left -= taken;
  }
  return false;
}

/** Puts documents on a stack so that the first is the next. */
export function pushAll(docs: readonly Doc[], around: Command, commands: Command[]): void {
  const { mode, indentation } = around;
  for (let index = docs.length - 1; index >= 0; index -= 1) {
    const doc = docs[index];
    if (doc !== undefined) commands.push({ doc, mode, indentation });
  }
}

/** A fill of which nothing is printed yet. */
export function startOf(fill: Fill): FillRest {
  return { kind: 'fill-rest', items: fill.items, index: 0, wasFlat: true };
}

/** The columns that a document takes itself; its parts are added to `pending`. */
function measure(command: Command, pending: Command[]): number | 'line-ends' {
  const { doc, mode, indentation } = command;
  if (typeof doc === 'string') return displayWidth(doc);
  switch (doc.kind) {
    case 'concat':
      pushAll(doc.parts, command, pending);
      return 0;
    case 'indent':
    case 'align':
      pending.push({ doc: doc.content, mode, indentation });
      return 0;
    case 'group':
      pending.push({ doc: doc.content, mode: doc.breaks ? 'break' : mode, indentation });
      return 0;
    case 'line':
      if (mode === 'break' || doc.mode === 'hard' || doc.mode === 'blank') return 'line-ends';
      return doc.mode === 'space' ? 1 : 0;
    case 'choice':
      return displayWidth(mode === 'flat' ? doc.flat : doc.broken);
    case 'trailing-comment':
      return 'line-ends';
    case 'fill':
      pushItems(startOf(doc), command, pending);
      return 0;
    case 'fill-rest':
      pushItems(doc, command, pending);
      return 0;
    default:
      return assertNever(doc);
  }
}

function pushItems(fill: FillRest, command: Command, pending: Command[]): void {
  const item = fill.items[fill.index];
  if (item === undefined) return;
  const { mode, indentation } = command;
  pending.push({ doc: { ...fill, index: fill.index + 1 }, mode, indentation });
  pending.push({ doc: item.content, mode, indentation });
  if (fill.index > 0) pending.push({ doc: item.separator, mode, indentation });
}
