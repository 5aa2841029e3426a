import { describe, expect, it } from 'vitest';
import { Workspace } from '../../packages/lsp/src/workspace/workspace.ts';
import { fixtureEnvironment, openFixture, present, readMarks, smallProgram } from './fixture.ts';

const root = 'file:///project';

function paths(
  snapshot: { readonly files: readonly { readonly source: { readonly path: string } }[] } | undefined,
): string[] {
  return present(snapshot).files.map(({ source }) => source.path);
}

function workspaceOf(fixture: string, folders: readonly string[] = [root]): Workspace {
  return new Workspace({ environment: fixtureEnvironment(readMarks(fixture)), encoding: 'utf-16', folders });
}

describe('a workspace', () => {
  const twoProjects = `
// file: one/privacy.json
{ "sources": ["rules/**/*.privacy"], "zone": "Europe/Berlin" }
// file: one/rules/a.privacy
policy a "A" { authority law }
// file: one/drafts/b.privacy
policy b "B" { authority law }
// file: two/c.privacy
policy c "C" { authority law }
`;

  it('takes the sources that the nearest project file names', async () => {
    const workspace = workspaceOf(twoProjects);
    const snapshot = await workspace.programAt(`${root}/one/rules/a.privacy`);
    expect(paths(snapshot)).toEqual(['rules/a.privacy']);
    expect(snapshot?.settings.zone).toBe('Europe/Berlin');
  });

  it('checks a file that is no source of its project by itself', async () => {
    expect(paths(await workspaceOf(twoProjects).programAt(`${root}/one/drafts/b.privacy`))).toEqual([
      'drafts/b.privacy',
    ]);
  });

  it('keeps several folders apart', async () => {
    const workspace = workspaceOf(twoProjects, [`${root}/one`, `${root}/two`]);
    expect(paths(await workspace.programAt(`${root}/two/c.privacy`))).toEqual(['c.privacy']);
    expect(await workspace.allPrograms()).toHaveLength(2);
  });

  it('takes a file outside of all folders by itself, also one that was never saved', async () => {
    const workspace = workspaceOf('', []);
    workspace.open({
      uri: 'untitled:Untitled-1',
      languageId: 'privacy',
      version: 1,
      text: 'policy a "A" {}',
    });
    expect(paths(await workspace.programAt('untitled:Untitled-1'))).toEqual(['Untitled-1']);
  });

  it('follows files that are made, changed and removed outside of the editor', async () => {
    const files = new Map([[`${root}/a.privacy`, 'policy a "A" {}']]);
    const environment = {
      ...fixtureEnvironment([]),
      readFile: async (key: string) => readFrom(files, key),
      listFiles: async () => [...files.keys()],
    };
    const workspace = new Workspace({ environment, encoding: 'utf-16', folders: [root] });
    const main = `${root}/a.privacy`;
    expect(paths(await workspace.programAt(main))).toEqual(['a.privacy']);
    files.set(`${root}/b.privacy`, 'policy b "B" {}');
    workspace.filesChanged([{ uri: `${root}/b.privacy`, isListed: true }]);
    expect(paths(await workspace.programAt(main))).toEqual(['a.privacy', 'b.privacy']);
    files.set(main, 'policy z "Z" {}');
    workspace.filesChanged([{ uri: main, isListed: false }]);
    expect((await workspace.programAt(main))?.fileAt(main)?.source.text).toBe('policy z "Z" {}');
    files.set(`${root}/privacy.json`, '{ "sources": ["a.privacy"] }');
    workspace.filesChanged([{ uri: `${root}/privacy.json`, isListed: true }]);
    expect(paths(await workspace.programAt(main))).toEqual(['a.privacy']);
  });

  it('reads what is open in the editor before what is on the disk', async () => {
    const { workspace, main } = openFixture(`use small\n${smallProgram}`);
    const before = present(await workspace.programAt(main.uri));
    const start = { line: 0, character: 0 };
    workspace.change(main.uri, {
      version: 2,
      changes: [{ range: { start, end: start }, text: 'policy n "N" {}\n' }],
    });
    const after = present(await workspace.programAt(main.uri));
    expect(after.fileAt(main.uri)?.version).toBe(2);
    expect(after.fileAt(main.uri)?.source.text.startsWith('policy n')).toBe(true);
    expect(before.fileAt(main.uri)?.source.text.startsWith('use')).toBe(true);
  });

  it('gives the newest program where an edit comes while it is checked', async () => {
    const { workspace, main } = openFixture(`use small\n${smallProgram}`);
    const asked = workspace.programAt(main.uri);
    workspace.change(main.uri, { version: 2, changes: [{ text: 'policy n "N" {}\n' }] });
    expect((await asked)?.fileAt(main.uri)?.source.text).toBe('policy n "N" {}\n');
  });

  it('takes over what an edit did not touch', async () => {
    const { workspace, main } = openFixture(`use small\npolicy a "A" { authority law }\n${smallProgram}`);
    const before = present(await workspace.programAt(main.uri));
    const at = { line: 1, character: 26 };
    workspace.change(main.uri, { version: 2, changes: [{ range: { start: at, end: at }, text: ' ' }] });
    const after = present(await workspace.programAt(main.uri));
    expect(after.checked.computed).toBeLessThan(before.checked.computed);
    const vocabulary = `${root}/vocabulary.privacy`;
    expect(after.fileAt(vocabulary)).toBe(before.fileAt(vocabulary));
  });
});

function readFrom(files: ReadonlyMap<string, string>, key: string) {
  const text = files.get(key);
  return text === undefined ? ({ kind: 'absent' } as const) : ({ kind: 'text', text } as const);
}
