import type {
  Declaration,
  Member,
  PolicyClause,
  PolicyDeclaration,
  RuleClause,
  Span,
  TermNode,
} from '@privacy-lang/compiler';
import type { DocumentSymbol } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import type { TextSnapshot } from '../model/snapshot.ts';

/** What a file declares, in the order of the file. */
export function documentSymbols(text: TextSnapshot): DocumentSymbol[] {
  return text.source.declarations.flatMap(({ unit, start }) => {
    const outline = outlineOf(unit.tree);
    return outline === undefined ? [] : [placeOutline(text, start, outline)];
  });
}

/** An entry of the outline whose places count from the start of its declaration. */
interface Outline {
  readonly name: string;
  readonly detail?: string | undefined;
  readonly kind: SymbolKind;
  readonly whole: Span;
  readonly nameSpan: Span;
  readonly children?: readonly Outline[];
}

/** A selection lies in its range and a name is never empty: editors refuse anything else. */
function placeOutline(text: TextSnapshot, start: number, outline: Outline): DocumentSymbol {
  const { whole, nameSpan } = outline;
  const from = Math.max(whole.start, Math.min(nameSpan.start, whole.end));
  const to = Math.max(from, Math.min(nameSpan.end, whole.end));
  return {
    name: outline.name.trim() === '' ? 'without a name' : outline.name,
    ...(outline.detail === undefined ? {} : { detail: outline.detail }),
    kind: outline.kind,
    range: rangeFrom(text, start, whole),
    selectionRange: rangeFrom(text, start, { start: from, end: to }),
    children: (outline.children ?? []).map((child) => placeOutline(text, start, child)),
  };
}

interface Named {
  readonly name: Span & { readonly text: string };
  readonly title?: { readonly value: string };
}

function entry(node: Span & Named, kind: SymbolKind, children: readonly Outline[] = []): Outline {
  const { name, title } = node;
  return { name: name.text, detail: title?.value, kind, whole: node, nameSpan: name, children };
}

function outlineOf(tree: Declaration): Outline | undefined {
  switch (tree.kind) {
    case 'module':
      return entry(tree, SymbolKind.Module);
    case 'authorities':
      return {
        name: 'authorities',
        kind: SymbolKind.Enum,
        whole: tree,
        nameSpan: { start: tree.start, end: tree.start + 'authorities'.length },
        children: tree.entries.map((authority) => entry(authority, SymbolKind.EnumMember)),
      };
    case 'taxonomy':
      return entry(tree, SymbolKind.Enum, tree.terms.map(termOutline));
    case 'scale':
      return entry(
        tree,
        SymbolKind.Enum,
        tree.steps.map((step) => entry(step, SymbolKind.EnumMember)),
      );
    case 'group':
      return entry(tree, SymbolKind.Array);
    case 'record':
      return entry(tree, SymbolKind.Struct, tree.members.flatMap(memberOutline));
    case 'activity':
      return entry(tree, SymbolKind.Class, tree.members.flatMap(memberOutline));
    case 'policy':
      return entry(tree, SymbolKind.Namespace, policyOutlines(tree));
    case 'use':
    case 'choose':
    case 'unreadable':
      return undefined;
    case 'test':
    case 'scenarios':
      return { name: tree.title.value, kind: SymbolKind.Event, whole: tree, nameSpan: tree.title };
    default:
      return entry(tree, plainKinds[tree.kind]);
  }
}

const plainKinds = {
  table: SymbolKind.Array,
  calendar: SymbolKind.Array,
  obligation: SymbolKind.Interface,
  define: SymbolKind.Function,
  let: SymbolKind.Constant,
} as const;

function termOutline(term: TermNode): Outline {
  return entry(term, SymbolKind.EnumMember, term.terms.map(termOutline));
}

function memberOutline(member: Member): Outline[] {
  return member.kind === 'authorised-by' ? [] : [entry(member, SymbolKind.Field)];
}

function policyOutlines(tree: PolicyDeclaration): Outline[] {
  return tree.clauses.flatMap(clauseOutline);
}

function clauseOutline(clause: PolicyClause): Outline[] {
  switch (clause.kind) {
    case 'rule':
    case 'lift':
      return [entry(clause, SymbolKind.Method, exceptionOutlines(clause.clauses))];
    case 'option-clause':
      return [entry(clause, SymbolKind.Property)];
    case 'default-clause': {
      const name = `default ${clause.effect} ${clause.activity.text}`;
      const nameSpan = { start: clause.start, end: clause.activity.end };
      return [{ name, detail: clause.title?.value, kind: SymbolKind.Method, whole: clause, nameSpan }];
    }
    default:
      return [];
  }
}

function exceptionOutlines(clauses: readonly RuleClause[]): Outline[] {
  return clauses.flatMap((clause) =>
    clause.kind === 'except' ? [entry(clause, SymbolKind.Method, exceptionOutlines(clause.clauses))] : [],
  );
}
