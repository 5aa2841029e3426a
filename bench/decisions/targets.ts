import { readable } from '../report/numbers.ts';
import type { Target } from '../report/results.ts';
import { ratioOf } from '../rounds.ts';
import type { BatchSpeed } from './batch.ts';
import { batchNames } from './batch.ts';
import { byHand } from './by-hand.ts';
import { compiled } from './compiled-contestants.ts';
import type { Measured } from './measured.ts';
import { nanosecondsOf, timingOf } from './measured.ts';

/** What compiled decisions are held to. */
export function targetsOf(all: readonly Measured[], batch: readonly BatchSpeed[]): readonly Target[] {
  return [
    ...all.flatMap(ratioTargets),
    ...growthTargets(all),
    ...batchTargets(batch),
    ...all.flatMap(manyTargets),
    ...all.flatMap(costTargets),
  ];
}

function ratioTargets(measured: Measured): Target[] {
  const size = readable(measured.prepared.size);
  const target = (name: string, ours: string, theirs: string): Target => ({
    name: `${name}, ${size} rules`,
    measured: ratioOf(timingOf(measured, ours), timingOf(measured, theirs)),
    limit: 1,
    unit: '×',
    better: 'lower',
  });
  const explain: Target = {
    name: `\`explain\`, ${size} rules`,
    measured: nanosecondsOf(measured, compiled.explain) / 1000,
    limit: 5,
    unit: 'µs',
    better: 'lower',
  };
  return [
    target(
      '`trusted.permits` to the fastest code by hand over plain objects',
      compiled.trustedPermits,
      byHand.plain,
    ),
    target(
      '`permits` to the fastest code by hand that checks the same facts',
      compiled.permits,
      byHand.checked,
    ),
    target(
      '`decide` to idiomatic code by hand, reasons named, facts unchecked',
      compiled.decide,
      byHand.named,
    ),
    target('`decide` to the same that checks the facts', compiled.decide, byHand.checkedNamed),
    ...(measured.prepared.size === 66 ? [explain] : []),
  ];
}

/** How much slower things get with ninety times the rules. */
function growthTargets(all: readonly Measured[]): Target[] {
  const [small, large] = [66, 6000].map((size) => all.find(({ prepared }) => prepared.size === size));
  if (small === undefined || large === undefined) return [];
  const growthOf = (name: string): number => nanosecondsOf(large, name) / nanosecondsOf(small, name);
  return [
    {
      name: 'Growth of `permits` from 66 to 6,000 rules, to that of the fastest code by hand',
      measured: growthOf(compiled.permits),
      limit: growthOf(byHand.plain),
      unit: '×',
      better: 'lower',
    },
  ];
}

/** Facts that were read before are the columns of compiled code. */
function batchTargets(batch: readonly BatchSpeed[]): Target[] {
  const ours = batch.find(({ name }) => name === batchNames.trusted);
  if (ours === undefined) return [];
  return [
    {
      name: '`trusted.permitsMany`, many customers, 66 rules',
      measured: ours.rowsPerSecond / 1_000_000,
      limit: 15,
      unit: 'M rows/s',
      better: 'higher',
    },
  ];
}

function manyTargets(measured: Measured): Target[] {
  const ours = timingOf(measured, compiled.trustedPermitsMany);
  if (ours === undefined) return [];
  return [
    {
      name: `\`trusted.permitsMany\` to encoded columns by hand, ${readable(measured.prepared.size)} rules`,
      measured: ratioOf(ours, timingOf(measured, byHand.columns)),
      limit: 1,
      unit: '×',
      better: 'lower',
    },
  ];
}

function costTargets({ prepared, costs }: Measured): Target[] {
  const size = readable(prepared.size);
  return [
    {
      name: `Code for a rule, ${size} rules`,
      measured: costs.bytesPerRule / 1024,
      limit: 3,
      unit: 'KB',
      better: 'lower',
    },
    {
      name: `Loading, ${size} rules`,
      measured: costs.loadMilliseconds,
      limit: 1000,
      unit: 'ms',
      better: 'lower',
    },
  ];
}
