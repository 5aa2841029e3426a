import { describe, expect, it } from 'vitest';
import type { Policy, Program } from '../../packages/compiler/src/logic/index.ts';
import { localDate, parseDate } from '../../packages/compiler/src/runtime/index.ts';
import type { Schedule, ScheduleReason } from '../../packages/compiler/src/runtime/public.ts';
import type { AnyRecord } from '../support/compiled.ts';
import { loadCompiled, recordIn } from '../support/compiled.ts';
import type { FactsGenerator, Random } from '../support/generate/index.ts';
import {
  createFactsGenerator,
  createRandom,
  generateMoment,
  generateProgram,
} from '../support/generate/index.ts';

interface Setting {
  readonly program: Program;
  readonly record: AnyRecord;
  readonly generator: FactsGenerator;
  readonly random: Random;
}

const programs = 15;
const pairsPerRecord = 25;

async function eachSetting(use: (setting: Setting) => void): Promise<void> {
  for (let seed = 9001; seed < 9001 + programs; seed += 1) {
    const { program } = generateProgram(seed, { schedules: true, monotone: true });
    const compiled = await loadCompiled(program);
    const names = new Set(program.policies.flatMap(({ schedules }) => schedules.map(({ record }) => record)));
    for (const name of names) {
      const generator = createFactsGenerator(program, name);
      const random = createRandom(seed);
      for (let pair = 0; pair < pairsPerRecord; pair += 1) {
        use({ program, record: recordIn(compiled, name), generator, random });
      }
    }
  }
}

describe('compiled schedules', () => {
  it('never let a record go while a keep of the highest authority that speaks still runs', async () => {
    let count = 0;
    await eachSetting(({ program, record, generator, random }) => {
      const now = generateMoment(random);
      const schedule = record.schedule(generator.facts(random, random.pick([0, 0.3])), {
        now: new Date(now),
      });
      if (!schedule.mayErase) return;
      count += 1;
      expect(runningKeepsOfTheHighest(program, schedule, now)).toEqual([]);
    });
    expect(count).toBeGreaterThan(50);
  }, 120_000);

  it('keep what they have determined when more facts become known', async () => {
    let count = 0;
    await eachSetting(({ record, generator, random }) => {
      const now = new Date(generateMoment(random));
      const facts = generator.facts(random, 0.5);
      const before = record.schedule(facts, { now });
      const after = record.schedule(generator.withMoreFacts(random, facts), { now });
      if (before.state === 'undetermined') return;
      count += 1;
      expect(after.state).toBe(before.state);
      if (before.windows === null) {
        expect([after.keepThrough, after.eraseBy]).toEqual([before.keepThrough, before.eraseBy]);
      }
    });
    expect(count).toBeGreaterThan(200);
  }, 120_000);

  it('go from keeping to what may be erased, and to what is overdue, and never back while nothing else turns', async () => {
    let count = 0;
    await eachSetting(({ record, generator, random }) => {
      const facts = generator.facts(random, 0);
      const states: number[] = [];
      let now = generateMoment(random);
      for (let step = 0; step < 8 && now < lastMoment; step += 1) {
        const schedule = record.schedule(facts, { now: new Date(now) });
        const stage = stageOf(schedule);
        if (stage === undefined || schedule.validUntil === null) break;
        states.push(stage);
        const next = Date.parse(schedule.validUntil);
        const later = record.schedule(facts, { now: new Date(Math.min(next, lastMoment)) });
        // Where other rules count from then on, another story begins.
        if (!isSameLaw(schedule, later)) break;
        now = next;
      }
      count += states.length > 1 ? 1 : 0;
      expect(states).toEqual([...states].sort((left, right) => left - right));
    });
    expect(count).toBeGreaterThan(10);
  }, 120_000);

  it('give frozen answers that hold until they say', async () => {
    let count = 0;
    await eachSetting(({ record, generator, random }) => {
      const now = generateMoment(random);
      const facts = generator.facts(random, 0.2);
      const schedule = record.schedule(facts, { now: new Date(now) });
      expect(isDeeplyFrozen(schedule)).toBe(true);
      const until = schedule.validUntil === null ? now + 10 * 365 * day : Date.parse(schedule.validUntil);
      const later = Math.min(until - 1, lastMoment);
      if (later <= now) return;
      count += 1;
      expect({ ...record.schedule(facts, { now: new Date(later) }), validUntil: '' }).toEqual({
        ...schedule,
        validUntil: '',
      });
    });
    expect(count).toBeGreaterThan(200);
  }, 120_000);
});

/** How far a record is on its way; undefined where that is not known, or depends on more than its dates. */
function stageOf({ state }: Schedule): number | undefined {
  const stages: readonly (readonly Schedule['state'][])[] = [
    ['must-keep', 'keep-restricted'],
    ['may-erase'],
    ['must-erase'],
    ['overdue'],
  ];
  const stage = stages.findIndex((states) => states.includes(state));
  return stage < 0 ? undefined : stage;
}

/** The same rules count, with the same dates. */
function isSameLaw(before: Schedule, after: Schedule): boolean {
  const lawOf = ({ reasons }: Schedule): string =>
    JSON.stringify(reasons.map(({ rule, date, certain, claims }) => [rule, date, certain, claims]));
  return lawOf(before) === lawOf(after);
}

const day = 86_400_000;
const lastMoment = Date.parse('9999-12-31T00:00:00Z');

/** Claim by claim, the keeps of the highest authority that says something certain about keeping or erasing. */
function runningKeepsOfTheHighest(
  program: Program,
  { reasons, claims }: Schedule,
  now: number,
): readonly ScheduleReason[] {
  const names = claims.length === 0 ? [undefined] : claims.map(({ claim }) => claim);
  return names.flatMap((name) => {
    const own = reasons.filter(
      ({ action, certain, date, claims: under }) =>
        certain &&
        date !== null &&
        (name === undefined || under.includes(name)) &&
        ['keep', 'erase', 'anonymise'].includes(action),
    );
    const levels = own.map((reason) => levelOf(program, reason));
    const highest = Math.min(...levels);
    return own.filter(
      (reason, index) =>
        levels[index] === highest && reason.action === 'keep' && isRunning(program, reason, now),
    );
  });
}

function levelOf(program: Program, { policy }: ScheduleReason): number {
  const { authority } = policyNamed(program, policy);
  return authority.binding ? -1 : authority.rank;
}

function isRunning(program: Program, { policy, date }: ScheduleReason, now: number): boolean {
  const today = localDate(policyNamed(program, policy).zone, now) ?? 0;
  return date === 'forever' || (parseDate(date ?? '') ?? today) >= today;
}

function policyNamed(program: Program, id: string): Policy {
  const policy = program.policies.find((candidate) => candidate.id === id);
  if (policy === undefined) throw new Error(`there is no policy ${id}`);
  return policy;
}

function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
