import { describe, expect, test } from 'vitest';
import { registerOf, ruleOf, textOf } from './sample.ts';

const register = registerOf(`
record Invoice "Invoice" {
  customer: Customer
  issued-on: date
  subject = customer
  place: each of (customer.residence)
}
record Ticket { customer: Customer, closed-on: date or none, subject = customer }

policy de.ao "Act on books" {
  authority law
  zone "Europe/Berlin"
  applies when place is DE
  rule vouchers "Vouchers" {
    keep Invoice for at least 8 years counted from end of year of issued-on
    cite "s. 147"
    except old "Old ones" {
      when issued-on is before 2020-01-01
      for at least 10 years
      cite "s. 148"
    }
  }
}

policy acme.hold "Hold" {
  authority company
  rule evidence "Evidence" {
    hold every record of subject when subject.age-in-years is more than 18
    review within 1 year
    cite "order 1"
    except settled "Settled" { when subject.residence is GB cite "order 2" }
  }
}

scenarios "Invoices" for Invoice under de.ao {
  given customer: { residence: DE, consents: [], tags: [] }, issued-on: 2022-05-01
  | on         | state     | by             |
  | 2024-06-01 | must-keep | de.ao.vouchers |
}
`);

describe('rules about records in the register', () => {
  test('say what they say of time as it is written', () => {
    const rule = ruleOf(register, 'de.ao.vouchers');
    expect(rule).toMatchObject({ effect: 'keep', absolute: false, cites: ['s. 147'] });
    expect(rule.statements.map(textOf)).toEqual([
      'keep Invoice for at least 8 years counted from end of year of issued-on',
    ]);
    expect(rule.statements[0]?.map(({ word }) => word)).toContain('fact.Invoice.issued-on');
    expect(rule.exceptions.map(({ id, statements }) => [id, statements.map(textOf)])).toEqual([
      ['de.ao.vouchers.old', ['for at least 10 years']],
    ]);
  });

  test('are covered by tests of records', () => {
    expect(ruleOf(register, 'de.ao.vouchers').tests).toHaveLength(1);
  });

  test('stand once for each record that they are about', () => {
    expect(ruleOf(register, 'acme.hold.evidence').exceptions.map(({ anchor }) => anchor)).toEqual([
      'acme.hold.evidence.settled',
    ]);
    const second = ruleOf(register, 'acme.hold.evidence:Ticket');
    expect(second.id).toBe('acme.hold.evidence');
    expect(second.exceptions.map(({ anchor }) => anchor)).toEqual(['acme.hold.evidence.settled:Ticket']);
    expect(second.statements.map(textOf)).toEqual(['hold every record of subject', 'review within 1 year']);
    expect(register.subjects.map(({ kind, name, rules }) => [kind, name, rules])).toEqual([
      ['record', 'Invoice', 2],
      ['record', 'Ticket', 1],
    ]);
  });
});

describe('a table in the register', () => {
  test('shows its rows with their days and grounds', () => {
    const found = registerOf(`
record Invoice { customer: Customer, issued-on: date, place: each of (customer.residence) }
table retention by Place: duration {
  | place | value    | in force         | cite     |
  | DE    | 8 years  | since 2025-01-01 | "BEG IV" |
  | DE    | 10 years | until 2025-01-01 |          |
}
policy x.y "X" {
  authority law
  rule a "A" { keep Invoice for at least retention of place counted from issued-on cite "s. 1" }
}`);
    expect(found.words.find(({ id }) => id === 'table.retention')?.details).toEqual([
      'Germany: 8 years, since 2025-01-01 (BEG IV)',
      'Germany: 10 years, until 2025-01-01',
    ]);
  });
});
