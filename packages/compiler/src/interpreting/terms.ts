import type { Group, Program, Taxonomy, Term } from '../logic/index.ts';
import { invariant } from '../support/index.ts';
import { dateIn } from './movements.ts';

/**
 * "True if all that x may be lies in S, false if none does, else unknown." What x may be are the final terms at or
 * below `term`; S is all that is at or below the `members`.
 */
export function membership(
  taxonomy: Taxonomy,
  term: Term,
  members: readonly Term[],
): 'all' | 'some' | 'none' {
  if (members.some((member) => isWithin(term, member))) return 'all';
  if (areAllBelow(taxonomy, term, members)) return 'all';
  return members.some((member) => isWithin(member, term)) ? 'some' : 'none';
}

/** "Below every inner term there is one more, unlisted, final term, unless it is declared `complete`." */
function areAllBelow(taxonomy: Taxonomy, term: Term, members: readonly Term[]): boolean {
  if (term.final || !term.complete) return false;
  const below = taxonomy.terms.filter((candidate) => candidate.parent === term.index);
  return below.every((child) => membership(taxonomy, child, members) === 'all');
}

/** Whether a term is another one or stands below it. */
export function isWithin(term: Term, other: Term): boolean {
  return other.index <= term.index && term.index < other.end;
}

/** The ancestor on a level of the taxonomy, or the term itself; undefined where it has none. */
export function ancestorAt(taxonomy: Taxonomy, term: Term, depth: number): Term | undefined {
  let ancestor: Term | undefined = term;
  while (ancestor !== undefined && ancestor.depth > depth) ancestor = taxonomy.terms[ancestor.parent];
  return ancestor?.depth === depth ? ancestor : undefined;
}

export function termNamed(taxonomy: Taxonomy, name: string): Term {
  const term = taxonomy.termsByName.get(name);
  invariant(term !== undefined, `${taxonomy.name} has a term ${name}`);
  return term;
}

export function taxonomyNamed(program: Program, name: string): Taxonomy {
  const taxonomy = program.taxonomies.get(name);
  invariant(taxonomy !== undefined, `the program has a taxonomy ${name}`);
  return taxonomy;
}

function groupNamed(program: Program, name: string): Group {
  const group = program.groups.get(name);
  invariant(group !== undefined, `the program has a group ${name}`);
  return group;
}

/** When a group is looked at: at an instant, whose date each group takes in its own zone, or on one date for all. */
export type Viewpoint = { readonly instant: number } | { readonly date: number };

/** The terms that are members of a group. "Its dates begin at 00:00 there": nested groups keep their own zone. */
export function membersOf(program: Program, name: string, viewpoint: Viewpoint): readonly Term[] {
  const remembered = rememberedMembers(program.groups);
  const key = 'date' in viewpoint ? `${name} on ${viewpoint.date}` : `${name} at ${viewpoint.instant}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const members = findMembers(program, name, viewpoint);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, members);
  return members;
}

/** Many questions about many cases ask for the same members: they are looked up once. */
const membersByGroups = new WeakMap<Program['groups'], Map<string, readonly Term[]>>();
const mostRemembered = 10_000;

function rememberedMembers(groups: Program['groups']): Map<string, readonly Term[]> {
  const known = membersByGroups.get(groups) ?? new Map<string, readonly Term[]>();
  membersByGroups.set(groups, known);
  return known;
}

function findMembers(program: Program, name: string, viewpoint: Viewpoint): readonly Term[] {
  const group = groupNamed(program, name);
  const taxonomy = taxonomyNamed(program, group.taxonomy);
  const date = 'date' in viewpoint ? viewpoint.date : dateIn(group.zone, viewpoint.instant);
  return group.entries
    .filter((entry) => isInPeriod(entry, date))
    .flatMap((entry) =>
      entry.kind === 'term' ? [termNamed(taxonomy, entry.name)] : membersOf(program, entry.name, viewpoint),
    );
}

/** Every date that the membership of a group depends on, with the zone in which it begins. */
export function datesOf(program: Program, name: string): readonly { zone: string; date: number }[] {
  const { zone, entries } = groupNamed(program, name);
  return entries.flatMap((entry) => [
    ...[entry.from, entry.until].flatMap((date) => (date === undefined ? [] : [{ zone, date }])),
    ...(entry.kind === 'group' ? datesOf(program, entry.name) : []),
  ]);
}

/** "`until` excludes the date, `through` includes it"; both arrive as `until`. */
export function isInPeriod(
  period: { readonly from?: number; readonly until?: number },
  date: number,
): boolean {
  return (
    (period.from === undefined || period.from <= date) && (period.until === undefined || date < period.until)
  );
}
