export interface OrderedOptions<In, Out> {
  readonly start: (input: In) => Promise<Out>;
  /** How many are started and not taken, at most. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the number that are started and not taken, whenever one is taken. */
  readonly onTaken?: (output: Out, inFlight: number) => void;
}

/**
 * Starts work as its input arrives and gives the results in the order of the input. The input is read no further than
 * the limit allows, and answers that are ready do not wait for input that is late.
 */
export async function* mapInOrder<In, Out>(
  inputs: AsyncIterable<In>,
  { start, limit, signal, onTaken }: OrderedOptions<In, Out>,
): AsyncGenerator<Out, void, undefined> {
  const iterator = inputs[Symbol.asyncIterator]();
  const started: Promise<Out>[] = [];
  const aborted = abortOf(signal);
  let reading: Promise<IteratorResult<In>> | undefined;
  let isEnded = false;
  try {
    while (!isEnded || started.length > 0) {
      if (!isEnded && started.length < limit) reading ??= quiet(iterator.next());
      const event = await Promise.race([...eventsOf(reading, started[0]), aborted.promise]);
      if (event.kind === 'ready') {
        started.shift();
        onTaken?.(event.output, started.length);
        yield event.output;
        continue;
      }
      reading = undefined;
      if (event.read.done === true) isEnded = true;
      else started.push(quiet(start(event.read.value)));
    }
  } finally {
    aborted.stop();
    // The source may wait for something that never comes: it is told, and not waited for.
    if (!isEnded) iterator.return?.().catch(() => {});
  }
}

type OrderedEvent<In, Out> =
  | { readonly kind: 'read'; readonly read: IteratorResult<In> }
  | { readonly kind: 'ready'; readonly output: Out };

function eventsOf<In, Out>(
  reading: Promise<IteratorResult<In>> | undefined,
  first: Promise<Out> | undefined,
): readonly Promise<OrderedEvent<In, Out>>[] {
  const ready = first?.then((output) => ({ kind: 'ready', output }) as const);
  const read = reading?.then((result) => ({ kind: 'read', read: result }) as const);
  return [ready, read].filter((promise) => promise !== undefined);
}

/** A rejection is met by whoever awaits it, perhaps later: until then it ends nothing. */
function quiet<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}

interface Abort {
  /** Rejects with the reason of the signal. */
  readonly promise: Promise<never>;
  stop(): void;
}

function abortOf(signal: AbortSignal | undefined): Abort {
  let reject: () => void = () => {};
  const promise = new Promise<never>((_, fail) => {
    reject = () => fail(signal?.reason);
  });
  promise.catch(() => {});
  if (signal?.aborted === true) reject();
  signal?.addEventListener('abort', reject, { once: true });
  return { promise, stop: () => signal?.removeEventListener('abort', reject) };
}
