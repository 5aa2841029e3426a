import type { Activity, ExpectedNames, Field, TestExpectation, Type } from '../../logic/index.ts';
import type { Outcome } from '../../runtime/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Expectation, ExpectationCheck, Reference } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain, placeOf } from '../expressions/scope.ts';
import { replacements, suggestion } from '../resolve.ts';

const outcomes: readonly Outcome[] = ['permitted', 'forbidden', 'undetermined', 'ungoverned'];

/** What authors also write for an outcome. */
const otherWords: Readonly<Record<string, Outcome>> = {
  allowed: 'permitted',
  allow: 'permitted',
  permit: 'permitted',
  ok: 'permitted',
  yes: 'permitted',
  denied: 'forbidden',
  deny: 'forbidden',
  forbid: 'forbidden',
  prohibited: 'forbidden',
  no: 'forbidden',
  unknown: 'undetermined',
  undecided: 'undetermined',
};

/** Reads an `expect`; undefined where its outcome is none. */
export function expectationOf(
  scope: Scope,
  activity: Activity,
  node: Expectation,
): TestExpectation | undefined {
  const outcome = outcomes.find((candidate) => candidate === node.outcome.text);
  if (outcome === undefined) {
    reportUnknownOutcome(scope, node);
    return undefined;
  }
  let expectation: TestExpectation = { place: placeOf(scope, node), outcome };
  for (const check of node.checks) {
    const names = expectedNames(scope, activity, check);
    if (names !== undefined) expectation = { ...expectation, ...names };
  }
  return expectation;
}

function reportUnknownOutcome(scope: Scope, node: Expectation): void {
  const { text } = node.outcome;
  if (text === '') return;
  const meant = Object.hasOwn(otherWords, text) ? otherWords[text] : undefined;
  const near = meant === undefined ? nearestNames(text, outcomes) : [meant];
  const help = suggestion(near).help ?? `An answer is ${outcomes.join(', ')}.`;
  const details = { help, fixes: replacements(node.outcome, near) };
  complain(scope, 'name/unknown', node.outcome, { what: 'answer', name: text }, details);
}

type CheckedParts = Omit<TestExpectation, 'place' | 'outcome'>;

function expectedNames(scope: Scope, activity: Activity, check: ExpectationCheck): CheckedParts | undefined {
  const collect = (read: (reference: Reference) => string | undefined): ExpectedNames => {
    const names = check.references.flatMap((reference) => read(reference) ?? []);
    return { exact: check.only || check.references.length === 0, names };
  };
  switch (check.what.text) {
    case 'by':
      return { by: collect((reference) => provisionId(scope, reference)) };
    case 'remarks':
      return { remarks: collect((reference) => provisionId(scope, reference)) };
    case 'missing':
      return { missing: collect((reference) => factPath(scope, activity, reference)) };
    case 'assumed':
      return { assumed: collect((reference) => factPath(scope, activity, reference)) };
    case 'owing':
      return { owing: collect((reference) => obligationName(scope, reference)) };
    case 'claim':
      return { claim: collect((reference) => claimName(scope, activity, reference)) };
    default:
      complain(scope, 'policy/later-version', check, { what: `Checking "${check.what.text}" of a schedule` });
      return undefined;
  }
}

/** The id of a rule, default, exception or lift that exists. */
function provisionId(scope: Scope, reference: Reference): string | undefined {
  const known = provisionIds(scope.context, reference.text);
  if (known.includes(reference.text)) {
    scope.context.queries.refer(scope.site.unit, reference, { kind: 'rule', name: reference.text });
    return reference.text;
  }
  const near = nearestNames(reference.text, known);
  const details = { ...suggestion(near), fixes: replacements(reference, near) };
  complain(scope, 'name/unknown', reference, { what: 'rule', name: reference.text }, details);
  return undefined;
}

/** The ids of the policy whose id begins the reference; of all policies where none does. */
function provisionIds(context: CheckContext, id: string): string[] {
  const policies = context.queries.get('names', 'policy');
  const own = policies.filter((policy) => id.startsWith(`${policy}.`));
  return (own.length > 0 ? own : policies).flatMap((policy) => {
    const outline = context.queries.get('policy-outline', policy);
    return outline === undefined
      ? []
      : [...outline.targets.map((target) => target.id), ...outline.exceptions];
  });
}

/** A path to a fact, turned into keys. */
function factPath(scope: Scope, activity: Activity, reference: Reference): string | undefined {
  const keys = resolveFactPath(scope, activity, reference)?.keys;
  return keys
    ?.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${key}`))
    .join('');
}

/** The keys of a path, and the field at its end. */
export function resolveFactPath(
  scope: Scope,
  activity: Activity,
  reference: Reference,
): { keys: readonly (string | number)[]; field: Field } | undefined {
  let fields: readonly Field[] = activity.fields;
  let last: Field | undefined;
  const keys: (string | number)[] = [];
  for (const part of reference.text.split('.')) {
    const [, name = '', positions = ''] = /^([^[]*)(.*)$/.exec(part) ?? [];
    const field = fields.find((candidate) => candidate.name === name || candidate.key === name);
    if (field === undefined) {
      const names = fields.map((candidate) => candidate.name);
      complain(
        scope,
        'name/unknown-fact',
        reference,
        { name, owner: scope.owner },
        suggestion(nearestNames(name, names)),
      );
      return undefined;
    }
    keys.push(field.key, ...[...positions.matchAll(/\d+/g)].map(([position]) => Number(position)));
    fields = fieldsBelow(scope.context, field.type);
    last = field;
  }
  return last === undefined ? undefined : { keys, field: last };
}

function fieldsBelow(context: CheckContext, type: Type): readonly Field[] {
  if (type.kind === 'list') return fieldsBelow(context, type.element);
  return type.kind === 'record' ? (context.queries.get('record', type.record)?.fields ?? []) : [];
}

function obligationName(scope: Scope, reference: Reference): string | undefined {
  const { context } = scope;
  if (context.queries.get('declared', `obligation:${reference.text}`).length > 0) return reference.text;
  const near = nearestNames(reference.text, context.queries.get('names', 'obligation'));
  const details = { ...suggestion(near), fixes: replacements(reference, near) };
  complain(scope, 'name/unknown', reference, { what: 'obligation', name: reference.text }, details);
  return undefined;
}

function claimName(scope: Scope, activity: Activity, reference: Reference): string | undefined {
  const type = activity.claim?.type;
  if (type?.kind !== 'term' || reference.text === 'unknown') return reference.text;
  const terms = scope.context.queries.get('taxonomy', type.taxonomy)?.termsByName;
  if (terms?.has(reference.text) === true) return reference.text;
  const near = nearestNames(reference.text, terms?.keys() ?? []);
  const values = { name: reference.text, taxonomy: type.taxonomy };
  complain(scope, 'name/unknown-term', reference, values, {
    ...suggestion(near),
    fixes: replacements(reference, near),
  });
  return undefined;
}
