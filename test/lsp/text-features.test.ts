import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../packages/lsp/src/features/folding.ts';
import { formatDocument, formatRange } from '../../packages/lsp/src/features/formatting.ts';
import { applyEdits, openFixture, present, smallProgram } from './fixture.ts';
import { tokenWords } from './helpers.ts';

describe('formatting', () => {
  const untidy = 'use   small\n\npolicy a "A" {\nauthority law\n}\npolicy b "B" {\nauthority   law\n}\n';
  const opened = async () => {
    const { workspace, main } = openFixture(untidy);
    return { snapshot: present(await workspace.textAt(main.uri)), text: main.text };
  };

  it('brings a whole file into the one layout', async () => {
    const { snapshot, text } = await opened();
    expect(applyEdits(text, formatDocument(snapshot))).toBe(
      'use small\n\npolicy a "A" {\n  authority law\n}\n\npolicy b "B" {\n  authority law\n}\n',
    );
  });

  it('changes only the declarations that a range touches', async () => {
    const { snapshot, text } = await opened();
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 3 } };
    expect(applyEdits(text, formatRange(snapshot, range))).toBe(
      untidy.replace('authority   law', '  authority law'),
    );
  });

  it('leaves a declaration with a syntax error as it is', async () => {
    const { workspace, main } = openFixture('policy a "A" {\nauthority   law\n  rule {{\n}\n');
    expect(formatDocument(present(await workspace.textAt(main.uri)))).toEqual([]);
  });
});

describe('folding', () => {
  it('has blocks, comments, and what a file uses', async () => {
    const { workspace, main } = openFixture(`use small
use other

// first
// second
policy a "A" {
  rule r "R" {
    forbid contact
  }
}
`);
    const ranges = foldingRanges(present(await workspace.textAt(main.uri)));
    expect(
      ranges.map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind ?? ''}`.trim()),
    ).toEqual(['0-1 imports', '3-4 comment', '5-8', '6-7']);
  });
});

describe('semantic tokens', () => {
  it('tell what every name refers to', async () => {
    const words = await tokenWords(`use small
/// About mail.
policy acme "Acme" {
  authority company
  rule r "R" { forbid contact when channel is email and ordered(customer, channel) cite "x" }
}
${smallProgram}`);
    expect(words).toEqual(
      expect.arrayContaining([
        'use keyword',
        'small namespace',
        '/// About mail. comment documentation',
        'policy keyword',
        'acme namespace declaration',
        '"Acme" string',
        'company enumMember',
        'r method declaration',
        'contact class',
        'channel property',
        'email enumMember',
        'ordered function',
      ]),
    );
  });

  it('mark what the standard library declares', async () => {
    const words = await tokenWords(
      'use std.crm\npolicy a "A" {\n  authority law\n  rule r "R" { forbid contact when channel is email }\n}\n',
    );
    expect(words).toContain('email enumMember defaultLibrary');
  });
});
