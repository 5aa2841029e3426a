import { repeating, rotating } from '../rounds.ts';
import { compareAll, compareDecisions, comparePermits, isPermitted } from './comparing.ts';
import type { Arena, ContestantKind, Entrant } from './contestants.ts';
import type { CompiledContact, Decided } from './ours.ts';
import { acceptAll, loadContact, options } from './ours.ts';
import type { Answer } from './reference.ts';
import type { Request } from './requests.ts';

export const compiled = {
  permits: 'permits',
  trustedPermits: 'trusted.permits',
  decide: 'decide',
  trustedDecide: 'trusted.decide',
  explain: 'explain',
  permitsOne: 'permits, one request again and again',
  decideOne: 'decide, one request again and again',
  permitsMany: 'permitsMany',
  trustedPermitsMany: 'trusted.permitsMany',
  decideMany: 'decideMany',
} as const;

/** All that can be asked of compiled code. */
export const compiledKinds: readonly ContestantKind[] = [
  permits(compiled.permits, false, ({ permits }) => permits),
  permits(compiled.trustedPermits, true, ({ trusted }) => trusted.permits),
  decides(compiled.decide, false, ({ decide }) => decide),
  decides(compiled.trustedDecide, true, ({ trusted }) => trusted.decide),
  { name: compiled.explain, enter: enterExplain },
  one(permits(compiled.permitsOne, false, ({ permits }) => permits)),
  one(decides(compiled.decideOne, false, ({ decide }) => decide)),
  permitsMany(compiled.permitsMany, false, ({ permitsMany }) => permitsMany),
  permitsMany(compiled.trustedPermitsMany, true, ({ trusted }) => trusted.permitsMany),
  { name: compiled.decideMany, enter: enterDecideMany },
];

type Asks<Result> = (request: Request, asked: typeof options) => Result;
type AsksMany = (requests: readonly Request[], asked: typeof options) => ArrayLike<number>;

function permits(
  name: string,
  isTrusted: boolean,
  choose: (contact: CompiledContact) => Asks<boolean>,
): ContestantKind {
  return {
    name,
    enter: async (arena) => {
      const { contact, facts } = await load(arena, isTrusted);
      const permits = choose(contact);
      const ask = (request: Request): boolean => permits(request, options);
      return { run: rotating(facts, ask), check: () => comparePermits(name, ask, facts, arena.answers) };
    },
  };
}

function decides(
  name: string,
  isTrusted: boolean,
  choose: (contact: CompiledContact) => Asks<Decided>,
): ContestantKind {
  return {
    name,
    enter: async (arena) => {
      const { contact, facts } = await load(arena, isTrusted);
      const decide = choose(contact);
      const ask = (request: Request): Decided => decide(request, options);
      const check = (): void =>
        compareDecisions(name, (request) => answerOf(ask(request)), facts, arena.answers);
      return { run: rotating(facts, ask), check };
    },
  };
}

function permitsMany(
  name: string,
  isTrusted: boolean,
  choose: (contact: CompiledContact) => AsksMany | undefined,
): ContestantKind {
  return {
    name,
    enter: async (arena) => {
      const { contact, facts } = await load(arena, isTrusted);
      const many = choose(contact);
      if (many === undefined) return undefined;
      return {
        run: repeating(facts.length, () => many(facts, options)),
        check: () => {
          const wanted = arena.answers.map((answer) => Number(isPermitted(answer)));
          compareAll(name, wanted, many(facts, options), facts);
        },
      };
    },
  };
}

/** The same contestant, asked about the first request only. */
function one(kind: ContestantKind): ContestantKind {
  return {
    name: kind.name,
    enter: (arena) => kind.enter({ ...arena, requests: arena.requests.slice(0, 1) }),
  };
}

async function enterExplain(arena: Arena): Promise<Entrant> {
  const { contact, facts } = await load(arena, false);
  const ask = (request: Request) => contact.explain(request, options);
  const some = facts.slice(0, arena.model.size > 1000 ? 100 : 1000);
  const explained = (request: Request): Answer => answerOf(ask(request).decision);
  return {
    run: rotating(facts, ask),
    check: () => compareDecisions(compiled.explain, explained, some, arena.answers),
  };
}

async function enterDecideMany(arena: Arena): Promise<Entrant | undefined> {
  const { contact, facts } = await load(arena, false);
  const { decideMany } = contact;
  if (decideMany === undefined) return undefined;
  const ask = () => decideMany(facts, options);
  const wanted = arena.answers.map(({ outcome }) => outcome);
  return {
    run: repeating(facts.length, ask),
    check: () =>
      compareAll(
        compiled.decideMany,
        wanted,
        Array.from(ask(), ({ outcome }) => outcome),
        facts,
      ),
  };
}

async function load(
  { bundle, requests }: Arena,
  isTrusted: boolean,
): Promise<{ readonly contact: CompiledContact; readonly facts: readonly Request[] }> {
  const contact = await loadContact(bundle);
  return { contact, facts: isTrusted ? acceptAll(contact, requests) : requests };
}

function answerOf({ outcome, reasons }: Decided): Answer {
  return { outcome, rules: reasons.map(({ rule }) => rule) };
}
