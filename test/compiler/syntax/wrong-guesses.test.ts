import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../packages/compiler/src/diagnostics/index.ts';
import { codesOf, declarationOf, messagesOf, middleClauses, policyWith, shapeOf } from './read.ts';

/** A clause as it is written at first, the code of the message, and the clause that its first fix makes. */
const written: readonly (readonly [string, string, string?])[] = [
  ['when channel = email', 'comparison-sign', 'when channel is email'],
  ['when channel==email', 'comparison-sign', 'when channel is email'],
  ['when channel != email', 'comparison-sign', 'when channel is not email'],
  ['when age of b > 13', 'comparison-sign', 'when age of b is more than 13'],
  ['when n >= 13', 'comparison-sign', 'when n is at least 13'],
  ['when n ≤ 13', 'comparison-sign', 'when n is at most 13'],
  ['when n < 13', 'comparison-sign', 'when n is less than 13'],
  ['when n is >= 13', 'comparison-sign', 'when n is at least 13'],
  ['when n is not < 13', 'comparison-sign', 'when n is not less than 13'],
  ['when n is = 13', 'sign-behind-is', 'when n is  13'],
  ['when a && b', 'logic-sign', 'when a and b'],
  ['when a || b', 'logic-sign', 'when a or b'],
  ['when !consented(a)', 'logic-sign', 'when not consented(a)'],
  ['when channel is (email or sms)', 'or-in-value', 'when channel is one of (email, sms)'],
  ['when channel is either email or sms', 'list-without-parentheses', 'when channel is one of (email, sms)'],
  ['when channel is email, sms', 'list-without-parentheses', 'when channel is one of (email, sms)'],
  [
    'when channel is one of email, sms or fax',
    'list-without-parentheses',
    'when channel is one of (email, sms, fax)',
  ],
  ['when channel is in (email, sms)', 'list-without-one-of', 'when channel is one of (email, sms)'],
  ['when channel is email or is sms', 'left-side-missing', 'when channel is email or channel is sms'],
  ['if channel is voice then obligation x', 'if-then', 'when channel is voice obligation x'],
  ['only if channel is voice', 'if-then', 'when channel is voice'],
  ['when channel is voice then obligation x', 'then', 'when channel is voice  obligation x'],
  ['must not contact', 'effect-word', 'forbid contact'],
  ['may contact', 'effect-word', 'permit contact'],
  ['shall contact', 'effect-word', 'require contact'],
  ['allow contact', 'effect-word', 'permit contact'],
  ['deny contact', 'effect-word', 'forbid contact'],
  ['when residence not in EU', 'in-without-is', 'when residence is not EU'],
  ['when customer.residence in EU', 'in-without-is', 'when customer.residence is EU'],
  ['when channel in c.channels', 'in-without-is', 'when channel is in c.channels'],
  ['when channel in (email, sms)', 'in-without-is', 'when channel is one of (email, sms)'],
  ['when age of b is older than 13', 'comparison-word', 'when age of b is more than 13'],
  ['when age of b older than 13', 'comparison-word', 'when age of b is more than 13'],
  ['when age of b is under 13', 'comparison-word', 'when age of b is less than 13'],
  ['when age under 13', 'age-of-what'],
  ['when age is at least 13', 'age-of-what'],
  ['when age >= 13', 'age-of-what'],
  ['when n is greater than or equal to 3', 'comparison-word', 'when n is at least 3'],
  ['when n is no more than 3', 'comparison-word', 'when n is at most 3'],
  ['when n equals 3', 'comparison-word', 'when n is 3'],
  ['when n is equal to 3', 'comparison-word', 'when n is 3'],
  ['in force from 31.12.2024', 'date-form', 'in force from 2024-12-31'],
  ['in force from 12/31/2024', 'date-form', 'in force from 2024-12-31'],
  ['in force from 2024-1-1', 'date-form', 'in force from 2024-01-01'],
  ['in force from 2024/12/31', 'date-form', 'in force from 2024-12-31'],
  ['in force from 03/04/2024', 'date-order', 'in force from 2024-04-03'],
  ['when time in z is after 8am', 'time-form', 'when time in z is after 08:00'],
  ['when time in z is after 9 p.m.', 'time-form', 'when time in z is after 21:00'],
  ['when time in z is after 12:30 am', 'time-form', 'when time in z is after 00:30'],
  ['when time in z is after 8:00', 'time-form', 'when time in z is after 08:00'],
  ['when d is within the last 6 yrs', 'duration-form', 'when d is within the last 6 years'],
  ['when d is within the last 72h', 'duration-form', 'when d is within the last 72 hours'],
  ['when d is within the last 30d', 'duration-form', 'when d is within the last 30 days'],
  ['when d is within the last 1 Year', 'duration-form', 'when d is within the last 1 year'],
  ['when d is within the last six years', 'numeral', 'when d is within the last 6 years'],
  ['when weekday in z is Monday', 'weekday', 'when weekday in z is monday'],
  ['except when customer.is-company', 'except-without-name', 'except name { when customer.is-company }'],
  ['except if customer.is-company', 'except-without-name', 'except name { when customer.is-company }'],
  ['except when a { cite "b" }', 'except-without-name', 'except name { when a cite "b" }'],
  ['except when { cite "b" }', 'except-without-name'],
  ['cite Art. 6(1)(a)', 'unquoted-text', 'cite "Art. 6(1)(a)"'],
  ['cite “Art. 6”', 'curly-quotes', 'cite "Art. 6"'],
  ["cite 'Art. 6'", 'curly-quotes', 'cite "Art. 6"'],
  ['when consent given', 'words-apart', 'when consent-given'],
  ['when opt–out', 'dash-in-word', 'when opt-out'],
  ['when a;', 'stray-mark', 'when a'],
  ['when a.', 'stray-mark', 'when a'],
  ['when a,', 'stray-mark', 'when a'],
  ['because: "b"', 'colon', 'because "b"'],
  ['when a AND b', 'misspelt-word', 'when a and b'],
  ['When a', 'misspelt-word', 'when a'],
  ['excpet soft "S" { when a }', 'misspelt-word', 'except soft "S" { when a }'],
  ['overrideable by company', 'misspelt-word', 'overridable by company'],
  ['when any x in l satisfies x.a', 'quantifier-word', 'when some x in l satisfies x.a'],
  [
    'when number of x in l where x.a is b is at least 3',
    'where-without-parentheses',
    'when number of x in l where (x.a is b) is at least 3',
  ],
  [
    'when latest c in l by c.d where c.a satisfies c.e',
    'where-without-parentheses',
    'when latest c in l by c.d where (c.a) satisfies c.e',
  ],
  ['when a and b or c', 'mixed-and-or', 'when (a and b) or c'],
  ['when some x in l satisfies x.a and x.b', 'quantifier-body', 'when some x in l satisfies (x.a and x.b)'],
  ['extend by 2 months', 'extend-without-condition'],
  ['retention 6 years', 'retention'],
  [
    'delete Invoice at the latest 3 years after d',
    'clause-word',
    'erase Invoice at the latest 3 years after d',
  ],
];

const clauses = written.map(([clause, code, right]) => ({ clause, code, right }));

/** What stands in the tree there is neither of the readings. */
const undecided = new Set(['quantifier-body', 'mixed-and-or', 'where-without-parentheses']);

function withFix(text: string, { fixes }: Diagnostic): string | undefined {
  const [fix] = fixes;
  if (fix === undefined) return undefined;
  const edits = [...fix.edits].sort((left, right) => right.span.start - left.span.start);
  return edits.reduce(
    (changed, { span, newText }) => changed.slice(0, span.start) + newText + changed.slice(span.end),
    text,
  );
}

describe('clauses as they are written at first', () => {
  it.each(clauses)('"$clause" gets one message', ({ clause, code, right }) => {
    const text = policyWith(clause);
    const messages = messagesOf(text);
    expect(messages.map((message) => message.code)).toEqual([`syntax/${code}`]);
    const [message] = messages;
    const fixed = message === undefined ? undefined : withFix(text, message);
    expect(fixed?.replace(/[ \t]+\n/g, '\n')).toBe(right === undefined ? undefined : policyWith(right));
    if (fixed !== undefined) expect(codesOf(fixed)).toEqual([]);
  });

  it.each(clauses)('"$clause" is understood: what stands around it is not touched', ({ clause }) => {
    const tree = declarationOf(policyWith(clause));
    expect(shapeOf(tree)).toMatchObject({
      kind: 'policy',
      clauses: [
        { kind: 'authority-clause' },
        { kind: 'rule', name: 'first' },
        { kind: 'rule', name: 'middle' },
        { kind: 'rule', name: 'last', clauses: [{ kind: 'effect-clause' }] },
      ],
    });
    const middle = middleClauses(policyWith(clause));
    expect(shapeOf(middle.at(0))).toMatchObject({
      kind: 'effect-clause',
      effect: 'forbid',
      activity: 'contact',
    });
    if (!clause.startsWith('cite "')) expect(shapeOf(middle.at(-1))).toMatchObject({ kind: 'cite-clause' });
  });

  const certain = clauses.filter(
    ({ code, right = '  ' }) => !undecided.has(code) && !/ name \{| {2}/.test(right),
  );

  it.each(certain)('"$clause" is read like what it should be', ({ clause, right = '' }) => {
    expect(shapeOf(middleClauses(policyWith(clause)))).toEqual(shapeOf(middleClauses(policyWith(right))));
  });
});

describe('declarations as they are written at first', () => {
  it.each([
    ['policy "My policy" { authority law }', 'title-without-name'],
    ['policy a "A" { rule "Title" { forbid contact } }', 'title-without-name'],
    ['policy a "A" { rule age "Title" { forbid contact } }', 'reserved-name'],
    ['policy a "A" { rule r "R" { forbid contact when x except time "Title" { when y } } }', 'reserved-name'],
    ['policy a "A {\n authority law\n}', 'unclosed-text'],
    ['policy a "A" { rule r "R" { forbid contact cite "reg. 2 } }', 'unclosed-text'],
    ['policy us.sec.17a-4 "Records" { authority law }', 'id-starts-with-digit'],
    ['policy a The title of a policy {\n authority law\n}', 'unquoted-text'],
    ['policy a "A" {\n default allow contact "Allowed"\n}', 'effect-word'],
    ['policy a "A" {\n applies if jurisdiction is GB\n}', 'clause-word'],
    ['policy a "A" {\n applies to everyone\n}', 'clause-word'],
    ['policy a "A" {\n effective from 2024-01-01\n}', 'clause-word'],
    ['policy a "A" {\n authority: law\n}', 'colon'],
    ['polcy a "A" { authority law }', 'misspelt-word'],
    ['Policy a "A" { authority law }', 'misspelt-word'],
    ['activity a { authorized by sector }', 'misspelt-word'],
    ['calendar c covers 2024-01-01 through 2024-12-31 { weekend Saturday, sunday }', 'weekday'],
    ['group G of J { DE since 1.1.1958 }', 'date-form'],
    ['rule a "A" { forbid contact }', 'outside-policy'],
    ['forbid contact when a', 'outside-policy'],
    ['hello world', 'no-declaration'],
    ['test "a" {\n expct forbidden by x\n}', 'misspelt-word'],
  ])('"%s" gets one message', (text, code) => {
    expect(codesOf(text)).toEqual([`syntax/${code}`]);
  });
});

describe('fixes', () => {
  it('the automatic fixes of a file, one after another, mend what can be mended', () => {
    let text = `policy a "A" {
  authority: law;
  rule r "R" {
    deny contact
    if channel = email && n >= 3
    cite Art. 6
  }
}
`;
    const open = (): Diagnostic | undefined =>
      messagesOf(text).find(({ fixes }) => fixes[0]?.kind === 'automatic');
    for (let message = open(); message !== undefined; message = open()) text = withFix(text, message) ?? text;
    expect(text).toBe(`policy a "A" {
  authority law
  rule r "R" {
    forbid contact
    when channel is email and n is at least 3
    cite "Art. 6"
  }
}
`);
  });
});
