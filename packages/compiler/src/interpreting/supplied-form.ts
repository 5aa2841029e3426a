import type { Constant } from '../logic/index.ts';
import { formatDate, formatDuration, formatInstant, formatTime } from '../runtime/index.ts';
import { assertNever } from '../support/index.ts';
import { weekdays } from './reading-values.ts';

/** A constant as it would be supplied as a fact; a scope of several terms as their names, separated by commas. */
export function suppliedForm(constant: Constant): string | number | boolean {
  switch (constant.type) {
    case 'boolean':
    case 'number':
    case 'text':
    case 'timezone':
    case 'calendar':
    case 'term':
    case 'scale':
      return constant.value;
    case 'date':
      return formatDate(constant.value);
    case 'time':
      return formatTime(constant.value);
    case 'instant':
      return formatInstant(constant.value);
    case 'weekday':
      return weekdays[constant.value - 1] ?? '';
    case 'scope':
      return constant.value === 'anything' ? 'anything' : constant.value.join(', ');
    case 'duration':
      return formatDuration(constant);
    default:
      return assertNever(constant);
  }
}
