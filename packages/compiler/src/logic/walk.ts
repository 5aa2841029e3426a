import { assertNever } from '../support/index.ts';
import type { Formula } from './formula.ts';
import type { Value } from './value.ts';

type Node = Formula | Value;

/** The conditions and values that a node is directly made of, in the order of the source. */
export function partsOf(node: Node): readonly Node[] {
  return isFormula(node) ? partsOfFormula(node) : partsOfValue(node);
}

/**
 * Visits a node and everything that it is made of, each once: conditions share parts, so that walking them as a tree
 * could take exponentially long. Calls are not followed. Ends early where `visit` returns true, and says so.
 */
export function someNode(node: Node, visit: (node: Node) => boolean): boolean {
  const seen = new Set<Node>();
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (visit(next)) return true;
    open.push(...partsOf(next));
  }
  return false;
}

/** Values have a type, formulas are always true, false or unknown. */
export function isFormula(node: Node): node is Formula {
  return !('type' in node);
}

function partsOfFormula(node: Formula): readonly Node[] {
  switch (node.kind) {
    case 'truth':
      return [];
    case 'not':
      return [node.operand];
    case 'and':
    case 'or':
      return node.operands;
    case 'holds':
    case 'is-none':
    case 'is-known':
      return [node.value];
    case 'term-test':
      return [
        node.value,
        ...node.options.flatMap((option) => ('on' in option && option.on !== undefined ? [option.on] : [])),
      ];
    case 'same-term':
    case 'compare':
      return [node.left, node.right];
    case 'scope-test':
      return [node.value, node.scope];
    case 'between':
      return [node.value, node.low, node.high];
    case 'day-test':
      return [node.value, node.calendar];
    case 'some':
    case 'every':
      return [node.list, node.body];
    case 'latest':
      return [node.list, node.by, node.condition, node.body];
    case 'call':
      return node.arguments;
    case 'in-force':
      return node.on === undefined ? [] : [node.on];
    default:
      return assertNever(node);
  }
}

function partsOfValue(node: Value): readonly Node[] {
  switch (node.kind) {
    case 'constant':
    case 'fact':
    case 'variable':
    case 'parameter':
    case 'claim':
    case 'now':
      return [];
    case 'extreme':
      return node.operands;
    case 'derived':
      return [node.value];
    case 'arithmetic':
      return [node.left, node.right];
    case 'count':
      return [node.list, node.condition];
    case 'call-value':
      return node.arguments;
    case 'field':
    case 'ancestor':
    case 'local-date':
    case 'age':
    case 'edge':
      return [node.of];
    case 'clock':
      return node.zone === undefined ? [] : [node.zone];
    case 'offset':
      return node.calendar === undefined
        ? [node.origin, node.duration]
        : [node.origin, node.duration, node.calendar];
    case 'condition':
      return [node.condition];
    case 'else':
      return [node.of, node.fallback];
    case 'lookup':
      return node.on === undefined ? node.keys : [...node.keys, node.on];
    default:
      return assertNever(node);
  }
}
