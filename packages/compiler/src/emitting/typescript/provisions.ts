import type { Default, Exception, ObligationUse, Rule } from '../../logic/index.ts';
import { simplify } from '../../logic/index.ts';
import { invariant } from '../../support/index.ts';
import { asAsked, type ConditionFunction, type PartSite, writeCondition } from './conditions.ts';
import type { Code } from './expressions/code.ts';
import { allOf, negated } from './expressions/code.ts';
import { conditionCode } from './expressions/formulas.ts';
import type { ReadingChoice, Site } from './expressions/site.ts';
import { turned } from './expressions/site.ts';
import { suppliedForm } from './supplied-form.ts';
import type { Doc } from './writing/document.ts';
import { listDoc, objectDoc, textLiteral } from './writing/document.ts';
import { valueName } from './writing/names.ts';

/** A rule, default or exception whose conditions have become functions. */
export interface WrittenProvision {
  readonly provision: Rule | Default | Exception;
  readonly stands: ConditionFunction;
  /** Its entry in the table of its policy. */
  readonly table: Doc;
}

interface Outer {
  readonly zone: string;
  readonly role: 'binds' | 'frees';
  /** The policy that lifts, for a lift and what stands in it. */
  readonly lifter?: string;
}

/** Writes the functions of a rule or default and of everything that can take it away. */
export function writeProvision(site: PartSite, provision: Rule | Default): WrittenProvision {
  return write(site, provision, { zone: site.policy.zone, role: 'binds' });
}

function write(site: PartSite, provision: Rule | Default | Exception, own: Outer): WrittenProvision {
  const exceptions = provision.exceptions
    .filter((exception) => exception.kind !== 'unless' || mattersByItself(provision))
    .map((exception) => write(site, exception, innerRole(exception, own)));
  const unlesses = provision.exceptions.filter((exception) => exception.kind === 'unless' && !mattersByItself(provision));
  const against = exceptions.filter((_, index) => roleOf(exceptions[index]?.provision, own) !== own.role);
  const instead = exceptions.filter((exception) => !against.includes(exception));
  const name = functionName(site, provision);
  const { place } = provision;
  const { zone } = own;
  const ownCode = (inner: Site, reading: ReadingChoice): Code =>
    conditionCode(simplify(provision.condition), inner, reading);
  const condition =
    exceptions.length === 0
      ? undefined
      : writeCondition(site, { name: `${name}When`, zone, comment: [], place, code: (inner) => ownCode(inner, asAsked) });
  const stands = writeCondition(site, {
    name,
    zone,
    comment: [commentOf(provision)],
    place,
    code: (inner) =>
      allOf([
        condition?.call(inner, asAsked) ?? ownCode(inner, asAsked),
        ...unlesses.map((unless) => negated(conditionCode(simplify(unless.condition), inner, turned(asAsked)))),
        ...against.map((exception) => negated(exception.stands.call(inner, turned(asAsked)))),
      ]),
  });
  const prevails =
    instead.length === 0
      ? undefined
      : writeCondition(site, {
          name: `${name}Prevails`,
          zone,
          comment: [],
          place,
          code: (inner) =>
            allOf([
              stands.call(inner, asAsked),
              ...instead.map((exception) => negated(exception.stands.call(inner, turned(asAsked)))),
            ]),
        });
  return { provision, stands, table: tableEntry(site, provision, own, { condition, stands, prevails, exceptions }) };
}

/** An `unless` counts by itself only where something beside it is owed. */
function mattersByItself({ exceptions }: Rule | Default | Exception): boolean {
  return exceptions.some(owesSomething);
}

function owesSomething({ obligations, exceptions }: Exception): boolean {
  return obligations.length > 0 || exceptions.some(owesSomething);
}

/** One that says what is owed instead plays the role of the exception that it stands in. */
function innerRole(exception: Exception, outer: Outer): Outer {
  const lifter = exception.by?.policy ?? outer.lifter;
  const role = roleOf(exception, outer);
  return { zone: exception.by?.zone ?? outer.zone, role, ...(lifter === undefined ? {} : { lifter }) };
}

function roleOf(exception: Rule | Default | Exception | undefined, outer: Outer): 'binds' | 'frees' {
  return outer.role === 'binds' || (exception?.obligations.length ?? 0) > 0 ? 'frees' : 'binds';
}

/** `uk.pecr.electronic-mail.soft-opt-in` becomes `softOptIn`. */
function functionName(site: PartSite, provision: Rule | Default | Exception): string {
  if (provision.kind === 'default') return `${provision.effect}sByDefault`;
  const segments = provision.id.split('.');
  const [last = '', above = ''] = segments.toReversed();
  const name = provision.kind === 'unless' ? valueName(`${above}-${last}`) : valueName(last);
  return site.module.isTaken(name) && provision.kind !== 'rule' ? valueName(`${above}-${last}`) : name;
}

function commentOf({ kind, title, cites }: Rule | Default | Exception): string {
  const citation = cites.length === 0 ? '' : ` (${cites.join('; ')})`;
  const what = kind === 'exception' ? 'Exception: ' : kind === 'lift' ? 'Lifted: ' : kind === 'unless' ? 'Unless' : '';
  return `${what}${title}${citation}`;
}

interface Functions {
  readonly condition: ConditionFunction | undefined;
  readonly stands: ConditionFunction;
  readonly prevails: ConditionFunction | undefined;
  readonly exceptions: readonly WrittenProvision[];
}

function tableEntry(
  site: PartSite,
  provision: Rule | Default | Exception,
  { role, lifter }: Outer,
  { condition, stands, prevails, exceptions }: Functions,
): Doc {
  const { id, kind, title, cites, obligations } = provision;
  const entries: (readonly [string, Doc])[] = [
    ['id', textLiteral(id)],
    ['kind', textLiteral(kind)],
    ['effect', textLiteral('effect' in provision ? provision.effect : 'except')],
    ...(title === '' ? [] : [['title', textLiteral(title)] as const]),
    ...(cites.length === 0 ? [] : [['citation', textLiteral(cites.join('; '))] as const]),
    ...(lifter === undefined ? [] : [['lifter', policyReference(site, lifter)] as const]),
    ...(role === 'binds' && kind !== 'rule' && kind !== 'default' ? [['restores', 'true'] as const] : []),
    ...(condition === undefined ? [] : [['condition', condition.reference] as const]),
    ['stands', stands.reference],
    ...(prevails === undefined ? [] : [['prevails', prevails.reference] as const]),
    ...(exceptions.length === 0 ? [] : [['exceptions', listDoc(exceptions.map(({ table }) => table))] as const]),
    ...(obligations.length === 0 ? [] : [['obligations', listDoc(obligations.map((use) => obligationDoc(site, use)))] as const]),
  ];
  return objectDoc(entries);
}

/** Where the policy that lifts is described. */
function policyReference({ project, module, policy }: PartSite, id: string): string {
  if (id === policy.id) return 'policy';
  return module.use('policies/about.ts', valueName(id));
}

function obligationDoc({ project, module }: PartSite, use: ObligationUse): Doc {
  const obligation = project.program.obligations.get(use.obligation);
  invariant(obligation !== undefined, `the program has an obligation ${use.obligation}`);
  const constant = module.use('obligations.ts', valueName(use.obligation));
  if (use.arguments.length === 0) return objectDoc([['of', constant]]);
  const values = use.arguments.map(({ name, value }) => {
    const parameter = obligation.parameters.find((candidate) => candidate.name === name);
    invariant(parameter !== undefined, `${obligation.name} has a parameter ${name}`);
    const supplied = suppliedForm(value.constant);
    return [parameter.key, typeof supplied === 'string' ? textLiteral(supplied) : String(supplied)] as const;
  });
  return objectDoc([
    ['of', constant],
    ['arguments', objectDoc(values)],
  ]);
}
