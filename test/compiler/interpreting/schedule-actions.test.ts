import { describe, expect, it } from 'vitest';
import { explanationOn, house, law, scheduleOn } from '../../support/schedulebook.ts';

const facts = { issuedOn: '2024-01-31', flag: false };
const task = (action: string, deadline: string, more = '', id = action) =>
  `rule ${id} "${action}" { ${action} Invoice at the latest ${deadline} after issued-on ${more} cite "x" }`;

describe('what has to be done with a record', () => {
  const rules = law(
    `${task('archive', '1 year')} ${task('review', '6 months')} ${task('restrict', '2 years')}`,
  );

  it('has a date of its own, which does not move the window', () => {
    expect(scheduleOn('2024-02-01', rules, facts)).toMatchObject({
      state: 'ungoverned',
      eraseBy: null,
      actions: [
        { action: 'review', by: '2024-07-31', state: 'open', leaving: null, rules: ['law.one.review'] },
        { action: 'archive', by: '2025-01-31', state: 'open' },
        { action: 'restrict', by: '2026-01-31', state: 'open' },
      ],
    });
  });

  it('is due on its day and overdue after it', () => {
    expect(scheduleOn('2025-01-31', rules, facts).actions.map(({ state }) => state)).toEqual([
      'overdue',
      'due',
      'open',
    ]);
  });

  it('counts by the earliest rule, and drops what is done or has not started', () => {
    const twice = law(
      `${task('review', '6 months', 'done when flag')} ${task('review', '9 months', '', 'again')}`,
    );
    expect(scheduleOn('2024-02-01', twice, facts).actions).toMatchObject([
      { by: '2024-07-31', rules: ['law.one.review'] },
    ]);
    expect(scheduleOn('2024-02-01', twice, { ...facts, flag: true }).actions).toMatchObject([
      { by: '2024-10-31', rules: ['law.one.again'] },
    ]);
    expect(scheduleOn('2024-02-01', twice, { ...facts, issuedOn: null }).actions).toEqual([]);
  });

  it('is undetermined where it may be', () => {
    const maybe = law(task('archive', '1 year', 'when flag'));
    expect(scheduleOn('2024-02-01', maybe, { issuedOn: '2024-01-31' }).actions).toMatchObject([
      { by: '2025-01-31', state: 'undetermined' },
    ]);
    expect(scheduleOn('2024-02-01', maybe, { flag: true }).actions).toMatchObject([
      { by: null, state: 'undetermined' },
    ]);
  });

  it('names what stays behind when the record is erased', () => {
    const leaving =
      law(`rule gone "Gone" { erase Invoice at the latest 1 year after issued-on leaving Log cite "x" }
      rule logs "Logs" { keep Log for at least 1 year counted from day cite "x" }`);
    expect(scheduleOn('2024-02-01', leaving, facts).actions).toEqual([
      { action: 'erase', by: '2025-01-31', state: 'open', leaving: 'Log', rules: ['law.one.gone'] },
    ]);
  });

  it('is erasing as soon as one of the rules that decide asks for that', () => {
    const both = law(`${task('anonymise', '1 year')} ${task('erase', '1 year')}`);
    expect(scheduleOn('2024-02-01', both, facts).actions).toMatchObject([
      { action: 'erase', rules: ['law.one.anonymise', 'law.one.erase'] },
    ]);
  });

  it('is in the order of the dates', () => {
    const mixed = law(
      `${task('erase', '1 year')} ${task('archive', '2 years')} ${task('review', '1 month')}`,
    );
    expect(scheduleOn('2024-02-01', mixed, facts).actions.map(({ by }) => by)).toEqual([
      '2024-02-29',
      '2025-01-31',
      '2026-01-31',
    ]);
  });
});

describe('the explanation of a schedule', () => {
  const rules =
    law(
      `rule keeps "Keeps" { keep Invoice for at least 6 years counted from issued-on cite "s. 1"
      except banks "Banks" { when flag for at least 10 years cite "s. 2" } }`,
      'source "AO" zone "Europe/Berlin" in force from 2020-01-01',
    ) + house(task('erase', '3 years'), 'applies when flag-2');
  const given = { ...facts, flag2: true };

  it('holds the schedule that the same record gets', () => {
    expect(explanationOn('2027-02-01', rules, given).schedule).toEqual(
      scheduleOn('2027-02-01', rules, given),
    );
  });

  it('traces each policy with its rules, their conditions and exceptions', () => {
    const [claim] = explanationOn('2027-02-01', rules, given).claims;
    expect(claim).toMatchObject({
      claim: null,
      state: 'keep-restricted',
      policies: [
        { policy: 'house', applies: { value: 'true', text: 'flag-2' } },
        {
          policy: 'law.one',
          source: 'AO',
          inForce: 'from 2020-01-01',
          rules: [
            {
              rule: 'law.one.keeps',
              kind: 'rule',
              effect: 'keep',
              stands: 'true',
              exceptions: [{ rule: 'law.one.keeps.banks', stands: 'false', item: null }],
            },
          ],
        },
      ],
    });
  });

  it('tells the date of each rule, what it was read from, and what became of it', () => {
    const [claim] = explanationOn('2027-02-01', rules, given).claims;
    const items = claim?.policies.flatMap((policy) => policy.rules.map(({ item }) => item));
    expect(items).toEqual([
      {
        action: 'erase',
        counts: 'true',
        date: '2027-01-31',
        became: 'cut',
        facts: [{ fact: 'issuedOn', value: '2024-01-31' }],
      },
      {
        action: 'keep',
        counts: 'true',
        date: '2030-01-31',
        became: 'decisive',
        facts: [{ fact: 'issuedOn', value: '2024-01-31' }],
      },
    ]);
  });

  it('leaves out the rules of a policy that does not apply', () => {
    const [claim] = explanationOn('2027-02-01', rules, { ...given, flag2: false }).claims;
    expect(claim?.policies[0]).toMatchObject({ policy: 'house', rules: [] });
  });

  it('finds the single changes that would turn the state or the deadline', () => {
    const { changes } = explanationOn('2031-02-01', rules, given, { changes: true });
    expect(changes).toContainEqual({ fact: 'flag', value: true, state: 'keep-restricted', due: null });
    expect(changes).toContainEqual({ fact: 'flag2', value: false, state: 'may-erase', due: null });
    expect(changes.map(({ fact }) => fact)).not.toContain('flag3');
  });

  it('is frozen', () => {
    const explanation = explanationOn('2027-02-01', rules, given);
    expect(Object.isFrozen(explanation.schedule.reasons[0])).toBe(true);
    expect(Object.isFrozen(explanation.claims[0]?.policies)).toBe(true);
  });
});
