import { availableParallelism } from 'node:os';
import type { TransferListItem } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { BatchError } from './batch-error.ts';
import { mapInOrder } from './map-in-order.ts';

export interface BlockOptions<Block, Answer> {
  /** A module that exports `answer({ setup, block })`. */
  readonly worker: URL;
  /** What every call is given beside its block. */
  readonly setup: unknown;
  readonly workers?: number | undefined;
  readonly batchesInFlight?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What of a block may be moved to the worker and not copied. */
  readonly transfer?: (block: Block) => readonly TransferListItem[];
  /** What is sent instead of a block of which something cannot be copied. */
  readonly salvage?: (block: Block) => Block;
  readonly onTaken?: (answer: Answer, inFlight: number) => void;
}

/** Has blocks answered by a module in threads, in their order; ends the threads whenever reading ends. */
export async function* mapBlocks<Block, Answer>(
  blocks: AsyncIterable<Block>,
  options: BlockOptions<Block, Answer>,
): AsyncGenerator<Answer, void, undefined> {
  const { workers, limit } = spreadOf(options);
  const pool = openPool(options.worker, workers);
  const start = async (block: Block): Promise<Answer> => {
    const transferList = [...(options.transfer?.(block) ?? [])];
    try {
      return await pool.run({ setup: options.setup, block }, { transferList });
    } catch (cause) {
      if (options.salvage === undefined || !isNotSent(cause)) throw workerEnded(cause);
      return await pool.run({ setup: options.setup, block: options.salvage(block) });
    }
  };
  try {
    const { signal, onTaken } = options;
    yield* mapInOrder(blocks, { start, limit, signal, ...(onTaken === undefined ? {} : { onTaken }) });
  } finally {
    await pool.destroy();
  }
}

/** How many threads there are, and how many blocks in flight. */
export function spreadOf({
  workers = availableParallelism(),
  batchesInFlight = workers * 2,
}: Pick<BlockOptions<never, never>, 'workers' | 'batchesInFlight'>) {
  return { workers: countOf('workers', workers), limit: countOf('batchesInFlight', batchesInFlight) };
}

/** A whole number from one; `bad-option` where it is none. */
export function countOf(name: string, count: number): number {
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new BatchError('bad-option', `"${name}" is a whole number from 1, not ${count}`);
}

function openPool(worker: URL, workers: number): Piscina {
  return new Piscina({
    filename: worker.href,
    name: 'answer',
    minThreads: 1,
    maxThreads: workers,
    // A thread has loaded the policies: it waits for more work before it ends.
    idleTimeout: 60_000,
  });
}

/** Something in a block, such as a function, cannot be copied to a thread. */
function isNotSent(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'DataCloneError';
}

function workerEnded(cause: unknown): BatchError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new BatchError('worker-ended', `A thread ended before it answered: ${reason}`, { cause });
}
