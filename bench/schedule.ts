import { Bench } from 'tinybench';
import type { Schedule } from '../packages/compiler/src/runtime/public.ts';
import type { BenchOptions } from './arguments.ts';
import { checkedProgram, loadEmitted } from './decisions/index.ts';
import { duration, times as ratio } from './report/numbers.ts';
import type { PartResults } from './report/results.ts';
import type { ByHand } from './schedules/rival.ts';
import { scheduleByHand } from './schedules/rival.ts';
import type { Invoice } from './schedules/workload.ts';
import { invoices, scheduleSource } from './schedules/workload.ts';

const now = '2026-03-02T12:00:00Z';
const today = '2026-03-02';
const options = { now };

const byHand = 'by hand';
const compiled = 'schedule';

interface CompiledInvoice {
  schedule(facts: Invoice, options: { readonly now: string }): Schedule;
  scheduleMany(facts: readonly Invoice[], options: { readonly now: string }): readonly Schedule[];
  readonly schema: {
    readonly '~standard': { validate(facts: unknown): { readonly value?: Invoice } };
  };
  readonly trusted: CompiledInvoice;
}

/** Schedules of one thread on 20,000 distinct records, beside the same rules written by hand. */
export async function measureSchedules({ isQuick }: BenchOptions): Promise<PartResults> {
  const program = checkedProgram(scheduleSource);
  const { loaded } = await loadEmitted<{ readonly invoice: CompiledInvoice }>(program);
  const { invoice } = loaded;
  const all = invoices(20_000);
  compareAnswers(invoice, all);
  const accepted = all.map((one) => invoice.schema['~standard'].validate(one).value ?? one);
  // Positions stay below the length.
  const next = rotating(all);
  const nextAccepted = rotating(accepted);
  const bench = new Bench(isQuick ? { time: 400, warmupTime: 300 } : { time: 1500, warmupTime: 700 });
  bench
    .add(byHand, () => repeat(() => scheduleByHand(next(), today)))
    .add(compiled, () => repeat(() => invoice.schedule(next(), options)))
    .add('trusted.schedule', () => repeat(() => invoice.trusted.schedule(nextAccepted(), options)))
    .add('schedule, never twice the same moment', () => repeat(() => invoice.schedule(next(), later())));
  await bench.run();
  const times = new Map(bench.tasks.map((task) => [task.name, nanoseconds(task)]));
  return resultsOf(times);
}

function resultsOf(times: ReadonlyMap<string, number>): PartResults {
  const base = times.get(byHand) ?? Number.NaN;
  const rows = [...times].map(([name, ns]) => ({
    who: name,
    'one record': duration(ns),
    'records/s': 1_000_000_000 / ns,
    'to by hand': ratio(ns / base),
  }));
  return {
    sections: [{ title: 'Schedules, 6 rules, 20,000 records in rotation', about: '', rows }],
    targets: [
      {
        name: '`schedule` to the same rules by hand',
        measured: (times.get(compiled) ?? Number.NaN) / base,
        limit: 2,
        unit: '×',
        better: 'lower',
      },
    ],
    charts: [],
  };
}

function rotating<Item>(items: readonly Item[]): () => Item {
  let at = 0;
  return () => {
    at = at + 1 === items.length ? 0 : at + 1;
    // `at` stays below the length.
    return items[at] as Item;
  };
}

let moment = Date.parse(now);

function later(): { readonly now: string } {
  moment += 1;
  return { now: new Date(moment).toISOString() };
}

const batch = 100;

/** Many at once, so that the clock's own cost does not count. */
function repeat(ask: () => unknown): void {
  for (let index = 0; index < batch; index += 1) ask();
}

function nanoseconds({ result }: Bench['tasks'][number]): number {
  const milliseconds = 'latency' in result ? result.latency.p50 : Number.NaN;
  return (milliseconds * 1_000_000) / batch;
}

function compareAnswers(invoice: CompiledInvoice, all: readonly Invoice[]): void {
  const many = invoice.scheduleMany(all, options);
  for (const [index, one] of all.entries()) {
    const wanted = scheduleByHand(one, today);
    const ours = invoice.schedule(one, options);
    if (!isSame(wanted, ours) || JSON.stringify(ours) !== JSON.stringify(many[index])) {
      throw new Error(`Answers differ for ${JSON.stringify(one)}: ${JSON.stringify([wanted, ours])}`);
    }
  }
}

function isSame(wanted: ByHand, ours: Schedule): boolean {
  const { state, mayErase, onHold, keepThrough, eraseBy } = ours;
  const reasons = ours.reasons.map(({ rule, date }) => ({ rule, date }));
  return (
    JSON.stringify({ state, mayErase, onHold, keepThrough, eraseBy, reasons }) === JSON.stringify(wanted)
  );
}
