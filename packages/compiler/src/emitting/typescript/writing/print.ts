import type { Place } from '../../../logic/index.ts';
import type { Doc } from './document.ts';

/** Where in the printed text code from a place begins. */
export interface Mark {
  /** From 0. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
  readonly place: Place;
}

export interface Printed {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const lineWidth = 110;
const indentWidth = 2;

interface Task {
  readonly doc: Doc;
  readonly indent: number;
  readonly isFlat: boolean;
}

/** Lays a document out: a group stays on one line where it fits. */
export function printDocument(document: Doc): Printed {
  const parts: string[] = [];
  const marks: Mark[] = [];
  let line = 0;
  let column = 0;
  const tasks: Task[] = [{ doc: document, indent: 0, isFlat: false }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { doc, indent, isFlat } = task;
    if (typeof doc === 'string') {
      parts.push(doc);
      const breaks = doc.split('\n').length - 1;
      line += breaks;
      column = breaks === 0 ? column + doc.length : doc.length - doc.lastIndexOf('\n') - 1;
    } else if (isLine(doc)) {
      if (isFlat && doc.mode !== 'hard') {
        parts.push(doc.mode === 'space' ? ' ' : '');
        column += doc.mode === 'space' ? 1 : 0;
      } else {
        parts.push(`\n${' '.repeat(indent)}`);
        line += 1;
        column = indent;
      }
    } else {
      if (isMarked(doc)) marks.push({ line, column, place: doc.place });
      pushParts(tasks, task, lineWidth - column);
    }
  }
  const text = parts.join('').replace(/[ ]+$/gm, '');
  return { text: `${text}\n`, marks };
}

function isLine(doc: Exclude<Doc, string>): doc is Extract<Doc, { kind: 'line' }> {
  return 'kind' in doc && doc.kind === 'line';
}

function isMarked(doc: Exclude<Doc, string>): doc is Extract<Doc, { kind: 'marked' }> {
  return 'kind' in doc && doc.kind === 'marked';
}

/** Puts what a document consists of onto the stack, the first part on top. */
function pushParts(tasks: Task[], task: Task, room: number): void {
  const { doc, indent, isFlat } = task;
  if (typeof doc === 'string') return;
  if (!('kind' in doc)) {
    for (let index = doc.length - 1; index >= 0; index -= 1) {
      const part = doc[index];
      if (part !== undefined) tasks.push({ doc: part, indent, isFlat });
    }
    return;
  }
  switch (doc.kind) {
    case 'indented':
      tasks.push({ doc: doc.content, indent: indent + indentWidth, isFlat });
      break;
    case 'marked':
      tasks.push({ doc: doc.content, indent, isFlat });
      break;
    case 'choice':
      tasks.push({ doc: isFlat ? doc.flat : doc.broken, indent, isFlat });
      break;
    case 'group':
      tasks.push({ doc: doc.content, indent, isFlat: isFlat || fits(doc.content, room, tasks) });
      break;
    case 'line':
      break;
  }
}

/** Whether a document fits into the rest of a line, together with what follows it up to the next line break. */
function fits(doc: Doc, room: number, following: readonly Task[]): boolean {
  let left = room;
  let next = following.length - 1;
  const open: { doc: Doc; isFlat: boolean }[] = [{ doc, isFlat: true }];
  while (left >= 0) {
    const current = open.pop() ?? following[next--];
    if (current === undefined) return true;
    const { doc: part, isFlat } = current;
    if (typeof part === 'string') left -= part.length;
    else if (!('kind' in part)) {
      for (let index = part.length - 1; index >= 0; index -= 1) open.push({ doc: part[index] ?? '', isFlat });
    } else if (part.kind === 'line') {
      if (part.mode === 'hard') return !isFlat;
      if (!isFlat) return true;
      left -= part.mode === 'space' ? 1 : 0;
    } else if (part.kind === 'choice') open.push({ doc: isFlat ? part.flat : part.broken, isFlat });
    else open.push({ doc: part.content, isFlat });
  }
  return false;
}
