import type { Duration } from '../../../logic/index.ts';
import { calendarConstant } from '../calendars.ts';
import type { Project } from '../project.ts';
import { runtime } from '../project.ts';
import { useExported } from '../vocabulary.ts';
import type { Doc } from '../writing/document.ts';
import { callDoc, textLiteral } from '../writing/document.ts';
import type { Module } from '../writing/module.ts';

/** A length of time as a value of its own; working days whose calendar a table gives have none here. */
export function durationDoc({ amount, unit, calendar }: Duration, project: Project, module: Module): Doc {
  if (calendar === undefined)
    return callDoc(runtime(module, 'duration'), [String(amount), textLiteral(unit)]);
  const constant = useExported(module, calendarConstant(project, calendar));
  return callDoc(runtime(module, 'workingDays'), [String(amount), constant]);
}
