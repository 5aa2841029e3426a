import type { DeclarationUnit } from '@privacy-lang/compiler';
import type { AnyNode } from './tree-walk.ts';
import { childNodes } from './tree-walk.ts';

/** The nodes around an offset of a declaration, the outermost first; also those that end right there. */
export function nodesAround(unit: DeclarationUnit, offset: number): AnyNode[] {
  const path: AnyNode[] = [];
  let next: AnyNode | undefined = unit.tree;
  while (next !== undefined) {
    path.push(next);
    const touching: AnyNode[] = childNodes(next).filter(({ start, end }) => start <= offset && offset <= end);
    // Where two meet, the one that begins at the offset counts.
    next = touching.find(({ end }) => offset < end) ?? touching.at(-1);
  }
  return path;
}

/** The nodes that lie in a span and are in no other one that does, with what they stand in. */
export function* allNodes(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const child of childNodes(node)) yield* allNodes(child);
}
