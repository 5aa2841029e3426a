import { timeInRounds } from '../rounds.ts';
import { createArena } from './arena.ts';
import { measureBatch } from './batch.ts';
import { rivalKinds } from './by-hand.ts';
import { compiledKinds } from './compiled-contestants.ts';
import type { ContestantKind } from './contestants.ts';
import { enterAll } from './contestants.ts';
import { measureFirstSecond } from './first-second.ts';
import type { Found, Job } from './jobs.ts';
import { loadContact } from './ours.ts';
import { measurePeers } from './peer-contestants.ts';

const kinds = [...rivalKinds, ...compiledKinds];

async function run(job: Job): Promise<Found[Job['kind']]> {
  switch (job.kind) {
    case 'rounds':
      return timeInRounds(
        await enterAll(kinds, createArena({ ...job, requests: job.effort.requests })),
        job.effort,
      );
    case 'first-second':
      return measureFirstSecond(kindCalled(job.contestant), createArena(job));
    case 'count':
      return count(kindCalled(job.contestant), job);
    case 'peers':
      return measurePeers(createArena({ ...job, requests: job.effort.requests }), job.effort);
    case 'batch':
      return measureBatch(createArena({ ...job, requests: job.rows }), job);
    case 'load': {
      const start = performance.now();
      await loadContact(job.bundle);
      return performance.now() - start;
    }
  }
}

/** Answers so many times and nothing more: somebody outside counts what that takes. */
async function count(kind: ContestantKind, job: Extract<Job, { readonly kind: 'count' }>): Promise<number> {
  const entrant = await kind.enter(createArena({ ...job, requests: 2000 }));
  if (entrant === undefined) throw new Error(`Compiled code has no ${kind.name}.`);
  return entrant.run(job.answers);
}

function kindCalled(name: string): ContestantKind {
  const found = kinds.find((kind) => kind.name === name);
  if (found === undefined) throw new Error(`There is no contestant "${name}".`);
  return found;
}

// What started this process wrote the job.
const found = await run(JSON.parse(process.argv[2] ?? '') as Job);
process.stdout.write(JSON.stringify(found));
