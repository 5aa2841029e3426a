import type { Location } from 'vscode-languageserver';
import { locationOf } from '../model/places.ts';
import type { ProgramSnapshot, Target } from '../model/snapshot.ts';
import { symbolAt } from '../model/symbol-at.ts';
import type { EditorSymbol } from '../model/symbols.ts';
import { symbolOfType, typeOfField } from '../model/types.ts';

/** Where the type of what is named at a place is declared: the taxonomy of a fact, the record of a field. */
export function typeDefinition(target: Target): Location[] {
  const found = symbolAt(target);
  const symbol = found && typeSymbol(target.snapshot, found.site.symbol);
  if (symbol === undefined) return [];
  const sites = target.snapshot.symbols.declarationsOf(symbol);
  return sites.flatMap((site) => locationOf(target.snapshot, site) ?? []);
}

function typeSymbol({ checked }: ProgramSnapshot, symbol: EditorSymbol): EditorSymbol | undefined {
  const { program } = checked;
  switch (symbol.kind) {
    case 'field':
      return symbolOfType(typeOfField(program, symbol.owner ?? '', symbol.name));
    case 'term':
    case 'level':
      return { kind: 'taxonomy', name: symbol.owner ?? '' };
    case 'step':
      return { kind: 'scale', name: symbol.owner ?? '' };
    case 'group':
      return { kind: 'taxonomy', name: program.groups.get(symbol.name)?.taxonomy ?? '' };
    case 'variable':
      return variableType(program, symbol);
    default:
      return undefined;
  }
}

/** The declared type of a parameter; the entries of lists say theirs nowhere. */
function variableType(
  program: ProgramSnapshot['checked']['program'],
  symbol: Extract<EditorSymbol, { readonly kind: 'variable' }>,
): EditorSymbol | undefined {
  const { tree } = symbol.unit;
  if (tree.kind !== 'define') return undefined;
  const parameters = program.defines.get(tree.name.text)?.parameters ?? [];
  return symbolOfType(parameters.find(({ name }) => name === symbol.name)?.type);
}
