import type { Policy, Program } from '../logic/index.ts';
import type { ExceptNode, LiftNode, PolicyDeclaration, RuleNode } from '../syntax/index.ts';

/** What authors wrote about their declarations and rules, which the logic does not keep. */
export interface SourceNotes {
  /** The documentation of a define. */
  readonly define: (name: string) => string | undefined;
  readonly policy: (policy: Policy) => string | undefined;
  /** The part of the tree that declares a rule, exception or lift, by the id of it. */
  readonly node: (id: string) => ProvisionNode | undefined;
}

export type ProvisionNode = RuleNode | ExceptNode | LiftNode;

export function readSourceNotes({ files }: Pick<Program, 'files'>): SourceNotes {
  const defines = new Map<string, string>();
  const policies = new Map<string, string>();
  const nodes = new Map<string, ProvisionNode>();
  for (const { declarations } of files) {
    const introduction = declarations[0]?.unit.tree.documentation?.text;
    let isFirst = true;
    for (const { unit } of declarations) {
      const { tree } = unit;
      if (tree.kind === 'define' && tree.documentation !== undefined) {
        defines.set(tree.name.text, tree.documentation.text);
      }
      if (tree.kind !== 'policy') continue;
      // What stands at the top of a file introduces its first policy.
      const text = tree.documentation?.text ?? (isFirst ? introduction : undefined);
      if (text !== undefined) policies.set(tree.name.text, text);
      isFirst = false;
      addNodes(tree, nodes);
    }
  }
  return {
    define: (name) => defines.get(name),
    policy: ({ id }) => policies.get(id),
    node: (id) => nodes.get(id),
  };
}

function addNodes(policy: PolicyDeclaration, nodes: Map<string, ProvisionNode>): void {
  for (const clause of policy.clauses) {
    if (clause.kind !== 'rule' && clause.kind !== 'lift') continue;
    const id = `${policy.name.text}.${clause.name.text}`;
    nodes.set(id, clause);
    for (const part of clause.clauses) {
      if (part.kind === 'except') addExceptions(part, `${id}.${part.name.text}`, nodes);
    }
  }
}

function addExceptions(node: ExceptNode, id: string, nodes: Map<string, ProvisionNode>): void {
  nodes.set(id, node);
  for (const part of node.clauses) {
    if (part.kind === 'except') addExceptions(part, `${id}.${part.name.text}`, nodes);
  }
}
