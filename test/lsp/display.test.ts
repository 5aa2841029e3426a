import { describe, expect, it } from 'vitest';
import { codeLenses, resolveCodeLens } from '../../packages/lsp/src/features/code-lenses.ts';
import { completion, resolveCompletion } from '../../packages/lsp/src/features/completion.ts';
import { documentLinks } from '../../packages/lsp/src/features/document-links.ts';
import { inlayHints } from '../../packages/lsp/src/features/inlay-hints.ts';
import { linkedEditing } from '../../packages/lsp/src/features/linked-editing.ts';
import { formatOnType } from '../../packages/lsp/src/features/on-type-formatting.ts';
import { selectionRanges } from '../../packages/lsp/src/features/selection-ranges.ts';
import { semanticTokens, tokensEdits } from '../../packages/lsp/src/features/semantic-tokens.ts';
import { signatureHelp } from '../../packages/lsp/src/features/signature-help.ts';
import { readEditorSettings } from '../../packages/lsp/src/server/settings.ts';
import { applyEdits, openFixture, present, smallProgram } from './fixture.ts';
import { hoverText, tokenWords } from './helpers.ts';

const fixture = `use small
policy eu "EU" {
  authority law
  source "OJ" <https://example.org/oj>
  in force from 2018-05-25
  rule fax "No f|ax" { forbid contact when jurisdiction is EU and channel is voice cite "art. 1" }
}
test "T" {
  contact { channel: live-call, customer: { residence: DE } }
  expect forbidden by eu.fax
}
${smallProgram}`;

const allHints = readEditorSettings(undefined).inlayHints;

describe('inlay hints', () => {
  const hints = async (settings = allHints) => {
    const opened = openFixture(fixture);
    const { snapshot, file } = await opened.target();
    const span = { start: 0, end: file.source.text.length };
    return inlayHints(snapshot, file, { span, settings }).map(({ label }) => label);
  };

  it('show since when a rule counts and what a group and a term stand for', async () => {
    expect(await hints()).toEqual(['from 2018-05-25', '2 listed', 'and 2 below']);
  });

  it('can be switched off one by one', async () => {
    expect(await hints({ ...allHints, effectiveDates: false })).toEqual(['2 listed', 'and 2 below']);
    expect(await hints({ ...allHints, scopes: false })).toEqual(['from 2018-05-25']);
    expect(readEditorSettings({ inlayHints: { scopes: false } }).inlayHints).toEqual({
      ...allHints,
      scopes: false,
    });
  });
});

describe('semantic tokens', () => {
  it('become those of the next version by their edits', async () => {
    const before = semanticTokens(...(await tokensArguments(fixture))).data;
    for (const text of [
      fixture.replace('voice', 'email'),
      `// new\n${fixture}`,
      fixture.replace('authority law\n', ''),
      'use small\n|',
    ]) {
      const after = semanticTokens(...(await tokensArguments(text))).data;
      const data = [...before];
      for (const { start, deleteCount, data: fresh = [] } of tokensEdits(before, after))
        data.splice(start, deleteCount, ...fresh);
      expect(data).toEqual(after);
    }
    expect(tokensEdits(before, before)).toEqual([]);
  });

  it('of a range are those of the file that touch it', async () => {
    const [snapshot, file] = await tokensArguments(fixture);
    const whole = semanticTokens(snapshot, file);
    expect(semanticTokens(snapshot, file, { start: 0, end: file.source.text.length })).toEqual(whole);
    expect(semanticTokens(snapshot, file, { start: 0, end: 3 }).data.slice(0, 5)).toEqual(
      whole.data.slice(0, 5),
    );
  });

  it('mark facts and terms of special categories', async () => {
    const words = await tokenWords(
      'module m\ntaxonomy Kind {\n  health sensitive { diagnosis }\n  name\n}\nrecord R {\n  race: text sensitive\n}\n|',
    );
    expect(words).toContain('health enumMember declaration sensitive');
    expect(words).toContain('diagnosis enumMember declaration sensitive');
    expect(words).toContain('race property declaration sensitive');
    expect(words).toContain('name enumMember declaration');
  });
});

async function tokensArguments(text: string) {
  const { snapshot, file } = await openFixture(text).target();
  return [snapshot, file] as const;
}

describe('what is shown beside a text', () => {
  it('is what can be run and asked', async () => {
    const { snapshot, file } = await openFixture(fixture).target();
    const lenses = codeLenses(snapshot, file, { run: true, ask: true, references: true });
    const titles = lenses.map((lens) => lens.command?.title ?? 'named');
    expect(titles).toEqual(['▶ Run tests', 'Ask a case', '▶ Run its tests', 'named', '▶ Run test']);
    const counted = present(lenses.find(({ command }) => command === undefined));
    expect(resolveCodeLens(snapshot, counted, counted.data).command?.title).toBe('named in 1 place');
    expect(codeLenses(snapshot, file, { run: false, ask: false, references: false })).toEqual([]);
  });

  it('is where its sources are', async () => {
    const { file } = await openFixture(fixture).target();
    expect(documentLinks(file).map(({ target }) => target)).toEqual(['https://example.org/oj']);
  });

  it('is which rules read a fact, and what a rule means', async () => {
    expect(
      await hoverText(fixture.replace('No f|ax', 'No fax').replace('and channel', 'and chan|nel')),
    ).toContain('Read by eu.fax');
    expect(await hoverText(fixture.replace('No f|ax', 'No fax').replace('rule fax', 'rule f|ax'))).toContain(
      'the answer is no',
    );
  });
});

describe('writing', () => {
  it('aligns the columns of a table while it is written', () => {
    const { main, workspace, position } = openFixture(
      'scenarios "S" for contact {\n  | channel | expect|\n  | live-call|forbidden |\n  | email |\n}\n// |',
    );
    return workspace.textAt(main.uri).then((text) => {
      const edits = formatOnType(present(text), { line: 3, character: 11 }, '|');
      expect(position.line).toBe(5);
      expect(applyEdits(main.text, edits)).toContain(
        '  | channel   | expect    |\n  | live-call | forbidden |\n  | email     |\n',
      );
    });
  });

  it('shows what a definition wants', async () => {
    const call = fixture.replace('No f|ax', 'No fax').replace('channel is voice', 'ordered(customer, |');
    const help = signatureHelp(await openFixture(call).target());
    expect(help?.signatures[0]?.label).toBe('ordered(who: Customer, by: Channel)');
    expect(help?.activeParameter).toBe(1);
  });

  it('selects the word, the condition, the rule, and so on', async () => {
    const { file, offset } = await openFixture(
      fixture.replace('No f|ax', 'No fax').replace('is voice', 'is vo|ice'),
    ).target();
    const [found] = selectionRanges(file, [file.positions.toPosition(offset)]);
    const texts: string[] = [];
    for (let next = found; next !== undefined; next = next.parent) {
      const { start, end } = file.positions.toSpan(next.range);
      texts.push(file.source.text.slice(start, end));
    }
    expect(texts.slice(0, 2)).toEqual(['voice', 'channel is voice']);
    expect(texts.every((text, index) => index === 0 || text.includes(texts[index - 1] ?? ''))).toBe(true);
    expect(texts.at(-1)).toBe(file.source.text);
  });

  it('changes the name of a list entry everywhere at once', async () => {
    const opened = openFixture(
      `use small\ndefine mail(who: Customer) as some [[|o]] in who.orders satisfies [[o]].channel is email\n${smallProgram}`,
    );
    const ranges = linkedEditing(await opened.target())?.ranges;
    expect(ranges).toEqual(opened.expectedRanges().map(({ range }) => range));
  });
});

describe('completion', () => {
  const items = async (text: string) => {
    const opened = openFixture(text);
    const target = await opened.target();
    return { target, items: completion(target, { modules: [], takesSnippets: true }).items };
  };

  it('offers whole rules and policies to fill in', async () => {
    const top = await items('use small\n|');
    expect(top.items.map(({ label }) => label)).toContain('policy …');
    const inside = await items('use small\npolicy a "A" {\n  authority law\n  ru|\n}\n');
    const rule = present(inside.items.find(({ label }) => label === 'rule …'));
    expect(JSON.stringify(rule.textEdit)).toContain(`\${1:name}`);
  });

  it('offers citations that the project has', async () => {
    const { items: found } = await items(
      fixture.replace('No f|ax', 'No fax').replace('"art. 1"', '"art. 1" cite "ar|"'),
    );
    expect(found.map(({ label }) => label)).toEqual(['art. 1']);
  });

  it('adds the line that a file lacks to use a name', async () => {
    const other = `policy own "Own" {\n  authority law\n  rule r "R" { forbid contact when channel is |\n  }\n}\n// file: other.privacy\nuse small\n${smallProgram}`;
    const { target, items: found } = await items(other);
    const email = present(found.find(({ label }) => label === 'email'));
    const resolved = resolveCompletion(email, target.snapshot, email.data);
    expect(resolved.additionalTextEdits?.[0]?.newText).toBe('use small\n\n');
  });
});
