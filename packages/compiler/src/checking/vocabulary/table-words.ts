import type { Constant } from '../../logic/index.ts';
import { formatDate } from '../../runtime/index.ts';
import { weekdays } from '../expressions/literals.ts';

const mostNames = 4;

/** Up to four names; of more, how many there are and the first of them. */
export function fewNames(names: readonly string[]): string {
  if (names.length > mostNames) {
    return `${names.length} of them, such as ${names.slice(0, mostNames - 1).join(', ')}`;
  }
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** What the cells of the keys of a row say: `CA on monday`. */
export function keyWords(keys: readonly (Constant | undefined)[]): string {
  const words = keys.flatMap((key) => (key === undefined ? [] : [constantWord(key)]));
  return words.length === 0 ? 'anything' : words.join(' / ');
}

/** What a cell of a key names; undefined: whatever it may be. */
export function plainKey(cell: Constant | undefined): string | number | boolean | undefined {
  const isKey = cell?.type === 'term' || cell?.type === 'weekday' || cell?.type === 'boolean';
  return isKey ? cell.value : undefined;
}

function constantWord(constant: Constant): string {
  switch (constant.type) {
    case 'weekday':
      return weekdays[constant.value - 1] ?? '';
    case 'boolean':
      return constant.value ? 'yes' : 'no';
    case 'term':
      return constant.value;
    default:
      return '';
  }
}

/** `from 2024-01-01 through 2024-12-31`; the end is the day after the last one. */
export function periodWords(from: number | undefined, until: number | undefined): string {
  const start = from === undefined || !Number.isFinite(from) ? '' : `from ${formatDate(from)}`;
  const end = until === undefined ? '' : `through ${formatDate(until - 1)}`;
  if (start === '' && end === '') return 'at all times';
  if (from !== undefined && until === from + 1) return `on ${formatDate(from)}`;
  return end === '' ? `${start} on` : [start, end].filter((part) => part !== '').join(' ');
}
