import { describe, expect, it } from 'vitest';
import { valueKey } from '../../../packages/compiler/src/logic/index.ts';
import { checkTexts, codesOf, markedTexts } from '../../support/check.ts';
import { checkRules, codesIn, ends, partOf, policyNamed, records, ruleOf } from './schedule-vocabulary.ts';

const keep = 'keep File for at least 6 years counted from made-on';
const erase = 'erase File at the latest 3 years after made-on';

describe('record types', () => {
  it('may say who claims the case and derive facts, as activities do', () => {
    const file = checkTexts(records).program.records.get('File');
    expect(file?.claim?.name).toBe('place');
    expect(file?.claim?.operands).toHaveLength(2);
    expect(file?.derived.map(({ name }) => name)).toEqual(['controller', 'subject', 'is-local']);
    expect(file?.derived[1]?.value.type).toEqual({ kind: 'record', record: 'Customer' });
    expect(file?.derived[2]?.condition?.kind).toBe('term-test');
  });
  it('get claims and derived facts from "extend record" too', () => {
    const checked = checkTexts([
      'record Note { company: Company, made-on: date }',
      'extend record Note { place: each of (company.seat), controller = company }',
    ]);
    expect(codesOf(checked)).toEqual([]);
    expect(checked.program.records.get('Note')?.claim?.name).toBe('place');
    expect(checked.program.records.get('Note')?.derived.map(({ name }) => name)).toEqual(['controller']);
  });
  it.each([
    ['a second claim', 'a: each of (company.seat), b: each of (company.seat)', ['policy/second-claim']],
    ['a claim that is no term', 'a: each of (company.id)', ['type/claim']],
    ['a claim that may be none', 'home: within Place or none, a: each of (home)', ['type/claim-or-none']],
    ['a derived fact that reads the time', 'a = age of made-on', ['type/timeless']],
    ['a derived fact that reads a field that is not there', 'a = company.sea', ['name/unknown-field']],
    ['a derived fact named like a field', 'made-on = company', ['name/duplicate']],
    ['an authority', 'authorised by law', ['policy/record-not-authorised']],
  ])('refuse %s', (_, members, expected) => {
    expect(codesOf(checkTexts(`record Note { company: Company, made-on: date, ${members} }`))).toEqual(
      expected,
    );
  });
  it('may derive from records that contain records of the same type', () => {
    const text =
      'record Node { parent?: Node, company: Company, controller = parent.company, top = parent.parent }';
    expect(codesOf(checkTexts(text))).toEqual([]);
  });
  it('may derive from one another in circles of lists', () => {
    const text = `
      record A { b: B, place: Place, home = b.place }
      record B { as: list of A, place: Place, first = number of a in as where (a.place is GB) }`;
    expect(codesOf(checkTexts(text))).toEqual([]);
  });
});

describe('rules about records', () => {
  it('stand in one part for each record type that the policy is about', () => {
    const checked = checkRules(`
      rule one "One" { ${keep} }
      rule two "Two" { keep Letter for at least 1 year counted from sent-on }
      rule three "Three" { anonymise File at the latest 9 years after made-on }`);
    expect(codesOf(checked)).toEqual([]);
    const { schedules } = policyNamed(checked);
    expect(schedules.map(({ record, rules }) => [record, rules.map(({ id }) => id)])).toEqual([
      ['File', ['some.rules.one', 'some.rules.three']],
      ['Letter', ['some.rules.two']],
    ]);
  });
  it('may stand beside rules about activities', () => {
    const checked = checkRules(`default permit store "Storing" rule one "One" { ${keep} }`);
    expect(codesOf(checked)).toEqual([]);
    expect(policyNamed(checked).parts.map(({ activity }) => activity)).toEqual(['store']);
    expect(policyNamed(checked).schedules).toHaveLength(1);
  });
  it('read the facts, the claim and the derived facts of their record', () => {
    const checked = checkRules(`
      applies when place is GB and controller.id is "acme"
      rule one "One" { ${keep} when subject.residence is GB and is-special and is-local }`);
    expect(codesOf(checked)).toEqual([]);
    expect(partOf(checked).applies.traits.facts).toEqual([
      'company.id',
      'company.seat',
      'customer.residence',
    ]);
  });
  it('read the options of their policy', () => {
    const checked = checkRules(`
      option strict: boolean "Strict" { safe yes }
      rule one "One" { ${keep} when strict }`);
    expect(codesOf(checked)).toEqual([]);
  });
  it('report a fact that their record does not have, with the record and the rule', () => {
    const checked = checkRules(`rule one "One" { ${keep} when purpose is marketing }`);
    expect(codesOf(checked)).toEqual(['name/unknown-fact']);
    expect(checked.diagnostics[0]?.diagnostic.because).toContain(
      'the record "File", which the rule "one" is about',
    );
  });
  it('report a fact of the head of their policy that one of the records does not have', () => {
    const checked = checkRules(`
      applies when controller.id is "acme"
      rule one "One" { ${keep} }
      rule two "Two" { keep Trace for at least 1 year counted from made-on }`);
    expect(codesOf(checked)).toEqual(['name/unknown-fact']);
    expect(checked.diagnostics[0]?.diagnostic.because).toContain(
      'the record "Trace", which the rule "two" is about',
    );
  });
  it('report a record type that does not exist', () => {
    const checked = checkRules('rule one "One" { erase Fil at the latest 3 years after made-on }');
    expect(codesOf(checked)).toEqual(['name/unknown']);
    expect(checked.diagnostics[0]?.diagnostic.help).toBe('Do you mean "File"?');
  });
  it('do one thing only', () => {
    expect(codesIn(`rule one "One" { ${keep} ${erase} }`)).toEqual(['policy/two-effects']);
    expect(codesIn(`default permit store "S" rule one "One" { forbid store ${keep} }`)).toEqual([
      'policy/two-effects',
    ]);
    expect(codesIn(`default permit store "S" rule one "One" { ${keep} forbid store }`)).toEqual([
      'policy/two-effects',
    ]);
  });
  it('may be overridable', () => {
    expect(ruleOf(checkRules(`rule one "One" { ${keep} overridable by company }`)).overridableBy?.name).toBe(
      'company',
    );
  });
  it('may carry obligations', () => {
    const rule = ruleOf(checkRules(`rule one "One" { ${erase} obligation notify(within: 3 days) }`));
    expect(rule.obligations.map(({ obligation }) => obligation)).toEqual(['notify']);
  });
  it('of law want a citation, and house rules cite no law', () => {
    expect(codesIn(`rule one "One" { ${keep} }`, 'law')).toEqual(['lint/law-without-cite']);
    expect(codesIn(`rule one "One" { ${keep} cite "§ 147 AO" }`, 'company')).toEqual([
      'lint/house-rule-cites-law',
    ]);
  });
  it('keep the day by which their policy is to be reviewed', () => {
    expect(policyNamed(checkRules(`review by 2027-01-01 rule one "One" { ${keep} }`)).reviewBy).toBe(
      '2027-01-01',
    );
  });
});

describe('periods', () => {
  const untilOf = (clauses: string, kind = 'File') => {
    const until = ruleOf(checkRules(`rule one "One" { ${clauses} }`), kind).period?.until;
    return until === undefined ? undefined : valueKey(until);
  };

  it('of a keep end the period after the day that it is counted from', () => {
    expect(untilOf(keep)).toBe(untilOf('erase File at the latest 6 years after made-on'));
    expect(untilOf('keep File for at least 6 years counted from end of year of made-on')).toContain('end');
  });
  it('of a deadline are any date or instant', () => {
    expect(codesIn('rule one "One" { erase File at the latest closed-on }')).toEqual([]);
    expect(codesIn('rule one "One" { erase File at the latest 2030-01-01 }')).toEqual([]);
    expect(codesIn('rule one "One" { due File at the latest 72 hours after seen-at }')).toEqual([]);
    expect(codesIn('rule one "One" { due File at the latest end of month of made-on }')).toEqual([]);
  });
  it('may be a fact', () => {
    expect(codesIn('rule one "One" { keep File for at least keep-for counted from made-on }')).toEqual([]);
  });
  it('may stand apart from what they are about', () => {
    const apart = 'keep File when is-special for at least 6 years counted from made-on';
    expect(codesIn(`rule one "One" { ${apart} }`)).toEqual([]);
    expect(untilOf(apart)).toBe(untilOf(keep));
    expect(
      codesIn(`rule one "One" { ${keep} when is-special for at least 6 years counted from made-on }`),
    ).toEqual(['policy/repeated-clause']);
  });
  it.each([
    ['a keep without a period', 'keep File', ['schedule/keep-without-period']],
    ['a keep that does not say from when', 'keep File for at least 6 years', ['schedule/keep-without-start']],
    [
      'a keep with a last day',
      'keep File at the latest 6 years after made-on',
      ['schedule/clause-does-not-fit'],
    ],
    ['an erasure without a last day', 'erase File', ['schedule/no-deadline']],
    ['an anonymisation without a last day', 'anonymise File', ['schedule/no-deadline']],
    ['an archiving without a last day', 'archive File', ['schedule/no-deadline']],
    ['a review without a last day', 'review File', ['schedule/no-deadline']],
    ['a restriction without a last day', 'restrict File', ['schedule/no-deadline']],
    ['a deadline without a last day', 'due File', ['schedule/no-deadline']],
    ['an erasure with a shortest time', 'erase File for at least 6 years', ['schedule/clause-does-not-fit']],
    ['a last day that is a length of time', 'erase File at the latest 3 years', ['type/mismatch']],
    ['a last day that is a text', 'erase File at the latest company.id', ['type/mismatch']],
    ['a period that is a date', 'keep File for at least 2030-01-01 counted from made-on', ['type/mismatch']],
    [
      'a period that is counted from a text',
      'keep File for at least 6 years counted from company.id',
      ['type/mismatch'],
    ],
    [
      'days counted from an instant',
      'keep File for at least 6 years counted from seen-at',
      ['type/mixed-time'],
    ],
    ['hours counted from a date', 'due File at the latest 72 hours after made-on', ['type/mixed-time']],
  ])('refuse %s', (_, clauses, expected) => {
    expect(codesIn(`rule one "One" { ${clauses} }`)).toEqual(expected);
  });
  it('say how to mend a last day that is only a length of time', () => {
    const checked = checkRules('rule one "One" { erase File at the latest 3 years }');
    expect(checked.diagnostics[0]?.diagnostic.help).toBe(
      'Say what it is counted from: "at the latest 3 years after …".',
    );
  });
});

describe('extensions', () => {
  const extended = (deadline: string, by: string) => {
    const text = `rule one "One" { due File at the latest ${deadline} extend by ${by} when is-special }`;
    const period = ruleOf(checkRules(text)).period;
    return period?.extension === undefined ? undefined : valueKey(period.extension.until);
  };
  const plain = (deadline: string) => {
    const period = ruleOf(checkRules(`rule one "One" { due File at the latest ${deadline} }`)).period;
    return period === undefined ? undefined : valueKey(period.until);
  };

  it('are counted from the same day as the deadline, together with it', () => {
    expect(extended('1 month after made-on', '2 months')).toBe(plain('3 months after made-on'));
    expect(extended('45 days after made-on', '45 days')).toBe(plain('90 days after made-on'));
    expect(extended('24 hours after seen-at', '48 hours')).toBe(plain('72 hours after seen-at'));
    expect(extended('1 year after made-on', '6 months')).toBe(plain('18 months after made-on'));
  });
  it('of a deadline that is a date follow that date', () => {
    expect(extended('made-on', '2 months')).toBe(plain('2 months after made-on'));
  });
  it('may be stated for what is kept', () => {
    expect(codesIn(`rule one "One" { ${keep} extend by 5 years when is-special }`)).toEqual([]);
  });
  it.each([
    ['months by days', '1 month after made-on', '30 days'],
    ['days by months', '30 days after made-on', '2 months'],
    ['hours by days', '72 hours after seen-at', '2 days'],
    ['a date by hours', 'made-on', '72 hours'],
  ])('refuse to extend %s', (_, deadline, by) => {
    const checked = checkRules(
      `rule one "One" { due File at the latest ${deadline} extend by ${by} when is-special }`,
    );
    expect(codesOf(checked)).toEqual(['schedule/extension-measure']);
    expect(markedTexts(checked)).toEqual([by]);
  });
});

describe('rolling over', () => {
  const calendar = 'calendar office covers 2024-01-01 through 2026-12-31 { weekend saturday, sunday }';

  it('takes a calendar', () => {
    const body = `rule one "One" { due File at the latest 1 month after made-on rolling over non-working days of office }`;
    const checked = checkRules(body, 'provider', calendar);
    expect(codesOf(checked)).toEqual([]);
    expect(ruleOf(checked).period?.rolling?.type.kind).toBe('calendar');
  });
  it('is refused for what is counted in hours', () => {
    const body = `rule one "One" { due File at the latest 72 hours after seen-at rolling over non-working days of office }`;
    expect(codesIn(body, 'provider', calendar)).toEqual(['schedule/rolling-over-hours']);
  });
  it('is taken over by exceptions that say nothing else', () => {
    const body = `rule one "One" {
      due File at the latest 1 month after made-on rolling over non-working days of office
      except hard "Hard" { when is-special at the latest 3 months after made-on }
      except quick "Quick" { when is-special at the latest 1 hours after seen-at }
    }`;
    const [hard, quick] = ruleOf(checkRules(body, 'provider', calendar)).exceptions;
    expect(hard?.instead?.rolling?.type.kind).toBe('calendar');
    expect(quick?.instead?.rolling).toBeUndefined();
  });
});

describe('exceptions', () => {
  const exceptionsOf = (rule: string) => {
    const checked = checkRules(`rule one "One" { ${rule} }`);
    expect(codesOf(checked)).toEqual([]);
    return ruleOf(checked).exceptions;
  };
  const keyOf = (rule: string) => {
    const [exception] = exceptionsOf(rule);
    return exception?.instead === undefined ? undefined : valueKey(exception.instead.until);
  };
  const tenYears = valueKeyOfRule('keep File for at least 10 years counted from made-on');
  function valueKeyOfRule(rule: string): string | undefined {
    const period = ruleOf(checkRules(`rule one "One" { ${rule} }`)).period;
    return period === undefined ? undefined : valueKey(period.until);
  }

  it('take their rule away', () => {
    const [named, unless] = exceptionsOf(`${keep} except x "X" { when is-special } unless is-local`);
    expect([named?.kind, named?.instead, unless?.kind]).toEqual(['exception', undefined, 'unless']);
  });
  it('may state another period, counted from where that of the rule is', () => {
    expect(keyOf(`${keep} except x "X" { when is-special for at least 10 years }`)).toBe(tenYears);
  });
  it('may state another period, counted from elsewhere', () => {
    expect(
      keyOf(`${keep} except x "X" { when is-special for at least 10 years counted from closed-on }`),
    ).toBe(valueKeyOfRule('keep File for at least 10 years counted from closed-on'));
  });
  it('may state another deadline, with an extension of its own', () => {
    const [exception] = exceptionsOf(
      `${erase} except x "X" { when is-special at the latest 1 year after made-on extend by 1 year when is-local }`,
    );
    expect(exception?.instead?.extension).toBeDefined();
  });
  it('do not take over the extension of their rule', () => {
    const [exception] = exceptionsOf(
      `${erase} extend by 1 year when is-local except x "X" { when is-special at the latest 1 year after made-on }`,
    );
    expect(exception?.instead?.extension).toBeUndefined();
  });
  it('inside of exceptions count from where the outer one does', () => {
    const [outer] = exceptionsOf(
      `${keep} except x "X" { when is-special for at least 8 years counted from closed-on
         except y "Y" { when is-local for at least 10 years } }`,
    );
    const inner = outer?.exceptions[0]?.instead;
    expect(inner && valueKey(inner.until)).toBe(
      valueKeyOfRule('keep File for at least 10 years counted from closed-on'),
    );
  });
  it.each([
    [
      'a last day where the rule keeps',
      keep,
      'at the latest 3 years after made-on',
      ['schedule/clause-does-not-fit'],
    ],
    [
      'a shortest time where the rule erases',
      erase,
      'for at least 3 years',
      ['schedule/clause-does-not-fit'],
    ],
    [
      'something else to do',
      keep,
      'erase File at the latest 3 years after made-on',
      ['policy/effect-in-exception'],
    ],
    ['what stays behind', erase, 'leaving File', ['schedule/clause-of-rule']],
    ['when it is done', erase, 'done when is-local', ['schedule/clause-of-rule']],
    [
      'an extension without a deadline',
      erase,
      'extend by 1 year when is-local',
      ['schedule/clause-does-not-fit'],
    ],
    ['who may lift it', keep, 'overridable by company', ['policy/overridable-exception']],
  ])('may not state %s', (_, rule, clause, expected) => {
    expect(codesIn(`rule one "One" { ${rule} except x "X" { when is-special ${clause} } }`)).toEqual(
      expected,
    );
  });
  it('of rules about activities have no periods', () => {
    const body =
      'rule one "One" { forbid store except x "X" { when separation is physical for at least 3 years } }';
    expect(codesIn(`default permit store "S" ${body}`)).toEqual(['schedule/clause-does-not-fit']);
  });
});

describe('clauses that go with some rules only', () => {
  it('"leaving" names the record that stays behind', () => {
    const body = `
      rule one "One" { ${erase} leaving Trace }
      rule two "Two" { keep Trace for at least 3 years counted from made-on }`;
    const checked = checkRules(body);
    expect(codesOf(checked)).toEqual([]);
    expect(ruleOf(checked).leaving).toBe('Trace');
  });
  it('"leaving" is refused where nothing keeps what stays behind', () => {
    const checked = checkRules(`rule one "One" { ${erase} leaving Trace }`);
    expect(codesOf(checked)).toEqual(['schedule/nothing-kept']);
    expect(markedTexts(checked)).toEqual(['Trace']);
  });
  it('"leaving" is content with a rule of another policy', () => {
    const other =
      'policy other.rules "O" { authority provider rule k "K" { keep Trace for at least 1 year counted from made-on } }';
    expect(codesIn(`rule one "One" { ${erase} leaving Trace }`, 'provider', other)).toEqual([]);
  });
  it('"done when" is read in the facts of the record', () => {
    const body =
      'rule one "One" { due Request at the latest 1 month after received-on done when answered-on is not none }';
    const checked = checkRules(body);
    expect(codesOf(checked)).toEqual([]);
    expect(ruleOf(checked, 'Request').doneWhen?.kind).toBe('not');
  });
  it.each(['due', 'review', 'archive', 'restrict'])('"done when" goes with "%s"', (action) => {
    expect(
      codesIn(`rule one "One" { ${action} File at the latest 1 year after made-on done when is-special }`),
    ).toEqual([]);
  });
  it.each([
    ['done when', `${keep} done when is-special`],
    ['done when', `${erase} done when is-special`],
    ['done when', 'anonymise File at the latest 1 year after made-on done when is-special'],
    ['leaving', `${keep} leaving Trace`],
    ['leaving', 'due File at the latest 1 year after made-on leaving Trace'],
    ['review within', `${keep} review within 1 year`],
    ['absolute', 'absolute keep File for at least 6 years counted from made-on'],
    ['absolute', 'absolute anonymise File at the latest 1 year after made-on'],
    ['every record of', 'erase every record of subject at the latest 1 year after made-on'],
  ])('"%s" is refused in: %s', (words, clauses) => {
    const trace = 'rule two "Two" { keep Trace for at least 3 years counted from made-on }';
    const checked = checkRules(`rule one "One" { ${clauses} } ${trace}`);
    const found = checked.diagnostics.filter(({ diagnostic }) => diagnostic.code !== 'name/unknown-fact');
    expect(found.map(({ diagnostic }) => diagnostic.code)).toEqual(['schedule/clause-does-not-fit']);
    expect(found[0]?.diagnostic.headline).toContain(`"${words}"`);
    expect(found[0]?.diagnostic.help).not.toBeUndefined();
  });
  it.each([
    ['done when', 'done when is-special'],
    ['leaving', 'leaving Trace'],
    ['review within', 'review within 1 year'],
    ['rolling over', 'rolling over non-working days of office'],
    ['extend by', 'extend by 1 year when is-special'],
    ['for at least', 'for at least 3 years'],
    ['at the latest', 'at the latest 3 years after made-on'],
  ])('"%s" is refused in a rule about an activity', (words, clause) => {
    const checked = checkRules(`default permit store "S" rule one "One" { forbid store ${clause} }`);
    expect(codesOf(checked)).toEqual(['schedule/clause-does-not-fit']);
    expect(checked.diagnostics[0]?.diagnostic.headline).toBe(`"${words}" does not go with "forbid store"`);
  });
});

describe('holds', () => {
  const hold = (target: string, more = '') =>
    `rule stop "Stop" { hold ${target} when customer.residence is GB ${more} cite "order 1" review within 1 year }`;

  it('of one record type stand in its part', () => {
    const checked = checkRules(hold('File'));
    expect(codesOf(checked)).toEqual([]);
    expect(ruleOf(checked)).toMatchObject({ action: 'hold', reviewWithin: { amount: 12, unit: 'months' } });
    expect(ruleOf(checked).period).toBeUndefined();
  });
  it('of every record of a person stand in the part of each type that declares the person, with one id', () => {
    const checked = checkRules(hold('every record of subject'));
    expect(codesOf(checked)).toEqual([]);
    const { schedules } = policyNamed(checked);
    expect(schedules.map(({ record, rules }) => [record, rules[0]?.id])).toEqual([
      ['File', 'some.rules.stop'],
      ['Letter', 'some.rules.stop'],
    ]);
  });
  it('reach types that declare the person as a field, too', () => {
    const { schedules } = policyNamed(
      checkRules('rule stop "Stop" { hold every record of company cite "order 1" review within 1 year }'),
    );
    expect(schedules.map(({ record }) => record)).toEqual(['File', 'Letter', 'Request', 'Trace']);
  });
  it('of nobody are refused', () => {
    const checked = checkRules(hold('every record of subjects'));
    expect(codesOf(checked)).toEqual(['schedule/no-record-of']);
    expect(checked.diagnostics[0]?.diagnostic.help).toBe('Do you mean "subject"?');
  });
  it('report a mistake in the condition once, however many types they reach', () => {
    const body =
      'rule stop "S" { hold every record of subject when subject.tipe is GB cite "o" review within 1 year }';
    expect(codesIn(body)).toEqual(['name/unknown-field']);
  });
  it('have no period', () => {
    expect(codesIn(hold('File for at least 1 year counted from made-on'))).toEqual([
      'schedule/hold-with-period',
    ]);
    expect(codesIn(hold('File at the latest 1 year after made-on'))).toEqual(['schedule/hold-with-period']);
    expect(codesIn(hold('File', 'extend by 1 year when is-special'))).toEqual(['schedule/hold-with-period']);
  });
  it('need a citation', () => {
    expect(codesIn('rule stop "Stop" { hold File review within 1 year }')).toEqual([
      'schedule/hold-without-cite',
    ]);
    expect(codesIn('rule stop "Stop" { hold File review within 1 year }', 'law')).toEqual([
      'schedule/hold-without-cite',
    ]);
  });
  it('need a time within which they are reviewed', () => {
    expect(codesIn('rule stop "Stop" { hold File cite "order 1" }')).toEqual([
      'schedule/hold-without-review',
    ]);
  });
  it('are reviewed within a fixed time of days or longer', () => {
    expect(codesIn('rule stop "Stop" { hold File cite "order 1" review within 72 hours }')).toEqual([
      'type/mismatch',
    ]);
    expect(codesIn('rule stop "Stop" { hold File cite "order 1" review within keep-for }')).toEqual([
      'type/not-constant',
    ]);
    expect(codesIn('rule stop "Stop" { hold File cite "order 1" review within made-on }')).toEqual([
      'type/mismatch',
    ]);
  });
});

describe('lifts of rules about records', () => {
  const target = `policy provider.rules "P" {
    authority provider
    rule open "Open" { keep File for at least 3 years counted from made-on overridable by company }
    rule shut "Shut" { keep File for at least 2 years counted from made-on }
    rule stop "Stop" { hold every record of subject overridable by company cite "order 1" review within 1 year }
  }`;
  const check = (lift: string, authority = 'company') => checkRules(lift, authority, target);

  it('add an exception to the rule', () => {
    const checked = check('lift provider.rules.open l "L" { when is-special }');
    expect(codesOf(checked)).toEqual([]);
    const [exception] = ruleOf(checked, 'File', 'provider.rules').exceptions;
    expect(exception).toMatchObject({ kind: 'lift', id: 'some.rules.l', by: { policy: 'some.rules' } });
  });
  it("read the facts of the record, and hold their own policy's head against it", () => {
    const checked = check(
      'applies when controller.id is "acme" lift provider.rules.open l "L" { when is-special }',
    );
    expect(codesOf(checked)).toEqual([]);
    const [exception] = ruleOf(checked, 'File', 'provider.rules').exceptions;
    expect(exception?.condition.traits.facts).toEqual(['company.id', 'isSpecial']);
  });
  it('of a rule about several record types go to each', () => {
    const checked = check('lift provider.rules.stop l "L" { when subject.residence is GB }');
    expect(codesOf(checked)).toEqual([]);
    expect(ruleOf(checked, 'Letter', 'provider.rules').exceptions.map(({ id }) => id)).toEqual([
      'some.rules.l',
    ]);
    const stop = partOf(checked, 'File', 'provider.rules').rules.find(
      ({ id }) => id === 'provider.rules.stop',
    );
    expect(stop?.exceptions.map(({ id }) => id)).toEqual(['some.rules.l']);
  });
  it('of a rule about several record types report a fact that one of them lacks', () => {
    const checked = check('lift provider.rules.stop l "L" { when is-special }');
    expect(codesOf(checked)).toEqual(['name/unknown-fact']);
    expect(checked.diagnostics[0]?.diagnostic.because).toContain('the record "Letter"');
  });
  it('follow the same law as lifts of rules about activities', () => {
    expect(codesOf(check('lift provider.rules.shut l "L" { when is-special }'))).toEqual([
      'policy/illegal-lift',
    ]);
    expect(codesOf(check('lift provider.rules.open l "L" { when is-special }', 'customer'))).toEqual([
      'policy/illegal-lift',
    ]);
    expect(codesOf(check('lift provider.rules.shut l "L" { when is-special }', 'law'))).toEqual([]);
    expect(codesOf(check('lift provider.rules.opn l "L" { when is-special }'))).toEqual(['name/unknown']);
  });
  it('may not state a period', () => {
    expect(codesOf(check('lift provider.rules.open l "L" { when is-special for at least 1 year }'))).toEqual([
      'schedule/period-in-lift',
    ]);
    expect(
      codesOf(check('lift provider.rules.open l "L" { when is-special extend by 1 year when is-local }')),
    ).toEqual(['schedule/period-in-lift']);
  });
  it('leave a policy of which nothing is lifted as it is', () => {
    const before = checkTexts([records, ends, target]);
    const policy = before.program.policies.find(({ id }) => id === 'provider.rules');
    expect(policy?.schedules.flatMap(({ rules }) => rules.flatMap(({ exceptions }) => exceptions))).toEqual(
      [],
    );
  });
});

describe('advice about whole programs', () => {
  const check = (text: string) => checkTexts([records, text]);
  const policy = (id: string, authority: string, body: string) =>
    `policy ${id} "P" {\n authority ${authority}\n ${body}\n}\n`;
  const keepRule = `rule k "K" { ${keep} cite "s. 1" }`;
  const eraseRule = `rule e "E" { ${erase} cite "s. 1" }`;

  it('reports records that are kept and never erased, once', () => {
    const text = policy('a.b', 'law', keepRule) + policy('c.d', 'provider', `rule l "L" { ${keep} }`);
    const checked = check(text);
    expect(codesOf(checked)).toEqual(['lint/never-erased']);
    expect(markedTexts(checked)).toEqual(['File']);
  });
  it('is content where a record is anonymised', () => {
    const text = policy(
      'a.b',
      'law',
      `${keepRule} rule e "E" { anonymise File at the latest 9 years after made-on cite "s. 1" }`,
    );
    expect(codesOf(check(text))).toEqual([]);
  });
  it('says nothing about records that nothing keeps, and about those that nothing schedules', () => {
    expect(codesOf(check(policy('a.b', 'law', eraseRule)))).toEqual([]);
    expect(codesOf(check(''))).toEqual([]);
  });
  it('reports a record that is to be kept longer than it may stay, at the rule that gives way', () => {
    const checked = check(policy('a.b', 'law', keepRule) + policy('c.d', 'company', eraseRule));
    expect(codesOf(checked)).toEqual(['lint/floor-above-ceiling']);
    const { diagnostic } = checked.diagnostics[0] ?? {};
    expect(diagnostic?.headline).toBe('"File" is kept 6 years by "a.b.k" and gone after 3 years by "c.d.e"');
    expect(diagnostic?.because).toContain('kept through 2032-01-01 and must be gone by 2029-01-01');
    expect(diagnostic?.because).toContain('"a.b.k" prevails: it has the higher authority');
  });
  it('says that an erasure of higher authority prevails', () => {
    const checked = check(
      policy('a.b', 'company', `rule k "K" { ${keep} }`) + policy('c.d', 'law', eraseRule),
    );
    expect(checked.diagnostics[0]?.diagnostic.because).toContain(
      '"c.d.e" prevails: it has the higher authority',
    );
  });
  it('says that at one level keeping comes first', () => {
    const checked = check(policy('a.b', 'sector', keepRule) + policy('c.d', 'law', eraseRule));
    expect(checked.diagnostics[0]?.diagnostic.because).toContain('"a.b.k" prevails: keeping comes first');
  });
  it.each([
    ['in different countries', 'applies when place is DE', 'applies when place is GB', '', ''],
    ['in a group and outside of it', 'applies when place is EEA', 'applies when place is US', '', ''],
    ['of different companies', 'applies when company.id is "a"', 'applies when company.id is "b"', '', ''],
    ['under a condition and without it', '', '', 'when is-special', 'when not is-special'],
    ['of different kinds', '', '', 'when kind is "a"', 'when kind is "b"'],
  ])('says nothing where the two never meet: %s', (_, head, otherHead, when, otherWhen) => {
    const text =
      policy('a.b', 'law', `${head} rule k "K" { ${keep} ${when} cite "s. 1" }`) +
      policy('c.d', 'provider', `${otherHead} rule e "E" { ${erase} ${otherWhen} }`);
    expect(codesOf(check(text))).toEqual([]);
  });
  it('says nothing where they count from different days, or the same time', () => {
    const text = (end: string) =>
      policy('a.b', 'law', keepRule) + policy('c.d', 'provider', `rule e "E" { ${end} }`);
    expect(codesOf(check(text('erase File at the latest 3 years after closed-on')))).toEqual([]);
    expect(codesOf(check(text('erase File at the latest 6 years after made-on')))).toEqual([]);
  });
});
