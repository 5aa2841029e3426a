/** A node of the syntax tree as far as walking it needs to know; its parts are found by looking at its properties. */
export interface AnyNode {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** The nodes directly below a node, in the order of their properties. */
export function childNodes(node: object): AnyNode[] {
  const children: AnyNode[] = [];
  for (const value of Object.values(node)) collectNodes(value, children);
  return children;
}

function collectNodes(value: unknown, children: AnyNode[]): void {
  if (Array.isArray(value)) for (const item of value) collectNodes(item, children);
  else if (isNode(value)) children.push(value);
}

function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number'
  );
}
