import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interpret } from '../../packages/compiler/src/interpreting/index.ts';
import { runTests } from '../../packages/compiler/src/testing/index.ts';
import { codesOf, repositoryPath } from '../support/check.ts';
import { activityIn, loadCompiled } from '../support/compiled.ts';
import { acmeProgram, acmeRequests, importExample } from '../support/examples.ts';

const { program } = acmeProgram();
const requests = acmeRequests();

/** The name of an activity in code. */
const codeName = (activity: string) => activity.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

describe('the policies of Acme', () => {
  it('have no mistakes, and follow all advice', () => {
    expect(codesOf(acmeProgram())).toEqual([]);
  });

  it('pass the tests beside them', () => {
    const results = runTests({ program });
    expect(results.length).toBeGreaterThan(500);
    expect(results.filter(({ passed }) => !passed).map(({ file, title }) => `${file}: ${title}`)).toEqual([]);
  }, 60_000);

  it('cite and date every law, and test every policy at least three times', () => {
    const laws = program.policies.filter(({ authority }) => authority.name === 'law');
    expect(laws.length).toBeGreaterThan(40);
    for (const { id, sources, inForce } of laws) {
      expect(
        sources.every(({ url, asOf }) => url !== undefined && asOf !== undefined),
        id,
      ).toBe(true);
      expect(sources.length, id).toBeGreaterThan(0);
      expect(inForce?.from, id).toBeDefined();
    }
    for (const { id } of program.policies) {
      expect(program.tests.filter(({ under }) => under.includes(id)).length, id).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('the requests of Acme', () => {
  it('are those that make-requests.ts writes', async () => {
    const { stories } = await importExample('examples/acme/requests/stories.ts');
    const told = stories as readonly { title: string; about: string; requests: readonly object[] }[];
    expect(told.flatMap((story) => story.requests)).toEqual(requests);
    const contents = JSON.parse(readFileSync(repositoryPath('examples/acme/stories.json'), 'utf8'));
    expect(contents).toEqual(
      told.map(({ title, about, requests: own }) => ({ title, about, requests: own.length })),
    );
  });

  it('are decided by compiled code as the interpreter decides them, each to the last detail', async () => {
    const compiled = await loadCompiled(program);
    const outcomes = new Set<string>();
    for (const { activity, facts, now } of requests) {
      const meant = interpret({ program, activity, facts, now, requiredFacts: 'error' });
      expect(meant.kind, JSON.stringify(meant)).toBe('decision');
      const decision = activityIn(compiled, codeName(activity)).decide(facts, { now });
      expect(decision).toEqual(meant.kind === 'decision' ? meant.decision : undefined);
      outcomes.add(decision.outcome);
    }
    expect([...outcomes].sort()).toEqual(['forbidden', 'permitted', 'undetermined', 'ungoverned']);
  }, 120_000);

  it('never become permissions where a fact is taken away', async () => {
    const compiled = await loadCompiled(program);
    for (const { activity, facts, now } of requests) {
      const asked = activityIn(compiled, codeName(activity));
      if (asked.decide(facts, { now }).outcome === 'permitted') continue;
      for (const key of Object.keys(facts)) {
        const fewer = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== key));
        expect(asked.permits(fewer, { now, fulfils: [...program.obligations.keys()] }), key).toBe(false);
      }
    }
  }, 60_000);
});
