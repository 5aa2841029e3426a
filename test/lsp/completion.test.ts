import { describe, expect, it } from 'vitest';
import { smallProgram } from './fixture.ts';
import { completionLabels } from './helpers.ts';

const at = (text: string): string => `use small\n${text}\n${smallProgram}`;
const rule = (text: string): string =>
  at(`policy acme "Acme" {\n  authority company\n  rule r "R" { ${text} }\n}`);
const facts = ['customer', 'channel', 'jurisdiction'];
const channels = ['voice', 'live-call', 'automated-call', 'email'];
const places = ['DE', 'GB', 'GB-ENG', 'EEA', 'EU'];

describe('completion offers', () => {
  it.each([
    [
      'terms, and facts that are terms of the taxonomy, after a comparison',
      rule('forbid contact when channel is |'),
      [...channels, 'customer', 'channel'],
    ],
    [
      'terms in a list',
      rule('forbid contact when channel is one of (email, |) cite "x"'),
      [...channels, 'customer', 'channel'],
    ],
    [
      'terms and groups',
      rule('forbid contact when customer.residence is |'),
      [...places, 'customer', 'jurisdiction'],
    ],
    [
      'terms after a level',
      rule('forbid contact when country of jurisdiction is |'),
      [...places, 'customer', 'jurisdiction'],
    ],
    ['facts and definitions in a condition', rule('forbid contact when |'), [...facts, 'ordered']],
    [
      'the fields of a record',
      rule('forbid contact when customer.|'),
      ['residence', 'is-individual', 'orders'],
    ],
    [
      'the fields of an entry',
      rule('forbid contact when some o in customer.orders satisfies o.|'),
      ['channel'],
    ],
    ['activities', rule('forbid |'), ['contact']],
    ['obligations', rule('require contact obligation |'), ['tell-source']],
    ['authorities', rule('forbid contact overridable by |'), ['law', 'company']],
    [
      'the fields of a parameter',
      at('define f(who: Customer) as who.|'),
      ['residence', 'is-individual', 'orders'],
    ],
    ['taxonomies to group', at('group mine of |'), ['Channel', 'Place']],
    ['terms of a group', at('group mine of Place { | }'), places],
    ['the facts of a case', at('test "T" { contact { | } expect forbidden }'), ['customer', 'channel']],
    [
      'the fields of a record in a case',
      at('test "T" { contact { customer: { | } } expect forbidden }'),
      ['residence', 'is-individual', 'orders'],
    ],
    [
      'the values of a fact in a case',
      at('test "T" { contact { customer: { residence: | } } expect forbidden }'),
      places,
    ],
    [
      'outcomes',
      at('test "T" { contact { channel: email } expect | }'),
      ['permitted', 'forbidden', 'undetermined', 'ungoverned'],
    ],
    [
      'the facts of scenarios',
      at('scenarios "S" for contact { given customer.| }'),
      ['residence', 'is-individual', 'orders'],
    ],
    ['records to extend', at('extend record |'), ['Customer', 'Order']],
  ])('%s', async (_, fixture, expected) => {
    expect(await completionLabels(fixture)).toEqual(expected);
  });

  it('types of fields', async () => {
    const labels = await completionLabels(at('record New { field: | }'));
    expect(labels).toEqual(expect.arrayContaining(['boolean', 'duration', 'Place', 'Customer']));
  });

  it('modules of the project and of the library', async () => {
    expect(await completionLabels(`use |\n${smallProgram}`)).toEqual(
      expect.arrayContaining(['small', 'std.crm']),
    );
  });

  it('rules to lift and rules to expect, by their whole names', async () => {
    const law =
      'policy eu.law "Law" {\n  authority law\n  rule fax "Fax" { forbid contact when channel is email }\n}\n';
    expect(await completionLabels(at(`${law}policy own "Own" { authority law lift eu.|`))).toEqual([
      'eu.law.fax',
    ]);
    expect(
      await completionLabels(at(`${law}test "T" { contact { channel: email } expect forbidden by | }`)),
    ).toEqual(['eu.law.fax']);
  });

  it('the words of the language by where they can stand', async () => {
    const inRule = await completionLabels(rule('|'), { words: true });
    expect(inRule).toEqual(expect.arrayContaining(['forbid', 'permit', 'when', 'cite', 'except']));
    expect(inRule).not.toContain('policy');
    for (const start of ['|', 'po|', 'policy a "A" { authority law }\n\n|']) {
      expect(await completionLabels(at(start), { words: true })).toEqual(
        expect.arrayContaining(['policy', 'test']),
      );
    }
  });

  it('nothing in comments and texts', async () => {
    expect(await completionLabels(at('// a |'), { words: true })).toEqual([]);
    expect(await completionLabels(at('policy a "A |'), { words: true })).toEqual([]);
  });
});
