import type { Activity, Field, Type } from '../../logic/index.ts';
import { invariant } from '../../support/index.ts';
import { recordNamed } from './encoded-types.ts';
import { taxonomyNamed } from './expressions/constants.ts';
import type { Project } from './project.ts';
import { docComment } from './writing/comments.ts';
import type { Doc } from './writing/document.ts';
import { hard, indented, lines, textLiteral } from './writing/document.ts';
import { typeName } from './writing/names.ts';

export const factsPath = 'facts.ts';

/** The interface of the facts of an activity, as services supply them. */
export function factsInterface(project: Project, activity: Activity): string {
  return project.once('facts', activity.name, () => {
    const name = project.module(factsPath).declare(`${typeName(activity.name)}Facts`);
    addInterface(project, name, [activity.title, activity.documentation], activity.fields);
    return name;
  });
}

/** The interface of a record, as services supply it. */
export function recordInterface(project: Project, record: string): string {
  const name = project.once('record interface', record, () =>
    project.module(factsPath).declare(typeName(record)),
  );
  project.once('record interface queue', record, () => {
    const { title, documentation, fields } = recordNamed(project, record);
    project.later(() => addInterface(project, name, [title, documentation], fields));
    return true;
  });
  return name;
}

function addInterface(
  project: Project,
  name: string,
  comment: readonly (string | undefined)[],
  fields: readonly Field[],
): void {
  const members = fields.map((field): Doc => {
    const isOptional = field.optional;
    const absent = isOptional ? ' | null | undefined' : field.orNone ? ' | null' : '';
    const type = `${typeText(project, field.type)}${absent}`;
    return [
      docComment([field.title, field.documentation]),
      `readonly ${field.key}${isOptional ? '?' : ''}: ${type};`,
    ];
  });
  const body: Doc = members.length === 0 ? '' : [indented(hard, lines(members)), hard];
  project.module(factsPath).add(docComment(comment), `export interface ${name} {`, body, '}');
}

/** The TypeScript type of what may be supplied for a type. */
function typeText(project: Project, type: Type): string {
  switch (type.kind) {
    case 'boolean':
    case 'number':
      return type.kind;
    case 'text':
      return 'string';
    case 'date':
    case 'time':
    case 'instant':
    case 'duration':
    case 'timezone':
    case 'calendar':
      return notation(project, type.kind === 'calendar' ? 'timezone' : type.kind);
    case 'weekday':
      return union(project, 'Weekday', ['A day of the week.'], weekdays);
    case 'scale': {
      const scale = project.program.scales.get(type.scale);
      return union(project, type.scale, [scale?.title], scale?.steps ?? []);
    }
    case 'term':
      return termType(project, type.taxonomy, type.within);
    case 'scope': {
      const any = termType(project, type.taxonomy, true);
      return `${any} | readonly ${any}[] | 'anything'`;
    }
    case 'record':
      return recordInterface(project, type.record);
    case 'list': {
      const entry = typeText(project, type.element);
      return entry.includes(' ') ? `readonly (${entry})[]` : `readonly ${entry}[]`;
    }
    case 'error':
      return invariant(false, 'programs with errors are not compiled') as never;
  }
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const notations = {
  date: ['DateText', 'A date: `2026-08-11`.'],
  time: ['TimeText', 'A time of day: `08:00`, with seconds and milliseconds if needed.'],
  instant: ['InstantText', 'An instant, RFC 3339: `2026-03-02T12:00:00Z`.'],
  duration: ['DurationText', 'A length of time, ISO 8601: `P6Y`, `P30D`, `PT72H`.'],
  timezone: ['TimeZone', 'The id of a time zone: `Europe/Berlin`.'],
} as const;

/** Texts with a notation of their own. */
function notation(project: Project, kind: keyof typeof notations): string {
  const [wanted, comment] = notations[kind];
  return project.once('notation', kind, () => {
    const module = project.module(factsPath);
    const name = module.declare(wanted);
    module.add(docComment([comment]), `export type ${name} = string;`);
    return name;
  });
}

/** Final terms; `within` a taxonomy, those with others below them as well. */
function termType(project: Project, taxonomy: string, within: boolean): string {
  const { title, terms } = taxonomyNamed(project.program, taxonomy);
  const final = union(
    project,
    taxonomy,
    [title],
    terms.filter((term) => term.final).map(({ name }) => name),
  );
  const inner = terms.filter((term) => !term.final);
  if (!within || inner.length === 0) return final;
  const comment = [`Any term of ${taxonomy}: one with others below it stands for one of those.`];
  return union(
    project,
    `Any${taxonomy}`,
    comment,
    inner.map(({ name }) => name),
    final,
  );
}

/** A type that is one of some texts. */
function union(
  project: Project,
  wanted: string,
  comment: readonly (string | undefined)[],
  texts: readonly string[],
  first?: string,
): string {
  return project.once('union', wanted, () => {
    const module = project.module(factsPath);
    const name = module.declare(typeName(wanted));
    const members = [...(first === undefined ? [] : [first]), ...texts.map(textLiteral)];
    const rows = wrapped(members);
    const line = ` ${members.join(' | ')}`;
    const doc: Doc = rows.length < 2 ? (members.length === 0 ? ' never' : line) : indented(hard, lines(rows));
    module.add(docComment(comment), `export type ${name} =`, doc, ';');
    return name;
  });
}

const memberWidth = 100;

/** Unions of many texts take several a line. */
function wrapped(members: readonly string[]): string[] {
  const rows: string[] = [];
  let row = '';
  for (const member of members) {
    if (row !== '' && row.length + member.length + 3 > memberWidth) {
      rows.push(row);
      row = '';
    }
    row = `${row}${row === '' ? '' : ' '}| ${member}`;
  }
  return [...rows, row];
}
