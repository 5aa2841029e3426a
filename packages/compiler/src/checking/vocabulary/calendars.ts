import type { Declared } from '../../binding/index.ts';
import type { Calendar, Holiday } from '../../logic/index.ts';
import { parseDate } from '../../runtime/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { CalendarDay, CalendarDeclaration, Name } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { weekdayNumber, weekdays } from '../expressions/literals.ts';
import { replacements, resolveName, suggestion } from '../resolve.ts';
import { periodDays } from './groups.ts';
import { periodWords } from './table-words.ts';
import { resolveZone } from './zones.ts';

/** A calendar with the days of those that it includes. */
export function computeCalendar(context: CheckContext, name: string): Calendar | undefined {
  const [declared] = context.queries.get('declared', `calendar:${name}`);
  if (declared?.unit.tree.kind !== 'calendar') return undefined;
  const { tree } = declared.unit;
  const cover = coverOf(context, declared, tree);
  if (cover === undefined) return undefined;
  const included = includedCalendars(context, declared, tree, cover);
  const own = ownDays(context, declared, tree, cover);
  const weekend = weekendDays(context, declared, tree.weekend);
  return {
    name,
    ...(tree.title === undefined ? {} : { title: tree.title.value }),
    ...(tree.documentation === undefined ? {} : { documentation: tree.documentation.text }),
    zone: resolveZone(context, declared.unit, tree.zone),
    ...cover,
    weekend: tree.weekend.length > 0 ? weekend : union(included.map((calendar) => calendar.weekend)),
    days: allDays(own, included, cover),
  };
}

/** A calendar that is part of itself adds nothing that way. */
export function calendarCycle(context: CheckContext, name: string): undefined {
  const [declared] = context.queries.get('declared', `calendar:${name}`);
  if (declared?.unit.tree.kind === 'calendar') {
    report(context, declared.unit, 'name/circular', declared.unit.tree.name, { what: 'calendar', name });
  }
  return undefined;
}

/** From the first day until the day after the last one. */
type Cover = Pick<Calendar, 'from' | 'until'>;

function coverOf(context: CheckContext, declared: Declared, tree: CalendarDeclaration): Cover | undefined {
  if (tree.covers === undefined) {
    report(context, declared.unit, 'calendar/no-cover', tree.name, { name: tree.name.text });
    return undefined;
  }
  const { from, until } = periodDays(context, declared, tree.covers);
  return from === undefined || until === undefined || until <= from ? undefined : { from, until };
}

function includedCalendars(
  context: CheckContext,
  declared: Declared,
  tree: CalendarDeclaration,
  cover: Cover,
): readonly Calendar[] {
  return tree.includes.flatMap((name) => {
    if (resolveName(context, declared, 'calendar', name) === undefined) return [];
    const calendar = context.queries.get('calendar', name.text);
    if (calendar === undefined) return [];
    if (calendar.from > cover.from || calendar.until < cover.until) {
      const values = { name: tree.name.text, included: name.text, cover: coverWords(calendar) };
      report(context, declared.unit, 'calendar/included-cover', name, values);
    }
    return [calendar];
  });
}

function coverWords({ from, until }: Cover): string {
  return periodWords(from, until);
}

function ownDays(
  context: CheckContext,
  declared: Declared,
  tree: CalendarDeclaration,
  cover: Cover,
): readonly Holiday[] {
  const nodes = new Map<number, CalendarDay>();
  const days: Holiday[] = [];
  for (const node of tree.days) {
    const date = parseDate(node.date.value);
    if (date === undefined) continue;
    const earlier = nodes.get(date);
    if (earlier !== undefined) {
      const related = [{ unit: declared.unit, span: earlier, text: 'it stands here already' }];
      const values = { what: 'day', name: node.date.value };
      report(context, declared.unit, 'name/duplicate', node.date, values, { related });
    } else if (date < cover.from || date >= cover.until) {
      const values = { date: node.date.value, cover: coverWords(cover) };
      report(context, declared.unit, 'calendar/outside-cover', node.date, values);
    } else {
      nodes.set(date, node);
      days.push({ date, ...(node.title === undefined ? {} : { title: node.title.value }) });
    }
  }
  return days;
}

function weekendDays(context: CheckContext, declared: Declared, names: readonly Name[]): readonly number[] {
  return union([
    names.flatMap((name) => {
      const day = weekdayNumber(name.text);
      if (day !== undefined || name.text === '') return day ?? [];
      const near = nearestNames(name.text.toLowerCase(), weekdays);
      const help = suggestion(near).help ?? `There are ${weekdays.join(', ')}.`;
      const values = { what: 'day of the week', name: name.text };
      const details = { help, fixes: replacements(name, near) };
      report(context, declared.unit, 'name/unknown', name, values, details);
      return [];
    }),
  ]);
}

function union(lists: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(lists.flat())].sort((one, other) => one - other);
}

/** Its own titles before those of the calendars that it includes; only the days that it covers. */
function allDays(
  own: readonly Holiday[],
  included: readonly Calendar[],
  { from, until }: Cover,
): readonly Holiday[] {
  const byDate = new Map<number, Holiday>();
  for (const day of [...own, ...included.flatMap(({ days }) => days)]) {
    if (day.date >= from && day.date < until && !byDate.has(day.date)) byDate.set(day.date, day);
  }
  return [...byDate.values()].sort((one, other) => one.date - other.date);
}
