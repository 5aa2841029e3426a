import type { Default, Exception, Rule, ScheduleRule } from '../../logic/index.ts';
import type { ConditionFunction, PartSite } from './conditions.ts';
import { writeCondition } from './conditions.ts';
import { addExplanation } from './explanations.ts';
import type { Code } from './expressions/code.ts';
import { allOf, negated } from './expressions/code.ts';
import { conditionCode } from './expressions/formulas.ts';
import type { ReadingChoice, Site } from './expressions/site.ts';
import { asAsked, turned } from './expressions/site.ts';
import { obligationDoc, periodText, policyConstant } from './policy-parts.ts';
import type { Entries } from './reaches.ts';
import { termsDoc } from './schedule-terms.ts';
import { useExported } from './vocabulary.ts';
import type { Doc } from './writing/document.ts';
import { listDoc, objectDoc, textLiteral } from './writing/document.ts';
import { valueName } from './writing/names.ts';

/** A rule, default or exception whose conditions have become functions. */
export interface WrittenProvision {
  readonly provision: AnyProvision;
  readonly role: 'binds' | 'frees';
  /** Absent for an `unless` that is written in its rule. */
  readonly stands: ConditionFunction | undefined;
  /** Its entry in the table of its policy. */
  readonly table: Doc;
}

export type AnyProvision = Rule | Default | ScheduleRule | Exception;

interface Setting {
  readonly zone: string;
  readonly role: 'binds' | 'frees';
  /** The policy that lifts, for a lift. */
  readonly lifter?: string;
}

/** Writes the functions of a rule or default and of everything that can take it away. */
export function writeProvision(
  site: PartSite,
  provision: Rule | Default | ScheduleRule,
  addMore: AddMore = () => [],
): WrittenProvision {
  return write(site, provision, { zone: site.policy.zone, role: 'binds' }, addMore);
}

/** What else stands in the entry of a provision. */
type AddMore = (written: {
  readonly name: string;
  readonly comment: string;
  readonly condition: ConditionFunction | undefined;
  readonly stands: ConditionFunction;
}) => Entries;

function write(
  site: PartSite,
  provision: AnyProvision,
  own: Setting,
  addMore: AddMore = () => [],
): WrittenProvision {
  const unlessesMatter = provision.exceptions.some(owesSomething);
  const exceptions = provision.exceptions.map((exception) =>
    exception.kind === 'unless' && !unlessesMatter
      ? writeUnless(site, exception, own)
      : write(site, exception, settingOf(exception, own)),
  );
  const functions = writeFunctions(site, provision, own, exceptions);
  const { name, stands, condition } = functions;
  const more = addMore({ name, comment: commentOf(site, provision), condition, stands });
  const table = tableEntry(site, provision, own, { ...functions, exceptions, more });
  return { provision, role: own.role, stands: functions.stands, table };
}

/** An `unless` counts by itself only where something beside it is owed; else it is part of its rule. */
function writeUnless(site: PartSite, unless: Exception, outer: Setting): WrittenProvision {
  const entry = tableEntry(site, unless, settingOf(unless, outer), { exceptions: [] });
  return { provision: unless, role: settingOf(unless, outer).role, stands: undefined, table: entry };
}

function owesSomething({ obligations, instead, exceptions }: Exception): boolean {
  return obligations.length > 0 || instead !== undefined || exceptions.some(owesSomething);
}

/** One that says what is owed instead plays the role of the exception that it stands in. */
function settingOf(exception: Exception, outer: Setting): Setting {
  const saysInstead = exception.obligations.length > 0 || exception.instead !== undefined;
  const role = outer.role === 'binds' || saysInstead ? 'frees' : 'binds';
  const { by } = exception;
  return by === undefined ? { zone: outer.zone, role } : { zone: by.zone, role, lifter: by.policy };
}

interface Functions {
  readonly condition?: ConditionFunction;
  readonly stands?: ConditionFunction;
  readonly prevails?: ConditionFunction;
}

function writeFunctions(
  site: PartSite,
  provision: AnyProvision,
  { zone, role }: Setting,
  exceptions: readonly WrittenProvision[],
): Functions & { readonly name: string; readonly stands: ConditionFunction } {
  const name = functionName(site, provision);
  const { place } = provision;
  const against = exceptions.filter((exception) => exception.role !== role);
  const instead = exceptions.flatMap(({ role: other, stands }) => (other === role && stands ? [stands] : []));
  const ownCode = (inner: Site): Code =>
    conditionCode(site.project.simplified(provision.condition), inner, asAsked);
  const isSplit = exceptions.some(({ stands }) => stands !== undefined);
  const comment = commentOf(site, provision);
  const when = isSplit
    ? writeCondition(site, {
        name: `${name}When`,
        zone,
        comment: [`${comment}: where it matters`],
        place,
        code: ownCode,
      })
    : undefined;
  const code = (inner: Site): Code =>
    allOf([
      when?.call(inner, asAsked) ?? ownCode(inner),
      ...against.map((exception) => notStanding(exception, inner)),
    ]);
  const stands = writeCondition(site, { name, zone, comment: [comment], place, code });
  if (instead.length === 0) return { name, stands, ...(when === undefined ? {} : { condition: when }) };
  const prevails = writeCondition(site, {
    name: `${name}Prevails`,
    zone,
    comment: [`${comment}: unless something else is owed instead`],
    place,
    code: (inner) =>
      allOf([
        stands.call(inner, asAsked),
        ...instead.map((other) => negated(other.call(inner, turned(asAsked)))),
      ]),
  });
  return { name, stands, prevails, ...(when === undefined ? {} : { condition: when }) };
}

function notStanding({ provision, stands }: WrittenProvision, site: Site): Code {
  const reading: ReadingChoice = turned(asAsked);
  return negated(
    stands?.call(site, reading) ?? conditionCode(site.project.simplified(provision.condition), site, reading),
  );
}

/** `uk.pecr.electronic-mail.soft-opt-in` becomes `softOptIn`, or `electronicMailSoftOptIn` where that is taken. */
function functionName({ module }: PartSite, provision: AnyProvision): string {
  if (provision.kind === 'default')
    return provision.effect === 'permit' ? 'permittedByDefault' : 'forbiddenByDefault';
  const [last = '', above = ''] = provision.id.split('.').toReversed();
  const name = valueName(last);
  const isPlain = provision.kind !== 'unless' && !module.isTaken(name);
  return isPlain ? name : valueName(`${above}-${last}`);
}

function commentOf({ project }: PartSite, provision: AnyProvision): string {
  const { kind, title, cites, condition } = provision;
  const citation = cites.length === 0 ? '' : ` (${cites.join('; ')})`;
  const openings = {
    rule: '',
    schedule: '',
    default: 'By default: ',
    exception: 'Except: ',
    lift: 'Lifted: ',
    unless: 'Unless: ',
  };
  return `${openings[kind]}${title === '' ? project.locate(condition.place).text : title}${citation}`;
}

function effectOf(provision: AnyProvision): Doc | undefined {
  if (provision.kind === 'schedule') {
    const { absolute, action } = provision;
    return textLiteral(absolute ? `absolute ${action}` : action);
  }
  return 'effect' in provision ? textLiteral(provision.effect) : undefined;
}

function tableEntry(
  site: PartSite,
  provision: AnyProvision,
  { role, lifter, zone }: Setting,
  {
    condition,
    stands,
    prevails,
    exceptions,
    more = [],
  }: Functions & { readonly exceptions: readonly WrittenProvision[]; readonly more?: Entries },
): Doc {
  const { id, kind, title, cites, obligations, inForce } = provision;
  const restores = role === 'binds' && ['exception', 'unless', 'lift'].includes(kind);
  const entries: (readonly [string, Doc | undefined])[] = [
    ['id', textLiteral(id)],
    ['kind', textLiteral(kind === 'schedule' ? 'rule' : kind)],
    ['effect', effectOf(provision)],
    ['title', title === '' ? undefined : textLiteral(title)],
    ['citation', cites.length === 0 ? undefined : textLiteral(cites.join('; '))],
    ['inForce', inForce === undefined ? undefined : textLiteral(periodText(inForce))],
    [
      'lifter',
      lifter === undefined ? undefined : useExported(site.module, policyConstant(site.project, lifter)),
    ],
    ['role', restores ? textLiteral(role) : undefined],
    ['condition', condition?.reference],
    ['stands', stands?.reference],
    ['prevails', prevails?.reference],
    ...more,
    ['exceptions', exceptions.length === 0 ? undefined : listDoc(exceptions.map(({ table }) => table))],
    [
      'obligations',
      obligations.length === 0 ? undefined : listDoc(obligations.map((use) => obligationDoc(site, use))),
    ],
    ['terms', termsDoc(site, provision)],
    ['because', addExplanation(site, provision, zone)],
  ];
  return objectDoc(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}
