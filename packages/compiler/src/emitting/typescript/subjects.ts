import type { Subject } from '../../logic/index.ts';
import type { Project } from './project.ts';
import { kebab } from './writing/names.ts';

/** Whether rules are about records of a type, rather than about an activity. */
export function isRecord({ program }: Project, subject: Subject): boolean {
  return program.records.get(subject.name) === subject;
}

/** Tells subjects apart: an activity and a record may have the same name. */
export function subjectKey(project: Project, subject: Subject): string {
  return `${isRecord(project, subject) ? 'record' : 'activity'} ${subject.name}`;
}

/** Where something about a subject stands in a folder: records have one of their own. */
export function subjectPath(project: Project, subject: Subject): string {
  if (!isRecord(project, subject)) return subject.name;
  const take = (): string => project.fileNames('records').take(kebab(subject.name));
  return `records/${project.once('record file', subject.name, take)}`;
}
