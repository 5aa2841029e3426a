import type { Calendar, Holiday } from '../../logic/index.ts';
import { formatDate } from '../../runtime/index.ts';
import { invariant } from '../../support/index.ts';
import { commented, weekdayNames } from './expressions/constants.ts';
import type { Project } from './project.ts';
import { runtime } from './project.ts';
import type { Exported } from './vocabulary.ts';
import { docComment } from './writing/comments.ts';
import type { Doc } from './writing/document.ts';
import { hard, indented, lines, listDoc, textLiteral } from './writing/document.ts';
import { valueName } from './writing/names.ts';

/** The constant of a calendar: `usFederal`. */
export function calendarConstant(project: Project, name: string): Exported {
  return project.once('calendar', name, () => {
    const calendar = project.program.calendars.get(name);
    invariant(calendar !== undefined, `the program has a calendar ${name}`);
    const path = `vocabulary/calendars/${project.fileNames('calendars').take(name.toLowerCase())}.ts`;
    const module = project.module(path);
    const constant = module.declare(valueName(name));
    module.add(
      docComment(calendarComment(calendar)),
      `export const ${constant} = /* @__PURE__ */ ${runtime(module, 'calendar')}({`,
      indented(hard, lines(calendarOptions(calendar))),
      hard,
      '});',
    );
    return { path, name: constant };
  });
}

function calendarComment({ name, title, documentation, from, until, zone }: Calendar): string[] {
  const covered = `Covers ${formatDate(from)} through ${formatDate(until - 1)}; the days are those of ${zone}.`;
  return [title ?? name, ...(documentation === undefined ? [] : [documentation]), covered];
}

function calendarOptions({ name, title, from, until, weekend, days }: Calendar): Doc[] {
  const covers = [from, until - 1].map((day) => textLiteral(formatDate(day)));
  const weekdays = weekend.map((day) => commented(day, weekdayNames[day - 1] ?? ''));
  return [
    `name: ${textLiteral(name)},`,
    ...(title === undefined ? [] : [`title: ${textLiteral(title)},`]),
    ['covers: ', listDoc(covers), ','],
    ['weekend: ', listDoc(weekdays), ','],
    ['days: ', days.length === 0 ? '[]' : ['[', indented(hard, lines(days.map(dayLine))), hard, ']'], ','],
  ];
}

/** `'2026-11-26', // Thanksgiving Day` */
function dayLine({ date, title }: Holiday): string {
  const day = `${textLiteral(formatDate(date))},`;
  return title === undefined ? day : `${day} // ${onOneLine(title)}`;
}

/** A text that stays within the comment that ends its line. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
