import { describe, expect, it } from 'vitest';
import { documentSymbols } from '../../packages/lsp/src/features/document-symbols.ts';
import { workspaceSymbols } from '../../packages/lsp/src/features/workspace-symbols.ts';
import { openFixture, present, smallProgram } from './fixture.ts';
import { definitionRanges, highlightRanges, referenceRanges } from './helpers.ts';

const policy = (body: string): string => `use small
policy acme "Acme" {
  authority company
${body}
}
`;

describe('definition', () => {
  it.each([
    ['a term', 'rule r "R" { forbid contact when jurisdiction is G|B }', '  GB "United', '  [[GB]] "United'],
    ['a group', 'rule r "R" { forbid contact when jurisdiction is E|U }', 'group EU of', 'group [[EU]] of'],
    ['a fact', 'rule r "R" { forbid contact when chan|nel is email }', '  channel: Ch', '  [[channel]]: Ch'],
    [
      'a field',
      'rule r "R" { forbid contact when customer.is-indiv|idual }',
      'is-individual',
      '[[is-individual]]',
    ],
    ['an activity', 'rule r "R" { forbid cont|act }', 'activity contact', 'activity [[contact]]'],
    [
      'an authority',
      'rule r "R" { forbid contact overridable by comp|any }',
      '> company tenant',
      '> [[company]] tenant',
    ],
    [
      'an obligation',
      'rule r "R" { require contact obligation tell-sou|rce }',
      'obligation tell-source',
      'obligation [[tell-source]]',
    ],
    [
      'a level',
      'rule r "R" { forbid contact when coun|try of jurisdiction is GB }',
      'levels country',
      'levels [[country]]',
    ],
    [
      'a definition',
      'rule r "R" { forbid contact when orde|red(customer, channel) }',
      'define ordered',
      'define [[ordered]]',
    ],
    ['a module', '', 'module small', 'module [[small]]'],
  ])('leads to %s in another file', async (what, body, plain, marked) => {
    const main = what === 'a module' ? policy(body).replace('use small', 'use sma|ll') : policy(body);
    const { found, expected } = await definitionRanges(`${main}${smallProgram.replace(plain, marked)}`);
    expect(expected).toHaveLength(1);
    expect(found).toEqual(expected);
  });

  it('leads to the rule that is lifted', async () => {
    const { found, expected } = await definitionRanges(`use small
policy law "Law" {
  authority law
  rule [[fax]] "Fax" { forbid contact when channel is email }
}
policy own "Own" {
  authority law
  lift law.f|ax mine "Mine" { when channel is email cite "x" }
}
${smallProgram}`);
    expect(found).toEqual(expected);
  });

  it('leads to parameters and to the entries of lists', async () => {
    const parameter = await definitionRanges(`use small
define mail([[who]]: Customer) as wh|o.is-individual
${smallProgram}`);
    expect(parameter.found).toEqual(parameter.expected);
    const entry = await definitionRanges(`use small
define mail(who: Customer) as some [[o]] in who.orders satisfies |o.channel is email
${smallProgram}`);
    expect(entry.found).toEqual(entry.expected);
  });

  it('leads into the standard library', async () => {
    const opened = await definitionRanges(
      'use std.crm\npolicy a "A" {\n  authority law\n  rule r "R" { forbid contact when channel is em|ail }\n}\n',
    );
    expect(opened.found.map(({ uri }) => uri)).toEqual(['privacy-library:/std/channels.privacy']);
  });

  it('is nothing where there is no name', async () => {
    expect((await definitionRanges(`use small\n\n|\n${smallProgram}`)).found).toEqual([]);
  });
});

describe('references', () => {
  it('are all places in all files, the declaration included', async () => {
    const { found, expected } = await referenceRanges(`use small
policy acme "Acme" {
  authority company
  rule r "R" { forbid contact when channel is [[em|ail]] }
  rule s "S" { forbid contact when channel is one of ([[email]], live-call) }
}
${smallProgram.replace('  email "E-mail"', '  [[email]] "E-mail"')}`);
    expect(expected).toHaveLength(3);
    expect(found).toEqual(expected);
  });

  it('keep variables of the same name apart', async () => {
    const { found, expected } = await referenceRanges(`use small
define first([[wh|o]]: Customer) as [[who]].is-individual
define second(who: Customer) as who.is-individual
${smallProgram}`);
    expect(found).toEqual(expected);
  });
});

describe('highlights', () => {
  it('are the places in the same file', async () => {
    const { found, expected } = await highlightRanges(`use small
policy acme "Acme" {
  authority company
  rule r "R" { forbid contact when [[cha|nnel]] is email and [[channel]] is email }
}
${smallProgram}`);
    expect(expected).toHaveLength(2);
    expect(found).toEqual(expected);
  });
});

describe('the outline of a file', () => {
  it('has what a policy declares, down to its exceptions', async () => {
    const { workspace, main } = openFixture(`policy acme "Acme" {
  authority company
  default forbid contact "No"
  rule r "R" {
    permit contact
    except e "E" { when channel is email }
  }
}
`);
    const [outline] = documentSymbols(present(await workspace.textAt(main.uri)));
    expect(outline?.name).toBe('acme');
    expect(outline?.children?.map(({ name }) => name)).toEqual(['default forbid contact', 'r']);
    expect(outline?.children?.[1]?.children?.map(({ name }) => name)).toEqual(['e']);
  });

  it('keeps every selection inside of its range, and has no empty names', async () => {
    const { workspace, main } = openFixture(
      'policy  {\n rule "x" {\n}\ntaxonomy { a { b }\n record X { : }\ntest "" {',
    );
    const check = (symbols: ReturnType<typeof documentSymbols>): void => {
      for (const { name, range, selectionRange, children } of symbols) {
        expect(name).not.toBe('');
        expect(selectionRange.start.line * 1e6 + selectionRange.start.character).toBeGreaterThanOrEqual(
          range.start.line * 1e6 + range.start.character,
        );
        expect(selectionRange.end.line * 1e6 + selectionRange.end.character).toBeLessThanOrEqual(
          range.end.line * 1e6 + range.end.character,
        );
        check(children ?? []);
      }
    };
    check(documentSymbols(present(await workspace.textAt(main.uri))));
  });
});

describe('the names of the workspace', () => {
  it('are found by some of their letters, the closest first', async () => {
    const { workspace } = openFixture(
      `use small\npolicy acme.mail "M" { authority company }\n${smallProgram}`,
    );
    const names = (query: string) =>
      workspace.allPrograms().then((all) => workspaceSymbols(all, query).map(({ name }) => name));
    expect((await names('email'))[0]).toBe('email');
    expect(await names('acmail')).toEqual(['acme.mail']);
    expect(await names('nothing-like-it')).toEqual([]);
  });
});
