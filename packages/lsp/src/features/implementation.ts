import type { Location } from 'vscode-languageserver';
import { locationOf } from '../model/places.ts';
import type { ProgramSnapshot, Target } from '../model/snapshot.ts';
import { symbolAt } from '../model/symbol-at.ts';
import type { EditorSymbol } from '../model/symbols.ts';

/**
 * What makes something be what it is in this program: the lifts of a rule, the choice of an option, and the declarations
 * that extend a vocabulary.
 */
export function implementation(target: Target): Location[] {
  const found = symbolAt(target);
  if (found === undefined) return [];
  return spansOf(target.snapshot, found.site.symbol);
}

function spansOf(snapshot: ProgramSnapshot, symbol: EditorSymbol): Location[] {
  const places: Location[] = [];
  for (const { source } of snapshot.files) {
    for (const { unit } of source.declarations) {
      for (const span of implementing(unit.tree, symbol)) {
        const place = locationOf(snapshot, { unit, ...span });
        if (place !== undefined) places.push(place);
      }
    }
  }
  return places;
}

type Tree = ProgramSnapshot['files'][number]['source']['declarations'][number]['unit']['tree'];

function implementing(tree: Tree, { kind, name }: EditorSymbol): { start: number; end: number }[] {
  const spanOf = ({ start, end }: { start: number; end: number }) => ({ start, end });
  if (tree.kind === 'policy' && kind === 'rule') {
    return tree.clauses.flatMap((clause) =>
      clause.kind === 'lift' && clause.target.text === name ? [spanOf(clause.name)] : [],
    );
  }
  if (tree.kind === 'choose' && kind === 'option' && tree.option.text === name) return [spanOf(tree.option)];
  const extending = 'extends' in tree && tree.extends && tree.kind === kind && tree.name.text === name;
  return extending ? [spanOf(tree.name)] : [];
}
