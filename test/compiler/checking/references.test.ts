import { expect, it } from 'vitest';
import { checkProgram } from '../../../packages/compiler/src/checking/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { smallVocabulary } from '../../support/check.ts';

const text = `define is-calm(who: Customer) as who.age-in-years is at least 3
policy law.base "Base" {
  authority law
  applies when place is EU
  default permit contact "D" cite "s. 1"
  rule r "R" { forbid contact when channel is voice and country of customer.residence is GB and is-calm(customer) obligation log cite "s" }
}
policy other.one "O" { authority sector lift law.base.r l "L" { when separation is physical cite "s" } }
test "T" under law.base { contact { channel: email, customer: { residence: DE } } expect permitted by law.base.r }
`;

function references(collectsReferences: boolean): string[] {
  const file = parseSourceFile({ path: 'a.privacy', text });
  const checked = checkProgram({ files: [...smallVocabulary(), file], collectsReferences });
  const own = new Set(file.declarations.map(({ unit }) => unit));
  return checked.references
    .filter(({ unit }) => own.has(unit))
    .map(({ unit, start, end, symbol }) => {
      const words = unit.text.slice(start, end);
      expect(words).toBe(symbol.name);
      return `${symbol.kind} ${symbol.owner === undefined ? '' : `${symbol.owner}.`}${symbol.name}`;
    });
}

it('notes what every name refers to', () => {
  expect([...new Set(references(true))].sort()).toEqual([
    'activity contact',
    'authority law',
    'authority sector',
    'define is-calm',
    'field Customer.age-in-years',
    'field Customer.residence',
    'field contact.channel',
    'field contact.customer',
    'field contact.place',
    'field contact.separation',
    'group EU',
    'level Place.country',
    'obligation log',
    'policy law.base',
    'record Customer',
    'rule law.base.r',
    'step Separation.physical',
    'term Channel.email',
    'term Channel.voice',
    'term Place.DE',
    'term Place.GB',
  ]);
});

it('keeps none where nobody asks', () => {
  expect(references(false)).toEqual([]);
});
