import { describe, expect, it } from 'vitest';
import { codesOf, declarationOf, messagesOf, middleClauses, policyWith, shapeOf, unitsOf } from './read.ts';

describe('one mistake', () => {
  it.each([
    ['a value is left out', 'when channel is', 'value-missing'],
    ['a condition is left out', 'when', 'value-missing'],
    ['half of a condition is left out', 'when a and', 'value-missing'],
    ['a name is left out', 'forbid', 'name-missing'],
    ['a text is left out', 'because', 'text-missing'],
    ['a date is left out', 'in force from', 'date-missing'],
    ['a parenthesis is not closed', 'when (a and b', 'sign-missing'],
    ['a list is not closed', 'when x is one of (a, b', 'sign-missing'],
    ['a call is not closed', 'when f(a, b', 'sign-missing'],
    ['a word is left out', 'when channel "email"', 'word-missing'],
    ['there is a parenthesis too many', 'when a and b)', 'unexpected'],
    ['a clause stands in the wrong place', 'authority law', 'misplaced'],
    ['a value stands where none can', 'when a is b "c"', 'unexpected'],
    ['there is something foreign', 'when a @ b', 'unexpected'],
    ['a block has no start', 'except soft "S" when a }', 'sign-missing'],
  ])('%s: one message, and all around it is read', (_what, clause, code) => {
    const text = policyWith(clause);
    expect(codesOf(text)).toEqual([`syntax/${code}`]);
    const tree = declarationOf(text);
    expect(tree.kind === 'policy' ? tree.clauses.map(({ kind }) => kind) : []).toEqual([
      'authority-clause',
      'rule',
      'rule',
      'rule',
    ]);
    expect(middleClauses(text).at(-1)?.kind).toBe('cite-clause');
  });

  it('what is left out is marked in the tree', () => {
    expect(shapeOf(middleClauses(policyWith('when channel is')))).toMatchObject([
      {},
      { condition: { kind: 'comparison', test: { value: { kind: 'missing-expression' } } } },
      {},
    ]);
    expect(middleClauses(policyWith('forbid'))[1]).toMatchObject({ activity: { text: '', missing: true } });
    expect(middleClauses(policyWith('because'))[1]).toMatchObject({ text: { value: '', missing: true } });
  });

  it('what could not be read is listed', () => {
    const [unit] = unitsOf(policyWith('authority law'));
    expect(unit?.skipped.map(({ start, end }) => unit.text.slice(start, end))).toEqual(['authority law']);
  });
});

describe('several mistakes', () => {
  it('each has its message, in the order of the text', () => {
    const text = policyWith('when channel is\n    because\n    excpet soft { when a }\n    obligation');
    expect(codesOf(text)).toEqual([
      'syntax/value-missing',
      'syntax/text-missing',
      'syntax/misspelt-word',
      'syntax/name-missing',
    ]);
  });

  it('after very many, the rest is left out', () => {
    const codes = codesOf(`policy a "A" {\n${'  authority law;\n'.repeat(1000)}}\n`);
    expect(codes.at(-1)).toBe('syntax/too-many-mistakes');
    expect(codes.length).toBeLessThan(300);
  });

  it('after very many declarations with mistakes, only correct ones are read', () => {
    const text = `${'policy a {\n'.repeat(1001)}policy b "B" { authority law }\n`;
    expect(codesOf(text)[0]).toBe('syntax/too-many-broken');
    expect(unitsOf(text).at(-1)?.tree.kind).toBe('policy');
  });
});

describe('braces', () => {
  it('a block that is not closed is pointed at, and what follows is read', () => {
    const text = `policy a "A" {
  rule one "One" {
    forbid contact
  rule two "Two" {
    forbid contact
  }
}
`;
    const [message, ...more] = messagesOf(text);
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      code: 'syntax/unclosed-block',
      headline: 'The block of "one" is never closed',
    });
    expect(shapeOf(declarationOf(text))).toMatchObject({ clauses: [{ name: 'one' }, { name: 'two' }] });
  });

  it('the indentation tells which of the blocks inside one another was left open', () => {
    const text = `policy a "A" {
  rule one "One" {
    forbid contact
    except soft "Soft" {
      when b
  }
}
`;
    expect(messagesOf(text).map(({ headline }) => headline)).toEqual(['The block of "soft" is never closed']);
  });

  it('the next declaration begins although the one before is not closed', () => {
    const text = 'policy a "A" {\n  authority law\n\npolicy b "B" {\n  authority law\n}\n';
    expect(unitsOf(text).map(({ tree }) => tree.kind)).toEqual(['policy', 'policy']);
    expect(codesOf(text)).toEqual(['syntax/unclosed-block']);
  });

  it('a brace too many is reported where it closes too much', () => {
    const text = `policy a "A" {
  rule one "One" { forbid contact } }
  rule two "Two" { forbid contact }
}
`;
    expect(codesOf(text)).toEqual(['syntax/surplus-brace']);
    expect(shapeOf(declarationOf(text))).toMatchObject({ clauses: [{ name: 'one' }, { name: 'two' }] });
  });

  it('a brace too many behind a declaration is reported there', () => {
    expect(codesOf('policy a "A" {\n  authority law\n}\n}\n\npolicy b "B" { authority law }\n')).toEqual([
      'syntax/surplus-brace',
    ]);
  });

  it('a missing opening brace is reported once', () => {
    expect(codesOf('policy a "A" {\n  rule r "R"\n    forbid contact\n  }\n}\n')).toEqual([
      'syntax/sign-missing',
    ]);
  });

  it('text behind a declaration is reported and left out', () => {
    const text = 'policy a "A" { authority law } and more\n\npolicy b "B" { authority law }\n';
    expect(codesOf(text)).toEqual(['syntax/behind-declaration']);
    expect(unitsOf(text).map(({ tree }) => tree.kind)).toEqual(['policy', 'policy']);
  });
});

describe('messages', () => {
  it('say what was read and what may stand instead', () => {
    const [message] = messagesOf(policyWith('when a is b "c"'));
    expect(message?.headline).toBe('"c" cannot stand here in a rule');
    expect(message?.help).toBe(
      'After "b" may stand "of", "and", "or", "else", "after", "before", "on", "in force", "overridable by" or "because".',
    );
  });

  it('say where a clause belongs that stands somewhere else', () => {
    const [message] = messagesOf(policyWith('authority law'));
    expect(message).toMatchObject({
      headline: '"authority" does not belong in a rule',
      help: 'It stands directly in a policy.',
    });
  });

  it('spell out both readings of a condition that mixes "and" with "or"', () => {
    const [message] = messagesOf(policyWith('when a and b or c'));
    expect(message?.because).toBe('It can be read in two ways: (a and b) or c; or: a and (b or c).');
    expect(message?.fixes.map(({ title }) => title)).toEqual([
      'Read it as: (a and b) or c',
      'Read it as: a and (b or c)',
    ]);
  });

  it('stay short where the text is long', () => {
    for (const { headline } of messagesOf(policyWith(`when a is b "${'long '.repeat(100)}"`))) {
      expect(headline.length).toBeLessThanOrEqual(90);
    }
  });
});
