import type { Model } from '../decisions/model.ts';
import type { Peer, PeerKind } from './peer.ts';
import { loadPeer } from './peer.ts';
import type { Literal } from './prohibitions.ts';
import { alternativesOf, prohibitionsOf } from './prohibitions.ts';

interface JsonRulesEngine {
  readonly Engine: new (
    rules: readonly unknown[],
  ) => {
    run(facts: unknown): Promise<{ readonly events: readonly unknown[] }>;
  };
}

/** json-rules-engine: one rule with an event for each rule that forbids. */
export const jsonRulesEngine: PeerKind = { name: 'json-rules-engine', compared: 100, largest: 600, create };

async function create(model: Model): Promise<Peer> {
  const { Engine } = await loadPeer<JsonRulesEngine>('json-rules-engine');
  const engine = new Engine(
    prohibitionsOf(model).map(({ id, when }) => ({
      conditions: { any: alternativesOf(when).map((literals) => ({ all: literals.map(conditionOf) })) },
      event: { type: id },
    })),
  );
  return { permits: async (request) => (await engine.run({ request })).events.length === 0 };
}

const operators = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  '=': 'equal',
  '!=': 'notEqual',
} as const;

function conditionOf(literal: Literal): unknown {
  const fact = { fact: 'request', path: `$.${literal.fact}` };
  if (literal.kind === 'flag') return { ...fact, operator: 'equal', value: literal.value };
  if (literal.kind === 'number')
    return { ...fact, operator: operators[literal.operator], value: literal.value };
  return { ...fact, operator: literal.isOne ? 'in' : 'notIn', value: literal.leaves };
}
