import type { CandidateValue } from '../../analysis/index.ts';
import { candidateValues, fieldAt } from '../../analysis/index.ts';
import type { FactsValue, Field, Program, Subject } from '../../logic/index.ts';
import { formatDate, formatInstant } from '../../runtime/index.ts';
import type { Case, Steps } from './case.ts';
import { factAt, isList, isRecord, subjectOf, withFact } from './case.ts';
import type { Hints } from './hints.ts';
import { daysNear, daysOfCase, momentsNear, otherMoments } from './moments.ts';

/** A case with one thing changed. */
export interface Variation {
  readonly case: Case;
  readonly change: CaseChange;
}

export type CaseChange =
  | { readonly kind: 'now'; readonly now: number }
  /** A fact with another value; undefined where it is left out. */
  | { readonly kind: 'fact'; readonly steps: Steps; readonly value: FactsValue | undefined };

/** Finds the cases that lie one change from another and that conditions may tell from it. */
export interface Variations {
  around(original: Case, hints: Hints, zone: string): readonly Variation[];
}

/** Values that may matter are looked up once for each activity. */
export function createVariations(program: Program): Variations {
  const candidates = new Map<string, ReadonlyMap<string, readonly CandidateValue[]>>();
  const candidatesOf = (subject: Subject): ReadonlyMap<string, readonly CandidateValue[]> => {
    const known =
      candidates.get(subject.name) ??
      new Map(candidateValues(program, subject).map(({ fact, values }) => [fact, values]));
    candidates.set(subject.name, known);
    return known;
  };
  return {
    around(original, hints, zone) {
      const subject = subjectOf(original, program);
      if (subject === undefined) return [];
      const setting: Setting = {
        program,
        subject,
        original,
        hints,
        zone,
        candidates: candidatesOf(subject),
        days: daysOfCase(program, hints, original, zone),
      };
      return [
        ...hints.paths.flatMap((path) => variationsOf(path, setting)),
        ...otherMoments(hints, original, zone).map(
          (now): Variation => ({
            case: { ...original, now },
            change: { kind: 'now', now },
          }),
        ),
      ];
    },
  };
}

interface Setting {
  readonly program: Program;
  readonly subject: Subject;
  readonly original: Case;
  readonly hints: Hints;
  readonly zone: string;
  readonly candidates: ReadonlyMap<string, readonly CandidateValue[]>;
  readonly days: readonly number[];
}

function variationsOf(path: string, setting: Setting): readonly Variation[] {
  const { program, subject, original } = setting;
  const field = fieldAt(program, subject, path);
  if (field === undefined) return [];
  const values = valuesFor(path, field, setting);
  return placesOf(path.split('.'), original.facts).flatMap((steps) =>
    values.flatMap((value) => variation(original, steps, value) ?? []),
  );
}

function variation(original: Case, steps: Steps, value: FactsValue | undefined): Variation | undefined {
  const before = factAt(original.facts, steps);
  if (JSON.stringify(before) === JSON.stringify(value)) return undefined;
  const facts = withFact(original.facts, steps, value);
  if (!isRecord(facts)) return undefined;
  return { case: { ...original, facts }, change: { kind: 'fact', steps, value } };
}

/** What a fact may be; undefined where it may be left out. */
function valuesFor(path: string, field: Field, setting: Setting): readonly (FactsValue | undefined)[] {
  const isEntry = path.endsWith('[]');
  const plain = setting.candidates.get(path) ?? [];
  const none = field.orNone && !isEntry ? [null] : [];
  return [...new Set([...plain, ...none, ...moreValues(field, isEntry, setting), undefined])];
}

function moreValues(field: Field, isEntry: boolean, setting: Setting): readonly FactsValue[] {
  const { hints, original, zone, days, program } = setting;
  const type = isEntry && field.type.kind === 'list' ? field.type.element : field.type;
  switch (type.kind) {
    case 'date':
      return daysNear(hints, days).map(formatDate);
    case 'instant':
      return momentsNear(hints, original.now, zone).map(formatInstant);
    case 'timezone':
      return [zone, ...hints.zones];
    case 'term':
      return hints.terms.filter((term) => program.taxonomies.get(type.taxonomy)?.termsByName.has(term));
    case 'list':
    case 'scope':
      return [[]];
    case 'record':
      return [{}];
    default:
      return [];
  }
}

/** Of lists, the entries that are there up to this many, and one more. */
const mostEntries = 3;

/** Where a schematic path leads; records that are not there are made, and lists get one more entry. */
function placesOf([segment, ...rest]: readonly string[], facts: FactsValue | undefined): readonly Steps[] {
  if (segment === undefined) return [[]];
  const key = segment.replace('[]', '');
  const value = isRecord(facts) ? facts[key] : undefined;
  if (key === segment) return placesOf(rest, value).map((steps) => [key, ...steps]);
  const entries = isList(value) ? value : [];
  const count = Math.min(entries.length + 1, mostEntries);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) =>
    placesOf(rest, entries[index]).map((steps): Steps => [key, index, ...steps]),
  );
}
