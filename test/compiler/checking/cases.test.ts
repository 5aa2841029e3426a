import { describe, expect, it } from 'vitest';
import { checkTexts, codesOf } from '../../support/check.ts';

const regime = `policy law.base "Base" {
  authority law
  applies everywhere
  default forbid contact "Needs a ground" cite "s. 1"
  rule ok "Ground" { permit contact when is-urgent cite "s. 2" }
}
`;

function codes(text: string): string[] {
  return codesOf(checkTexts(text));
}

describe('tests', () => {
  const test = (body: string): string => `${regime}test "T" { ${body} }`;
  const facts =
    'customer: { residence: GB, consents: [], tags: [] }, company: { id: "a", seat: GB-ENG }, channel: email, purpose: marketing, separation: shared';
  it.each([
    ['a case with an expectation', `contact { ${facts} } expect forbidden`, []],
    [
      'unknown leaves a fact out',
      `contact { ${facts}, is-urgent: unknown } expect undetermined missing is-urgent`,
      [],
    ],
    ['no case', 'expect forbidden', ['test/no-case']],
    ['no expectation', `contact { ${facts} }`, ['test/no-expectation']],
    ['other words for outcomes', `contact { ${facts} } expect allowed`, ['name/unknown']],
    ['claims are not supplied', `contact { ${facts}, place: GB } expect forbidden`, ['test/derived-fact']],
    ['nor are derived facts', `contact { ${facts}, seat: GB } expect forbidden`, ['test/derived-fact']],
    ['an inner term is not precise', `contact { channel: voice } expect forbidden`, ['test/inner-term']],
    ['unless the fact is "within"', `contact { customer: { residence: US } } expect forbidden`, []],
    ['none only where declared', `contact { channel: none } expect forbidden`, ['test/never-none']],
    [
      'lists stand in brackets',
      `contact { customer: { consents: { } } } expect forbidden`,
      ['test/list-expected'],
    ],
    ['wrong kinds', `contact { is-urgent: 3 } expect forbidden`, ['test/wrong-value']],
    ['unknown facts', `contact { chanel: email } expect forbidden`, ['name/unknown-fact']],
    ['unknown rules', `contact { ${facts} } expect forbidden by law.base.nothing`, ['name/unknown']],
    ['known rules and defaults', `contact { ${facts} } expect forbidden by law.base.default.contact`, []],
    ['unknown obligations', `contact { ${facts} } expect permitted owing nothing-at-all`, ['name/unknown']],
    ['now is an instant', `now 2026-01-01 contact { ${facts} } expect forbidden`, ['test/now-instant']],
  ] as const)('%s', (_, body, expected) => {
    expect(codes(test(body))).toEqual(expected);
  });

  it('become facts as services supply them', () => {
    const body = `contact { customer: { residence: GB-ENG, last-purchase-on: none, birth-date: unknown }, asked-at: 2026-03-02T08:00:00+01:00 } expect undetermined missing customer.birth-date`;
    const [testCase] = checkTexts(test(body)).program.tests;
    expect(testCase?.facts).toEqual({
      customer: { residence: 'GB-ENG', lastPurchaseOn: null },
      askedAt: '2026-03-02T08:00:00+01:00',
    });
    expect(testCase?.expectations[0]?.missing).toEqual({ exact: false, names: ['customer.birthDate'] });
  });

  it('take named values from "let"', () => {
    const text = `let home = { residence: GB, consents: [], tags: [] }\n${test('contact { customer: home } expect forbidden')}`;
    expect(checkTexts(text).program.tests[0]?.facts).toEqual({
      customer: { residence: 'GB', consents: [], tags: [] },
    });
  });
});

describe('scenarios', () => {
  const scenarios = (body: string): string => `${regime}scenarios "S" for contact under law.* {\n${body}\n}`;
  const given =
    'given customer: { residence: GB, consents: [], tags: [] }, company: { id: "a", seat: GB-ENG }\n given customer.age-in-years: 30, purpose: marketing, separation: shared';

  it('every row is a test of its own, on top of what is given', () => {
    const checked = checkTexts(
      scenarios(`${given}
  | now                  | channel | customer.age-in-years | is-urgent | expect       | by                       | missing   |
  | 2026-01-01T00:00:00Z | email   |                       | no        | forbidden    | law.base.default.contact |           |
  |                      | post    | unknown               |           | undetermined |                          | is-urgent |`),
    );
    expect(codesOf(checked)).toEqual([]);
    const [first, second] = checked.program.tests;
    expect([first?.title, second?.title]).toEqual(['S, row 1', 'S, row 2']);
    expect([first?.now, second?.now]).toEqual([1767225600000, undefined]);
    expect(first?.facts).toEqual({
      customer: { residence: 'GB', consents: [], tags: [], ageInYears: 30 },
      company: { id: 'a', seat: 'GB-ENG' },
      purpose: 'marketing',
      separation: 'shared',
      channel: 'email',
      isUrgent: false,
    });
    expect(second?.facts['customer']).toEqual({ residence: 'GB', consents: [], tags: [] });
    expect(second?.expectations[0]?.missing?.names).toEqual(['isUrgent']);
    expect(first?.expectations[0]?.by?.names).toEqual(['law.base.default.contact']);
  });

  it.each([
    ['a table expects something', '| channel |\n| email |', ['test/no-expect-column']],
    ['columns are facts', '| chanel | expect |\n| email | forbidden |', ['name/unknown-fact']],
    ['rows have a cell for every column', '| channel | expect |\n| email |', ['test/row-length']],
    ['cells fit their column', '| channel | expect |\n| 3 | forbidden |', ['test/wrong-value']],
    ['claims are not supplied', '| place | expect |\n| GB | forbidden |', ['test/derived-fact']],
    ['outcomes are checked', '| channel | expect |\n| email | allowed |', ['name/unknown']],
  ] as const)('%s', (_, body, expected) => {
    expect(codes(scenarios(body))).toEqual(expected);
  });
});
