import type {
  Declaration,
  DeclarationUnit,
  Member,
  Name,
  PolicyDeclaration,
  RuleClause,
  Span,
  TermNode,
} from '@privacy-lang/compiler';
import type { DeclarationSite, EditorSymbol } from './symbols.ts';

type Add = (name: Span & { readonly text: string }, node: object & Span, symbol: EditorSymbol) => void;

const known = new WeakMap<DeclarationUnit, readonly DeclarationSite[]>();

/** Everything that a declaration declares: itself and the terms, steps, fields, rules and options in it. */
export function declarationSites(unit: DeclarationUnit): readonly DeclarationSite[] {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const sites: DeclarationSite[] = [];
  declare(unit.tree, (name, node, symbol) => {
    if (name.text === '') return;
    sites.push({ unit, start: name.start, end: name.end, symbol, isDeclaration: true, node });
  });
  known.set(unit, sites);
  return sites;
}

function declare(tree: Declaration, add: Add): void {
  switch (tree.kind) {
    case 'module':
      add(tree.name, tree, { kind: 'module', name: tree.name.text });
      return;
    case 'authorities':
      for (const entry of tree.entries) add(entry.name, entry, { kind: 'authority', name: entry.name.text });
      return;
    case 'taxonomy':
      if (!tree.extends) add(tree.name, tree, { kind: 'taxonomy', name: tree.name.text });
      for (const level of tree.levels) {
        add(level, level, { kind: 'level', name: level.text, owner: tree.name.text });
      }
      declareTerms(tree.terms, tree.name.text, add);
      return;
    case 'scale':
      add(tree.name, tree, { kind: 'scale', name: tree.name.text });
      for (const step of tree.steps) {
        add(step.name, step, { kind: 'step', name: step.name.text, owner: tree.name.text });
      }
      return;
    case 'record':
    case 'activity':
      if (!tree.extends) add(tree.name, tree, { kind: tree.kind, name: tree.name.text });
      declareMembers(tree.members, tree.name, add);
      return;
    case 'group':
      if (!tree.extends) add(tree.name, tree, { kind: 'group', name: tree.name.text });
      return;
    case 'table':
    case 'calendar':
    case 'obligation':
    case 'define':
    case 'let':
      add(tree.name, tree, { kind: tree.kind, name: tree.name.text });
      return;
    case 'policy':
      declarePolicy(tree, add);
      return;
    default:
      return;
  }
}

function declareTerms(terms: readonly TermNode[], owner: string, add: Add): void {
  for (const term of terms) {
    add(term.name, term, { kind: 'term', name: term.name.text, owner });
    declareTerms(term.terms, owner, add);
  }
}

function declareMembers(members: readonly Member[], owner: Name, add: Add): void {
  for (const member of members) {
    if (member.kind === 'authorised-by') continue;
    add(member.name, member, { kind: 'field', name: member.name.text, owner: owner.text });
  }
}

function declarePolicy(tree: PolicyDeclaration, add: Add): void {
  const id = tree.name.text;
  add(tree.name, tree, { kind: 'policy', name: id });
  for (const clause of tree.clauses) {
    switch (clause.kind) {
      case 'default-clause':
        addDefault(clause, id, add);
        break;
      case 'option-clause':
        add(clause.name, clause, { kind: 'option', name: `${id}.${clause.name.text}` });
        break;
      case 'rule':
      case 'lift':
        add(clause.name, clause, { kind: 'rule', name: `${id}.${clause.name.text}` });
        declareExceptions(clause.clauses, `${id}.${clause.name.text}`, add);
        break;
      default:
        break;
    }
  }
}

/** A default has no name of its own: its first word stands for it. */
function addDefault(clause: Span & { readonly activity: Name }, policy: string, add: Add): void {
  const name = { start: clause.start, end: clause.start + 'default'.length, text: 'default' };
  add(name, clause, { kind: 'rule', name: `${policy}.default.${clause.activity.text}` });
}

function declareExceptions(clauses: readonly RuleClause[], rule: string, add: Add): void {
  for (const clause of clauses) {
    if (clause.kind !== 'except') continue;
    const id = `${rule}.${clause.name.text}`;
    add(clause.name, clause, { kind: 'rule', name: id });
    declareExceptions(clause.clauses, id, add);
  }
}
