import type { Peer, PeerKind } from '../peers/index.ts';
import { peerKinds } from '../peers/index.ts';
import type { Contestant, Timing } from '../rounds.ts';
import { timeInRounds } from '../rounds.ts';
import { byHand, rivalKinds } from './by-hand.ts';
import { compareAll, isPermitted } from './comparing.ts';
import { compiled, compiledKinds } from './compiled-contestants.ts';
import type { Arena } from './contestants.ts';
import { enterAll } from './contestants.ts';
import type { Effort } from './jobs.ts';
import type { Request } from './requests.ts';

export interface PeerTimings {
  readonly timings: readonly Timing[];
  /** Peers that could not be measured, and why. */
  readonly absent: readonly { readonly name: string; readonly because: string }[];
}

const beside: readonly string[] = [byHand.named, compiled.permits, compiled.decide];

/** Times other tools with the same policies, in turn with compiled code and what is written by hand. */
export async function measurePeers(arena: Arena, effort: Effort): Promise<PeerTimings> {
  const bases = [...rivalKinds, ...compiledKinds].filter(({ name }) => beside.includes(name));
  const contestants = [...(await enterAll(bases, arena))];
  const absent: { name: string; because: string }[] = [];
  const opened: Peer[] = [];
  try {
    for (const kind of peerKinds) {
      if (arena.model.size > kind.largest) continue;
      try {
        const peer = await kind.create(arena.model);
        opened.push(peer);
        contestants.push(...(await enterPeer(kind, peer, arena)));
      } catch (error) {
        absent.push({ name: kind.name, because: error instanceof Error ? error.message : String(error) });
      }
    }
    return { timings: await timeInRounds(contestants, effort), absent };
  } finally {
    for (const peer of opened) peer.close?.();
  }
}

const requestsInABatch = 50;

async function enterPeer(kind: PeerKind, peer: Peer, arena: Arena): Promise<readonly Contestant[]> {
  const { requests, model } = arena;
  const compared = requests.slice(0, Math.max(10, kind.compared / (model.size > 1000 ? 10 : 1)));
  const wanted = arena.answers.slice(0, compared.length).map(isPermitted);
  const given: boolean[] = [];
  for (const request of compared) given.push(await peer.permits(request));
  compareAll(kind.name, wanted, given, compared);
  const { permitsMany } = peer;
  const single = { name: kind.name, run: oneByOne(requests, peer) };
  if (permitsMany === undefined) return [single];
  const first = compared.slice(0, requestsInABatch);
  compareAll(kind.name, wanted.slice(0, first.length), await permitsMany(first), first);
  const name = `${kind.name}, ${requestsInABatch} in a batch`;
  return [single, { name, run: inBatches(requests, permitsMany) }];
}

function oneByOne(requests: readonly Request[], { permits }: Peer): Contestant['run'] {
  let at = 0;
  return async (count) => {
    for (let index = 0; index < count; index += 1) {
      const request = requests[at];
      if (request !== undefined) {
        // Waiting for what is there already would slow those down that answer at once.
        const answer = permits(request);
        if (typeof answer !== 'boolean') await answer;
      }
      at = at + 1 === requests.length ? 0 : at + 1;
    }
    return count;
  };
}

function inBatches(
  requests: readonly Request[],
  permitsMany: NonNullable<Peer['permitsMany']>,
): Contestant['run'] {
  let at = 0;
  return async (count) => {
    const batches = Math.max(1, Math.round(count / requestsInABatch));
    for (let batch = 0; batch < batches; batch += 1) {
      await permitsMany(requests.slice(at, at + requestsInABatch));
      at = at + 2 * requestsInABatch > requests.length ? 0 : at + requestsInABatch;
    }
    return batches * requestsInABatch;
  };
}
