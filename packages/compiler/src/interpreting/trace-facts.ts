import type { Field, Program, Type } from '../logic/index.ts';
import { formatDate, formatDuration, formatInstant, formatTime } from '../runtime/index.ts';
import type { Content, Knowledge, RecordContent } from './knowledge.ts';
import { weekdays } from './reading-values.ts';
import type { Run } from './run.ts';

/** A fact that was read, with what is known about it in words. */
export interface FactReading {
  readonly fact: string;
  readonly value: string;
}

/** The facts at schematic paths, as they were supplied: `customer.consents[].status` reads every entry. */
export function readingsOf(paths: readonly string[], run: Run): readonly FactReading[] {
  return paths.flatMap((path) => readingsAt(path.split('.'), run.facts, run));
}

function readingsAt(segments: readonly string[], record: RecordContent, run: Run): readonly FactReading[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [];
  const key = segment.replaceAll('[]', '');
  const knowledge = record.fields.get(key);
  const field = fieldOf(record, key, run);
  if (knowledge === undefined || field === undefined) return [];
  const path = record.path === '' ? key : `${record.path}.${key}`;
  const isList = segment.endsWith('[]');
  return follow({ path, knowledge, type: field.type, isList }, rest, run);
}

interface Stop {
  readonly path: string;
  readonly knowledge: Knowledge;
  readonly type: Type;
  /** The path goes on in the entries. */
  readonly isList: boolean;
}

function follow({ path, knowledge, type, isList }: Stop, rest: readonly string[], run: Run): readonly FactReading[] {
  if (knowledge.kind !== 'known') return [{ fact: path, value: knowledge.kind }];
  const { content } = knowledge;
  if (isList && content.type === 'list') {
    const element = type.kind === 'list' ? type.element : type;
    return content.entries.flatMap((entry, index) =>
      follow({ path: `${path}[${index}]`, knowledge: entry, type: element, isList: false }, rest, run),
    );
  }
  if (content.type === 'record') return readingsAt(rest, content, run);
  return [{ fact: path, value: textOf(content, type, run.program) }];
}

function fieldOf(record: RecordContent, key: string, run: Run): Field | undefined {
  const fields = record.type === 'record' && record.path === '' ? run.activity.fields : fieldsOf(record, run);
  return fields.find((field) => field.key === key);
}
