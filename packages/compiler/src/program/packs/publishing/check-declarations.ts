import type { Diagnostic, FileDiagnostic } from '../../../diagnostics/index.ts';
import { createDiagnostic } from '../../../diagnostics/index.ts';
import type { Declaration, PolicyDeclaration, SourceFile } from '../../../syntax/index.ts';
import type { Span } from '../../../text/index.ts';

/** What the policies and vocabulary of a pack have to state, because projects of their own do not state it for them. */
export function checkDeclarations(file: SourceFile): readonly FileDiagnostic[] {
  const stated = file.declarations.flatMap((placed) =>
    checkDeclaration(placed.unit.tree).map((diagnostic) => ({ file, unit: placed, diagnostic })),
  );
  return [...stated, ...hiddenWords(file)];
}

function checkDeclaration(tree: Declaration): readonly Diagnostic[] {
  switch (tree.kind) {
    case 'policy':
      return checkPolicy(tree);
    case 'group':
      return tree.extends || tree.zone !== undefined ? [] : [noZone('group', tree.name)];
    case 'table':
    case 'calendar':
      return tree.zone === undefined ? [noZone(tree.kind, tree.name)] : [];
    case 'choose':
      return [createDiagnostic('pack/chooses', tree.option, {})];
    default:
      return [];
  }
}

function checkPolicy({ name, clauses }: PolicyDeclaration): readonly Diagnostic[] {
  const has = (kind: (typeof clauses)[number]['kind']): boolean =>
    clauses.some((clause) => clause.kind === kind);
  return [
    ...(has('zone-clause') ? [] : [noZone('policy', name)]),
    ...(has('source-clause') ? [] : [createDiagnostic('pack/no-source', name, { name: name.text })]),
  ];
}

function noZone(what: string, name: Span & { readonly text: string }): Diagnostic {
  return createDiagnostic('pack/no-zone', name, { what, name: name.text });
}

/** The first words that a file without a module declares; one is enough to show it. */
function hiddenWords(file: SourceFile): readonly FileDiagnostic[] {
  if (file.declarations.some(({ unit }) => unit.tree.kind === 'module')) return [];
  for (const placed of file.declarations) {
    const { tree } = placed.unit;
    switch (tree.kind) {
      case 'taxonomy':
      case 'record':
      case 'activity':
      case 'group':
        if (tree.extends) continue;
        break;
      case 'scale':
      case 'table':
      case 'calendar':
      case 'obligation':
      case 'define':
        break;
      default:
        continue;
    }
    const values = { what: tree.kind, name: tree.name.text };
    return [{ file, unit: placed, diagnostic: createDiagnostic('pack/hidden-words', tree.name, values) }];
  }
  return [];
}
