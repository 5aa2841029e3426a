import type { DurationMeasure, Field, Subject, Type } from '../../logic/index.ts';
import { invariant } from '../../support/index.ts';
import { encodedFactsName, encodedName, encodedPath, encodedType, recordNamed } from './encoded-types.ts';
import type { Project } from './project.ts';
import { runtime, runtimeType } from './project.ts';
import { isRecord } from './subjects.ts';
import type { Exported } from './vocabulary.ts';
import { taxonomyConstant, useExported } from './vocabulary.ts';
import { docComment } from './writing/comments.ts';
import type { Doc } from './writing/document.ts';
import { callDoc, hard, indented, lines, listDoc, objectDoc, textLiteral } from './writing/document.ts';
import type { Module } from './writing/module.ts';
import { typeName } from './writing/names.ts';

/** What is written for the facts of an activity or for a record. */
export interface EncodedParts {
  readonly type: string;
  readonly create: string;
  readonly read: string;
}

/** The encoded form of a record: its interface, how one is made, and how it is read from facts. */
export function encodedRecord(project: Project, name: string): EncodedParts {
  const parts = {
    type: encodedName(project, name),
    create: project.once('create', name, () =>
      project.module(encodedPath).declare(`create${typeName(name)}`),
    ),
    read: project.once('read', name, () => project.module(encodedPath).declare(`read${typeName(name)}`)),
  };
  const record = recordNamed(project, name);
  if (isFirst(project, `record ${name}`)) writeParts(project, parts, record.title ?? name, record.fields);
  return parts;
}

/** The function that gives the record of a field that need not be there: one of which everything is absent as well. */
export function throughRecord(project: Project, name: string): Exported {
  return project.once('through', name, () => {
    const { type, create } = encodedRecord(project, name);
    const module = project.module(encodedPath);
    const absent = (kind: 'Unknown' | 'None'): string => {
      const constant = module.declare(`${kind.toLowerCase()}${typeName(name)}`);
      module.add(`const ${constant} = /* @__PURE__ */ ${create}(${runtime(module, `absent${kind}`)});`);
      return constant;
    };
    const [unknown, none] = [absent('Unknown'), absent('None')];
    const through = module.declare(`through${typeName(name)}`);
    module.add(
      `export function ${through}(record: ${type} | null | undefined): ${type} {`,
      indented(hard, `return record ?? (record === null ? ${none} : ${unknown});`),
      hard,
      '}',
    );
    return { path: encodedPath, name: through };
  });
}

/** The encoded form of an activity's facts. */
export function encodedFacts(project: Project, name: string): EncodedParts {
  const module = project.module(encodedPath);
  return project.once('encoded parts', name, () => {
    const parts = {
      type: encodedFactsName(project, name),
      create: module.declare(`create${typeName(name)}Facts`),
      read: module.declare(`read${typeName(name)}Facts`),
    };
    const activity = project.program.activities.get(name);
    invariant(activity !== undefined, `the program has an activity ${name}`);
    writeParts(project, parts, `The facts of an activity: ${activity.title}`, activity.fields);
    return parts;
  });
}

/** The encoded form of what rules are about. */
export function encodedSubject(project: Project, subject: Subject): EncodedParts {
  const { name } = subject;
  return isRecord(project, subject) ? encodedRecord(project, name) : encodedFacts(project, name);
}

/** Records may hold records of their own kind, so that writing one may lead back to it. */
function isFirst(project: Project, key: string): boolean {
  let isNew = false;
  project.once('written', key, () => {
    isNew = true;
    return true;
  });
  return isNew;
}

function writeParts(project: Project, parts: EncodedParts, title: string, fields: readonly Field[]): void {
  const module = project.module(encodedPath);
  const field = { project, module };
  module.add(
    docComment([title]),
    `export interface ${parts.type} {`,
    indented(
      hard,
      lines([
        `presence: ${runtimeType(module, 'Presence')};`,
        ...fields.flatMap((one) => memberTypes(field, one)),
      ]),
    ),
    hard,
    '}',
  );
  module.add(
    `export function ${parts.create}(presence: ${runtimeType(module, 'Presence')} = ${runtime(module, 'present')}): ${parts.type} {`,
    indented(
      hard,
      'return ',
      objectDoc([['presence', 'presence'], ...fields.flatMap((one) => initialMembers(field, one))]),
      ';',
    ),
    hard,
    '}',
  );
  writeReader(field, parts, fields);
}

function writeReader(
  field: { project: Project; module: Module },
  parts: EncodedParts,
  fields: readonly Field[],
): void {
  const { module } = field;
  const isKey = writeKeyTest(module, parts, fields);
  const owner = parts.read.replace(/^read/, '');
  const reads = fields.flatMap((one) => readStatements(field, owner, one));
  const parameters = ['value: unknown', `into: ${parts.type}`, `faults: ${runtimeType(module, 'Faults')}`];
  module.add(
    callDoc(`export function ${parts.read}`, parameters),
    `: ${parts.type} {`,
    indented(
      hard,
      lines([
        `const facts = ${runtime(module, 'openFacts')}(value, ${isKey}, faults);`,
        ...reads,
        `return ${runtime(module, 'closeFacts')}(into, faults);`,
      ]),
    ),
    hard,
    '}',
  );
}

function writeKeyTest(module: Module, parts: EncodedParts, fields: readonly Field[]): string {
  const name = module.declare(parts.read.replace(/^read(.*)$/, 'is$1Key'));
  const cases = fields.map(({ key }) => `case ${textLiteral(key)}:`);
  const known: Doc = [lines(cases), indented(hard, 'return true;'), hard];
  module.add(
    `function ${name}(key: string): boolean {`,
    indented(
      hard,
      'switch (key) {',
      indented(hard, cases.length === 0 ? '' : known, 'default:', indented(hard, 'return false;')),
      hard,
      '}',
    ),
    hard,
    '}',
  );
  return name;
}

interface Place {
  readonly project: Project;
  readonly module: Module;
}

function isOptionalRecord({ type, optional, orNone }: Field): boolean {
  return type.kind === 'record' && (optional || orNone);
}

function memberTypes({ project, module }: Place, field: Field): Doc[] {
  const type = encodedType(project, module, field.type);
  if (!isOptionalRecord(field)) return [`${field.key}: ${type};`];
  return [`${field.key}: ${type} | null | undefined;`, `${spareKey(field)}: ${type} | undefined;`];
}

/** Where a record is kept that can be filled again when the facts have one. */
function spareKey({ key }: Field): string {
  return `${key}Spare`;
}

function initialMembers(place: Place, field: Field): (readonly [string, Doc])[] {
  const { project, module } = place;
  const absent = (kind: string): Doc => `${runtime(module, kind)}(presence)`;
  if (isOptionalRecord(field)) {
    return [
      [field.key, absent('absentValue')],
      [spareKey(field), 'undefined'],
    ];
  }
  switch (field.type.kind) {
    case 'term':
      return [[field.key, absent('absentTerm')]];
    case 'text':
    case 'timezone':
    case 'duration':
    case 'scope':
      return [[field.key, absent('absentValue')]];
    case 'record':
      return [[field.key, `${encodedRecord(project, field.type.record).create}(presence)`]];
    case 'list':
      return [[field.key, `${runtime(module, 'emptyList')}(presence)`]];
    default:
      return [[field.key, absent('absentNumber')]];
  }
}

function readStatements(place: Place, owner: string, field: Field): Doc[] {
  const { project, module } = place;
  const { key, type } = field;
  const source = `facts['${key}']`;
  const optionality = optionalityOf(module, field);
  if (isOptionalRecord(field)) return readOptionalRecord(place, field, source, optionality);
  switch (type.kind) {
    case 'record': {
      const { read } = encodedRecord(project, type.record);
      return [`${read}(${source}, into.${key}, faults);`];
    }
    case 'list':
      return [readList(place, owner, field, optionality)];
    case 'scope': {
      const terms = useExported(module, taxonomyConstant(project, type.taxonomy));
      const args = [source, `into.${key}`, terms, optionality, 'faults'];
      return [[`into.${key} = `, callDoc(runtime(module, 'readScope'), args), ';']];
    }
    default:
      return [[`into.${key} = `, readCall(place, type, source, optionality), ';']];
  }
}

function readOptionalRecord(
  { project, module }: Place,
  field: Field,
  source: string,
  optionality: string,
): Doc[] {
  const { key, type } = field;
  invariant(type.kind === 'record', 'an optional record is a record');
  const { create, read } = encodedRecord(project, type.record);
  const spare = `into.${spareKey(field)}`;
  const presence = `${key}Presence`;
  return [
    `const ${presence} = ${runtime(module, 'presenceOf')}(${source}, ${optionality}, faults);`,
    `if (${presence} === ${runtime(module, 'present')}) {`,
    `  ${spare} ??= ${create}();`,
    `  into.${key} = ${read}(${source}, ${spare}, faults);`,
    `} else into.${key} = ${runtime(module, 'absentValue')}(${presence});`,
  ];
}

/** What a list may hold is a constant of the module, so that reading facts allocates nothing. */
function readList(place: Place, owner: string, { key, type }: Field, optionality: string): Doc {
  const { project, module } = place;
  invariant(type.kind === 'list', 'a list is read');
  const { element, limit, partial } = type;
  const constant = module.declare(`${owner.charAt(0).toLowerCase()}${owner.slice(1)}${typeName(key)}`);
  const record = element.kind === 'record' ? encodedRecord(project, element.record) : undefined;
  const entry = record === undefined ? readCall(place, element, 'entry', runtime(module, 'required')) : '';
  const options: (readonly [string, Doc])[] = [
    ['limit', String(limit)],
    ['isPartial', String(partial)],
    ...(record === undefined ? [] : [['create', record.create] as const]),
    ['read', record?.read ?? [`(entry: unknown, faults: ${runtimeType(module, 'Faults')}) => `, entry]],
  ];
  module.add(`const ${constant} = `, objectDoc(options), ';');
  const name = runtime(module, record === undefined ? 'readEntries' : 'readRecords');
  return [callDoc(name, [`facts['${key}']`, `into.${key}`, constant, optionality, 'faults']), ';'];
}

function optionalityOf(module: Module, { optional, orNone }: Field): string {
  if (orNone) return runtime(module, optional ? 'optionalOrNone' : 'orNone');
  return runtime(module, optional ? 'optional' : 'required');
}

function readCall({ project, module }: Place, type: Type, source: string, optionality: string): Doc {
  const call = (name: string, ...args: readonly Doc[]): Doc =>
    callDoc(runtime(module, name), [source, ...args, optionality, 'faults']);
  switch (type.kind) {
    case 'boolean':
      return call('readBoolean');
    case 'number':
      return call('readNumber');
    case 'text':
      return call('readText');
    case 'date':
      return call('readDate');
    case 'time':
      return call('readTime');
    case 'instant':
      return call('readInstant');
    case 'timezone':
      return call('readZone');
    case 'weekday':
      return call('readStep', runtime(module, 'weekdays'), '1');
    case 'duration':
      return call('readDuration', textLiteral(unitOf(type.measure)));
    case 'scale':
      return call('readStep', scaleSteps(project, module, type.scale), '0');
    case 'term': {
      const terms = useExported(module, taxonomyConstant(project, type.taxonomy));
      return call(type.within ? 'readTermWithin' : 'readTerm', terms);
    }
    case 'scope': {
      const terms = useExported(module, taxonomyConstant(project, type.taxonomy));
      return callDoc(runtime(module, 'readScope'), [source, 'undefined', terms, optionality, 'faults']);
    }
    default:
      return invariant(false, `a ${type.kind} is read in another way`) as never;
  }
}

function unitOf(measure: DurationMeasure): string {
  return measure === 'exact' ? 'milliseconds' : measure;
}

/** The constant that holds the steps of a scale. */
function scaleSteps(project: Project, module: Module, name: string): string {
  return project.once('scale', name, () => {
    const constant = module.declare(`${name.charAt(0).toLowerCase()}${name.slice(1)}Steps`);
    const steps = project.program.scales.get(name)?.steps ?? [];
    module.add(`const ${constant} = `, listDoc(steps.map(textLiteral)), ';');
    return constant;
  });
}
