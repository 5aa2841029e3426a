import type { Activity, Field, RecordType, Type } from '../../logic/index.ts';
import { invariant } from '../../support/index.ts';
import { recordNamed } from './encoded-types.ts';
import { titleOf } from './nodes/value-nodes.ts';
import type { Project } from './project.ts';
import { runtimeType } from './project.ts';
import type { Exported } from './vocabulary.ts';
import { taxonomyConstant, useExported } from './vocabulary.ts';
import type { Doc } from './writing/document.ts';
import { hard, indented, lines, listDoc, objectDoc, textLiteral } from './writing/document.ts';
import type { Module } from './writing/module.ts';
import { valueName } from './writing/names.ts';

const schemasPath = 'schemas.ts';

/** The description of an activity's facts, for explanations and messages. */
export function factsSchema(project: Project, activity: Activity): Exported {
  return project.once('facts schema', activity.name, () =>
    writeSchema(project, `${valueName(activity.name)}Facts`, activity),
  );
}

/** The description of a record. */
export function recordSchema(project: Project, name: string): Exported {
  const wanted = project.once('record schema name', name, () =>
    project.module(schemasPath).declare(`${valueName(name)}Schema`),
  );
  project.once('record schema queue', name, () => {
    project.later(() => addSchema(project, wanted, recordNamed(project, name)));
    return true;
  });
  return { path: schemasPath, name: wanted };
}

function writeSchema(project: Project, wanted: string, described: Described): Exported {
  const own = project.module(schemasPath).declare(wanted);
  addSchema(project, own, described);
  return { path: schemasPath, name: own };
}

/** A record or the facts of an activity. */
type Described = Pick<RecordType, 'name' | 'title' | 'documentation' | 'fields'>;

function addSchema(project: Project, own: string, { name, title, documentation, fields }: Described): void {
  const module = project.module(schemasPath);
  const type = runtimeType(module, 'RecordSchema');
  const list = fields.map((field) => [fieldDoc(project, module, field), ',']);
  const fieldsDoc: Doc = fields.length === 0 ? '[]' : ['[', indented(hard, lines(list)), hard, ']'];
  const description = documentation === undefined ? [] : [`description: ${textLiteral(documentation)},`];
  const members: Doc[] = [
    `name: ${textLiteral(name)},`,
    `title: ${textLiteral(title ?? name)},`,
    ...description,
    ['fields: ', fieldsDoc, ','],
  ];
  module.add(`export const ${own}: ${type} = {`, indented(hard, lines(members)), hard, '};');
}

function fieldDoc(project: Project, module: Module, field: Field): Doc {
  return objectDoc([
    ['key', textLiteral(field.key)],
    ['title', textLiteral(titleOf(field))],
    ...(field.documentation === undefined
      ? []
      : [['description', textLiteral(field.documentation)] as const]),
    ['type', typeDoc(project, module, field.type)],
    ['optional', String(field.optional)],
    ['orNone', String(field.orNone)],
  ]);
}

function typeDoc(project: Project, module: Module, type: Type): Doc {
  const terms = (taxonomy: string): string => useExported(module, taxonomyConstant(project, taxonomy));
  const kind = ['kind', textLiteral(type.kind)] as const;
  switch (type.kind) {
    case 'duration':
      return objectDoc([
        kind,
        ['unit', textLiteral(type.measure === 'exact' ? 'milliseconds' : type.measure)],
      ]);
    case 'term':
      return objectDoc([kind, ['terms', terms(type.taxonomy)], ['within', String(type.within)]]);
    case 'scope':
      return objectDoc([kind, ['terms', terms(type.taxonomy)]]);
    case 'scale': {
      const steps = project.program.scales.get(type.scale)?.steps ?? [];
      return objectDoc([kind, ['name', textLiteral(type.scale)], ['steps', listDoc(steps.map(textLiteral))]]);
    }
    case 'record':
      return objectDoc([kind, ['schema', `() => ${recordSchema(project, type.record).name}`]]);
    case 'list':
      return objectDoc([
        kind,
        ['element', typeDoc(project, module, type.element)],
        ['isPartial', String(type.partial)],
        ['limit', String(type.limit)],
      ]);
    case 'error':
      return invariant(false, 'programs with errors are not compiled') as never;
    default:
      return objectDoc([kind]);
  }
}
