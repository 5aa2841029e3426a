import { ancestorAt, unknownTerm } from '../terms.ts';
import { callNode } from './calls.ts';
import { countKnowledge } from './counting.ts';
import { conditionKnowledge } from './day-tests.ts';
import { factAt, fieldKnowledge } from './fields.ts';
import type { Knowledge } from './knowledge.ts';
import { known, knownQuantity, unknownFor } from './knowledge.ts';
import { lookupKnowledge } from './lookups.ts';
import type { ValueNode } from './nodes.ts';
import { quantityKnowledge } from './quantities.ts';
import type { Scope } from './scope.ts';

/** What is known about a value. */
export function valueKnowledge(node: ValueNode, scope: Scope): Knowledge {
  if (typeof node === 'string') return knowledgeAt(node, scope);
  switch (node.is) {
    case 'quantity':
      return knownQuantity(node.value);
    case 'text':
      return known({ type: 'text', value: node.value });
    case 'zone':
      return known({ type: 'zone', zone: node.zone });
    case 'term':
      return known({ type: 'term', term: node.term });
    case 'scope':
      return known({ type: 'scope', scope: node.scope });
    case 'duration':
      return known({ type: 'duration', duration: node.duration });
    case 'calendar':
      return known({ type: 'calendar', calendar: node.calendar });
    case 'field':
      return fieldKnowledge(valueKnowledge(node.of, scope), node.key);
    case 'claim':
      return scope.claim ?? unknownFor([]);
    case 'derived':
      return valueKnowledge(node.value, { ...scope, zone: scope.run.derivedZone, names: new Map() });
    case 'ancestor':
    case 'count':
    case 'lookup':
    case 'condition':
    case 'else':
    case 'call-value':
      return workedOut(node, scope);
    default:
      return quantityKnowledge(node, scope);
  }
}

/** What is known at the end of a path. */
function knowledgeAt(path: string, { run, names }: Scope): Knowledge {
  const isNamed = path.startsWith('$') || path.startsWith('#');
  if (!isNamed) return factAt(path, run.facts);
  const [first = '', ...rest] = path.split('.');
  return rest.reduce(fieldKnowledge, names.get(first) ?? unknownFor([]));
}

type WorkedOutNode = Extract<
  ValueNode,
  { is: 'ancestor' | 'count' | 'lookup' | 'condition' | 'else' | 'call-value' }
>;

function workedOut(node: WorkedOutNode, scope: Scope): Knowledge {
  switch (node.is) {
    case 'ancestor':
      return ancestorKnowledge(node, scope);
    case 'count':
      return countKnowledge(node, scope);
    case 'lookup':
      return lookupKnowledge(node, scope);
    case 'condition':
      return conditionKnowledge(node.condition, scope);
    case 'else':
      return elseKnowledge(node, scope);
    case 'call-value':
      return callNode(node, scope, valueKnowledge);
  }
}

/** The ancestor of a term on a level is known for every term at or below it. */
function ancestorKnowledge(node: Extract<ValueNode, { is: 'ancestor' }>, scope: Scope): Knowledge {
  const of = valueKnowledge(node.of, scope);
  if (of.kind !== 'known' || of.content.type !== 'term') return of;
  const term = ancestorAt(node.terms, of.content.term, node.depth);
  if (term === unknownTerm) return unknownFor(of.origin === undefined ? of.asks : [of.origin], of.until);
  return { ...of, content: { type: 'term', term } };
}

function elseKnowledge(
  { of, fallback, standIn }: Extract<ValueNode, { is: 'else' }>,
  scope: Scope,
): Knowledge {
  const knowledge = valueKnowledge(of, scope);
  if (knowledge.kind !== 'unknown') return knowledge;
  scope.run.noticedStandIn = true;
  if (scope.run.standIns === 'used') return valueKnowledge(fallback, scope);
  return { ...knowledge, asks: knowledge.asks.map((ask) => ({ ...ask, standIn })) };
}
