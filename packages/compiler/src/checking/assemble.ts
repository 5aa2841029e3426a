import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { NamespaceKind } from '../binding/index.ts';
import type {
  Choice,
  Default,
  Exception,
  Pack,
  Policy,
  PolicyPart,
  Program,
  Provision,
  SchedulePart,
  TestCase,
} from '../logic/index.ts';
import { sortedBy } from '../support/index.ts';
import type { DeclarationUnit, SourceFile } from '../syntax/index.ts';
import { tokenizeUnit } from '../syntax/index.ts';
import type { CheckContext, CheckedPack } from './context.ts';
import { unitKey } from './context.ts';
import { rowFilesOf } from './tests/csv/row-file.ts';

/** Puts the answers together to one program: sorted, with every lift at the rule that it lifts. */
export function assembleProgram(context: CheckContext): Program {
  const { index, packs, defaultZone, queries } = context;
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
    tests: allTests(context),
    files: [...index.files, ...rowSources(context)],
    packs: packs.map(withoutFiles),
    get digest() {
      // Whoever keeps the program does not keep the questions that it was made with.
      digest ??= digestOf({ index, packs, defaultZone });
      return digest;
    },
  };
}

function allTests({ index, queries }: CheckContext): Program['tests'] {
  const tests: TestCase[] = [];
  for (const { unit } of index.all) {
    if (unit.tree.kind === 'scenarios') tests.push(...queries.get('scenarios', unitKey(unit)));
    if (unit.tree.kind !== 'test') continue;
    const test = queries.get('test', unitKey(unit));
    if (test !== undefined) tests.push(test);
  }
  return tests;
}

function withoutFiles({ name, version, title, reviewBy }: CheckedPack): Pack {
  return { name, version, title, ...(reviewBy === undefined ? {} : { reviewBy }) };
}

/** The files from which scenarios take their rows, sorted by path. */
function rowSources({ queries, index }: CheckContext): readonly SourceFile[] {
  const paths = new Set(index.files.flatMap(rowFilesOf));
  return [...paths].sort().flatMap((path) => {
    const file = queries.get('row-file', path);
    return file?.kind === 'table' ? [file.source] : [];
  });
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
      for (const [subject, exception] of lift.exceptions) {
        const place = liftPlace(subject, lift.target);
        lifts.set(place, [...(lifts.get(place) ?? []), exception]);
      }
    }
  }
  const policies = ids.flatMap((id) => context.queries.get('policy', id)?.policy ?? []);
  const lifted = liftedIds(policies, lifts);
  return sortedBy(policies, (policy) => policy.id).map((policy) =>
    lifted.has(policy.id) ? withLifts(policy, lifts) : policy,
  );
}

/** The policies that may have a rule that is lifted: most have none, and need not be looked through. */
function liftedIds(policies: readonly Policy[], lifts: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const ids = new Set(policies.map(({ id }) => id));
  const lifted = new Set<string>();
  for (const place of lifts.keys()) {
    const rule = place.slice(place.indexOf(' ') + 1);
    for (let dot = rule.indexOf('.'); dot >= 0; dot = rule.indexOf('.', dot + 1)) {
      if (ids.has(rule.slice(0, dot))) lifted.add(rule.slice(0, dot));
    }
  }
  return lifted;
}

/** A rule about several record types stands once for each, and is lifted for each. */
function liftPlace(subject: string, rule: string): string {
  return `${subject} ${rule}`;
}

/** The policy itself where nothing of it is lifted, so that it keeps its identity. */
function withLifts(policy: Policy, lifts: ReadonlyMap<string, Exception[]>): Policy {
  const add = <Lifted extends Provision>(subject: string, provision: Lifted): Lifted => {
    const own = lifts.get(liftPlace(subject, provision.id)) ?? [];
    if (own.length === 0) return provision;
    return { ...provision, exceptions: [...provision.exceptions, ...sortedBy(own, (lift) => lift.id)] };
  };
  const parts = policy.parts.map((part): PolicyPart => {
    const rules = part.rules.map((rule) => add(part.activity, rule));
    if (part.default === undefined) return { ...part, rules };
    return { ...part, default: add(part.activity, part.default), rules };
  });
  const schedules = policy.schedules.map(
    (part): SchedulePart => ({ ...part, rules: part.rules.map((rule) => add(part.record, rule)) }),
  );
  const isLifted =
    parts.some((part, index) => isChanged(part, policy.parts[index])) ||
    schedules.some((part, index) => isChanged(part, policy.schedules[index]));
  return isLifted ? { ...policy, parts, schedules } : policy;
}

interface LiftedPart {
  readonly default?: Default;
  readonly rules: readonly Provision[];
}

function isChanged(after: LiftedPart, before: LiftedPart | undefined): boolean {
  return (
    after.default !== before?.default || after.rules.some((rule, index) => rule !== before?.rules[index])
  );
}

/**
 * Hashes what decides, word by word, with the packs and their versions: comments, white space, tests and the names and
 * order of files do not count.
 */
function digestOf(context: Pick<CheckContext, 'index' | 'packs' | 'defaultZone'>): string {
  const texts = context.index.all.flatMap(({ unit, file }) => {
    if (['test', 'scenarios', 'let', 'unreadable'].includes(unit.tree.kind)) return [];
    return [`${file.module} ${wordsOf(unit)}`];
  });
  const packs = context.packs.map(({ name, version, zone }) => `pack ${name} ${version} ${zone}`);
  return bytesToHex(sha256(utf8ToBytes([context.defaultZone, ...packs, ...texts.sort()].join('\n'))));
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
