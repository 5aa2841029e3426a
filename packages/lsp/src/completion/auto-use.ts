import type { TextEdit } from 'vscode-languageserver';
import { moduleOf, moduleToUse, visibleModules } from '../model/modules.ts';
import type { ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import type { EditorSymbol } from '../model/symbols.ts';

/** The line that a file lacks before it can name a symbol; none where it sees the symbol already. */
export function useEdits(snapshot: ProgramSnapshot, file: ProgramFile, symbol: EditorSymbol): TextEdit[] {
  const [declared] = snapshot.symbols.declarationsOf(symbol);
  const home = declared && snapshot.homeOf(declared.unit)?.file;
  const module = home === undefined ? '' : moduleOf(home.source);
  if (module === '' || symbol.kind === 'module' || visibleModules(snapshot, file).has(module)) return [];
  const use = `use ${moduleToUse(snapshot, module)}`;
  const last = file.source.declarations.findLast(
    ({ unit }) => unit.tree.kind === 'use' || unit.tree.kind === 'module',
  );
  const at = last === undefined ? 0 : last.start + last.unit.tree.end;
  const position = file.positions.toPosition(at);
  return [
    { range: { start: position, end: position }, newText: last === undefined ? `${use}\n\n` : `\n${use}` },
  ];
}
