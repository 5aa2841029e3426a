import { describe, expect, it } from 'vitest';
import { earlyDiagnostics } from '../../packages/lsp/src/features/diagnostics.ts';
import { applyEdits, openFixture, present, smallProgram } from './fixture.ts';
import { actionsAt, diagnosticsOf } from './helpers.ts';

const options = { pageOf: () => undefined, showsRelated: true };
const misspelt = `use small
policy acme "Acme" {
  authority company
  rule r "R" { forbid contact when channel is [[ema|l]] }
}
${smallProgram}`;

describe('diagnostics', () => {
  it('point at the mistake, with code, page and help', async () => {
    const { diagnostics, opened } = await diagnosticsOf(misspelt);
    const [found] = diagnostics.filter(({ severity }) => severity === 1);
    expect(found).toMatchObject({
      code: 'name/unknown-term',
      source: 'privacy',
      range: opened.expectedRanges()[0]?.range,
    });
    expect(found?.codeDescription?.href).toBe('pages/name/unknown-term.md');
    expect(found?.message).toContain('emal');
  });

  it('name related places, also in other files', async () => {
    const { diagnostics } = await diagnosticsOf(
      `use small\nrecord Customer { x: text }\n// file: other.privacy\nrecord Customer { |y: text }\n`,
    );
    const related = diagnostics.flatMap(({ relatedInformation }) => relatedInformation ?? []);
    expect(related.map(({ location }) => location.uri)).toContain('file:///project/main.privacy');
  });

  it('fade what is not needed', async () => {
    const { diagnostics } = await diagnosticsOf(`use small
policy acme "Acme" {
  authority company
  applies when jurisdiction is GB
  default permit contact "Yes"
  rule r "R" { permit contact when channel is email }
}
${smallProgram}`);
    expect(diagnostics.find(({ code }) => code === 'policy/permit-under-permit')?.tags).toEqual([1]);
  });

  it('of the syntax are there at once, and those of meaning stay where nothing changed', async () => {
    const { workspace, main, program } = openFixture(
      misspelt.replace('\n}\n', '\n}\npolicy next "Next" { authority law }\n'),
    );
    const snapshot = await program();
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } };
    const document = present(
      workspace.change(main.uri, { version: 2, changes: [{ range, text: '\npolicy "x" {\n' }] }),
    );
    const text = await workspace.read(document);
    const codes = earlyDiagnostics(snapshot, text, options).map(({ code }) => String(code));
    expect(codes).toContain('name/unknown-term');
    expect(codes.some((code) => code.startsWith('syntax/'))).toBe(true);
    const withoutProgram = earlyDiagnostics(undefined, text, options).map(({ code }) => String(code));
    expect(withoutProgram).not.toContain('name/unknown-term');
  });
});

describe('code actions', () => {
  it('write what was meant', async () => {
    const { actions, text, uri } = await actionsAt(misspelt);
    const action = present(actions.find(({ title }) => title === 'Write "email"'));
    expect(action.kind).toBe('quickfix');
    expect(action.diagnostics).toHaveLength(1);
    expect(applyEdits(text, action.edit?.changes?.[uri] ?? [])).toContain('channel is email }');
  });

  it('fix everything certain when they are asked to', async () => {
    const fixture = `|policy acme "Acme" {
  authority law
  rule r "R" { forbid contact when channel is email }
}
// file: other.privacy
use std.crm
`;
    const { actions, text, uri } = await actionsAt(fixture, ['source.fixAll']);
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll']);
    expect(applyEdits(text, actions[0]?.edit?.changes?.[uri] ?? [])).toMatch(/^use std\.crm/);
  });

  it('are only of the kinds that are asked for', async () => {
    expect((await actionsAt(misspelt, ['source.organizeImports'])).actions).toEqual([]);
  });
});
