import type { Declared } from '../../binding/index.ts';
import type {
  Formula,
  LookupValue,
  Provision,
  Table,
  Taxonomy,
  Term,
  TermOption,
} from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { lookupsIn } from '../found-lookups.ts';
import { createReach } from '../vocabulary/table-reach.ts';
import { fewNames } from '../vocabulary/table-words.ts';
import { conjunctsOf } from './regimes.ts';

/**
 * Reports look-ups by the claim for which a table has no row at all, in a policy that says for which claims it speaks:
 * there the answer stays open on every day.
 */
export function adviseOnLookups(
  context: CheckContext,
  declared: Declared,
  applies: Formula,
  provision: Provision,
): void {
  for (const lookup of lookupsIn(provision)) {
    const table = context.queries.get('table', lookup.table);
    if (table === undefined || lookup.place.unit !== declared.unit) continue;
    adviseOnLookup(context, declared, { lookup, table, applies });
  }
}

function adviseOnLookup(
  context: CheckContext,
  declared: Declared,
  { lookup, table, applies }: { lookup: LookupValue; table: Table; applies: Formula },
): void {
  for (const [index, key] of lookup.keys.entries()) {
    if (key.kind !== 'claim' || key.type.kind !== 'term') continue;
    const taxonomy = context.queries.get('taxonomy', key.type.taxonomy);
    if (taxonomy === undefined) continue;
    const spoken = claimedTerms(context, taxonomy, applies);
    const without = createReach(context, table).termsWithout(index, spoken);
    if (without.length === 0) continue;
    const values = { name: table.name, what: fewNames(wholeTerms(taxonomy, spoken, without)) };
    report(context, declared.unit, 'lint/no-row', lookup.place, values);
  }
}

/** The terms that a policy speaks about by its `applies when`; none where it does not say. */
function claimedTerms(context: CheckContext, taxonomy: Taxonomy, applies: Formula): readonly Term[] {
  const tests = conjunctsOf(applies).flatMap((conjunct) =>
    conjunct.kind === 'term-test' && conjunct.value.kind === 'claim' && conjunct.taxonomy === taxonomy.name
      ? [conjunct.options]
      : [],
  );
  const [options = []] = tests;
  return options.flatMap((option) => termsOf(context, taxonomy, option, new Set()));
}

/** A term, or all that have ever been members of a group. */
function termsOf(
  context: CheckContext,
  taxonomy: Taxonomy,
  option: TermOption,
  seen: Set<string>,
): readonly Term[] {
  if (option.kind === 'term') {
    const term = taxonomy.termsByName.get(option.term);
    return term === undefined ? [] : [term];
  }
  if (seen.has(option.group)) return [];
  seen.add(option.group);
  const entries = context.queries.get('group', option.group)?.entries ?? [];
  return entries.flatMap(({ kind, name }) =>
    termsOf(context, taxonomy, kind === 'term' ? { kind, term: name } : { kind, group: name }, seen),
  );
}

/** A term of which nothing has a row stands for all that is below it. */
function wholeTerms(
  taxonomy: Taxonomy,
  spoken: readonly Term[],
  without: readonly Term[],
): readonly string[] {
  const isBelow = (term: Term, above: Term): boolean => above.index <= term.index && term.index < above.end;
  const names = spoken.flatMap((above) => {
    const below = without.filter((term) => isBelow(term, above));
    const all = taxonomy.terms.filter((term) => term.final && isBelow(term, above));
    return below.length === all.length ? [above.name] : below.map(({ name }) => name);
  });
  return [...new Set(names)];
}
