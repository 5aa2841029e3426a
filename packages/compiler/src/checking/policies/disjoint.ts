import type { Formula, Group, Taxonomy, TermOption } from '../../logic/index.ts';
import { formulaKey, valueKey } from '../../logic/index.ts';
import { conjunctsOf } from './regimes.ts';

/** Finds the taxonomies and groups that conditions name. */
export interface DisjointVocabulary {
  taxonomy(name: string): Taxonomy | undefined;
  group(name: string): Group | undefined;
}

/** Whether some condition on one side can never hold together with one on the other; when in doubt, they can. */
export function areDisjoint(
  left: readonly Formula[],
  right: readonly Formula[],
  vocabulary: DisjointVocabulary,
): boolean {
  const others = right.flatMap(conjunctsOf);
  return left.flatMap(conjunctsOf).some((one) => others.some((other) => exclude(one, other, vocabulary)));
}

function exclude(one: Formula, other: Formula, vocabulary: DisjointVocabulary): boolean {
  if (one.kind === 'not') return formulaKey(one.operand) === formulaKey(other);
  if (other.kind === 'not') return formulaKey(other.operand) === formulaKey(one);
  if (one.kind === 'compare' && other.kind === 'compare') return areOtherValues(one, other);
  if (one.kind !== 'term-test' || other.kind !== 'term-test') return false;
  if (valueKey(one.value) !== valueKey(other.value)) return false;
  const ranges = rangesOf(one.taxonomy, one.options, vocabulary);
  return !rangesOf(other.taxonomy, other.options, vocabulary).some(([from, end]) =>
    ranges.some(([start, until]) => from < until && start < end),
  );
}

type Compare = Extract<Formula, { kind: 'compare' }>;

/** `company.id is "acme"` and `company.id is "beta"` */
function areOtherValues(one: Compare, other: Compare): boolean {
  if (one.relation !== 'equal' || other.relation !== 'equal') return false;
  if (one.right.kind !== 'constant' || other.right.kind !== 'constant') return false;
  return (
    valueKey(one.left) === valueKey(other.left) &&
    JSON.stringify(one.right.constant) !== JSON.stringify(other.right.constant)
  );
}

/** The terms that options mean, as ranges of their numbers; groups at any time. */
function rangesOf(
  taxonomyName: string,
  options: readonly TermOption[],
  vocabulary: DisjointVocabulary,
): [number, number][] {
  const terms = vocabulary.taxonomy(taxonomyName)?.termsByName;
  const termRange = (name: string): [number, number][] => {
    const term = terms?.get(name);
    return term === undefined ? [] : [[term.index, term.end]];
  };
  const groupRanges = (name: string): [number, number][] =>
    (vocabulary.group(name)?.entries ?? []).flatMap((entry) =>
      entry.kind === 'term' ? termRange(entry.name) : groupRanges(entry.name),
    );
  return options.flatMap((option) =>
    option.kind === 'term' ? termRange(option.term) : groupRanges(option.group),
  );
}
