import type { Group, GroupEntry, Program, Taxonomy, Term } from '@privacy-lang/compiler';
import { bullets, paragraphs, plain } from './markdown.ts';

/** A term: its title, where it stands in its taxonomy, its other names, and the groups that it is in. */
export function describeTerm(program: Program, taxonomyName: string, name: string): string {
  const taxonomy = program.taxonomies.get(taxonomyName);
  const term = taxonomy?.termsByName.get(name);
  if (taxonomy === undefined || term === undefined) return `**${plain(name)}** in ${plain(taxonomyName)}`;
  const title = term.title === undefined ? '' : `: ${plain(term.title)}`;
  const level = taxonomy.levels[term.depth];
  const facts = [
    level === undefined ? undefined : plain(level),
    term.final ? undefined : belowWords(taxonomy, term),
    term.sensitive ? 'sensitive' : undefined,
  ].filter((fact) => fact !== undefined);
  return paragraphs([
    `**${plain(name)}**${title}`,
    `${termPath(taxonomy, term).map(plain).join(' › ')}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`,
    term.aliases.length === 0
      ? undefined
      : `Also ${term.aliases.map((alias) => `"${plain(alias)}"`).join(', ')}`,
    bullets(memberships(program, taxonomy, term)),
  ]);
}

/** The taxonomy and the terms above, the topmost first, down to the term itself. */
export function termPath(taxonomy: Taxonomy, term: Term): string[] {
  const names: string[] = [];
  for (let next: Term | undefined = term; next !== undefined; next = taxonomy.terms[next.parent]) {
    names.unshift(next.name);
  }
  return [taxonomy.name, ...names];
}

function belowWords(taxonomy: Taxonomy, term: Term): string {
  const count = taxonomy.terms.slice(term.index + 1, term.end).length;
  return count === 1 ? '1 term below' : `${count} terms below`;
}

/** `EU since 1973-01-01 through 2020-01-31`, one line for each group and period. */
function memberships(program: Program, taxonomy: Taxonomy, term: Term): string[] {
  return [...program.groups.values()]
    .filter((group) => group.taxonomy === taxonomy.name)
    .flatMap((group) =>
      periodsIn(program, { group, taxonomy, term, seen: new Set() }).map((period) => {
        const through = period.by.length === 0 ? '' : ` through ${period.by.map(plain).join(', ')}`;
        return `in **${plain(group.name)}**${through}${periodWords(period)}`;
      }),
    );
}

interface Membership {
  /** Days since 1970-01-01; included. */
  readonly from?: number;
  /** Excluded. */
  readonly until?: number;
  /** The groups or terms by way of which the term belongs to the group. */
  readonly by: readonly string[];
}

interface Question {
  readonly group: Group;
  readonly taxonomy: Taxonomy;
  readonly term: Term;
  readonly seen: ReadonlySet<string>;
}

function periodsIn(program: Program, question: Question): Membership[] {
  const { group, taxonomy, term, seen } = question;
  if (seen.has(group.name)) return [];
  const inner = { taxonomy, term, seen: new Set(seen).add(group.name) };
  return group.entries.flatMap((entry): Membership[] => {
    if (entry.kind === 'term') return termPeriod(taxonomy, term, entry);
    const nested = program.groups.get(entry.name);
    if (nested === undefined) return [];
    return periodsIn(program, { ...inner, group: nested }).flatMap((period) =>
      overlap({ ...period, by: [nested.name, ...period.by] }, entry),
    );
  });
}

function termPeriod(taxonomy: Taxonomy, term: Term, entry: GroupEntry): Membership[] {
  const listed = taxonomy.termsByName.get(entry.name);
  if (listed === undefined || term.index < listed.index || term.index >= listed.end) return [];
  return overlap({ by: listed === term ? [] : [listed.name] }, entry);
}

function overlap(period: Membership, entry: GroupEntry): Membership[] {
  const from = Math.max(period.from ?? -Infinity, entry.from ?? -Infinity);
  const until = Math.min(period.until ?? Infinity, entry.until ?? Infinity);
  if (from >= until) return [];
  return [
    {
      by: period.by,
      ...(from === -Infinity ? {} : { from }),
      ...(until === Infinity ? {} : { until }),
    },
  ];
}

function periodWords({ from, until }: Membership): string {
  const since = from === undefined ? '' : ` since ${isoDate(from)}`;
  return until === undefined ? since : `${since} until ${isoDate(until)} (that day excluded)`;
}

function isoDate(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** A group: what it groups, and its entries with their periods. */
export function describeGroup(program: Program, name: string): string | undefined {
  const group = program.groups.get(name);
  if (group === undefined) return undefined;
  const title = group.title === undefined ? '' : `: ${plain(group.title)}`;
  const shown = group.entries.slice(0, mostEntries);
  const more = group.entries.length - shown.length;
  return paragraphs([
    `**${plain(name)}**${title}`,
    `A group of ${plain(group.taxonomy)}; its dates begin at midnight in ${plain(group.zone)}.`,
    bullets([
      ...shown.map((entry) => `${plain(entry.name)}${periodWords({ ...entry, by: [] })}`),
      ...(more > 0 ? [`and ${more} more`] : []),
    ]),
  ]);
}

const mostEntries = 40;
