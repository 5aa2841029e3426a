import type { Syntax } from '../decisions/conditions.ts';
import { printCondition } from '../decisions/conditions.ts';
import type { Model } from '../decisions/model.ts';
import type { Request } from '../decisions/requests.ts';
import type { Peer, PeerKind } from './peer.ts';
import { loadPeer } from './peer.ts';
import { prohibitionsOf } from './prohibitions.ts';

interface Answer {
  readonly type: string;
  readonly response?: { readonly decision: string };
}

interface Cedar {
  isAuthorized(call: unknown): Answer;
  preparsePolicySet(name: string, policies: unknown): { readonly type: string };
  statefulIsAuthorized(call: unknown): Answer;
}

/** Cedar in WebAssembly, its policies parsed once: one `forbid` for each rule over one `permit`. */
export const cedar: PeerKind = { name: 'Cedar (wasm, parsed once)', compared: 300, largest: 6000, create };

/** Cedar in WebAssembly, its policies parsed at each call: what its simplest function does. */
export const cedarParsing: PeerKind = {
  name: 'Cedar (wasm, parsed at each call)',
  compared: 10,
  largest: 600,
  create: createParsing,
};

const syntax: Syntax = {
  and: '&&',
  not: (text) => `!(${text})`,
  flag: (path) => path,
  number: (path, operator, value) => `${path} ${operator === '=' ? '==' : operator} ${value}`,
  term: (path, _name, leaves) =>
    leaves.length === 1 ? `${path} == "${leaves[0] ?? ''}"` : `["${leaves.join('", "')}"].contains(${path})`,
  path: (fact) => `context.${fact}`,
};

function policiesOf(model: Model): string {
  const forbidden = prohibitionsOf(model).map(
    ({ when }) =>
      `forbid(principal, action == Action::"contact", resource) when { ${printCondition(when, syntax)} };`,
  );
  return ['permit(principal, action == Action::"contact", resource);', ...forbidden].join('\n');
}

function callOf(request: Request): Record<string, unknown> {
  return {
    principal: { type: 'Service', id: 'crm' },
    action: { type: 'Action', id: 'contact' },
    resource: { type: 'Customer', id: 'c' },
    context: request,
    entities: [],
  };
}

async function create(model: Model): Promise<Peer> {
  const { preparsePolicySet, statefulIsAuthorized } = await loadPeer<Cedar>(
    '@cedar-policy/cedar-wasm/nodejs',
  );
  const parsed = preparsePolicySet('bench', { staticPolicies: policiesOf(model) });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
  return {
    permits: (request) =>
      isAllowed(statefulIsAuthorized({ ...callOf(request), preparsedPolicySetId: 'bench' })),
  };
}

async function createParsing(model: Model): Promise<Peer> {
  const { isAuthorized } = await loadPeer<Cedar>('@cedar-policy/cedar-wasm/nodejs');
  const policies = { staticPolicies: policiesOf(model) };
  return { permits: (request) => isAllowed(isAuthorized({ ...callOf(request), policies })) };
}

function isAllowed(answer: Answer): boolean {
  if (answer.response === undefined) throw new Error(JSON.stringify(answer));
  return answer.response.decision === 'allow';
}
