import type { Field, Program, Subject, Type } from '../logic/index.ts';
import { formatDate, formatInstant, formatTime, parseDate, parseInstant } from '../runtime/index.ts';
import type { FactTests } from './fact-tests.ts';
import { collectFactTests } from './fact-tests.ts';
import { representativeTerms } from './term-classes.ts';

/** A value that a fact may be changed to, as it would be supplied; null for none. */
export type CandidateValue = string | number | boolean | null;

/** A fact that some condition reads, and values that conditions may tell apart. */
export interface FactCandidates {
  /** The schematic path: `customer.consents[].recordedAt`. */
  readonly fact: string;
  readonly values: readonly CandidateValue[];
}

/** Of lists, single changes are tried in this many entries from the first. */
export const mostEntriesTried = 20;

/**
 * For each single fact that the rules about an activity or a record read, the values worth trying one at a time: both
 * booleans; of terms one final term for each class that the tests of this fact tell apart; every step and weekday; of
 * scopes `anything`; of all else each constant that it is compared with, and of what has an order the neighbors (one
 * more and one less, one day, one minute); none where the type has it. Sorted by fact; values in a fixed order.
 */
export function candidateValues(program: Program, subject: Subject): readonly FactCandidates[] {
  const tests = collectFactTests(program, subject);
  return [...tests.keys()].sort().flatMap((fact) => {
    const field = fieldAt(program, subject, fact);
    if (field === undefined) return [];
    const none = field.orNone && !fact.endsWith('[]') ? [null] : [];
    const type = fact.endsWith('[]') && field.type.kind === 'list' ? field.type.element : field.type;
    const values = [...none, ...valuesOf(type, tests.get(fact) ?? { constants: [], options: [] }, program)];
    return values.length === 0 ? [] : [{ fact, values: [...new Set(values)] }];
  });
}

function valuesOf(type: Type, tests: FactTests, program: Program): readonly CandidateValue[] {
  switch (type.kind) {
    case 'boolean':
      return [false, true];
    case 'weekday':
      return ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    case 'scale':
      return program.scales.get(type.scale)?.steps ?? [];
    case 'term':
      return representativeTerms(program, type.taxonomy, tests.options);
    case 'scope':
      return ['anything'];
    case 'number':
    case 'date':
    case 'time':
    case 'instant':
      return neighbors(type.kind, tests);
    case 'text':
    case 'timezone':
      return textsOf(type.kind, tests);
    default:
      return [];
  }
}

const minute = 60_000;
const minutesPerDay = 1440;

function neighbors(
  kind: 'number' | 'date' | 'time' | 'instant',
  tests: FactTests,
): readonly (string | number)[] {
  const constants = tests.constants.flatMap((constant) => (constant.type === kind ? [constant.value] : []));
  const step = kind === 'number' || kind === 'date' ? 1 : minute;
  const values = constants.flatMap((value) => [value - step, value, value + step]);
  const inOrder = [...new Set(values)].sort((left, right) => left - right);
  if (kind === 'number') return inOrder;
  // What lies beyond the years that can be written is no fact.
  if (kind === 'date') return inOrder.map(formatDate).filter((text) => parseDate(text) !== undefined);
  if (kind === 'instant') {
    return inOrder.map(formatInstant).filter((text) => parseInstant(text) !== undefined);
  }
  return inOrder.filter((time) => time >= 0 && time < minutesPerDay * minute).map(formatTime);
}

function textsOf(kind: 'text' | 'timezone', tests: FactTests): readonly string[] {
  const texts = tests.constants.flatMap((constant) =>
    constant.type === kind && typeof constant.value === 'string' ? [constant.value] : [],
  );
  return texts.sort();
}

/** The field that a schematic path ends at. */
export function fieldAt(program: Program, subject: Subject, fact: string): Field | undefined {
  let fields: readonly Field[] = subject.fields;
  let field: Field | undefined;
  for (const segment of fact.split('.')) {
    field = fields.find(({ key }) => key === segment.replace('[]', ''));
    const type = field?.type.kind === 'list' ? field.type.element : field?.type;
    fields = type?.kind === 'record' ? (program.records.get(type.record)?.fields ?? []) : [];
  }
  return field;
}
