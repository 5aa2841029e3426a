import type { Formula, Value } from '../logic/index.ts';
import { someNode } from '../logic/index.ts';
import { compareText } from '../support/index.ts';

/** The taxonomies whose terms stand in conditions or values, sorted. */
export function taxonomiesIn(nodes: readonly (Formula | Value)[]): readonly string[] {
  const found = new Set<string>();
  for (const root of nodes) {
    someNode(root, (node) => {
      if (node.kind === 'term-test') found.add(node.taxonomy);
      if (node.kind === 'constant' && 'taxonomy' in node.constant) found.add(node.constant.taxonomy);
      return false;
    });
  }
  return [...found].sort(compareText);
}
