import type { ListType, Term } from '../logic/index.ts';
import { defaultListLimit } from '../logic/index.ts';
import type { Content, Knowledge } from './knowledge.ts';
import { askFor, unknownFor } from './knowledge.ts';
import { unknownTermMessage, wrongTypeMessage } from './reading-messages.ts';
import { isList, readOwn } from './reading-objects.ts';
import type { FieldSpot, Reader } from './reading-values.ts';
import { deepestNesting, readValue, refuse } from './reading-values.ts';
import { taxonomyNamed } from './terms.ts';

/** "`x: list of T`": every entry is present and of its type. */
export function readList(reader: Reader, raw: unknown, type: ListType, spot: FieldSpot): Content | undefined {
  if (spot.depth > deepestNesting) {
    refuse(reader, spot.path, 'too-deep', `Facts are nested deeper than ${deepestNesting} levels here.`);
    return undefined;
  }
  const items = readItems(reader, raw, type.limit, spot);
  if (items === undefined) return undefined;
  const entries = items.map((item, index): Knowledge => {
    const entry = { path: `${spot.path}[${index}]`, depth: spot.depth + 1, field: spot.field };
    if (item.kind === 'data') return readValue(reader, item.value, type.element, entry);
    refuse(reader, entry.path, 'hostile-key', 'This entry is computed when it is read: pass plain data.');
    return unknownFor([askFor(entry.path, entry.field)]);
  });
  return { type: 'list', path: spot.path, entries, isPartial: type.partial };
}

/** "`all of T`, in facts: a term, a list of terms, or `anything`." */
export function readScope(
  reader: Reader,
  raw: unknown,
  taxonomyName: string,
  spot: FieldSpot,
): Content | undefined {
  if (raw === 'anything') return { type: 'scope', terms: 'anything' };
  if (typeof raw === 'string') {
    const term = readScopeTerm(reader, raw, taxonomyName, spot.path);
    return term === undefined ? undefined : { type: 'scope', terms: [term] };
  }
  const items = readItems(reader, raw, defaultListLimit, spot, 'a term, a list of terms, or "anything"');
  if (items === undefined) return undefined;
  const terms: Term[] = [];
  items.forEach((item, index) => {
    const path = `${spot.path}[${index}]`;
    if (item.kind === 'accessor') {
      refuse(reader, path, 'hostile-key', 'This entry is computed when it is read: pass plain data.');
      return;
    }
    const term = readScopeTerm(reader, item.value, taxonomyName, path);
    if (term !== undefined) terms.push(term);
  });
  return { type: 'scope', terms };
}

function readScopeTerm(reader: Reader, raw: unknown, taxonomyName: string, path: string): Term | undefined {
  if (typeof raw !== 'string') {
    refuse(reader, path, 'wrong-type', wrongTypeMessage('a term', raw));
    return undefined;
  }
  const taxonomy = taxonomyNamed(reader.program, taxonomyName);
  const term = taxonomy.termsByName.get(raw);
  if (term === undefined) refuse(reader, path, 'unknown-term', unknownTermMessage(taxonomy, raw));
  return term;
}

function readItems(
  reader: Reader,
  raw: unknown,
  limit: number,
  { path }: FieldSpot,
  wanted = 'a list',
): readonly ReturnType<typeof readOwn>[] | undefined {
  if (!isList(raw)) {
    refuse(reader, path, 'wrong-type', wrongTypeMessage(wanted, raw));
    return undefined;
  }
  const { length } = raw;
  if (length > limit) {
    refuse(reader, path, 'too-long', `This list has ${length} entries; at most ${limit} are accepted.`);
    return undefined;
  }
  return Array.from({ length }, (_, index) => readOwn(raw, index));
}
