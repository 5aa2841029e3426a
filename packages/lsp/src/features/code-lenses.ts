import type { CodeLens } from 'vscode-languageserver';
import { identifiedTests } from '../custom/test-tree.ts';
import { declarationSites } from '../model/declarations.ts';
import { rangeFrom } from '../model/places.ts';
import type { ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import { commandOf } from '../protocol.ts';

/** Which lenses are shown. */
export interface LensSettings {
  /** On tests: run them. On rules and policies: run what is about them. */
  readonly run: boolean;
  /** On policies: ask a case. */
  readonly ask: boolean;
  /** On rules and definitions: how many places name them. */
  readonly references: boolean;
}

/** Commands that the editor itself has to know: the server can only answer what they show. */
export const editorCommands = { ask: 'privacy.askCase', showReferences: 'privacy.showReferences' } as const;

/** What can be done with the rules and tests of a file. */
export function codeLenses(snapshot: ProgramSnapshot, file: ProgramFile, settings: LensSettings): CodeLens[] {
  if (file.isLibrary) return [];
  return [...(settings.run ? testLenses(snapshot, file) : []), ...declarationLenses(file, settings)].sort(
    (left, right) => left.range.start.line - right.range.start.line,
  );
}

function testLenses(snapshot: ProgramSnapshot, file: ProgramFile): CodeLens[] {
  const own = new Map(file.source.declarations.map(({ unit, start }) => [unit, start]));
  const lenses = new Map<string, { lens: CodeLens; ids: string[] }>();
  for (const { id, test } of identifiedTests(snapshot)) {
    const start = own.get(test.place.unit);
    if (start === undefined) continue;
    const { tree } = test.place.unit;
    const key = `${start}`;
    const known = lenses.get(key);
    if (known !== undefined) {
      known.ids.push(id);
      continue;
    }
    const range = rangeFrom(file, start, { start: tree.start, end: tree.start });
    lenses.set(key, { lens: { range }, ids: [id] });
  }
  return [...lenses.values()].map(({ lens, ids }) => ({
    ...lens,
    command: {
      title: ids.length === 1 ? '▶ Run test' : `▶ Run ${ids.length} scenarios`,
      command: commandOf('privacy/runTests'),
      arguments: [{ uri: file.uri, ids }],
    },
  }));
}

function declarationLenses(file: ProgramFile, settings: LensSettings): CodeLens[] {
  return file.source.declarations.flatMap(({ unit, start }) => {
    if (unit.tree.kind !== 'policy' && unit.tree.kind !== 'define') return [];
    return declarationSites(unit).flatMap(({ symbol, node, ...site }): CodeLens[] => {
      const range = rangeFrom(file, start, { start: node.start, end: node.start });
      const isRule = symbol.kind === 'rule';
      const run = {
        title: isRule ? '▶ Run its tests' : '▶ Run tests',
        command: commandOf('privacy/runTests'),
        arguments: [{ uri: file.uri, about: symbol.name }],
      };
      const ask = {
        title: 'Ask a case',
        command: editorCommands.ask,
        arguments: [{ uri: file.uri, policy: symbol.name }],
      };
      const counted = isRule || symbol.kind === 'define';
      const names = { range, data: { uri: file.uri, symbol, at: site.start + start } };
      return [
        ...(settings.run && (isRule || symbol.kind === 'policy') ? [{ range, command: run }] : []),
        ...(settings.ask && symbol.kind === 'policy' ? [{ range, command: ask }] : []),
        ...(settings.references && counted ? [names] : []),
      ];
    });
  });
}

/** Counts the places that name what a lens is on; that is done when the lens comes into view. */
export function resolveCodeLens(snapshot: ProgramSnapshot, lens: CodeLens, data: LensData): CodeLens {
  const sites = snapshot.symbols.sitesOf(data.symbol).filter(({ isDeclaration }) => !isDeclaration);
  const locations = sites.flatMap((site) => {
    const home = snapshot.homeOf(site.unit);
    return home === undefined ? [] : [{ uri: home.file.uri, range: rangeFrom(home.file, home.start, site) }];
  });
  const title = locations.length === 1 ? 'named in 1 place' : `named in ${locations.length} places`;
  return {
    ...lens,
    command: {
      title,
      command: editorCommands.showReferences,
      arguments: [data.uri, lens.range.start, locations],
    },
  };
}

export interface LensData {
  readonly uri: string;
  readonly symbol: { readonly kind: 'rule' | 'define'; readonly name: string };
}
