import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from '../../../packages/compiler/src/interpreting/index.ts';
import type { FactsObject, Program } from '../../../packages/compiler/src/logic/index.ts';
import type { Decision } from '../../../packages/compiler/src/runtime/index.ts';
import { parseInstant } from '../../../packages/compiler/src/runtime/index.ts';
import type { FactsGenerator, Random } from '../../support/generate/index.ts';
import {
  createFactsGenerator,
  createRandom,
  damagedFacts,
  generateMoment,
  generateProgram,
  generateSource,
} from '../../support/generate/index.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const patience = 120_000;

interface Sample {
  readonly program: Program;
  readonly activity: string;
  readonly generator: FactsGenerator;
  readonly random: Random;
}

/** A random program, and each of its activities. */
function samples(seed: number, options: { readonly monotone?: boolean } = {}): readonly Sample[] {
  const { program } = generateProgram(seed, options);
  return [...program.activities.keys()].map((activity) => ({
    program,
    activity,
    generator: createFactsGenerator(program, activity),
    random: createRandom(seed),
  }));
}

function decide({ program, activity }: Sample, facts: unknown, now: number): Decision {
  const result = interpret({ program, activity, facts, now, requiredFacts: 'error' });
  if (result.kind === 'invalid') throw new Error(JSON.stringify({ facts, issues: result.issues }));
  return result.decision;
}

function owed(decision: Decision): ReadonlySet<string> {
  const obligations = 'obligations' in decision ? decision.obligations : [];
  return new Set(obligations.map((one) => `${one.obligation} ${JSON.stringify(one.arguments)}`));
}

/** More and more facts about one case, at one moment. */
function moreAndMore({ generator, random }: Sample): readonly FactsObject[] {
  const chain = [generator.facts(random, random.pick([0.2, 0.5, 0.8]))];
  for (let step = 0; step < 8; step += 1) chain.push(generator.withMoreFacts(random, chain.at(-1) ?? {}));
  return chain;
}

describe('with more facts', () => {
  it(
    'a decided answer never changes',
    () => {
      const property = fc.property(seeds, (seed) => {
        for (const sample of samples(seed, { monotone: true })) {
          const now = generateMoment(sample.random);
          const outcomes = moreAndMore(sample).map((facts) => decide(sample, facts, now).outcome);
          const decided = outcomes.slice(outcomes.findIndex((outcome) => outcome !== 'undetermined'));
          if (outcomes.some((outcome) => outcome !== 'undetermined')) expect(new Set(decided).size).toBe(1);
        }
      });
      fc.assert(property, { numRuns: 60 });
    },
    patience,
  );

  it(
    'the obligations of a permitted answer only shrink',
    () => {
      const property = fc.property(seeds, (seed) => {
        for (const sample of samples(seed, { monotone: true })) {
          const now = generateMoment(sample.random);
          const decisions = moreAndMore(sample).map((facts) => decide(sample, facts, now));
          decisions.forEach((decision, index) => {
            const next = decisions[index + 1];
            if (decision.outcome !== 'permitted' || next === undefined) return;
            expect([...owed(decision)]).toEqual(expect.arrayContaining([...owed(next)]));
          });
        }
      });
      fc.assert(property, { numRuns: 60 });
    },
    patience,
  );
});

describe('every answer', () => {
  it(
    'stays as it is until it says that it may change',
    () => {
      const property = fc.property(seeds, (seed) => {
        for (const sample of samples(seed)) {
          const { random } = sample;
          const facts = sample.generator.facts(random);
          const now = generateMoment(random);
          const decision = decide(sample, facts, now);
          const end = parseInstant(decision.validUntil ?? '2040-01-01T00:00Z') ?? now;
          expect(end).toBeGreaterThan(decision.validUntil === null ? 0 : now);
          const moments = [
            end - 1,
            now + 1,
            ...random.times(3, () => now + Math.floor((end - now) * random.next())),
          ];
          for (const later of moments.filter((moment) => moment > now && moment < end)) {
            expect({ ...decide(sample, facts, later), validUntil: '' }).toEqual({
              ...decision,
              validUntil: '',
            });
          }
        }
      });
      fc.assert(property, { numRuns: 60 });
    },
    patience,
  );

  it(
    'that is undetermined asks for something whenever some fact is left out',
    () => {
      const property = fc.property(seeds, (seed) => {
        for (const sample of samples(seed)) {
          const decision = decide(
            sample,
            sample.generator.facts(sample.random, 0.8),
            generateMoment(sample.random),
          );
          if (decision.outcome !== 'undetermined') continue;
          expect(decision.questions.map(({ fact }) => fact)).toEqual(decision.missing);
          expect(decision.questions.every(({ rules }) => rules.length > 0)).toBe(true);
        }
      });
      fc.assert(property, { numRuns: 60 });
    },
    patience,
  );
});

describe('facts from outside', () => {
  it(
    'that are damaged never throw, and are never changed',
    () => {
      const property = fc.property(seeds, (seed) => {
        for (const { program, activity, generator, random } of samples(seed)) {
          const facts = generator.facts(random);
          const before = JSON.stringify(facts);
          const damaged = damagedFacts(random, facts);
          for (const requiredFacts of ['error', 'unknown'] as const) {
            const result = interpret({ program, activity, facts: damaged, now: 0, requiredFacts });
            if (result.kind === 'invalid') expect(result.issues.length).toBeGreaterThan(0);
          }
          expect(JSON.stringify(facts)).toBe(before);
        }
      });
      fc.assert(property, { numRuns: 100 });
    },
    patience,
  );
});

describe('random programs', () => {
  it('are the same for the same seed', () => {
    expect(generateSource(7)).toBe(generateSource(7));
    expect(generateSource(7)).not.toBe(generateSource(8));
  });

  it(
    'meet with all four answers, obligations, assumptions and moments at which they change',
    () => {
      const met = new Set<string>();
      for (let seed = 1; seed <= 80; seed += 1) {
        for (const sample of samples(seed)) {
          const decision = decide(
            sample,
            sample.generator.facts(sample.random),
            generateMoment(sample.random),
          );
          met.add(decision.outcome);
          if (owed(decision).size > 0) met.add('obligations');
          if (decision.assumed.length > 0) met.add('assumptions');
          if (decision.validUntil !== null) met.add('moments');
          if (decision.claims.length > 1) met.add('claims');
        }
      }
      expect([...met].sort()).toEqual([
        'assumptions',
        'claims',
        'forbidden',
        'moments',
        'obligations',
        'permitted',
        'undetermined',
        'ungoverned',
      ]);
    },
    patience,
  );
});
