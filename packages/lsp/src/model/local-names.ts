import type {
  Count,
  DeclarationUnit,
  DefineDeclaration,
  Latest,
  Name,
  Path,
  Quantifier,
} from '@privacy-lang/compiler';
import type { EditorSymbol, SymbolSite } from './symbols.ts';
import type { AnyNode } from './tree-walk.ts';
import { childNodes } from './tree-walk.ts';

const known = new WeakMap<DeclarationUnit, readonly SymbolSite[]>();

/** Where a declaration names its parameters, the entries of lists, and the options of its policy. */
export function localSites(unit: DeclarationUnit): readonly SymbolSite[] {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const sites: SymbolSite[] = [];
  const walk: Walk = { unit, sites };
  const { tree } = unit;
  if (tree.kind === 'choose' && tree.option.text !== '') {
    const { start, end, text } = tree.option;
    sites.push({ unit, start, end, symbol: { kind: 'option', name: text }, isDeclaration: false });
  }
  visit(walk, tree, outerNames(walk));
  known.set(unit, sites);
  return sites;
}

interface Walk {
  readonly unit: DeclarationUnit;
  readonly sites: SymbolSite[];
}

type Names = ReadonlyMap<string, EditorSymbol>;

/** The parameters of a definition; the options of a policy, which its conditions read like facts. */
function outerNames(walk: Walk): Names {
  const { tree } = walk.unit;
  if (tree.kind === 'define') return parameterNames(walk, tree);
  const names = new Map<string, EditorSymbol>();
  if (tree.kind !== 'policy') return names;
  for (const clause of tree.clauses) {
    if (clause.kind !== 'option-clause' || clause.name.text === '') continue;
    names.set(clause.name.text, { kind: 'option', name: `${tree.name.text}.${clause.name.text}` });
  }
  return names;
}

function parameterNames(walk: Walk, tree: DefineDeclaration): Names {
  return new Map(
    tree.parameters.map(({ name }) => [name.text, declareVariable(walk, name, 'parameter')] as const),
  );
}

function declareVariable({ unit, sites }: Walk, name: Name, what: 'parameter' | 'entry'): EditorSymbol {
  const symbol = { kind: 'variable', name: name.text, unit, start: name.start, what } as const;
  if (name.text !== '') {
    sites.push({ unit, start: name.start, end: name.end, symbol, isDeclaration: true });
  }
  return symbol;
}

function visit(walk: Walk, node: AnyNode, names: Names): void {
  if (isPath(node)) visitPath(walk, node, names);
  if (!bindsName(node)) {
    for (const child of childNodes(node)) visit(walk, child, names);
    return;
  }
  visit(walk, node.list, names);
  const inner = new Map(names).set(node.variable.text, declareVariable(walk, node.variable, 'entry'));
  for (const child of childNodes(node)) {
    if (child !== node.list && child !== node.variable) visit(walk, child, inner);
  }
}

function visitPath({ unit, sites }: Walk, { segments }: Path, names: Names): void {
  const [head] = segments;
  const symbol = head === undefined || head.quoted === true ? undefined : names.get(head.text);
  if (head === undefined || symbol === undefined) return;
  sites.push({ unit, start: head.start, end: head.end, symbol, isDeclaration: false });
}

function isPath(node: AnyNode): node is Path {
  return node.kind === 'path';
}

function bindsName(node: AnyNode): node is Quantifier | Count | Latest {
  return node.kind === 'quantifier' || node.kind === 'count' || node.kind === 'latest';
}
