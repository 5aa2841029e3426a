import { describe, expect, it } from 'vitest';
import { dueOn, law, scheduleOn } from '../../support/schedulebook.ts';

const answer = (deadline: string, more = '', head = '') =>
  law(
    `rule answer "Answer" { due Request at the latest ${deadline} ${more} done when answered-on is not none cite "art. 12" }`,
    head,
  );
const notice = (more = '') =>
  law(
    `rule notice "Notice" { due Incident at the latest 72 hours after aware-at ${more} done when notified-at is not none cite "art. 33" }`,
  );

const open = { receivedOn: '2026-01-31', answeredOn: null, extended: false };

describe('a deadline', () => {
  it('in months is open through its last day and overdue after it', () => {
    const month = answer('1 month after received-on');
    expect(dueOn('2026-02-28', month, open)).toBe('open 2026-02-28');
    expect(dueOn('2026-03-01', month, open)).toBe('overdue 2026-02-28');
  });

  it('means the end of the day where its policy is at home', () => {
    const month = answer('1 month after received-on', '', 'zone "America/New_York"');
    expect(dueOn('2026-03-01T04:59:59.999Z', month, open)).toBe('open 2026-02-28');
    expect(dueOn('2026-03-01T05:00:00Z', month, open)).toBe('overdue 2026-02-28');
  });

  it('in days counts days, whatever they are', () => {
    expect(dueOn('2026-03-02', answer('30 days after received-on'), open)).toBe('open 2026-03-02');
    expect(dueOn('2026-03-03', answer('30 days after received-on'), open)).toBe('overdue 2026-03-02');
  });

  it('in hours is an instant, judged to the millisecond', () => {
    const facts = { awareAt: '2026-03-02T09:30:00+01:00', notifiedAt: null };
    expect(dueOn('2026-03-05T08:30:00Z', notice(), facts, 'Incident')).toBe('open 2026-03-05T08:30:00Z');
    expect(dueOn('2026-03-05T08:30:00.001Z', notice(), facts, 'Incident')).toBe(
      'overdue 2026-03-05T08:30:00Z',
    );
    const schedule = scheduleOn('', notice(), facts, { record: 'Incident', now: '2026-03-05T08:30:00Z' });
    expect(schedule.validUntil).toBe('2026-03-05T08:30:00.001Z');
    expect(schedule.reasons).toMatchObject([{ date: '2026-03-05T08:30:00Z', decisive: true }]);
  });

  it('in working days leaves out weekends and holidays', () => {
    const five = answer('5 working days in workdays after received-on');
    expect(dueOn('2026-04-03', five, { ...open, receivedOn: '2026-04-02' })).toBe('open 2026-04-10');
    expect(dueOn('2026-04-11', five, { ...open, receivedOn: '2026-04-02' })).toBe('overdue 2026-04-10');
  });

  it('that falls on no working day rolls over to the next one', () => {
    const rolling = answer('1 month after received-on', 'rolling over non-working days of workdays');
    expect(dueOn('2026-03-02', rolling, open)).toBe('open 2026-03-02');
    expect(dueOn('2026-04-06', rolling, { ...open, receivedOn: '2026-03-04' })).toBe('open 2026-04-07');
    expect(dueOn('2026-03-02', rolling, { ...open, receivedOn: '2026-02-13' })).toBe('open 2026-03-13');
  });

  it('beyond what the calendar covers is not known, and asks for the calendar', () => {
    const rolling = answer('1 month after received-on', 'rolling over non-working days of workdays');
    const schedule = scheduleOn(
      '2026-03-02',
      rolling,
      { ...open, receivedOn: '2028-01-01' },
      { record: 'Request' },
    );
    expect(schedule.due).toMatchObject({ state: 'undetermined', dueBy: null });
    expect(schedule.missing).toEqual(['workdays']);
  });

  it('is extended where the rule says so, from the same start', () => {
    const extended = answer('1 month after received-on', 'extend by 2 months when extended');
    expect(dueOn('2026-03-15', extended, { ...open, extended: true })).toBe('open 2026-04-30');
    expect(dueOn('2026-03-15', extended, open)).toBe('overdue 2026-02-28');
    const unknown = { receivedOn: '2026-01-31', answeredOn: null };
    expect(dueOn('2026-02-15', extended, unknown)).toBe('open 2026-02-28');
    expect(dueOn('2026-03-15', extended, unknown)).toBe('undetermined 2026-02-28');
    expect(dueOn('2026-05-01', extended, unknown)).toBe('overdue 2026-02-28');
    expect(scheduleOn('2026-03-15', extended, unknown, { record: 'Request' }).missing).toEqual(['extended']);
  });

  it('an extended one rolls over, too', () => {
    const both = answer(
      '1 month after received-on',
      'extend by 2 months when extended rolling over non-working days of workdays',
    );
    expect(dueOn('2026-03-02', both, { receivedOn: '2026-02-02', answeredOn: null, extended: true })).toBe(
      'open 2026-05-04',
    );
  });

  it('is done when the rule says so, whether it was overdue or not', () => {
    const month = answer('1 month after received-on');
    expect(dueOn('2026-06-01', month, { ...open, answeredOn: '2026-03-20' })).toBe('done -');
    expect(dueOn('2026-06-01', month, { answeredOn: '2026-03-20' })).toBe('done -');
    expect(
      scheduleOn('2026-06-01', month, { ...open, answeredOn: '2026-03-20' }, { record: 'Request' }).due,
    ).toEqual({
      state: 'done',
      dueBy: null,
      rules: ['law.one.answer'],
    });
  });

  it('whose clock has not started is none', () => {
    expect(dueOn('2026-06-01', answer('1 month after received-on'), { ...open, receivedOn: null })).toBe(
      'none',
    );
  });

  it('of several counts as the earliest that is not done', () => {
    const both =
      notice() +
      `policy law.two "Law" { authority law zone "Europe/Berlin"
        rule report "Report" { due Incident at the latest 2 days after date of aware-at done when flag cite "x" } }`;
    const facts = { awareAt: '2026-03-02T08:00:00Z', notifiedAt: null, flag: false };
    expect(dueOn('2026-03-03T00:00:00Z', both, facts, 'Incident')).toBe('open 2026-03-04');
    expect(dueOn('2026-03-03T00:00:00Z', both, { ...facts, flag: true }, 'Incident')).toBe(
      'open 2026-03-05T08:00:00Z',
    );
    expect(dueOn('2026-03-04T23:00:00Z', both, facts, 'Incident')).toBe('overdue 2026-03-04');
    expect(dueOn('2026-03-04T22:59:59Z', both, facts, 'Incident')).toBe('open 2026-03-04');
  });

  it('that may not apply is undetermined, and says what to ask for', () => {
    const maybe = answer('1 month after received-on', 'when flag');
    const schedule = scheduleOn('2026-02-01', maybe, open, { record: 'Request' });
    expect(schedule.due).toEqual({ state: 'undetermined', dueBy: '2026-02-28', rules: ['law.one.answer'] });
    expect(schedule.missing).toEqual(['flag']);
    expect(dueOn('2026-02-01', maybe, { ...open, flag: false })).toBe('none');
  });

  it('that may be done already is undetermined', () => {
    const { due, missing } = scheduleOn(
      '2026-02-01',
      answer('1 month after received-on'),
      { receivedOn: '2026-01-31' },
      { record: 'Request' },
    );
    expect([due?.state, missing]).toEqual(['undetermined', ['answeredOn']]);
  });

  it('says nothing about keeping and erasing', () => {
    expect(
      scheduleOn('2026-02-01', answer('1 month after received-on'), open, { record: 'Request' }),
    ).toMatchObject({
      state: 'ungoverned',
      mayErase: false,
      missing: [],
    });
  });
});
