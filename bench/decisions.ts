import { Bench } from 'tinybench';
import { interpret } from '../packages/compiler/src/interpreting/index.ts';
import type { CompiledContact } from './decisions/compiled.ts';
import { checkedProgram, loadCompiled } from './decisions/compiled.ts';
import { decideByHand, permitsFast } from './decisions/rivals.ts';
import type { Request } from './decisions/workload.ts';
import { policySource, requests } from './decisions/workload.ts';
import { printTable } from './measure.ts';

const now = '2026-03-02T12:00:00Z';

/** Decisions of one thread on 20,000 distinct requests, 66 rules, beside rules written by hand. */
export async function measureDecisions(): Promise<Record<string, number>> {
  const program = checkedProgram(policySource());
  const { contact, bytes } = await loadCompiled(program);
  const all = requests(20_000);
  compareAnswers(contact, all);
  let at = 0;
  const next = (): Request => {
    at = at + 1 === all.length ? 0 : at + 1;
    // `at` stays below the length.
    return all[at] as Request;
  };
  const bench = new Bench({ time: 1500, warmupTime: 700 });
  bench
    .add('by hand, yes or no', () => repeat(() => permitsFast(next())))
    .add('by hand, reasons named', () => repeat(() => decideByHand(next())))
    .add('compiled permits', () => repeat(() => contact.permits(next(), { now })))
    .add('compiled decide', () => repeat(() => contact.decide(next(), { now })))
    .add('compiled explain', () => repeat(() => contact.explain(next(), { now })))
    .add('reference interpreter', () =>
      interpret({ program, activity: 'contact', facts: next(), now, requiredFacts: 'error' }),
    );
  await bench.run();
  const times = new Map(bench.tasks.map((task) => [task.name, nanoseconds(task)]));
  const fast = times.get('by hand, yes or no') ?? 1;
  const careful = times.get('by hand, reasons named') ?? 1;
  const rows = [...times].map(([name, ns]) => ({
    what: name,
    'ns a decision': ns,
    'to by hand, yes or no': ns / fast,
    'to by hand, reasons named': ns / careful,
  }));
  printTable(
    `Decisions, 66 rules, 20,000 requests in rotation (${Math.round(bytes / 66)} bytes of code a rule)`,
    rows,
  );
  return Object.fromEntries(times);
}

const batch = 100;

/** Many at once, so that the clock's own cost does not count. */
function repeat(decide: () => unknown): void {
  for (let index = 0; index < batch; index += 1) decide();
}

function nanoseconds(task: Bench['tasks'][number]): number {
  const { result } = task;
  const milliseconds = 'latency' in result ? result.latency.p50 : Number.NaN;
  return (milliseconds * 1_000_000) / (task.name === 'reference interpreter' ? 1 : batch);
}

function compareAnswers(contact: CompiledContact, all: readonly Request[]): void {
  for (const request of all) {
    const byHand = decideByHand(request);
    const ours = contact.decide(request, { now });
    const rules = ours.reasons.map(({ rule }) => rule);
    const isSame = ours.outcome === byHand.outcome && rules.join(' ') === byHand.rules.join(' ');
    const yes = byHand.outcome === 'permitted';
    if (!isSame || permitsFast(request) !== yes || contact.permits(request, { now }) !== yes) {
      throw new Error(
        `Answers differ for ${JSON.stringify(request)}: ${JSON.stringify([byHand, ours.outcome, rules])}`,
      );
    }
  }
}
