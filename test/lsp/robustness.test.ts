import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repositoryPath } from '../support/check.ts';
import { fixtureRoot, readMarks, smallProgram } from './fixture.ts';
import type { EditedFile } from './random-edits.ts';
import { createRandom, randomEdit, startEditing } from './random-edits.ts';

const [vocabulary] = readMarks(smallProgram);
const around: readonly EditedFile[] = [
  { uri: `${fixtureRoot}/vocabulary.privacy`, text: vocabulary?.text ?? '' },
  {
    uri: `${fixtureRoot}/law.privacy`,
    text: 'use small\npolicy law "Law" {\n  authority law\n  rule fax "Fax" { forbid contact when channel is email }\n}\n',
  },
];
const main: EditedFile = {
  uri: `${fixtureRoot}/main.privacy`,
  text: `use small

/// What the company says.
policy acme "Acme" {
  authority law
  lift law.fax mine "Mine" { when channel is email cite "x" }
  rule r "R" { forbid contact when ordered(customer, channel) and jurisdiction is EU }
}

// A helper.
define helper(who: Customer) as some o in who.orders satisfies o.channel is email

test "T" {
  contact { channel: email, customer: { residence: DE } }
  expect forbidden by law.fax
}
`,
};

describe('editing', () => {
  it.each([1, 2, 3])(
    'ends after any edits in the same state as opening the result afresh (%i)',
    async (seed) => {
      const session = startEditing([...around, main], main);
      const random = createRandom(seed * 7919);
      for (let count = 1; count <= 120; count += 1) {
        session.edit(...randomEdit(session.text(), random));
        // Some states are never asked for, as when an author types fast.
        if (random(3) > 0) await session.state();
        if (count % 12 === 0) expect(await session.state()).toEqual(await session.freshState());
        if (session.text().length > 6000) session.edit(0, session.text().length, main.text);
      }
    },
    60_000,
  );

  it('keeps the text that the editor has', () => {
    const session = startEditing([...around, main], main);
    const random = createRandom(99);
    let text = main.text;
    for (let count = 0; count < 300; count += 1) {
      const [start, end, newText] = randomEdit(text, random);
      if (/\r/.test(text + newText)) continue;
      session.edit(start, end, newText);
      text = text.slice(0, start) + newText + text.slice(end);
      expect(session.text()).toBe(text);
    }
  });

  it('of another file reaches the messages of this one, and back', async () => {
    const law = around[1] as EditedFile;
    const session = startEditing([...around, main], law);
    const at = law.text.indexOf('fax "Fax"');
    session.edit(at, at + 3, 'fix');
    expect(await session.state()).toEqual(await session.freshState());
    session.edit(at, at + 3, 'fax');
    expect(await session.state()).toEqual(await session.freshState());
  });

  it.each(['test/fixtures/tour/regimes.privacy'])(
    'letter by letter leads to the same state as opening %s',
    async (path) => {
      const whole = readFileSync(repositoryPath(path), 'utf8').slice(0, 700);
      const file = { uri: `${fixtureRoot}/typed.privacy`, text: '' };
      const session = startEditing([...around, file], file);
      for (const [index, letter] of [...whole].entries()) {
        session.edit(session.text().length, session.text().length, letter);
        await session.state();
        if (index % 200 === 0) expect(await session.state()).toEqual(await session.freshState());
      }
      expect(await session.state()).toEqual(await session.freshState());
    },
    60_000,
  );
});
