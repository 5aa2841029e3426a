import type { Call, DefineDeclaration } from '@privacy-lang/compiler';
import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { AnyNode } from '../model/tree-walk.ts';
import type { ActionPlace } from './action-place.ts';
import { actionOf, editAt } from './action-place.ts';

/** Writes out what a definition says where it is asked. */
export function inlineDefine(place: ActionPlace): CodeAction[] {
  const call = place.around.findLast(isCall);
  if (call === undefined) return [];
  const [site] = place.snapshot.symbols.declarationsOf({ kind: 'define', name: call.callee.text });
  const tree = site?.unit.tree;
  if (site === undefined || tree?.kind !== 'define' || tree.parameters.length !== call.arguments.length)
    return [];
  const body = bodyWith(place, { tree, unit: site.unit }, call);
  const title = `Write out what "${call.callee.text}" says`;
  return [actionOf(place, title, CodeActionKind.RefactorInline, [editAt(place, call, `(${body})`)])];
}

function isCall(node: AnyNode): node is Call {
  return node.kind === 'call';
}

/** The words of the definition with the arguments of the call in place of the parameters. */
function bodyWith(
  { snapshot, unit: caller }: ActionPlace,
  { tree, unit }: { readonly tree: DefineDeclaration; readonly unit: ActionPlace['unit'] },
  call: Call,
): string {
  const { body, parameters } = tree;
  const starts = new Map(parameters.map(({ name }, index) => [name.start, index]));
  let result = '';
  let from = body.start;
  for (const { symbol, start, end } of snapshot.symbols.sitesIn(unit)) {
    if (symbol.kind !== 'variable' || start < body.start || end > body.end) continue;
    const argument = call.arguments[starts.get(symbol.start) ?? -1];
    if (argument === undefined) continue;
    const written = caller.text.slice(argument.start, argument.end);
    result += unit.text.slice(from, start) + written;
    from = end;
  }
  return result + unit.text.slice(from, body.end).trim();
}
