import type { Expression } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';

/** Whether an expression can only be a condition; paths and calls may be either and are tried as values first. */
export function isConditionShaped(context: CheckContext, expression: Expression): boolean {
  switch (expression.kind) {
    case 'not':
    case 'logical':
    case 'comparison':
    case 'quantifier':
    case 'latest':
      return true;
    case 'parenthesized':
      return isConditionShaped(context, expression.inner);
    case 'call': {
      const declared = context.queries.get('declared', `define:${expression.callee.text}`);
      const callee =
        declared.length === 0 ? undefined : context.queries.get('define', expression.callee.text);
      return callee === undefined || callee.body.kind === 'formula';
    }
    default:
      return false;
  }
}
