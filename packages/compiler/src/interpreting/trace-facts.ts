import type { Field, Program, Type } from '../logic/index.ts';
import { formatDate, formatDuration, formatInstant, formatTime } from '../runtime/index.ts';
import type { Content, Knowledge, RecordContent } from './knowledge.ts';
import { weekdays } from './reading-values.ts';
import type { Run } from './run.ts';

/** A fact that was read, with what is known about it in words. */
interface FactReading {
  readonly fact: string;
  readonly value: string;
}

/** The facts at schematic paths, as they were supplied: `customer.consents[].status` reads every entry. */
export function readingsOf(
  paths: readonly string[],
  { program, subject, facts }: Run,
): readonly FactReading[] {
  return paths.flatMap((path) => readingsAt(path.split('.'), facts, { program, fields: subject.fields }));
}

function readingsAt(
  [segment, ...rest]: readonly string[],
  record: RecordContent,
  { program, fields }: { readonly program: Program; readonly fields: readonly Field[] },
): readonly FactReading[] {
  const key = segment?.replaceAll('[]', '') ?? '';
  const knowledge = record.fields.get(key);
  const type = fields.find((field) => field.key === key)?.type;
  if (segment === undefined || knowledge === undefined || type === undefined) return [];
  const path = record.path === '' ? key : `${record.path}.${key}`;
  return follow({ path, knowledge, type, isEntered: segment.endsWith('[]'), rest }, program);
}

interface Stop {
  readonly path: string;
  readonly knowledge: Knowledge;
  readonly type: Type;
  /** The path goes on in the entries of this list. */
  readonly isEntered: boolean;
  readonly rest: readonly string[];
}

function follow({ path, knowledge, type, isEntered, rest }: Stop, program: Program): readonly FactReading[] {
  if (knowledge.kind !== 'known') return [{ fact: path, value: knowledge.kind }];
  const { content } = knowledge;
  if (isEntered && content.type === 'list' && type.kind === 'list') {
    return content.entries.flatMap((entry, index) =>
      follow(
        { path: `${path}[${index}]`, knowledge: entry, type: type.element, isEntered: false, rest },
        program,
      ),
    );
  }
  if (content.type === 'record' && type.kind === 'record') {
    return readingsAt(rest, content, { program, fields: program.records.get(type.record)?.fields ?? [] });
  }
  return [{ fact: path, value: textOf(content, type, program) }];
}

/** Something known in the words of the language. */
function textOf(content: Content, type: Type, program: Program): string {
  switch (content.type) {
    case 'boolean':
      return content.value ? 'yes' : 'no';
    case 'quantity':
      return quantityText(content.low, type, program);
    case 'text':
      return content.value;
    case 'term':
      return content.term.name;
    case 'scope':
      return content.terms === 'anything' ? 'anything' : content.terms.map(({ name }) => name).join(', ');
    case 'duration':
      return formatDuration(content.duration);
    case 'record':
      return 'known';
    case 'list':
      return `${content.isPartial ? 'at least ' : ''}${content.entries.length} entries`;
  }
}

function quantityText(value: number, type: Type, program: Program): string {
  switch (type.kind) {
    case 'date':
      return formatDate(value);
    case 'time':
      return formatTime(value);
    case 'instant':
      return formatInstant(value);
    case 'weekday':
      return weekdays[value - 1] ?? '';
    case 'scale':
      return program.scales.get(type.scale)?.steps[value] ?? '';
    default:
      return String(value);
  }
}
