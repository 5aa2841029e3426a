import { describe, expect, it } from 'vitest';
import { checkTexts, codesOf, markedTexts } from '../../support/check.ts';

/** A rule with a condition, in a policy that is otherwise fine. */
function ruleWhen(condition: string): string {
  return `policy a.b "Policy" {
  authority provider
  rule r "Rule" { forbid contact when ${condition} }
  rule q "Also" { forbid contact when channel is post }
}
policy law.base "Base" { authority law applies everywhere default permit contact "Allowed" cite "s. 1" }`;
}

function codes(condition: string): string[] {
  return codesOf(checkTexts(ruleWhen(condition)));
}

describe('conditions that are accepted', () => {
  const accepted = [
    'channel is voice',
    'channel is not voice',
    'channel is one of (email, post)',
    'customer.residence is EU',
    'customer.residence is EU on 2019-05-01',
    'customer.residence is US-CA',
    'country of customer.residence is US',
    'customer.residence is company.seat',
    'place is GB',
    'seat is GB',
    'separation is at least logical',
    'separation is physical',
    'customer.last-purchase-on is none',
    'customer.last-purchase-on is not none and customer.last-purchase-on is within the last 24 months',
    'customer.birth-date is known',
    'age of customer.birth-date is less than 16',
    '(age of (customer.birth-date else 2000-01-01)) is less than 16',
    'customer.age-in-years else 18 is at least 18',
    'customer.age-in-years + 2 - 1 is between 3 and 8',
    'is-urgent',
    'not is-urgent',
    'is-urgent is yes',
    'consented(customer, channel)',
    'consented(customer, email)',
    'some c in customer.consents satisfies c.granted',
    'every c in customer.consents satisfies (c.granted and channel is in c.channels)',
    'number of c in customer.consents where (c.granted) is at least 2',
    'number of c in customer.consents is at most 10',
    'time in customer.time-zone is between 21:00 and 08:00',
    'time in "Europe/London" is before 08:00',
    'weekday in customer.time-zone is one of (saturday, sunday)',
    'today is on or after 2026-01-01',
    'now is after 2026-01-01T00:00:00Z',
    'today is at least 28 days after customer.last-purchase-on',
    'customer.last-purchase-on is before 3 years before today',
    'date of asked-at is today',
    'asked-at is within the last 72 hours',
    'today is after end of year of customer.last-purchase-on',
    'later of (customer.birth-date, customer.last-purchase-on) is before 2020-01-01',
    'customer.time-zone is "Europe/London"',
    'company.id is "acme"',
  ];
  for (const condition of accepted) {
    it(condition, () => {
      expect(codes(condition)).toEqual([]);
    });
  }
});

describe('conditions that are refused', () => {
  const refused: readonly (readonly [string, string, string])[] = [
    ['customer.residence is UK', 'name/alias', 'UK'],
    ['customer.residence is California', 'name/alias', 'California'],
    ['customer.residence is Atlantis', 'name/unknown-term', 'Atlantis'],
    ['channel is sometimes', 'name/unknown-term', 'sometimes'],
    ['colour is voice', 'name/unknown-fact', 'colour'],
    ['customer.shoe-size is 3', 'name/unknown-field', 'shoe-size'],
    ['company.id.length is 3', 'type/no-fields', 'length'],
    ['customer.consents.granted', 'type/field-of-list', 'granted'],
    ['channel', 'type/not-a-condition', 'channel'],
    ['today', 'type/not-a-condition', 'today'],
    ['customer.last-purchase-on', 'type/not-a-condition', 'customer.last-purchase-on'],
    ['channel is 3', 'type/mismatch', '3'],
    ['company.id is voice', 'name/unknown-fact', 'voice'],
    ['channel is at least voice', 'type/not-ordered', 'channel is at least voice'],
    ['separation is before logical', 'type/order-words', 'before logical'],
    ['today is at least 2026-01-01', 'type/order-words', 'at least 2026-01-01'],
    ['customer.age-in-years is after 3', 'type/order-words', 'after 3'],
    ['channel is none', 'type/never-none', 'channel is none'],
    ['customer.birth-date is not none', 'type/never-none', 'customer.birth-date is not none'],
    ['channel is known', 'lint/always-known', 'channel is known'],
    ['company.id else "x" is "y"', 'lint/needless-else', 'company.id else "x"'],
    ['separation is sharde', 'name/unknown', 'sharde'],
    ['weekday in customer.time-zone is Monday', 'syntax/weekday', 'Monday'],
    ['time in "London" is before 08:00', 'name/unknown-zone', '"London"'],
    ['time in customer.residence is before 08:00', 'type/mismatch', 'customer.residence'],
    ['asked-at is within the last 3 months', 'type/mixed-time', 'asked-at is within the last 3 months'],
    [
      'customer.birth-date is within the last 72 hours',
      'type/mixed-time',
      'customer.birth-date is within the last 72 hours',
    ],
    ['asked-at is before 2026-01-01', 'type/date-with-instant', '2026-01-01'],
    ['today is before 2026-01-01T00:00:00Z', 'type/date-with-instant', '2026-01-01T00:00:00Z'],
    ['customer.birth-date + 1 is 3', 'type/plus-on-dates', 'customer.birth-date'],
    ['consented(customer)', 'type/argument-count', 'consented(customer)'],
    ['consented(customer, purpose)', 'type/argument', 'purpose'],
    ['agreed(customer, channel)', 'name/unknown', 'agreed'],
    ['some c in customer satisfies c.granted', 'type/not-a-list', 'customer'],
    ['some channel in customer.consents satisfies channel.granted', 'name/shadow', 'channel'],
    ['channel is in customer.consents', 'type/mismatch', 'customer.consents'],
    ['customer.residence is not in EU', 'type/in-set', 'EU'],
    ['channel is in voice', 'type/in-set', 'voice'],
    ['channel is EU', 'name/unknown-term', 'EU'],
    ['channel is voice on 2020-01-01', 'type/on-without-group', '2020-01-01'],
    ['age of channel is 3', 'type/mismatch', 'channel'],
    ['continent of customer.residence is US', 'name/unknown-level', 'continent'],
    ['country of company.id is US', 'type/no-levels', 'country of company.id'],
    ['customer is "x"', 'type/not-comparable', 'customer is "x"'],
    ['{ a: 1 } is 3', 'type/facts-outside-tests', '{ a: 1 }'],
  ];
  for (const [condition, code, marked] of refused) {
    it(`${condition}: ${code}`, () => {
      const checked = checkTexts(ruleWhen(condition));
      expect(codesOf(checked)).toEqual([code]);
      expect(markedTexts(checked)).toEqual([marked]);
    });
  }
});

describe('names that could be two things', () => {
  const ambiguous = `taxonomy Kind { seat, other }
extend activity contact { kind: Kind }
`;
  it('a name right of "is" that could be both a term and a fact is refused', () => {
    expect(codesOf(checkTexts(ambiguous + ruleWhen('kind is seat')))).toEqual(['name/ambiguous']);
  });
  it('back-ticks quote the term', () => {
    expect(codesOf(checkTexts(ambiguous + ruleWhen('kind is `seat`')))).toEqual([]);
  });
});
