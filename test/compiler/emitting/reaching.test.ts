import { beforeAll, describe, expect, it } from 'vitest';
import { createModel } from '../../../bench/decisions/model.ts';
import { policySources } from '../../../bench/decisions/privacy-source.ts';
import { createRequests } from '../../../bench/decisions/requests.ts';
import { checkProgram } from '../../../packages/compiler/src/checking/index.ts';
import { emitTypeScript } from '../../../packages/compiler/src/emitting/index.ts';
import { interpret } from '../../../packages/compiler/src/interpreting/index.ts';
import type { Program } from '../../../packages/compiler/src/logic/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import type { AnyActivity } from '../../support/compiled.ts';
import { activityIn, loadBundled } from '../../support/compiled.ts';

const model = createModel(600);
const requests = createRequests(model, 300);
const now = '2026-03-02T12:00:00Z';
// The emitted code counts here which functions of policies were called.
const steps = globalThis as unknown as { stepsTaken: Set<string> };

let program: Program;
let contact: AnyActivity;

beforeAll(async () => {
  const files = policySources(model).map((source) => parseSourceFile(source));
  const checked = checkProgram({ files });
  expect(checked.hasErrors).toBe(false);
  program = checked.program;
  steps.stepsTaken = new Set();
  const emitted = emitTypeScript({ program }).map(({ path, text }) => ({
    path,
    text:
      path.startsWith('policies/') && path.endsWith('.ts')
        ? text.replace(
            /^function .*\{$/gm,
            (head) => `${head} (globalThis as any).stepsTaken.add('${path}');`,
          )
        : text,
  }));
  contact = activityIn(await loadBundled(emitted), 'contact');
}, 60_000);

describe('of 600 rules in 135 policies', () => {
  it('no step goes through those that cannot apply, however the question is asked', () => {
    for (const request of requests) {
      const { customer, industry } = request;
      const [country = ''] = customer.place.split('-');
      const own = [customer.place, country].map((place) => `policies/law.${place.toLowerCase()}.ts`);
      const trade = `policies/industry.i${industry.replace('industry-', '')}.ts`;
      steps.stepsTaken.clear();
      contact.permits(request, { now });
      contact.decide(request, { now });
      contact.columns.permits(contact.columns.encode([request]), { now });
      const strange = [...steps.stepsTaken].filter(
        (path) => !own.includes(path) && path !== trade && path !== 'policies/house.rules.ts',
      );
      expect(strange).toEqual([]);
    }
  });

  it('what was found out about one situation is not looked at again', () => {
    for (const request of requests) contact.permits(request, { now });
    steps.stepsTaken.clear();
    const settled = requests.filter((request) => request.purpose === 'service' && request.channel === 'post');
    for (const request of settled) contact.permits(request, { now });
    expect(settled.length).toBeGreaterThan(5);
    expect([...steps.stepsTaken].filter((path) => path.startsWith('policies/law.'))).toEqual([]);
  });

  it('all ways to ask give the answers of the interpreter', () => {
    const expected = requests.map((facts) => {
      const result = interpret({ program, activity: 'contact', facts, now, requiredFacts: 'error' });
      return result.kind === 'decision' ? result.decision : undefined;
    });
    const isPermitted = expected.map((decision) => (decision?.outcome === 'permitted' ? 1 : 0));
    expect(requests.map((request) => (contact.permits(request, { now }) ? 1 : 0))).toEqual(isPermitted);
    expect([...contact.permitsMany(requests, { now })]).toEqual(isPermitted);
    const columns = contact.columns.encode(requests);
    expect([...contact.columns.permits(columns, { now })]).toEqual(isPermitted);
    expect(JSON.stringify(contact.decideMany(requests, { now }))).toEqual(
      JSON.stringify(requests.map((request) => contact.decide(request, { now }))),
    );
    for (const [index, decision] of contact.decideMany(requests, { now }).entries()) {
      expect(decision).toEqual(expected[index]);
    }
  }, 60_000);
});

describe('many at once', () => {
  const [good] = requests;

  it('give a refused row no permission, and its error in place of a decision', () => {
    const rows = [good, { ...good, channel: 'telepathy' }, null, good];
    const decisions = contact.decideMany(rows, { now });
    expect(decisions.map((answer) => (answer instanceof Error ? answer.name : 'answer'))).toEqual([
      'answer',
      'FactsError',
      'FactsError',
      'answer',
    ]);
    const permitted = contact.permits(good, { now }) ? 1 : 0;
    expect([...contact.permitsMany(rows, { now })]).toEqual([permitted, 0, 0, permitted]);
    expect([...contact.columns.permits(contact.columns.encode(rows), { now })]).toEqual([
      permitted,
      0,
      0,
      permitted,
    ]);
  });

  it('permit nothing at a moment that is none, and say so where they decide', () => {
    const rows = requests.filter((request) => contact.permits(request, { now })).slice(0, 5);
    const wrong = { now: 'soon' };
    expect([...contact.permitsMany(rows, wrong)]).toEqual([0, 0, 0, 0, 0]);
    expect([...contact.columns.permits(contact.columns.encode(rows), wrong)]).toEqual([0, 0, 0, 0, 0]);
    expect(() => contact.decideMany(rows, wrong)).toThrow('The moment is not a valid instant.');
  });

  it('never throw for what is no list', () => {
    for (const none of [undefined, null, 5, {}]) {
      expect([...contact.permitsMany(none as never, { now })]).toEqual([]);
      expect([...contact.permitsMany([good], none as never)].every((answer) => answer === 0)).toBe(true);
    }
  });
});
