import type { Field, Program, RecordType, Type } from '../logic/index.ts';
import type { FactIssue } from '../runtime/index.ts';
import { InvariantError, invariant } from '../support/index.ts';
import type { Content, Knowledge, RecordContent } from './knowledge.ts';
import { askFor, known, unknownFor } from './knowledge.ts';
import { readList, readScope } from './reading-lists.ts';
import {
  innerTermMessage,
  unknownNameMessage,
  unknownTermMessage,
  wrongTypeMessage,
} from './reading-messages.ts';
import { readDuration, readMoment } from './reading-texts.ts';
import { taxonomyNamed } from './terms.ts';

/** "Nesting depth 64": the facts are the first level, each record or list inside of another one more. */
export const deepestNesting = 64;

/** The most records in one set of facts: an object that shares its parts can hold more than would ever be read. */
export const mostRecords = 1_000_000;

/** The state of reading one set of facts. */
export interface Reader {
  readonly program: Program;
  readonly requiredFacts: 'error' | 'unknown';
  readonly issues: FactIssue[];
  /** How many records may still be read. */
  recordsLeft: number;
  readonly readRecord: (
    reader: Reader,
    raw: unknown,
    type: RecordType,
    spot: Spot,
  ) => RecordContent | undefined;
}

/** Where something stands in the facts, and how deep. */
export interface Spot {
  readonly path: string;
  readonly depth: number;
}

/** A spot that holds the value of a field, or an entry of its list. */
export interface FieldSpot extends Spot {
  readonly field: Field;
}

/** Adds an issue. After the thousandth no record is read any more: whoever sends such facts has enough to mend. */
export function refuse(reader: Reader, path: string, code: FactIssue['code'], message: string): void {
  if (reader.issues.length < mostIssues) reader.issues.push({ path, code, message });
  else reader.recordsLeft = Math.min(reader.recordsLeft, -1);
}

const mostIssues = 1000;

/** A value that is present; where it is not of its type, an issue is added and nothing is known. */
export function readValue(reader: Reader, raw: unknown, type: Type, spot: FieldSpot): Knowledge {
  const origin = askFor(spot.path, spot.field);
  const content = readContent(reader, raw, type, spot);
  if (content === undefined) return unknownFor([origin]);
  return known(content, { origin, asks: isImprecise(content) ? [origin] : [] });
}

/** An inner term and a partial list are known, but more could be known. */
function isImprecise(content: Content): boolean {
  if (content.type === 'term') return !content.term.final;
  return content.type === 'list' && content.isPartial;
}

function readContent(reader: Reader, raw: unknown, type: Type, spot: FieldSpot): Content | undefined {
  switch (type.kind) {
    case 'boolean':
      if (typeof raw === 'boolean') return { type: 'boolean', value: raw };
      return wrongType(reader, spot, 'yes or no (a boolean)', raw);
    case 'number':
      return readNumber(reader, raw, spot);
    case 'record':
      return readRecordOf(reader, raw, type.record, spot);
    case 'list':
      return readList(reader, raw, type, spot);
    case 'scope':
      return readScope(reader, raw, type.taxonomy, spot);
    case 'error':
      throw new InvariantError('programs with errors are not evaluated');
    default:
      return typeof raw === 'string'
        ? readWord(reader, raw, type, spot)
        : wrongType(reader, spot, 'a text', raw);
  }
}

/** Types whose values are written as texts. */
function readWord(reader: Reader, text: string, type: Type, spot: Spot): Content | undefined {
  switch (type.kind) {
    case 'text':
      return { type: 'text', value: text };
    case 'term':
      return readTerm(reader, text, type, spot);
    case 'scale': {
      const steps = reader.program.scales.get(type.scale)?.steps ?? [];
      return readPosition(reader, text, { what: `step of ${type.scale}`, names: steps, first: 0 }, spot);
    }
    case 'weekday':
      return readPosition(reader, text, { what: 'weekday', names: weekdays, first: 1 }, spot);
    case 'date':
    case 'time':
    case 'instant':
    case 'timezone':
      return readMoment(reader, text, type.kind, spot);
    case 'duration':
      return readDuration(reader, text, type.measure, spot);
    default:
      throw new InvariantError(`${type.kind} is not written as a text`);
  }
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function readNumber(reader: Reader, raw: unknown, spot: Spot): Content | undefined {
  if (typeof raw !== 'number') return wrongType(reader, spot, 'a number', raw);
  if (Number.isFinite(raw)) return { type: 'quantity', low: raw, high: raw };
  refuse(reader, spot.path, 'bad-number', `${raw} is not a number that can be compared.`);
  return undefined;
}

function readRecordOf(reader: Reader, raw: unknown, name: string, spot: Spot): Content | undefined {
  const record = reader.program.records.get(name);
  invariant(record !== undefined, `the program has a record ${name}`);
  return reader.readRecord(reader, raw, record, spot);
}

/** "A fact of type `Channel` names one final term; `within Channel` may name an inner one." */
function readTerm(
  reader: Reader,
  text: string,
  type: Extract<Type, { kind: 'term' }>,
  { path }: Spot,
): Content | undefined {
  const taxonomy = taxonomyNamed(reader.program, type.taxonomy);
  const term = taxonomy.termsByName.get(text);
  if (term === undefined) {
    refuse(reader, path, 'unknown-term', unknownTermMessage(taxonomy, text));
    return undefined;
  }
  if (term.final || type.within) return { type: 'term', term };
  refuse(reader, path, 'inner-term', innerTermMessage(taxonomy, text));
  return undefined;
}

function readPosition(
  reader: Reader,
  text: string,
  { what, names, first }: { what: string; names: readonly string[]; first: number },
  { path }: Spot,
): Content | undefined {
  const position = names.indexOf(text);
  if (position >= 0) return { type: 'quantity', low: position + first, high: position + first };
  refuse(reader, path, 'unknown-term', unknownNameMessage(what, text, names));
  return undefined;
}

function wrongType(reader: Reader, { path }: Spot, wanted: string, raw: unknown): undefined {
  refuse(reader, path, 'wrong-type', wrongTypeMessage(wanted, raw));
  return undefined;
}
