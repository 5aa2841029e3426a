import type { Program } from '@privacy-lang/compiler';
import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { typeWords } from '../completion/types.ts';
import { allNodes } from '../model/tree-path.ts';
import type { AnyNode } from '../model/tree-walk.ts';
import { typeOfField } from '../model/types.ts';
import type { ActionPlace } from './action-place.ts';
import { actionOf, editAt } from './action-place.ts';

/** Gives the selected condition a name: a `define` in front of the declaration, whose parameters are the facts it reads. */
export function extractDefine(place: ActionPlace): CodeAction[] {
  const { unit, snapshot } = place;
  if (unit.tree.kind !== 'policy' && unit.tree.kind !== 'define') return [];
  const condition = selectedCondition(place);
  const parameters = condition === undefined ? undefined : parametersOf(place, condition);
  if (condition === undefined || parameters === undefined || parameters.length === 0) return [];
  const name = freshName(snapshot.checked.program);
  const written = parameters.map((each) => `${each.name}: ${each.type}`).join(', ');
  const body = unit.text.slice(condition.start, condition.end);
  const { tree } = unit;
  const at = tree.documentation?.start ?? tree.start;
  const define = `define ${name}(${written}) as\n  ${body}\n\n`;
  const call = `${name}(${parameters.map((each) => each.name).join(', ')})`;
  return [
    actionOf(place, 'Give this condition a name', CodeActionKind.RefactorExtract, [
      editAt(place, { start: at, end: at }, define),
      editAt(place, condition, call),
    ]),
  ];
}

const conditionKinds: ReadonlySet<string> = new Set([
  'comparison',
  'logical',
  'not',
  'quantifier',
  'latest',
  'parenthesized',
]);

/** The outermost condition that lies in the selection; without a selection none, lest it be offered everywhere. */
function selectedCondition({ unit, span }: ActionPlace): AnyNode | undefined {
  if (span.end <= span.start) return undefined;
  const selected = unit.text.slice(span.start, span.end);
  const start = span.start + selected.length - selected.trimStart().length;
  const end = span.start + selected.trimEnd().length;
  for (const node of allNodes(unit.tree)) {
    if (node.start === start && node.end === end && conditionKinds.has(node.kind)) return node;
  }
  return undefined;
}

/** The facts and parameters that a condition reads, with their types; undefined where one of them has none. */
function parametersOf(
  { snapshot, unit }: ActionPlace,
  condition: AnyNode,
): readonly { readonly name: string; readonly type: string }[] | undefined {
  const { program } = snapshot.checked;
  const found = new Map<string, string>();
  const sites = snapshot.symbols
    .sitesIn(unit)
    .filter(({ start, end }) => condition.start <= start && end <= condition.end);
  const declaredInside = new Set(
    sites.filter(({ isDeclaration }) => isDeclaration).map(({ symbol }) => symbol.name),
  );
  for (const { symbol, start } of sites) {
    const isPart = unit.text[start - 1] === '.';
    if (isPart || found.has(symbol.name) || declaredInside.has(symbol.name)) continue;
    if (symbol.kind === 'option') return undefined;
    const isFact = symbol.kind === 'field' && program.activities.has(symbol.owner ?? '');
    if (!isFact && symbol.kind !== 'variable') continue;
    const type = isFact
      ? typeOfField(program, symbol.owner ?? '', symbol.name)
      : unit.tree.kind === 'define'
        ? program.defines.get(unit.tree.name.text)?.parameters.find(({ name }) => name === symbol.name)?.type
        : undefined;
    const words = type === undefined ? '' : typeWords(type);
    if (words === '') return undefined;
    found.set(symbol.name, words);
  }
  return [...found].map(([name, type]) => ({ name, type }));
}

function freshName({ defines }: Program): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? 'new-condition' : `new-condition-${count}`;
    if (!defines.has(name)) return name;
  }
}
