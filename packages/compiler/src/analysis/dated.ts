import type {
  Exception,
  Formula,
  InForcePeriod,
  Place,
  Policy,
  Program,
  Provision,
  TableRow,
} from '../logic/index.ts';
import { parseDate } from '../runtime/index.ts';
import { invariant } from '../support/index.ts';

/** Something that begins or ends on a day of the calendar. */
export interface Dated {
  readonly kind: 'policy' | 'rule' | 'exception' | 'lift' | 'condition' | 'member' | 'row' | 'calendar';
  /** The id of a provision, or of the policy or provision whose condition it is; of a member, a row or a calendar the name of what it belongs to. */
  readonly name: string;
  readonly title?: string;
  /** What a member or a row is about: `GB`, `DE / monday`. */
  readonly of?: string;
  /** The policy that says so; absent for vocabulary. */
  readonly policy?: string;
  /** The activities and records that it is about; none for vocabulary. */
  readonly subjects: readonly string[];
  /** Where its days begin. */
  readonly zone: string;
  /** The first day, in days since 1970-01-01. */
  readonly from?: number;
  /** The day after the last. */
  readonly until?: number;
  /** Another date than the decision's tells whether it is in force: where that is written. */
  readonly countedBy?: Place;
  readonly place?: Place;
}

/** Policies, rules, exceptions and lifts with periods of their own: each once, however many subjects it is about. */
export function datedProvisions({ policies }: Program): readonly Dated[] {
  const found = new Map<string, Dated>();
  const add = (dated: Dated | undefined): void => {
    if (dated === undefined) return;
    const known = found.get(dated.name);
    const subjects = [...new Set([...(known?.subjects ?? []), ...dated.subjects])].sort();
    found.set(dated.name, { ...dated, subjects });
  };
  for (const policy of policies) {
    for (const part of partsOf(policy)) {
      add(datedPolicy(policy, part));
      for (const provision of part.provisions) datedIn(provision, policy, part.subject).forEach(add);
    }
  }
  return [...found.values()];
}

interface Part {
  readonly subject: string;
  readonly applies: Formula;
  readonly provisions: readonly Provision[];
}

function partsOf({ parts, schedules }: Policy): readonly Part[] {
  return [
    ...parts.map(({ activity, applies, default: byDefault, rules }) => ({
      subject: activity,
      applies,
      provisions: byDefault === undefined ? rules : [byDefault, ...rules],
    })),
    ...schedules.map(({ record, applies, rules }) => ({ subject: record, applies, provisions: rules })),
  ];
}

function datedPolicy(
  { id, title, zone, inForce, place }: Policy,
  { subject, applies }: Part,
): Dated | undefined {
  if (inForce === undefined) return undefined;
  const about = { kind: 'policy', name: id, title, policy: id, subjects: [subject], zone, place } as const;
  return { ...about, ...daysOf(inForce), ...countedBy(applies) };
}

/** Whoever says it: the policy, or the one that lifts. */
type Speaker = Pick<Policy, 'id' | 'zone'>;

/** The provision and the exceptions in it. */
function datedIn(provision: Provision | Exception, holder: Speaker, subject: string): readonly Dated[] {
  const { exceptions } = provision;
  const lifter = 'by' in provision ? provision.by : undefined;
  const speaker = lifter === undefined ? holder : { id: lifter.policy, zone: lifter.zone };
  return [
    ...datedProvision(provision, speaker, subject),
    ...exceptions.flatMap((exception) => datedIn(exception, speaker, subject)),
  ];
}

function datedProvision(
  provision: Provision | Exception,
  speaker: Speaker,
  subject: string,
): readonly Dated[] {
  const { id, title, inForce, condition, place } = provision;
  const kind = 'kind' in provision && isNested(provision.kind) ? provision.kind : 'rule';
  if (inForce === undefined || kind === 'unless') return [];
  const about = { kind, name: id, title, policy: speaker.id, zone: speaker.zone, place } as const;
  return [{ ...about, subjects: [subject], ...daysOf(inForce), ...countedBy(condition) }];
}

function isNested(kind: unknown): kind is Exception['kind'] {
  return kind === 'exception' || kind === 'lift' || kind === 'unless';
}

/** "`until` excludes the date, `through` includes it." */
export function daysOf({ from, through, until }: InForcePeriod): Pick<Dated, 'from' | 'until'> {
  const first = from === undefined ? undefined : parseDate(from);
  const last = through === undefined ? undefined : parseDate(through);
  const end = until === undefined ? undefined : parseDate(until);
  const after = last === undefined ? end : last + 1;
  return {
    ...(first === undefined ? {} : { from: first }),
    ...(after === undefined ? {} : { until: after }),
  };
}

/** The test of a stated period is the condition itself, or stands first in it. */
function countedBy(condition: Formula): Pick<Dated, 'countedBy'> {
  const tests = condition.kind === 'and' ? condition.operands : [condition];
  const on = tests.flatMap((test) => (test.kind === 'in-force' && test.on !== undefined ? test.on : []))[0];
  return on === undefined ? {} : { countedBy: on.place };
}

/** Memberships, rows and calendars; only of those groups, tables and calendars. */
export function datedVocabulary(program: Program, names: VocabularyNames): readonly Dated[] {
  const { groups, tables, calendars } = program;
  const members = [...names.groups].flatMap((name): Dated[] => {
    const { title, zone, entries } = existing(groups.get(name));
    return entries.map((entry) => ({
      ...vocabulary('member', name, title, zone),
      of: entry.name,
      ...pick(entry),
    }));
  });
  const rows = [...names.tables].flatMap((name): Dated[] => {
    const { title, zone, rows: all } = existing(tables.get(name));
    return all.map((row) => ({
      ...vocabulary('row', name, title, zone),
      of: keysInWords(row),
      place: row.place,
      ...pick(row),
    }));
  });
  const covers = [...names.calendars].map((name): Dated => {
    const { title, zone, from, until } = existing(calendars.get(name));
    return { ...vocabulary('calendar', name, title, zone), from, until };
  });
  return [...members, ...rows, ...covers];
}

/** Groups, tables and calendars by name. */
export interface VocabularyNames {
  readonly groups: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
}

function vocabulary(kind: Dated['kind'], name: string, title: string | undefined, zone: string): Dated {
  return { kind, name, ...(title === undefined ? {} : { title }), subjects: [], zone };
}

function pick({
  from,
  until,
}: {
  readonly from?: number;
  readonly until?: number;
}): Pick<Dated, 'from' | 'until'> {
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

function existing<T>(found: T | undefined): T {
  invariant(found !== undefined, 'policies read what the program has');
  return found;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function keysInWords({ keys }: TableRow): string {
  const words = keys.flatMap((key) => {
    if (key?.type === 'boolean') return key.value ? 'yes' : 'no';
    if (key?.type === 'weekday') return weekdays[key.value - 1] ?? '';
    return key?.type === 'term' ? key.value : [];
  });
  return words.length === 0 ? 'anything' : words.join(' / ');
}
