import type { Model } from '../decisions/model.ts';
import type { Peer, PeerKind } from './peer.ts';
import { loadPeer } from './peer.ts';
import type { Literal } from './prohibitions.ts';
import { alternativesOf, prohibitionsOf } from './prohibitions.ts';

interface Casl {
  createMongoAbility(
    rules: readonly unknown[],
    options: { readonly detectSubjectType: () => string },
  ): { can(action: string, subject: unknown): boolean };
}

/** CASL: one `cannot` for each rule and alternative, with conditions in the form of MongoDB, over one `can`. */
export const casl: PeerKind = { name: 'CASL', compared: 20_000, largest: 6000, create };

async function create(model: Model): Promise<Peer> {
  const { createMongoAbility } = await loadPeer<Casl>('@casl/ability');
  const forbidden = prohibitionsOf(model).flatMap(({ when }) =>
    alternativesOf(when).map((literals) => ({
      action: 'contact',
      subject: 'Request',
      inverted: true,
      conditions: conditionsOf(literals),
    })),
  );
  const rules = [{ action: 'contact', subject: 'Request' }, ...forbidden];
  const ability = createMongoAbility(rules, { detectSubjectType: () => 'Request' });
  return { permits: (request) => ability.can('contact', request) };
}

const operators = { '<': '$lt', '<=': '$lte', '>': '$gt', '>=': '$gte', '=': '$eq', '!=': '$ne' } as const;

function conditionsOf(literals: readonly Literal[]): unknown {
  const conditions: Record<string, Record<string, unknown>> = {};
  for (const literal of literals) {
    const all = conditions[literal.fact] ?? {};
    conditions[literal.fact] = all;
    if (literal.kind === 'flag') all['$eq'] = literal.value;
    else if (literal.kind === 'number') all[operators[literal.operator]] = literal.value;
    else all[literal.isOne ? '$in' : '$nin'] = literal.leaves;
  }
  return conditions;
}
