import type { Model } from '../decisions/model.ts';
import type { Peer, PeerKind } from './peer.ts';
import { loadPeer } from './peer.ts';
import type { Literal } from './prohibitions.ts';
import { alternativesOf, prohibitionsOf } from './prohibitions.ts';

interface Zen {
  readonly ZenEngine: new () => {
    createDecision(content: unknown): {
      evaluate(context: unknown): Promise<{ readonly result: { readonly forbidden?: boolean } }>;
    };
  };
}

/** GoRules ZEN: a decision table with one row for each rule and alternative; the first that fits answers. */
export const zen: PeerKind = { name: 'GoRules ZEN', compared: 500, largest: 6000, create };

const fields = [
  'customer.place',
  'industry',
  'channel',
  'purpose',
  'customer.age',
  'localHour',
  'attempts',
  'customer.isCustomer',
  'customer.hasObjected',
  'hasConsented',
  'isOnRegister',
  'isBusiness',
];

async function create(model: Model): Promise<Peer> {
  const { ZenEngine } = await loadPeer<Zen>('@gorules/zen-engine');
  const rows = prohibitionsOf(model).flatMap(({ id, when }) =>
    alternativesOf(when).map((literals, index) => rowOf(`${id}#${index}`, literals)),
  );
  const content = {
    hitPolicy: 'first',
    inputs: fields.map((field) => ({ id: field, name: field, type: 'expression', field })),
    outputs: [{ id: 'forbidden', name: 'forbidden', type: 'expression', field: 'forbidden' }],
    rules: [...rows, { _id: 'otherwise', forbidden: 'false' }],
  };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      { id: 'table', name: 'table', type: 'decisionTableNode', content },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  });
  return { permits: async (request) => (await decision.evaluate(request)).result.forbidden === false };
}

function rowOf(id: string, literals: readonly Literal[]): Record<string, string> {
  const cells: Record<string, string> = { _id: id, forbidden: 'true' };
  for (const literal of literals) {
    const before = cells[literal.fact];
    const text = cellOf(literal);
    cells[literal.fact] = before === undefined ? text : `${before} and ${text}`;
  }
  return cells;
}

function cellOf(literal: Literal): string {
  if (literal.kind === 'flag') return `$ == ${literal.value}`;
  if (literal.kind === 'number') {
    return `${literal.operator === '=' ? '' : `${literal.operator} `}${literal.value}`;
  }
  const list = literal.leaves.map((leaf) => JSON.stringify(leaf)).join(', ');
  return literal.isOne ? list : `not in [${list}]`;
}
