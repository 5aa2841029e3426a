import type { Change, Outcome } from './decision.ts';
import { freeze } from './freezing.ts';
import { compareText } from './texts.ts';

/** Values that the rules may tell apart, for one fact: `customer.consents[].recordedAt`. Null stands for none. */
export interface Candidates {
  readonly fact: string;
  readonly values: readonly Change['value'][];
}

/** Of lists, single changes are tried in this many entries from the first. */
const mostEntriesTried = 20;

/** The single changes of one fact that would turn the outcome, sorted by fact, then value. `decide` judges facts anew. */
export function singleChanges(
  facts: unknown,
  candidates: readonly Candidates[],
  outcome: Outcome,
  decide: (facts: unknown) => Outcome | undefined,
): readonly Change[] {
  return changesThatTurn(facts, candidates, (changed) => {
    const turned = decide(changed);
    return turned === undefined || turned === outcome ? undefined : { outcome: turned };
  });
}

/** The single changes of one fact after which something is otherwise, with what it is then. */
export function changesThatTurn<Turned extends object>(
  facts: unknown,
  candidates: readonly Candidates[],
  turnedBy: (facts: unknown) => Turned | undefined,
): readonly (Pick<Change, 'fact' | 'value'> & Turned)[] {
  const changes = candidates.flatMap(({ fact, values }) =>
    placesOf(facts, fact.split('.')).flatMap((place) =>
      values.flatMap((value) => {
        const turned = turnedBy(replaced(facts, place, value));
        return turned === undefined ? [] : [freeze({ fact: pathText(place), value, ...turned })];
      }),
    ),
  );
  return freeze(
    changes.sort(
      (left, right) => compareText(left.fact, right.fact) || compareValues(left.value, right.value),
    ),
  );
}

type Step = string | number;

/** Where a schematic path leads in plain facts; what is left out of a record that is there counts. */
function placesOf(value: unknown, [segment, ...rest]: readonly string[]): readonly (readonly Step[])[] {
  if (segment === undefined || typeof value !== 'object' || value === null) return [];
  const key = segment.replace('[]', '');
  if (rest.length === 0 && key === segment) return [[key]];
  const inner = partAt(value, key);
  if (key === segment) return placesOf(inner, rest).map((place) => [key, ...place]);
  if (!Array.isArray(inner)) return [];
  return inner.slice(0, mostEntriesTried).flatMap((entry: unknown, index) => {
    const inside = rest.length === 0 ? [[]] : placesOf(entry, rest);
    return inside.map((place) => [key, index, ...place]);
  });
}

function partAt(value: object, step: Step): unknown {
  // The facts are plain data: what they do not have is undefined.
  return Object.hasOwn(value, step) ? (value as Readonly<Record<Step, unknown>>)[step] : undefined;
}

/** A copy of plain facts with one value replaced. */
function replaced(facts: unknown, [step, ...rest]: readonly Step[], value: Change['value']): unknown {
  if (step === undefined) return value;
  if (Array.isArray(facts)) {
    return facts.map((entry: unknown, index) => (index === step ? replaced(entry, rest, value) : entry));
  }
  const own = typeof facts === 'object' && facts !== null ? facts : {};
  return { ...own, [step]: replaced(partAt(own, step), rest, value) };
}

function pathText(place: readonly Step[]): string {
  return place
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}

/** None first, then numbers by size, all else by its text. */
function compareValues(left: Change['value'], right: Change['value']): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return compareText(String(left), String(right));
}
