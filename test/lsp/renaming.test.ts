import { describe, expect, it } from 'vitest';
import {
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../../packages/lsp/src/features/call-hierarchy.ts';
import { implementation } from '../../packages/lsp/src/features/implementation.ts';
import { prepareRename, rename } from '../../packages/lsp/src/features/rename.ts';
import { typeDefinition } from '../../packages/lsp/src/features/type-definition.ts';
import {
  prepareTypeHierarchy,
  subtypes,
  supertypes,
} from '../../packages/lsp/src/features/type-hierarchy.ts';
import { willRenameFiles } from '../../packages/lsp/src/features/will-rename.ts';
import { applyEdits, openFixture, smallProgram } from './fixture.ts';

const policy = (body: string): string => `use small
policy law "Law" {
  authority law
  rule fax "Fax" { forbid contact when channel is email }
}
policy acme "Acme" {
  authority law
  lift law.fax mine "Mine" { when channel is email cite "x" }
${body}
}
test "T" {
  contact { channel: email, customer: { residence: DE } }
  expect forbidden by law.fax
}
`;

/** The files of a fixture after the name at the cursor was changed; undefined where it cannot be. */
async function renamed(fixture: string, name: string): Promise<Record<string, string> | undefined> {
  const opened = openFixture(fixture);
  const edit = rename(await opened.target(), name);
  if (edit?.changes === undefined) return undefined;
  return Object.fromEntries(
    opened.files.map(({ path, uri, text }) => [path, applyEdits(text, edit.changes?.[uri] ?? [])]),
  );
}

describe('renaming', () => {
  it.each([
    ['a term', policy('').replace('is email }', 'is em|ail }'), 'e-mail'],
    ['a rule', policy('').replace('rule fax', 'rule fa|x'), 'no-fax'],
    ['a policy', policy('').replace('policy law', 'policy la|w'), 'statute.main'],
    [
      'an activity',
      policy(
        '  rule a "A" { forbid con|tact when channel is email }\n  rule b "B" { forbid contact when channel is email }',
      ),
      'reach',
    ],
    ['a fact', policy('').replace('when channel', 'when chan|nel'), 'way'],
    ['a definition', policy('  rule r "R" { forbid contact when orde|red(customer, channel) }'), 'bought'],
  ])(
    '%s leaves a program without new mistakes, and back again leaves it as it was',
    async (_, main, name) => {
      const fixture = `${main}${smallProgram}`;
      const before = openFixture(fixture);
      const files = await renamed(fixture, name);
      expect(files).toBeDefined();
      const texts = Object.entries(files ?? {}).map(([path, text]) => `// file: ${path}\n${text}`);
      const again = openFixture(texts.join(''));
      const codes = async (opened: typeof before) =>
        (await opened.program()).diagnostics.map(({ diagnostic }) => diagnostic.code);
      expect(await codes(again)).toEqual(await codes(before));
      const oldName = before.main.text.slice(before.main.cursor).match(/^[\w-]*/)?.[0] ?? '';
      const head = before.main.text.slice(0, before.main.cursor).match(/[\w-]*$/)?.[0] ?? '';
      const main2 = files?.[before.main.path] ?? '';
      const shift = (before.main.cursor ?? 0) - head.length;
      const marked = `${main2.slice(0, shift)}|${main2.slice(shift)}`;
      const others = Object.entries(files ?? {}).filter(([path]) => path !== before.main.path);
      const backFixture = `// file: ${before.main.path}\n${marked}${others.map(([path, text]) => `// file: ${path}\n${text}`).join('')}`;
      const back = await renamed(backFixture, head + oldName);
      for (const { path, text } of before.files) expect(back?.[path]).toBe(text);
    },
  );

  it('refuses names that cannot be read back, and such as are taken', async () => {
    const fixture = `${policy('').replace('rule fax', 'rule fa|x')}${smallProgram}`;
    await expect(renamed(fixture, 'no fax')).rejects.toThrow('cannot be a name');
    const taken = policy('')
      .replace('forbid contact when channel is email', '$&')
      .replace('channel is email }', 'channel is em|ail }');
    await expect(renamed(`${taken}${smallProgram}`, 'voice')).rejects.toThrow('declared already');
  });

  it('leaves the standard library alone', async () => {
    const opened = openFixture(
      'use std.crm\npolicy a "A" {\n  authority law\n  rule r "R" { forbid contact when channel is em|ail }\n}\n',
    );
    expect(prepareRename(await opened.target())).toBeUndefined();
  });

  it('changes how files of rows are named when they move', async () => {
    const opened = openFixture('scenarios "S" for contact {\n  rows from "data/calls.csv"\n}\n');
    const move = { oldUri: 'file:///project/data', newUri: 'file:///project/rows' };
    const edit = willRenameFiles([await opened.program()], [move]);
    expect(applyEdits(opened.main.text, edit?.changes?.[opened.main.uri] ?? [])).toContain(
      'rows from "rows/calls.csv"',
    );
  });
});

describe('what leads on from a name', () => {
  it('is the type of a fact, and the lifts of a rule', async () => {
    const types = openFixture(
      `${policy('').replace('when channel', 'when chan|nel')}${smallProgram.replace('taxonomy Channel', 'taxonomy [[Channel]]')}`,
    );
    expect(typeDefinition(await types.target())).toEqual(types.expectedRanges());
    const lifts = openFixture(
      `${policy('').replace('rule fax', 'rule fa|x').replace('law.fax mine', 'law.fax [[mine]]')}${smallProgram}`,
    );
    expect(implementation(await lifts.target())).toEqual(lifts.expectedRanges());
  });

  it('is who asks a definition, and what a rule asks', async () => {
    const opened = openFixture(
      `${policy('  rule r "R" { forbid contact when orde|red(customer, channel) }')}${smallProgram}`,
    );
    const { snapshot, file, offset } = await opened.target();
    const [item] = prepareCallHierarchy({ snapshot, file, offset });
    expect(item?.name).toBe('ordered');
    const calls = incomingCalls(snapshot, item?.data);
    expect(calls.map(({ from }) => from.name)).toEqual(['acme.r']);
    expect(outgoingCalls(snapshot, calls[0]?.from.data).map(({ to }) => to.name)).toContain('ordered');
  });

  it('is what stands above and below a term', async () => {
    const opened = openFixture(
      `${policy('  rule r "R" { forbid contact when jurisdiction is GB-E|NG }')}${smallProgram}`,
    );
    const { snapshot, file, offset } = await opened.target();
    const [item] = prepareTypeHierarchy({ snapshot, file, offset });
    const [above] = supertypes(snapshot, item?.data);
    expect([item?.name, above?.name]).toEqual(['GB-ENG', 'GB']);
    expect(subtypes(snapshot, above?.data).map(({ name }) => name)).toEqual(['GB-ENG']);
    const [top] = supertypes(snapshot, above?.data);
    expect(subtypes(snapshot, top?.data).map(({ name }) => name)).toEqual(['DE', 'GB']);
  });
});
