import { describe, expect, it } from 'vitest';
import type { MutantResult } from '../../../packages/compiler/src/testing/index.ts';
import { mutate } from '../../../packages/compiler/src/testing/index.ts';
import { callsProgram, fewTests, recordingOf, scheduleTest } from './calls.ts';

function resultsFor(limit: number | undefined, ...tests: readonly string[]): readonly MutantResult[] {
  const recording = recordingOf(callsProgram(...tests));
  const isCounted = (path: string): boolean => path === '1.privacy';
  return [...mutate({ recording, isCounted, ...(limit === undefined ? {} : { limit }) }).results];
}

const results = resultsFor(undefined, fewTests, scheduleTest);

const changesOf = (text: string): readonly string[] =>
  results.filter((result) => result.text === text).map(({ outcome, change }) => `${outcome}: ${change}`);

describe('changes to the policies', () => {
  it('drop rules, exceptions and obligations, and turn defaults around', () => {
    expect(changesOf('hours')).toEqual(['noticed: without this rule']);
    expect(changesOf('asked')).toEqual(['noticed: without this exception']);
    expect(changesOf('obligation say-who')).toEqual(['missed: without the obligation say-who']);
    expect(results.find(({ kind }) => kind === 'default')?.change).toBe(
      'with "default forbid" instead of "default permit"',
    );
  });

  it('move boundaries by one, and those that no test sees are missed', () => {
    expect(changesOf('time in customer.time-zone is not between 08:00 and 21:00')).toEqual([
      'noticed: with the opposite of this condition',
      'noticed: with 07:59 instead of 08:00',
      'noticed: with 08:01 instead of 08:00',
      'missed: with 20:59 instead of 21:00',
      'missed: with 21:01 instead of 21:00',
    ]);
    expect(changesOf('in force from 2020-01-01')).toEqual([
      'missed: with "from 2019-12-31" instead of "from 2020-01-01"',
      'missed: with "from 2020-01-02" instead of "from 2020-01-01"',
    ]);
    expect(changesOf('age of who.birth-date is at least 18')).toEqual([
      'noticed: with the opposite of this condition',
      'missed: with 17 instead of 18',
      'missed: with 19 instead of 18',
    ]);
  });

  it('widen and narrow terms and leave values out', () => {
    expect(changesOf('channel is voice')).toEqual([
      'noticed: with the opposite of this condition',
      'missed: with live-call instead of voice',
    ]);
    expect(changesOf('channel is one of (sms, live-call)')).toEqual([
      'missed: with the opposite of this condition',
      'missed: without sms',
      'missed: with text instead of sms',
      'missed: without live-call',
      'missed: with voice instead of live-call',
    ]);
  });

  it('leave out parts of conditions', () => {
    expect(
      changesOf('channel is voice and time in customer.time-zone is not between 08:00 and 21:00'),
    ).toEqual([
      'missed: without "channel is voice"',
      'noticed: without "time in customer.time-zone is not between 08:00 and 21:00"',
    ]);
  });

  it('lengthen and shorten the periods of rules about records', () => {
    expect(changesOf('6 years')).toEqual([
      'noticed: with 5 years instead of 6 years',
      'noticed: with 7 years instead of 6 years',
    ]);
  });

  it('start the clock of a period elsewhere', () => {
    expect(changesOf('end of year of issued-on')).toEqual([
      'noticed: with "issued-on" instead of "end of year of issued-on"',
    ]);
  });

  it('leave out what extends a deadline, moves it on or ends it', () => {
    const more = `calendar Days zone "Europe/London" covers 2026-01-01 through 2026-12-31 { weekend saturday, sunday }
      record Question { asked-on: date, answered-on?: date or none, is-hard?: boolean }
      policy gb.more "More" { authority law zone "Europe/London" applies everywhere
      rule answer "Answered" {
        due Question at the latest 10 days after later of (asked-on, 2026-01-01) rolling over non-working days of Days
        extend by 5 days when is-hard
        done when answered-on is not none
        cite "s. 5"
      } }
    test "Open" under gb.more { on 2026-03-03 Question { asked-on: 2026-03-02, answered-on: none, is-hard: no } expect open due-by 2026-03-12 }`;
    const recording = recordingOf(callsProgram(more));
    const found = [...mutate({ recording, isCounted: (path) => path === '2.privacy' }).results];
    const changes = found.map(({ outcome, change }) => `${outcome}: ${change}`);
    expect(changes).toContain('noticed: without "asked-on"');
    expect(changes).toContain('alike: without "2026-01-01"');
    expect(changes).toContain('missed: without rolling over');
    expect(changes).toContain('missed: without this extension');
    expect(changes).toContain('missed: without "done when"');
    expect(found.find(({ change }) => change === 'without rolling over')?.notice?.difference).toBeDefined();
  });

  it('come with a case that would notice them', () => {
    const moved = results.find(({ change }) => change === 'with 21:01 instead of 21:00');
    expect(moved?.notice).toEqual({
      test: 'Hours, row 1',
      changes: ['now 2026-03-02T21:01:00Z'],
      under: ['gb.calls'],
      difference: 'it is forbidden, and would be permitted',
    });
    const widened = results.find(({ change }) => change === 'with text instead of sms');
    expect(widened?.notice?.changes.join(', ')).toContain('channel chat');
  });

  it('are told apart from changes that no test comes across', () => {
    const unreached = resultsFor(undefined, fewTests).filter(({ outcome }) => outcome === 'unreached');
    expect(unreached.map(({ text }) => text)).toContain('is-paid');
  });

  it('that make no difference are not held against the tests', () => {
    const same = `test "Night" under gb.calls {
      now 2026-03-02T03:00:00Z
      contact { customer: { residence: GB-ENG, time-zone: "Europe/London", consented: no, birth-date: 1990-05-01 }, channel: live-call }
      expect forbidden only by gb.calls.hours
    }`;
    const twice = `policy gb.more "More" { authority law applies when country is GB and country is GB
      default permit contact "Allowed" cite "s. 1" }
      test "More" under gb.more { contact { customer: { residence: GB-ENG }, channel: post } expect permitted }
      test "None" under gb.more { contact { customer: { residence: DE }, channel: post } expect ungoverned }`;
    const recording = recordingOf(callsProgram(same, twice));
    const found = [...mutate({ recording, isCounted: (path) => path === '2.privacy' }).results];
    const dropped = found.filter(({ change }) => change === 'without "country is GB"');
    expect(dropped.map(({ outcome }) => outcome)).toEqual(['alike', 'alike']);
  });

  it('come in the order of the sources, always the same', () => {
    const places = results.map(({ line, column }) => line * 1000 + column);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(resultsFor(undefined, fewTests, scheduleTest)).toEqual(results);
  });

  it('can be limited to some that are spread over all', () => {
    const some = resultsFor(10, fewTests, scheduleTest);
    expect(some).toHaveLength(10);
    expect(new Set(some.map(({ line }) => line)).size).toBeGreaterThan(5);
    for (const result of some) expect(results).toContainEqual(result);
  });
});
