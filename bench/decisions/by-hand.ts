import {
  createBitSetRival,
  createCheckedNamedRival,
  createCheckedRival,
  createEncodedRival,
  createGeneratedRival,
  createNaiveRival,
  createNamedRival,
  createPlainRival,
} from '../rivals/index.ts';
import { repeating, rotating } from '../rounds.ts';
import { compareAll, compareDecisions, comparePermits, isPermitted } from './comparing.ts';
import type { Arena, ContestantKind, Entrant } from './contestants.ts';
import type { Model } from './model.ts';
import type { Answer } from './reference.ts';
import type { Request } from './requests.ts';

export const byHand = {
  columns: 'by hand: encoded columns',
  plain: 'by hand: plain objects',
  checked: 'by hand: plain objects, facts checked',
  perPlace: 'by hand: one function a place',
  naive: 'by hand: rule by rule',
  bitSets: 'by hand: bit sets, reasons named',
  named: 'by hand: reasons named',
  checkedNamed: 'by hand: reasons named, facts checked',
} as const;

/** All that is written by hand. */
export const rivalKinds: readonly ContestantKind[] = [
  { name: byHand.columns, enter: enterColumns },
  permits(byHand.plain, createPlainRival),
  permits(byHand.checked, createCheckedRival),
  permits(byHand.perPlace, createGeneratedRival),
  permits(byHand.naive, createNaiveRival),
  decides(byHand.bitSets, createBitSetRival),
  decides(byHand.named, createNamedRival),
  decides(byHand.checkedNamed, createCheckedNamedRival),
];

function permits(name: string, create: (model: Model) => (request: Request) => boolean): ContestantKind {
  return {
    name,
    enter: async (arena) => {
      const { model, requests } = arena;
      const ask = create(model);
      const isSlow = name === byHand.naive && model.size > 100;
      const compared = isSlow ? requests.slice(0, 2000) : requests;
      return {
        run: rotating(requests, ask),
        check: () => comparePermits(name, ask, compared, arena.answers),
      };
    },
  };
}

function decides(name: string, create: (model: Model) => (request: Request) => Answer): ContestantKind {
  return {
    name,
    enter: async (arena) => {
      const { model, requests } = arena;
      const ask = create(model);
      return {
        run: rotating(requests, ask),
        check: () => compareDecisions(name, ask, requests, arena.answers),
      };
    },
  };
}

async function enterColumns(arena: Arena): Promise<Entrant> {
  const { model, requests } = arena;
  const rival = createEncodedRival(model);
  const columns = rival.encode(requests);
  const given = new Uint8Array(requests.length);
  const ask = (): Uint8Array => {
    rival.permits(columns, given);
    return given;
  };
  return {
    run: repeating(requests.length, ask),
    check: () => {
      const wanted = arena.answers.map((answer) => Number(isPermitted(answer)));
      compareAll(byHand.columns, wanted, ask(), requests);
    },
  };
}
