import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from './arguments.ts';
import type { BatchSpeed } from './decisions/batch.ts';
import { byHand } from './decisions/by-hand.ts';
import { chartsOf } from './decisions/charts.ts';
import { compiled } from './decisions/compiled-contestants.ts';
import type { FirstSecond } from './decisions/first-second.ts';
import { allSizes, prepare, runJob } from './decisions/index.ts';
import { canCount, countInstructions } from './decisions/instructions.ts';
import type { Effort } from './decisions/jobs.ts';
import type { Measured } from './decisions/measured.ts';
import type { Size } from './decisions/model.ts';
import type { Prepared } from './decisions/prepared.ts';
import { measureCosts } from './decisions/program-costs.ts';
import { sectionsOf } from './decisions/sections.ts';
import { targetsOf } from './decisions/targets.ts';
import { median } from './measure.ts';
import { isInstalled } from './peers/index.ts';
import type { PartResults } from './report/results.ts';

const quick: Effort = { requests: 20_000, rounds: 5, milliseconds: 40, warmUp: 250 };
const full: Effort = { requests: 20_000, rounds: 15, milliseconds: 100, warmUp: 1000 };

/** One policy at several sizes: compiled code beside code written by hand and, if wanted, other tools. */
export async function measureDecisions(options: BenchOptions): Promise<PartResults> {
  if (options.peers && !isInstalled()) installPeers();
  const measured: Measured[] = [];
  let batch: readonly BatchSpeed[] = [];
  for (const size of options.sizes) {
    const prepared = await prepare(size);
    try {
      measured.push(await measureSize(prepared, options));
      if (size === allSizes[0]) batch = await measureMany(prepared, options);
    } finally {
      prepared.remove();
    }
  }
  return {
    sections: sectionsOf(measured, batch),
    targets: targetsOf(measured, batch),
    charts: chartsOf(measured),
  };
}

function installPeers(): void {
  const cwd = fileURLToPath(new URL('peers', import.meta.url));
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error('The other tools could not be installed.');
}

async function measureSize(prepared: Prepared, options: BenchOptions): Promise<Measured> {
  const { size, bundle } = prepared;
  const effort = options.isQuick ? quick : full;
  progress(`${size} rules: compiled code and code by hand`);
  const timings = await runJob<'rounds'>({ kind: 'rounds', size, bundle, effort });
  progress(`${size} rules: the first second`);
  const firstSeconds = await measureFirstSeconds(prepared, options.isQuick ? 1 : 3);
  const costs = await measureCosts(prepared);
  const peerEffort = { requests: 2000, rounds: options.isQuick ? 3 : 7, milliseconds: 150, warmUp: 400 };
  if (options.peers) progress(`${size} rules: other tools`);
  const peers = options.peers
    ? await runJob<'peers'>({ kind: 'peers', size, bundle, effort: peerEffort })
    : undefined;
  const counted = options.instructions && canCount() ? countedContestants(size) : [];
  if (counted.length > 0) progress(`${size} rules: instructions`);
  const instructions = counted.map((contestant) => countInstructions(prepared, contestant));
  return { prepared, timings, costs, firstSeconds, peers, instructions };
}

/** Processes in turn, and the median of each contestant. */
async function measureFirstSeconds(
  { size, bundle }: Prepared,
  rounds: number,
): Promise<readonly FirstSecond[]> {
  const found = new Map<string, FirstSecond[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of startedContestants) {
      const one = await runJob<'first-second'>({
        kind: 'first-second',
        size,
        bundle,
        contestant,
        requests: 20_000,
      });
      found.set(contestant, [...(found.get(contestant) ?? []), one]);
    }
  }
  return [...found].map(([name, all]) => ({
    name,
    setUpMilliseconds: median(all.map(({ setUpMilliseconds }) => setUpMilliseconds)),
    nanoseconds: median(all.map(({ nanoseconds }) => nanoseconds)),
  }));
}

const startedContestants = [
  byHand.plain,
  byHand.checked,
  byHand.perPlace,
  byHand.named,
  compiled.permits,
  compiled.decide,
];

/** Each costs a run under valgrind: the largest size would take long, and shows nothing that time does not. */
function countedContestants(size: Size): readonly string[] {
  if (size > 600) return [];
  return [
    byHand.plain,
    byHand.checked,
    byHand.named,
    compiled.permits,
    compiled.trustedPermits,
    compiled.decide,
  ];
}

async function measureMany(
  { size, bundle }: Prepared,
  { isQuick, peers }: BenchOptions,
): Promise<readonly BatchSpeed[]> {
  progress('many customers at once');
  const effort = isQuick ? { rows: 200_000, rounds: 3 } : { rows: 1_000_000, rounds: 5 };
  return runJob<'batch'>({ kind: 'batch', size, bundle, ...effort, peers });
}

function progress(text: string): void {
  process.stderr.write(`${text} …\n`);
}
