import { duration, readable, times } from '../report/numbers.ts';
import type { Section } from '../report/results.ts';
import { ratioOf } from '../rounds.ts';
import type { BatchSpeed } from './batch.ts';
import { byHand } from './by-hand.ts';
import { compiled } from './compiled-contestants.ts';
import type { Measured } from './measured.ts';
import { timingOf } from './measured.ts';

/** The tables of what was measured. */
export function sectionsOf(all: readonly Measured[], batch: readonly BatchSpeed[]): readonly Section[] {
  return [
    ...all.map(timingsSection),
    firstSecondSection(all),
    ...all.flatMap(peersSection),
    ...(batch.length === 0 ? [] : [batchSection(batch)]),
    ...instructionsSection(all),
    costsSection(all),
  ];
}

function timingsSection(measured: Measured): Section {
  const { timings, prepared } = measured;
  const [plain, checked, named] = [byHand.plain, byHand.checked, byHand.named].map((name) =>
    timingOf(measured, name),
  );
  return {
    title: `${readable(prepared.size)} rules`,
    about:
      'One answer, with the fastest and the slowest round, and how many times the time of three rivals it takes.',
    rows: timings.map((timing) => ({
      who: timing.name,
      time: duration(timing.nanoseconds),
      rounds: `${duration(Math.min(...timing.rounds))} – ${duration(Math.max(...timing.rounds))}`,
      'to plain objects': times(ratioOf(timing, plain)),
      'to facts checked': times(ratioOf(timing, checked)),
      'to reasons named': times(ratioOf(timing, named)),
    })),
  };
}

function firstSecondSection(all: readonly Measured[]): Section {
  return {
    title: 'The first second',
    about:
      'A new process: how long until the first question can be asked (loading compiled code, or working out the tables of what is written by hand), and one answer on average over the first second from there.',
    rows: all.flatMap(({ prepared, firstSeconds }) =>
      firstSeconds.map(({ name, setUpMilliseconds, nanoseconds }) => ({
        rules: prepared.size,
        who: name,
        'set-up': `${readable(setUpMilliseconds)} ms`,
        'first second': duration(nanoseconds),
      })),
    ),
  };
}

function peersSection({ prepared, peers }: Measured): readonly Section[] {
  if (peers === undefined) return [];
  const decide = peers.timings.find(({ name }) => name === compiled.decide);
  const permits = peers.timings.find(({ name }) => name === compiled.permits);
  const absent = peers.absent.map(({ name, because }) => ` ${name} could not be measured: ${because}.`);
  return [
    {
      title: `Other tools, ${readable(prepared.size)} rules`,
      about: `Each with its own way of saying prohibitions over a permission; yes or no, no reasons.${absent.join('')}`,
      rows: peers.timings.map((timing) => ({
        who: timing.name,
        time: duration(timing.nanoseconds),
        rounds: `${duration(Math.min(...timing.rounds))} – ${duration(Math.max(...timing.rounds))}`,
        'to permits': times(ratioOf(timing, permits)),
        'to decide': times(ratioOf(timing, decide)),
      })),
    },
  ];
}

function batchSection(batch: readonly BatchSpeed[]): Section {
  return {
    title: 'Many customers at once',
    about: 'Rows in a second, 66 rules, all rows different; one thread where nothing else is said.',
    rows: batch.map(({ name, rowsPerSecond, lowest, highest }) => ({
      who: name,
      'rows/s': millions(rowsPerSecond),
      rounds: `${millions(lowest)} – ${millions(highest)}`,
    })),
  };
}

function millions(count: number): string {
  return `${readable(count / 1_000_000)} M`;
}

function instructionsSection(all: readonly Measured[]): readonly Section[] {
  const rows = all.flatMap(({ prepared, instructions }) =>
    instructions.map(({ name, instructions: count }) => ({
      rules: prepared.size,
      who: name,
      'instructions for one answer': count,
    })),
  );
  const about = 'Counted by valgrind: the same however busy the machine is.';
  return rows.length === 0 ? [] : [{ title: 'Instructions', about, rows }];
}

function costsSection(all: readonly Measured[]): Section {
  return {
    title: 'What compiled code weighs',
    about:
      'Bytes of TypeScript for each rule, comments included and the run time left out, which is the same for all programs; checking and emitting in process; the TypeScript compiler with its strictest flags as a whole process; loading the bundle in a new process.',
    rows: all.map(({ prepared, costs }) => ({
      rules: prepared.size,
      'bytes a rule': costs.bytesPerRule,
      check: `${readable(prepared.checkMilliseconds)} ms`,
      'emit and bundle': `${readable(prepared.emitMilliseconds)} ms`,
      tsc: `${readable(costs.tscMilliseconds)} ms`,
      load: `${readable(costs.loadMilliseconds)} ms`,
    })),
  };
}
