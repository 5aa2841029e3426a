import { expect, it } from 'vitest';
import { emitTypeScript } from '../../../packages/compiler/src/emitting/index.ts';
import { checkTexts, codesOf, repositoryPath } from '../../support/check.ts';

const source = `/// Calls and mail in a country of the tests.
policy law.base "The law" {
  authority law
  source "Act 1" <https://example.org/act-1> as of 2026-11-23
  zone "Europe/Berlin"
  in force from 2020-01-01
  applies when place is EU and purpose is marketing
  default forbid contact "Marketing needs a ground" cite "s. 1"
  rule consent "The customer agreed" { permit contact when consented(customer, channel) cite "s. 2" }
  rule minors "Children are left alone" {
    forbid contact when customer.age-in-years is less than 16
    cite "s. 3"
    except urgent "Urgent matters" { when is-urgent obligation disclose-caller cite "s. 3(2)" }
  }
}
policy house.rules "House rules" {
  authority company
  rule nights "No calls at night" {
    forbid contact when channel is voice and time in customer.time-zone is between 21:00 and 08:00
  }
}
`;

const checked = checkTexts(source);
const emitted = emitTypeScript({ program: checked.program });

it.each([
  'policies/law.base.ts',
  'policies/house.rules.ts',
  'defines.ts',
  'facts.ts',
  'activities/contact.ts',
])('writes %s as it is kept for reading; `npm run baselines` writes it anew', async (path) => {
  expect(codesOf(checked)).toEqual([]);
  const text = emitted.find((file) => file.path === path)?.text;
  expect(text).toBeDefined();
  await expect(text).toMatchFileSnapshot(repositoryPath(`test/baselines/emitting/${path}.txt`));
});
