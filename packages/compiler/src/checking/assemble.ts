import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { NamespaceKind } from '../binding/index.ts';
import type { Choice, Default, Exception, Policy, PolicyPart, Program, Rule } from '../logic/index.ts';
import { sortedBy } from '../support/index.ts';
import type { DeclarationUnit } from '../syntax/index.ts';
import { tokenizeUnit } from '../syntax/index.ts';
import type { CheckContext } from './context.ts';
import { unitKey } from './context.ts';

/** Puts the answers together to one program: sorted, with every lift at the rule that it lifts. */
export function assembleProgram(context: CheckContext): Program {
  const { queries, index } = context;
  let digest: string | undefined;
  return {
    authorities: queries.get('authorities', '').ordered,
    taxonomies: collect(context, 'taxonomy'),
    groups: collect(context, 'group'),
    scales: collect(context, 'scale'),
    tables: collect(context, 'table'),
    calendars: collect(context, 'calendar'),
    records: collect(context, 'record'),
    activities: collect(context, 'activity'),
    obligations: collect(context, 'obligation'),
    defines: collect(context, 'define'),
    policies: liftedPolicies(context),
    choices: allOptions(context),
    tests: index.all.flatMap(({ unit }) => {
      if (unit.tree.kind === 'scenarios') return queries.get('scenarios', unitKey(unit));
      return unit.tree.kind === 'test' ? (queries.get('test', unitKey(unit)) ?? []) : [];
    }),
    files: index.files,
    get digest() {
      digest ??= digestOf(context);
      return digest;
    },
  };
}

type Collected = Extract<
  NamespaceKind,
  'taxonomy' | 'group' | 'scale' | 'table' | 'calendar' | 'record' | 'activity' | 'obligation' | 'define'
>;

function collect<Kind extends Collected>(
  context: CheckContext,
  kind: Kind,
): Map<string, NonNullable<ReturnType<typeof context.queries.get<Kind>>>> {
  const found = new Map<string, NonNullable<ReturnType<typeof context.queries.get<Kind>>>>();
  for (const name of context.queries.get('names', kind)) {
    const value = context.queries.get(kind, name);
    if (value !== undefined && value !== null) found.set(name, value);
  }
  return found;
}

function allOptions(context: CheckContext): Choice[] {
  return context.queries.get('names', 'policy').flatMap((id) => {
    const names = context.queries.get('policy-outline', id)?.options ?? [];
    return names.flatMap((name) => context.queries.get('option', `${id}.${name}`)?.choice ?? []);
  });
}

function liftedPolicies(context: CheckContext): Policy[] {
  const ids = context.queries.get('names', 'policy');
  const lifts = new Map<string, Exception[]>();
  for (const id of ids) {
    const count = context.queries.get('policy-outline', id)?.lifts.length ?? 0;
    for (let number = 0; number < count; number += 1) {
      const lift = context.queries.get('lift', `${id}#${number}`);
      if (lift === undefined) continue;
      lifts.set(lift.target, [...(lifts.get(lift.target) ?? []), lift.exception]);
    }
  }
  const policies = ids.flatMap((id) => context.queries.get('policy', id)?.policy ?? []);
  return sortedBy(policies, (policy) => policy.id).map((policy) => withLifts(policy, lifts));
}

/** The policy itself where nothing of it is lifted, so that it keeps its identity. */
function withLifts(policy: Policy, lifts: ReadonlyMap<string, Exception[]>): Policy {
  const provisions = policy.parts.flatMap((part) => [
    ...(part.default === undefined ? [] : [part.default]),
    ...part.rules,
  ]);
  if (!provisions.some(({ id }) => lifts.has(id))) return policy;
  const add = <Lifted extends Rule | Default>(provision: Lifted): Lifted => {
    const own = lifts.get(provision.id) ?? [];
    return { ...provision, exceptions: [...provision.exceptions, ...sortedBy(own, (lift) => lift.id)] };
  };
  const parts = policy.parts.map((part): PolicyPart => {
    const rules = part.rules.map(add);
    return part.default === undefined ? { ...part, rules } : { ...part, default: add(part.default), rules };
  });
  return { ...policy, parts };
}

/** Hashes what decides, word by word: comments, white space, tests and the names and order of files do not count. */
function digestOf(context: CheckContext): string {
  const texts = context.index.all.flatMap(({ unit, file }) => {
    if (['test', 'scenarios', 'let', 'unreadable'].includes(unit.tree.kind)) return [];
    return [`${file.module} ${wordsOf(unit)}`];
  });
  return bytesToHex(sha256(utf8ToBytes([context.defaultZone, ...texts.sort()].join('\n'))));
}

const unitWords = new WeakMap<object, string>();

function wordsOf(unit: DeclarationUnit): string {
  const known = unitWords.get(unit);
  if (known !== undefined) return known;
  const words = tokenizeUnit(unit.text).filter(
    ({ category }) => category !== 'comment' && category !== 'documentation',
  );
  const text = words.map(({ start, end }) => unit.text.slice(start, end)).join(' ');
  unitWords.set(unit, text);
  return text;
}
