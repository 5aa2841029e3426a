import type { Judgment } from './judgment.ts';
import type { Knowledge } from './knowledge.ts';
import type { DefineNode, FormulaNode, ValueNode } from './nodes.ts';
import type { Scope } from './scope.ts';
import { valueKnowledge } from './values.ts';

/** A define takes its caller's zone and reads only its parameters. */
export function callNode<Body extends FormulaNode | ValueNode, Result extends Judgment | Knowledge>(
  { define, args }: { readonly define: () => DefineNode<Body>; readonly args: readonly ValueNode[] },
  scope: Scope,
  evaluate: (body: Body, scope: Scope) => Result,
): Result {
  const { parameters, body } = define();
  const names = new Map<string, Knowledge>();
  for (const [index, parameter] of parameters.entries()) {
    const argument = args[index];
    if (argument !== undefined) names.set(`$${parameter}`, valueKnowledge(argument, scope));
  }
  return evaluate(body, { run: scope.run, zone: scope.zone, claim: undefined, shared: new Map(), names });
}
