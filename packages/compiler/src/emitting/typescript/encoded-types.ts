import type { RecordType, Type } from '../../logic/index.ts';
import { invariant } from '../../support/index.ts';
import type { Project } from './project.ts';
import { runtimeType } from './project.ts';
import type { Module } from './writing/module.ts';
import { typeName } from './writing/names.ts';

export const encodedPath = 'encoded.ts';

/** How values of a type stand in memory, as a TypeScript type. */
export function encodedType(project: Project, module: Module, type: Type): string {
  switch (type.kind) {
    case 'text':
      return 'string | null | undefined';
    case 'timezone':
      return runtimeType(module, 'ZoneFact');
    case 'duration':
      return runtimeType(module, 'DurationFact');
    case 'scope':
      return runtimeType(module, 'ScopeFact');
    case 'calendar':
      return runtimeType(module, 'CalendarFact');
    case 'record': {
      const name = encodedName(project, type.record);
      return module.path === encodedPath ? name : module.useType(encodedPath, name);
    }
    case 'list':
      return `${runtimeType(module, 'List')}<${encodedType(project, module, type.element)}>`;
    case 'error':
      return invariant(false, 'programs with errors are not compiled') as never;
    default:
      return 'number';
  }
}

/** The interface of an encoded record. */
export function encodedName(project: Project, record: string): string {
  return project.once('encoded', record, () =>
    project.module(encodedPath).declare(`Encoded${typeName(record)}`),
  );
}

/** The interface of the encoded facts of an activity. */
export function encodedFactsName(project: Project, activity: string): string {
  const name = (): string => project.module(encodedPath).declare(`Encoded${typeName(activity)}Facts`);
  return project.once('encoded facts', activity, name);
}

/** A record, by its name. */
export function recordNamed(project: Project, name: string): RecordType {
  const record = project.program.records.get(name);
  invariant(record !== undefined, `the program has a record ${name}`);
  return record;
}
