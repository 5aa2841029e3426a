import type { FormulaNode, ValueNode } from './nodes.ts';

type Node = FormulaNode | Exclude<ValueNode, string>;

/** Whether a condition changes with the time. */
export function dependsOnTime(formula: FormulaNode): boolean {
  return hasNode(formula, isTime);
}

/** Whether something in a condition may stand in for an absent fact. */
export function dependsOnStandIn(formula: FormulaNode): boolean {
  return hasNode(formula, ({ is }) => is === 'else');
}

/** Whether a condition depends on the claim. */
export function dependsOnClaim(formula: FormulaNode): boolean {
  return hasNode(formula, ({ is }) => is === 'claim');
}

function isTime(node: Node): boolean {
  switch (node.is) {
    case 'now':
    case 'clock':
    case 'age':
      return true;
    case 'in-force':
      return node.on === undefined;
    case 'lookup':
      return node.on === undefined && node.table.changes.length > 0;
    case 'term-test':
      return node.options.some((option) => 'group' in option && option.on === undefined);
    default:
      return false;
  }
}

function hasNode(start: Node, isWanted: (node: Node) => boolean): boolean {
  const defines = new Set<unknown>();
  const nodes: Node[] = [start];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (isWanted(node)) return true;
    for (const part of Object.values(node)) addNodes(part, nodes, defines);
  }
  return false;
}

/** Nodes stand in properties and lists; defines and derived facts are looked into once. */
function addNodes(part: unknown, nodes: Node[], defines: Set<unknown>): void {
  if (Array.isArray(part)) {
    for (const item of part) addNodes(item, nodes, defines);
  } else if (typeof part === 'function' && !defines.has(part)) {
    defines.add(part);
    addNodes(part(), nodes, defines);
  } else if (typeof part === 'object' && part !== null) {
    // Everything that has `is` is a node; options and defines hold nodes.
    if ('is' in part) nodes.push(part as Node);
    else if ('group' in part || 'body' in part)
      for (const inner of Object.values(part)) addNodes(inner, nodes, defines);
  }
}
