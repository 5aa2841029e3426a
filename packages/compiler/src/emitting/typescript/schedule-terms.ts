import type { Period, ScheduleRule, Value } from '../../logic/index.ts';
import { unitedFacts } from '../../logic/index.ts';
import {
  calendar,
  duration,
  formatDate,
  moveByWorkingDays,
  offsetBy,
  parseDate,
} from '../../runtime/index.ts';
import { compareText } from '../../support/index.ts';
import type { PartSite } from './conditions.ts';
import { conditionSite, writeCondition } from './conditions.ts';
import { explanationModule, explanationName, explanationOf } from './explanations.ts';
import { primary, returned } from './expressions/code.ts';
import { conditionCode } from './expressions/formulas.ts';
import { addFunction } from './expressions/functions.ts';
import { mayBeNoKey } from './expressions/lookups.ts';
import type { Site } from './expressions/site.ts';
import { asAsked } from './expressions/site.ts';
import { valueCode } from './expressions/values.ts';
import { formulaNode } from './nodes/formula-nodes.ts';
import { valueNode } from './nodes/value-nodes.ts';
import { runtimeType } from './project.ts';
import type { AnyProvision } from './provisions.ts';
import type { Doc } from './writing/document.ts';
import { hard, indented, joined, listDoc, objectDoc, textLiteral } from './writing/document.ts';
import { valueName } from './writing/names.ts';

type Entries = readonly (readonly [string, Doc | undefined])[];

/** What a rule says about records, or an exception that says what counts instead; else undefined. */
export function termsDoc(site: PartSite, provision: AnyProvision): Doc | undefined {
  const name = valueName(provision.id.split('.').at(-1) ?? '');
  if (provision.kind === 'schedule') {
    return objectOf([
      ['action', textLiteral(provision.action)],
      ['isAbsolute', provision.absolute ? 'true' : undefined],
      ['leaving', provision.leaving === undefined ? undefined : textLiteral(provision.leaving)],
      ['reviewBy', reviewDoc(site, provision)],
      ['period', provision.period && periodDoc(site, provision.period, { name, id: provision.id })],
      ...doneEntries(site, provision, name),
    ]);
  }
  if (provision.kind === 'rule' || provision.kind === 'default' || provision.instead === undefined) {
    return undefined;
  }
  return objectOf([['period', periodDoc(site, provision.instead, { name, id: provision.id })]]);
}

function objectOf(entries: Entries): Doc {
  return objectDoc(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

function doneEntries(site: PartSite, { doneWhen, id }: ScheduleRule, name: string): Entries {
  if (doneWhen === undefined) return [];
  const { zone } = site.policy;
  const done = writeCondition(site, {
    name: valueName(`${name}-done`),
    zone,
    comment: [`Done: ${site.project.locate(doneWhen.place).text}`],
    place: doneWhen.place,
    code: (inner) => conditionCode(site.project.simplified(doneWhen), inner, asAsked),
  });
  const because = explanationOf(site, valueName(`${explanationName(site, id)}-done`), doneWhen, zone);
  return [
    ['done', done.reference],
    ['doneBecause', because],
  ];
}

interface Called {
  readonly name: string;
  readonly id: string;
}

function periodDoc(site: PartSite, period: Period, { name, id }: Called): Doc {
  const { until, rolling, extension } = period;
  const value = (suffix: string, of: Value): string => writeValue(site, valueName(`${name}-${suffix}`), of);
  return objectOf([
    ['until', value('until', until)],
    ['isInstant', until.type.kind === 'instant' ? 'true' : undefined],
    ['isNothing', nothingDoc(site, valueName(`${name}-is-nothing`), until)],
    ['rolling', rolling && value('calendar', rolling)],
    ['extension', extension && extensionDoc(site, extension, name)],
    ['because', periodNode(site, period, valueName(`${explanationName(site, id)}-period`))],
  ]);
}

function extensionDoc(
  site: PartSite,
  { until, condition }: NonNullable<Period['extension']>,
  name: string,
): Doc {
  const { reference } = writeCondition(site, {
    name: valueName(`${name}-extended`),
    zone: site.policy.zone,
    comment: [`Extended: ${site.project.locate(condition.place).text}`],
    place: condition.place,
    code: (inner) => conditionCode(site.project.simplified(condition), inner, asAsked),
  });
  return objectOf([
    ['condition', reference],
    ['until', writeValue(site, valueName(`${name}-extended-until`), until)],
    ['isNothing', nothingDoc(site, valueName(`${name}-extension-is-nothing`), until)],
  ]);
}

/** Writes a value as a function of what is asked. */
function writeValue(site: PartSite, wanted: string, value: Value): string {
  const isCalendar = value.type.kind === 'calendar';
  const returns = isCalendar ? runtimeType(site.module, 'CalendarFact') : 'number';
  return writeFunction(site, wanted, value, returns, (inner) => valueCode(value, inner));
}

function writeFunction(
  site: PartSite,
  wanted: string,
  { place }: Value,
  returns: string,
  code: (inner: Site) => ReturnType<typeof valueCode>,
): string {
  const { module, asked } = site;
  const name = module.declare(wanted);
  const inner = conditionSite(site, site.policy.zone, name);
  const statements = [returned(code(inner))];
  const comment = [site.project.locate(place).text];
  addFunction(
    module,
    inner.frame,
    { name, comment, place, returns, statements, isExported: false, isCondition: true },
    asked,
  );
  return name;
}

/** Whether there is nothing to keep, because the length itself is none. */
function nothingDoc(site: PartSite, wanted: string, until: Value): string | undefined {
  const lengths = lengthsOf(until);
  if (lengths.length === 0) return undefined;
  return writeFunction(site, wanted, until, 'boolean', (inner) =>
    primary(
      joined(
        lengths.map((length) => [valueCode(length, inner).doc, ' === null']),
        ' || ',
      ),
    ),
  );
}

/** The lengths that a last day is counted by and that may be none. */
function lengthsOf(until: Value): readonly Value[] {
  if (until.kind !== 'offset') return [];
  const { duration, origin } = until;
  return [...(mayBeNoKey(duration) ? [duration] : []), ...lengthsOf(origin)];
}

/** The same as data. */
function periodNode(site: PartSite, { until, rolling, extension }: Period, wanted: string): string {
  const module = explanationModule(site);
  const place = { project: site.project, module };
  const name = module.declare(wanted);
  const node = (value: Value): Doc => valueNode(value, place);
  const lengths = (of: Value): Doc | undefined => {
    const found = lengthsOf(of);
    return found.length === 0 ? undefined : listDoc(found.map(node));
  };
  const parts = [until, rolling, extension?.until, extension?.condition];
  const facts = unitedFacts(parts.flatMap((part) => (part === undefined ? [] : [part.traits.facts])));
  const value = objectOf([
    ['facts', listDoc(facts.map(textLiteral))],
    ['until', node(until)],
    ['lengths', lengths(until)],
    ['rolling', rolling && node(rolling)],
    [
      'extension',
      extension &&
        objectOf([
          ['condition', formulaNode(extension.condition, place)],
          ['until', node(extension.until)],
          ['lengths', lengths(extension.until)],
        ]),
    ],
  ]);
  module.add(
    `export function ${name}(): ${runtimeType(module, 'PeriodNode')} {`,
    indented(hard, 'return ', value, ';'),
    hard,
    '}',
  );
  return `${site.module.useAll(module.path, 'explained')}.${name}`;
}

/** The day by which a hold is looked at again; empty where it is not known since when it is in force. */
function reviewDoc({ policy, project }: PartSite, rule: ScheduleRule): Doc | undefined {
  const { reviewWithin, inForce } = rule;
  if (reviewWithin === undefined) return undefined;
  const starts = [inForce?.from, policy.inForce?.from].filter((from) => from !== undefined);
  const start = parseDate(starts.sort(compareText).at(-1) ?? '');
  if (start === undefined) return textLiteral('');
  const holidays = project.program.calendars.get(reviewWithin.calendar ?? '');
  const date =
    holidays === undefined
      ? offsetBy(start, duration(reviewWithin.amount, reviewWithin.unit), 'after', 'date')
      : moveByWorkingDays(runtimeCalendar(holidays), start, reviewWithin.amount);
  return textLiteral(Number.isFinite(date) && date <= lastDate ? formatDate(date) : '');
}

const lastDate = parseDate('9999-12-31') ?? 0;

function runtimeCalendar(holidays: {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  readonly weekend: readonly number[];
  readonly days: readonly { readonly date: number }[];
}): ReturnType<typeof calendar> {
  const { name, from, until, weekend, days } = holidays;
  const covers = [formatDate(from), formatDate(until - 1)] as const;
  return calendar({ name, covers, weekend, days: days.map(({ date }) => formatDate(date)) });
}
