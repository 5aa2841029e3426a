import type { Constant, Program, Taxonomy } from '../../../logic/index.ts';
import { formatDate, formatDuration, formatInstant, formatTime } from '../../../runtime/index.ts';
import { invariant } from '../../../support/index.ts';
import { textLiteral } from '../writing/document.ts';

export const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The number that stands for a constant in the encoded facts, with what it means in a comment. */
export function numberLiteral(constant: Constant, program: Program): string {
  switch (constant.type) {
    case 'boolean':
      return constant.value ? 'yes' : 'no';
    case 'number':
      return String(constant.value);
    case 'date':
      return dateLiteral(constant.value);
    case 'time':
      return commented(constant.value, formatTime(constant.value));
    case 'instant':
      return commented(constant.value, formatInstant(constant.value));
    case 'weekday':
      return commented(constant.value, weekdayNames[constant.value - 1] ?? '');
    case 'scale':
      return commented(stepPosition(program, constant.scale, constant.value), constant.value);
    case 'term':
      return commented(termNumber(program, constant.taxonomy, constant.value), constant.value);
    case 'text':
    case 'timezone':
    case 'calendar':
    case 'scope':
    case 'duration':
      return invariant(false, `a ${constant.type} is not a number`) as never;
  }
}

export function dateLiteral(days: number): string {
  return commented(days, formatDate(days));
}

/** A length of time in milliseconds. */
export function millisecondsLiteral(amount: number): string {
  return commented(amount, formatDuration({ amount, unit: 'milliseconds' }));
}

export function commented(value: number, meaning: string): string {
  return `${value} /* ${meaning.replaceAll('*/', '* /')} */`;
}

/** Terms are numbered from 1; 0 stands above them all. */
export function termNumber(program: Program, taxonomy: string, name: string): number {
  const term = taxonomyNamed(program, taxonomy).termsByName.get(name);
  invariant(term !== undefined, `${taxonomy} has a term ${name}`);
  return term.index + 1;
}

export function taxonomyNamed(program: Program, name: string): Taxonomy {
  const taxonomy = program.taxonomies.get(name);
  invariant(taxonomy !== undefined, `the program has a taxonomy ${name}`);
  return taxonomy;
}

function stepPosition(program: Program, scale: string, step: string): number {
  const position = program.scales.get(scale)?.steps.indexOf(step) ?? -1;
  invariant(position >= 0, `the scale ${scale} has a step ${step}`);
  return position;
}

export { textLiteral };
