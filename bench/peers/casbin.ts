import { javaScript, printCondition } from '../decisions/conditions.ts';
import type { Model } from '../decisions/model.ts';
import type { Peer, PeerKind } from './peer.ts';
import { loadPeer } from './peer.ts';
import { prohibitionsOf } from './prohibitions.ts';

interface Casbin {
  newModelFromString(text: string): {
    addPolicy(section: string, kind: string, rule: readonly string[]): boolean;
  };
  newEnforcer(model: unknown): Promise<{ enforceSync(request: unknown): boolean }>;
}

/** node-casbin: one `deny` for each rule, with its condition as an expression, over one `allow`. */
export const casbin: PeerKind = { name: 'node-casbin', compared: 200, largest: 6000, create };

const definition = `
[request_definition]
r = request
[policy_definition]
p = rule, eft
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = eval(p.rule)
`;

const syntax = { ...javaScript, path: (fact: string) => `r.request.${fact}` };

async function create(model: Model): Promise<Peer> {
  const { newModelFromString, newEnforcer } = await loadPeer<Casbin>('casbin');
  const policies = newModelFromString(definition);
  policies.addPolicy('p', 'p', ['true', 'allow']);
  for (const { when } of prohibitionsOf(model)) {
    policies.addPolicy('p', 'p', [printCondition(when, syntax).replaceAll('"', "'"), 'deny']);
  }
  const enforcer = await newEnforcer(policies);
  return { permits: (request) => enforcer.enforceSync(request) };
}
