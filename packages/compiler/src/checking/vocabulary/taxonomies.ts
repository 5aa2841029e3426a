import type { Declared } from '../../binding/index.ts';
import { nameProblem } from '../../binding/index.ts';
import type { Taxonomy, Term } from '../../logic/index.ts';
import type { DeclarationUnit, TaxonomyDeclaration, TermNode } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';

interface TermDraft {
  readonly node: TermNode;
  readonly unit: DeclarationUnit;
  /** The declaration itself, and not an extension, lists it. */
  readonly original: boolean;
  readonly children: TermDraft[];
}

/** A taxonomy with what other declarations add to it, numbered in depth-first order. */
export function computeTaxonomy(context: CheckContext, name: string): Taxonomy | undefined {
  const [base] = context.queries.get('declared', `taxonomy:${name}`);
  if (base?.unit.tree.kind !== 'taxonomy') return undefined;
  const declaration = base.unit.tree;
  const byName = new Map<string, TermDraft>();
  const roots = addTerms(context, base, declaration.terms, { byName, original: true });
  for (const extension of context.queries.get('extensions', `taxonomy:${name}`)) {
    extendTerms(context, extension, declaration, { roots, byName });
  }
  const terms: Term[] = [];
  const names = new Map<string, Term>();
  for (const root of roots) numberTerms(root, { parent: -1, depth: 0 }, terms, names);
  return {
    name,
    ...(declaration.title === undefined ? {} : { title: declaration.title.value }),
    levels: declaration.levels.map((level) => level.text),
    terms,
    termsByName: names,
    complete: declaration.complete,
  };
}

function addTerms(
  context: CheckContext,
  declared: Declared,
  nodes: readonly TermNode[],
  into: { byName: Map<string, TermDraft>; original: boolean },
): TermDraft[] {
  const drafts: TermDraft[] = [];
  for (const node of nodes) {
    if (node.name.text === '') continue;
    const earlier = into.byName.get(node.name.text);
    if (earlier !== undefined) {
      reportRepeatedTerm(context, declared.unit, node, earlier);
      continue;
    }
    const problem = nameProblem(node.name.text, 'free');
    if (problem !== undefined) {
      const values = { name: node.name.text, suggestion: problem.suggestion };
      report(context, declared.unit, 'name/special', node.name, values);
      continue;
    }
    const draft: TermDraft = { node, unit: declared.unit, original: into.original, children: [] };
    into.byName.set(node.name.text, draft);
    draft.children.push(...addTerms(context, declared, node.terms, into));
    drafts.push(draft);
  }
  return drafts;
}

function reportRepeatedTerm(
  context: CheckContext,
  unit: DeclarationUnit,
  node: TermNode,
  earlier: TermDraft,
): void {
  const related = [{ unit: earlier.unit, span: earlier.node.name, text: 'it stands here already' }];
  report(context, unit, 'name/duplicate', node.name, { what: 'term', name: node.name.text }, { related });
}

/** An extension repeats the terms on its way and adds new ones below them. */
function extendTerms(
  context: CheckContext,
  extension: Declared,
  declaration: TaxonomyDeclaration,
  tree: { roots: TermDraft[]; byName: Map<string, TermDraft> },
): void {
  if (extension.unit.tree.kind !== 'taxonomy') return;
  const merge = (nodes: readonly TermNode[], parent: TermDraft | undefined): void => {
    for (const node of nodes) {
      const siblings = parent?.children ?? tree.roots;
      const same = siblings.find((draft) => draft.node.name.text === node.name.text);
      if (same !== undefined && isAddedTwice(node, same, extension)) {
        reportRepeatedTerm(context, extension.unit, node, same);
      } else if (same !== undefined) merge(node.terms, same);
      else if (mayGrow(parent, declaration)) {
        siblings.push(...addTerms(context, extension, [node], { byName: tree.byName, original: false }));
      } else {
        const values = { name: node.name.text, parent: parent?.node.name.text ?? declaration.name.text };
        report(context, extension.unit, 'name/closed-term', node.name, values);
      }
    }
  };
  merge(extension.unit.tree.terms, undefined);
}

/** Two extensions that add the same term could mean two things by it; on the way to others it is only named again. */
function isAddedTwice(node: TermNode, same: TermDraft, { unit }: Declared): boolean {
  return !same.original && same.unit !== unit && node.terms.length === 0;
}

/** Terms may be added below inner terms and below terms declared `open`, unless the inner term is `complete`. */
function mayGrow(parent: TermDraft | undefined, declaration: TaxonomyDeclaration): boolean {
  if (parent === undefined) return !declaration.complete;
  if (!parent.original) return true;
  return parent.node.open || (parent.node.terms.length > 0 && !parent.node.complete);
}

function numberTerms(
  draft: TermDraft,
  at: { parent: number; depth: number },
  terms: Term[],
  names: Map<string, Term>,
): void {
  const { node } = draft;
  const index = terms.length;
  const childAt = { parent: index, depth: at.depth + 1 };
  // The place is taken before the children, who need its number, and filled when their count is known.
  terms.length += 1;
  for (const child of draft.children) numberTerms(child, childAt, terms, names);
  const term: Term = {
    name: node.name.text,
    ...(node.title === undefined ? {} : { title: node.title.value }),
    ...(node.documentation === undefined ? {} : { documentation: node.documentation.text }),
    aliases: node.aliases.map((alias) => alias.value),
    index,
    end: terms.length,
    parent: at.parent,
    depth: at.depth,
    final: draft.children.length === 0,
    complete: node.complete,
    sensitive: node.sensitive,
  };
  terms[index] = term;
  names.set(term.name, term);
}
