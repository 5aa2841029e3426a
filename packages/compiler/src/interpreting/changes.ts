import type { CandidateValue } from '../analysis/index.ts';
import { candidateValues, mostEntriesTried } from '../analysis/index.ts';
import type { Change, Outcome } from '../runtime/index.ts';
import { compareText } from '../support/index.ts';
import { evaluateCases, strictest } from './cases.ts';
import type { InterpretOptions } from './interpret.ts';
import { prepare } from './interpret.ts';
import { isList, readOwn } from './reading-objects.ts';
import type { Run } from './run.ts';

/** "The single changes that would turn the answer": of one fact each, sorted by fact, then value. */
export function singleChanges(options: InterpretOptions, run: Run, outcome: Outcome): readonly Change[] {
  return changesThat(options.facts, run, (facts) => {
    const prepared = prepare({ ...options, facts });
    if (prepared.kind === 'invalid') return undefined;
    const turned = strictest(evaluateCases(prepared.run));
    return turned === outcome ? undefined : { outcome: turned };
  });
}

/** A fact with the value that it would be changed to. */
interface ChangedFact {
  readonly fact: string;
  readonly value: CandidateValue;
}

/** The changes of one fact each that turn something, with what comes of them, sorted by fact, then value. */
export function changesThat<Turned extends object>(
  facts: unknown,
  { program, subject }: Run,
  turn: (facts: unknown) => Turned | undefined,
): readonly (ChangedFact & Turned)[] {
  return candidateValues(program, subject)
    .flatMap(({ fact, values }) =>
      placesOf(facts, fact.split('.')).flatMap((place) =>
        values.flatMap((value) => {
          const turned = turn(replaced(facts, place, value));
          return turned === undefined ? [] : [{ fact: pathText(place), value, ...turned }];
        }),
      ),
    )
    .sort((left, right) => compareText(left.fact, right.fact) || compareValues(left.value, right.value));
}

type Step = string | number;

/** Where a schematic path leads in the facts that were supplied; what is left out of a record that is there counts. */
function placesOf(raw: unknown, [segment, ...rest]: readonly string[]): readonly (readonly Step[])[] {
  if (segment === undefined || typeof raw !== 'object' || raw === null) return [];
  const key = segment.replace('[]', '');
  if (rest.length === 0 && key === segment) return [[key]];
  const value = dataAt(raw, key);
  if (key === segment) return placesOf(value, rest).map((place) => [key, ...place]);
  if (!isList(value)) return [];
  const positions = Array.from({ length: Math.min(value.length, mostEntriesTried) }, (_, index) => index);
  return positions.flatMap((index) => {
    const inside = rest.length === 0 ? [[]] : placesOf(dataAt(value, index), rest);
    return inside.map((place) => [key, index, ...place]);
  });
}

function dataAt(raw: object, step: Step): unknown {
  const property = readOwn(raw, step);
  return property.kind === 'data' ? property.value : undefined;
}

/** A copy of the facts with one value replaced. */
function replaced(raw: unknown, [step, ...rest]: readonly Step[], value: CandidateValue): unknown {
  if (step === undefined) return value;
  if (isList(raw))
    return Array.from(raw, (item, index) => (index === step ? replaced(item, rest, value) : item));
  const inner = typeof raw === 'object' && raw !== null ? dataAt(raw, step) : undefined;
  return { ...(typeof raw === 'object' ? raw : {}), [step]: replaced(inner, rest, value) };
}

function pathText(place: readonly Step[]): string {
  return place
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}

/** None first, then numbers by size, all else by its text. */
function compareValues(left: CandidateValue, right: CandidateValue): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return compareText(String(left), String(right));
}
