import { median } from '../measure.ts';
import { askDuckDb } from '../peers/index.ts';
import { createCheckedRival, createEncodedRival, createPlainRival } from '../rivals/index.ts';
import { compareAll, isPermitted } from './comparing.ts';
import type { Arena } from './contestants.ts';
import { acceptAll, loadContact, options } from './ours.ts';
import type { Request } from './requests.ts';

/** How fast a whole list of customers is filtered. */
export interface BatchSpeed {
  readonly name: string;
  /** The median of the rounds. */
  readonly rowsPerSecond: number;
  readonly lowest: number;
  readonly highest: number;
}

/** One pass over all rows: whether each is permitted, in their order. */
type Pass = () => ArrayLike<number> | Promise<ArrayLike<number>>;

export const batchNames = {
  encoded: 'by hand: encoded columns',
  permitsMany: 'permitsMany',
  trusted: 'trusted.permitsMany',
  allCores: '@privacy-lang/batch, all cores, objects',
} as const;

/** Filters all customers, pass by pass in turn, after the answers were compared. */
export async function measureBatch(
  arena: Arena,
  { rounds, peers }: { readonly rounds: number; readonly peers: boolean },
): Promise<readonly BatchSpeed[]> {
  const passes = new Map([...byHandPasses(arena), ...(await compiledPasses(arena))]);
  const duckDb = peers ? await askDuckDb(arena.model, arena.requests) : undefined;
  if (duckDb !== undefined) passes.set('DuckDB, WHERE', duckDb.pass);
  const wanted = arena.answers.map((answer) => Number(isPermitted(answer)));
  const times = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, pass] of passes) {
      const start = performance.now();
      const given = await pass();
      const took = performance.now() - start;
      if (round === 0) compareAll(name, wanted, given, arena.requests);
      else times.set(name, [...(times.get(name) ?? []), took]);
    }
  }
  duckDb?.close();
  return [...times].map(([name, took]) => speedOf(name, arena.requests.length, took));
}

function speedOf(name: string, rows: number, times: readonly number[]): BatchSpeed {
  const speeds = times.map((time) => (rows * 1000) / time);
  return {
    name,
    rowsPerSecond: median(speeds),
    lowest: Math.min(...speeds),
    highest: Math.max(...speeds),
  };
}

function byHandPasses({ model, requests }: Arena): readonly [string, Pass][] {
  const answers = new Uint8Array(requests.length);
  const rival = createEncodedRival(model);
  const columns = rival.encode(requests);
  return [
    ['by hand: plain objects', filtering(requests, createPlainRival(model))],
    ['by hand: plain objects, facts checked', filtering(requests, createCheckedRival(model))],
    [
      batchNames.encoded,
      () => {
        rival.permits(columns, answers);
        return answers;
      },
    ],
  ];
}

function filtering(requests: readonly Request[], ask: (request: Request) => boolean): Pass {
  const answers = new Uint8Array(requests.length);
  return () => {
    for (const [row, request] of requests.entries()) answers[row] = ask(request) ? 1 : 0;
    return answers;
  };
}

async function compiledPasses(arena: Arena): Promise<readonly [string, Pass][]> {
  const { requests, bundle } = arena;
  const contact = await loadContact(bundle);
  const passes: [string, Pass][] = [];
  const { permitsMany } = contact;
  const manyTrusted = contact.trusted.permitsMany;
  if (permitsMany !== undefined) passes.push([batchNames.permitsMany, () => permitsMany(requests, options)]);
  if (manyTrusted !== undefined) {
    const accepted = acceptAll(contact, requests);
    passes.push([batchNames.trusted, () => manyTrusted(accepted, options)]);
  }
  const allCores = await onAllCores(arena);
  if (allCores !== undefined) passes.push([batchNames.allCores, allCores]);
  return passes;
}

/** Undefined where the package has not been built. */
async function onAllCores({ requests, bundle }: Arena): Promise<Pass | undefined> {
  try {
    const { answerRows } = await import('@privacy-lang/batch');
    const asked = { module: bundle, entry: 'permits', activity: 'contact', now: options.now } as const;
    return async () => {
      const answers = new Uint8Array(requests.length);
      for await (const answer of answerRows([requests], asked)) {
        if (answer.kind === 'answer' && answer.value === true) answers[answer.row] = 1;
      }
      return answers;
    };
  } catch {
    return undefined;
  }
}
