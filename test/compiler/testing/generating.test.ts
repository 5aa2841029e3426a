import { describe, expect, it } from 'vitest';
import { checkProgram } from '../../../packages/compiler/src/checking/index.ts';
import { formatSourceFile } from '../../../packages/compiler/src/formatting/index.ts';
import type { Program } from '../../../packages/compiler/src/logic/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import type { Generation } from '../../../packages/compiler/src/testing/index.ts';
import {
  countCoverage,
  createRecorder,
  generateCases,
  measureCoverage,
  percentOf,
  proposeTables,
  runTests,
} from '../../../packages/compiler/src/testing/index.ts';
import { calls, callsProgram, fewTests, recordingOf, scheduleTest } from './calls.ts';

const isCounted = (path: string): boolean => path === '1.privacy';

function generate(program: Program): Generation {
  const steps = generateCases({ recording: recordingOf(program), isCounted });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function textFor(program: Program): string {
  return proposeTables(program, generate(program).cases)
    .map(({ text }) => text)
    .join('\n');
}

function percentFor(program: Program): readonly number[] {
  const { files } = measureCoverage({ recording: recordingOf(program), isCounted });
  const counts = countCoverage(files.flatMap(({ subjects }) => subjects));
  return [percentOf(counts.all), percentOf(counts.boundaries)];
}

describe('proposed tests', () => {
  const program = callsProgram(fewTests, scheduleTest);
  const text = textFor(program);

  it('are understood, pass, and cover what was not covered', () => {
    const pasted = callsProgram(fewTests, scheduleTest, text);
    const failed = runTests({ program: pasted }).filter(({ passed }) => !passed);
    expect(failed).toEqual([]);
    const [before = 0] = percentFor(program);
    const [after = 0, boundaries] = percentFor(pasted);
    expect(before).toBeLessThan(70);
    expect([after, boundaries]).toEqual([100, 100]);
  });

  it('stay what they are when they are laid out', () => {
    const laidOut = formatSourceFile(parseSourceFile({ path: '3.privacy', text }));
    const { hasErrors, program: checked } = checkProgram({
      files: [
        parseSourceFile({ path: '1.privacy', text: calls }),
        parseSourceFile({ path: '3.privacy', text: laidOut }),
      ],
    });
    expect(hasErrors).toBe(false);
    expect(runTests({ program: checked }).filter(({ passed }) => !passed)).toEqual([]);
  });

  it('ask for a look at every answer, and say what each of them is for', () => {
    expect(text).toContain('// check: these answers are what the rules say today\n');
    expect(text).toMatch(/\| 2019-12-31T.*\/\/ in force from 2020-01-01: false/);
    for (const row of text.split('\n').filter((line) => /^ {2}\| \d|^ {2}\| {2}\|/.test(line))) {
      expect(row).toContain('| // ');
    }
  });

  it('start from tests that exist, and state what they change', () => {
    expect(text).toContain('scenarios "gb.calls: like Hours, row 1" for contact under gb.calls {');
    expect(text).toContain('scenarios "gb.books: like An invoice is kept" for Invoice under gb.books {');
    expect(text).toMatch(/\| 2026-03-02T21:00:00Z .*permitted/);
    expect(text).toMatch(/\| 2026-03-02T21:01:00Z .*forbidden/);
  });

  it('start from nothing where there are no tests', () => {
    const bare = programWithTests('');
    expect(textFor(bare)).toContain('scenarios "gb.calls: with nothing known" for contact under gb.calls {');
    const pasted = programWithTests(textFor(bare));
    expect(runTests({ program: pasted }).filter(({ passed }) => !passed)).toEqual([]);
    expect(percentFor(pasted)[0]).toBeGreaterThan(90);
  });

  it('are none where nothing is missing', () => {
    const { cases, open } = generate(callsProgram(fewTests, scheduleTest, text));
    expect([cases.length, open]).toEqual([0, 0]);
  });

  it('are the same every time', () => {
    expect(textFor(callsProgram(fewTests, scheduleTest))).toBe(text);
  });

  it('do not go on for ever about what can never be, and say so', () => {
    const never = `policy gb.never "Never" { authority law applies when country is GB
      rule never "Never" { forbid contact when channel is sms and channel is post cite "s. 8" } }`;
    const impossible = callsProgram(fewTests, never);
    const steps = generateCases({
      recording: recordingOf(impossible),
      isCounted: (path) => path === '2.privacy',
    });
    let last = steps.next();
    while (last.done !== true) last = steps.next();
    expect(last.value.unreached).toContain('gb.never.never stands');
  });
});

function programWithTests(tests: string): Program {
  const files = [
    parseSourceFile({ path: '1.privacy', text: calls }),
    parseSourceFile({ path: '2.privacy', text: tests }),
  ];
  return checkProgram({ files }).program;
}

describe('a recording', () => {
  it('counts every test that ran', () => {
    const program = callsProgram(fewTests, scheduleTest);
    const recorder = createRecorder(program);
    runTests({ program, recorder, filter: ({ title }) => title.startsWith('Hours') });
    expect(recorder.recording().tests).toBe(3);
  });
});
