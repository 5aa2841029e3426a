import { formatDate, formatDuration, formatInstant, formatTime } from '../dates.ts';
import { weekdays } from '../reading.ts';
import type { TypeSchema } from '../schema.ts';
import { fieldOf } from '../schema.ts';
import { entriesIn, ownField } from './fields.ts';
import type { Content, Knowledge, RecordContent } from './knowledge.ts';

/** A fact that was read, with what is known about it in words. */
export interface FactReading {
  readonly fact: string;
  readonly value: string;
}

/** The facts at schematic paths, as they were supplied: `customer.consents[].status` reads every entry. */
export function readingsOf(paths: readonly string[], facts: RecordContent): readonly FactReading[] {
  return paths.flatMap((path) => readingsIn(path.split('.'), facts));
}

function readingsIn([segment, ...rest]: readonly string[], record: RecordContent): readonly FactReading[] {
  if (segment === undefined) return [];
  const isEntered = segment.endsWith('[]');
  const key = isEntered ? segment.slice(0, -2) : segment;
  const type = fieldOf(record.schema, key)?.type;
  if (type === undefined) return [];
  const path = record.path === '' ? key : `${record.path}.${key}`;
  return follow(path, ownField(record, key), type, isEntered, rest);
}

function follow(
  path: string,
  knowledge: Knowledge,
  type: TypeSchema,
  isEntered: boolean,
  rest: readonly string[],
): readonly FactReading[] {
  if (knowledge.kind !== 'known') return [{ fact: path, value: knowledge.kind }];
  const { content } = knowledge;
  if (isEntered && content.type === 'list') {
    return entriesIn(content).flatMap((entry, index) =>
      follow(`${path}[${index}]`, entry, content.element, false, rest),
    );
  }
  if (content.type === 'record') return readingsIn(rest, content);
  return [{ fact: path, value: textOf(content, type) }];
}

/** Something known in the words of the language. */
function textOf(content: Content, type: TypeSchema): string {
  switch (content.type) {
    case 'quantity':
      return quantityText(content.low, type);
    case 'text':
      return content.value;
    case 'zone':
      return content.zone.id;
    case 'term':
      return type.kind === 'term' ? (type.terms.names[content.term] ?? '') : '';
    case 'scope': {
      const { terms, length, isEverything } = content.scope;
      if (isEverything || type.kind !== 'scope') return 'anything';
      return terms
        .slice(0, length)
        .map((term) => type.terms.names[term])
        .join(', ');
    }
    case 'duration':
      return formatDuration(content.duration);
    case 'calendar':
      return content.calendar.name;
    case 'record':
      return 'known';
    case 'list':
      return `${content.isPartial ? 'at least ' : ''}${content.list.length} entries`;
  }
}

function quantityText(value: number, type: TypeSchema): string {
  switch (type.kind) {
    case 'boolean':
      return value === 1 ? 'yes' : 'no';
    case 'date':
      return formatDate(value);
    case 'time':
      return formatTime(value);
    case 'instant':
      return formatInstant(value);
    case 'weekday':
      return weekdays[value - 1] ?? '';
    case 'scale':
      return type.steps[value] ?? '';
    default:
      return String(value);
  }
}
