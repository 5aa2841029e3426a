import type { Condition, Syntax } from '../decisions/conditions.ts';
import { printCondition, term } from '../decisions/conditions.ts';
import type { Model } from '../decisions/model.ts';
import type { Rule } from '../decisions/rules.ts';
import type { Peer, PeerKind } from './peer.ts';
import { loadPeer } from './peer.ts';

interface Cel {
  parse(text: string): (context: unknown) => unknown;
}

/** CEL in JavaScript: one expression for each policy, parsed once, its scope first so that the rest is left out. */
export const cel: PeerKind = { name: 'CEL (cel-js)', compared: 2000, largest: 6000, create };

export const celSyntax: Syntax = {
  and: '&&',
  not: (text) => `!(${text})`,
  flag: (path) => path,
  number: (path, operator, value) => `${path} ${operator === '=' ? '==' : operator} ${value}.0`,
  term: (path, _name, leaves) =>
    leaves.length === 1 ? `${path} == '${leaves[0] ?? ''}'` : `${path} in ['${leaves.join("', '")}']`,
  path: (fact) => fact,
};

async function create(model: Model): Promise<Peer> {
  const { parse } = await loadPeer<Cel>('@marcbachmann/cel-js');
  const policies = [
    policy(null, model.house),
    ...model.regimes.map(({ place, leaves, rules }) => policy(term('customer.place', place, leaves), rules)),
    ...model.sectors.map(({ industry, rules }) => policy(term('industry', industry), rules)),
  ].map((text) => parse(text));
  return { permits: (request) => !policies.some((forbids) => forbids(request) === true) };
}

function policy(scope: Condition | null, rules: readonly Rule[]): string {
  const texts = rules.map((rule) => `(${celRule(rule, celSyntax)})`).join(' || ');
  return scope === null ? texts : `${printCondition(scope, celSyntax)} && (${texts})`;
}

/** When a rule forbids, without its scope. */
export function celRule({ when, unless, except }: Rule, syntax: Syntax): string {
  const saved = [unless, except?.when ?? null]
    .filter((each) => each !== null)
    .map((each) => ` ${syntax.and} ${syntax.not(printCondition(each, syntax))}`);
  return `${printCondition(when, syntax)}${saved.join('')}`;
}
