import type { TimelineEntry } from '../analysis/index.ts';
import type { Location, Place } from '../logic/index.ts';
import { formatDate, parseDate } from '../runtime/index.ts';
import type { Layout } from './explanation/index.ts';
import { layOut } from './explanation/index.ts';

export interface TimelineLayout extends Layout {
  readonly locate: (place: Place) => Location;
  /** The day (`YYYY-MM-DD`) from which changes are still to come. */
  readonly today: string;
}

/** The days on which the law changes, and what changes on each. */
export function renderTimeline(entries: readonly TimelineEntry[], layout: TimelineLayout): string {
  if (entries.length === 0) return 'Nothing begins or ends in that time.\n';
  const days = [...new Set(entries.map(({ date }) => date))];
  const lines = days.flatMap((day) => [
    '',
    layout.palette.strong(day),
    ...grouped(entries.filter(({ date }) => date === day)).flatMap((same) => renderChange(same, layout)),
  ]);
  return `${lines.slice(1).join('\n')}\n`;
}

/** The changes of one kind in one group or table are one line; everything else stands by itself. */
function grouped(entries: readonly TimelineEntry[]): readonly (readonly TimelineEntry[])[] {
  const groups = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const part = entry.kind === 'condition' ? (entry.place?.start ?? 0) : '';
    const key = `${entry.change} ${entry.kind} ${entry.name} ${part}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

function renderChange(same: readonly TimelineEntry[], layout: TimelineLayout): readonly string[] {
  const { palette } = layout;
  const [entry] = same;
  if (entry === undefined) return [];
  const { change, title } = entry;
  const [mark, markStyle] = {
    begins: ['+', palette.good] as const,
    ends: ['−', palette.faint] as const,
    review: ['?', palette.open] as const,
  }[change];
  const named = title === undefined ? '' : ` (${title})`;
  const text = `${subjectOf(same)} ${verbOf(entry, same.length)}${named}${conditionWords(entry, layout)}`;
  const notes = [...countedNote(entry, layout), ...testNote(entry, layout)];
  return [
    ...layOut({ indent: 2, mark, markStyle, text }, layout),
    ...notes.flatMap((note) => layOut({ indent: 4, text: note, style: palette.open }, layout)),
  ];
}

const mostNames = 6;

function subjectOf(same: readonly TimelineEntry[]): string {
  const [entry] = same;
  if (entry === undefined) return '';
  const { kind, name } = entry;
  const of = same.map((one) => one.of ?? '');
  const more = of.length - mostNames;
  const list = more > 0 ? `${of.slice(0, mostNames).join(', ')} and ${more} more` : of.join(', ');
  return {
    policy: `policy ${name}`,
    rule: `rule ${name}`,
    exception: `exception ${name}`,
    lift: `lift ${name}`,
    member: `group ${name}: ${list}`,
    row: `table ${name}: ${list}`,
    calendar: `calendar ${name}`,
    condition: `a condition of ${name}`,
    pack: `pack ${name}`,
  }[kind];
}

function verbOf({ change, kind, date }: TimelineEntry, count: number): string {
  if (kind === 'condition') return 'turns';
  if (change === 'review') return 'is to be looked at again by this day';
  if (change === 'ends') return `${count === 1 ? 'ends' : 'end'}, last day ${dayBefore(date)}`;
  if (kind === 'calendar') return 'is known from this day on';
  return count === 1 ? 'begins' : 'begin';
}

/** The words of a condition, which has no name. */
function conditionWords({ kind, place }: TimelineEntry, { locate }: TimelineLayout): string {
  return kind === 'condition' && place !== undefined ? `: ${locate(place).text}` : '';
}

function dayBefore(date: string): string {
  const day = parseDate(date);
  return day === undefined ? date : formatDate(day - 1);
}

function countedNote({ countedBy }: TimelineEntry, { locate }: TimelineLayout): readonly string[] {
  return countedBy === undefined ? [] : [`counted by ${locate(countedBy).text}`];
}

/** Of what is still to come: the days on which no test asks. */
function testNote({ tests, date }: TimelineEntry, { today }: TimelineLayout): readonly string[] {
  if (tests === undefined || date < today) return [];
  if (!tests.before && !tests.after) return ['tests on both sides are missing'];
  if (!tests.before) return [`a test on ${tests.lastDay} is missing`];
  return tests.after ? [] : [`a test on ${date} or later is missing`];
}
