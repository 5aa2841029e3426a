import type { Program } from '../logic/index.ts';
import type { Dated } from './dated.ts';
import { datedProvisions, datedVocabulary } from './dated.ts';
import { vocabularyRead } from './vocabulary-reads.ts';

/** Something that is not in force on a day: it has not begun, or has ended. */
export interface NotInForce {
  readonly dated: Dated;
  /** The first day of what has not begun, or the last day of what has ended. */
  readonly date: number;
  readonly isOver: boolean;
}

/** The policies, rules, exceptions and lifts that do not count on a day; those that count by another date are left out. */
export function notInForceOn(program: Program, date: number): readonly NotInForce[] {
  return datedProvisions(program)
    .filter(({ countedBy }) => countedBy === undefined)
    .flatMap((dated): NotInForce[] => {
      if (dated.from !== undefined && date < dated.from) return [{ dated, date: dated.from, isOver: false }];
      if (dated.until !== undefined && date >= dated.until)
        return [{ dated, date: dated.until - 1, isOver: true }];
      return [];
    });
}

/** A calendar, a table or a group that says nothing any more. */
export interface EndedCover {
  readonly kind: 'calendar' | 'table' | 'group';
  readonly name: string;
  readonly title?: string;
  /** Of a table: the rows that have no successor, by what they are about. */
  readonly of: readonly string[];
  /** The last day on which it said something. */
  readonly lastDay: number;
}

/** What policies read and what has run out on a day. */
export function endedCovers(program: Program, date: number): readonly EndedCover[] {
  const vocabulary = datedVocabulary(program, vocabularyRead(program, program.policies));
  return [
    ...vocabulary
      .filter((dated) => dated.kind === 'calendar' && isOver(dated, date))
      .map((dated) => coverOf('calendar', [dated], [])),
    ...endedRows(vocabulary, date),
    ...byName(vocabulary, 'member')
      .filter((entries) => entries.every((entry) => isOver(entry, date)))
      .map((entries) => coverOf('group', entries, [])),
  ];
}

/** Rows after which no other comes for the same keys. */
function endedRows(vocabulary: readonly Dated[], date: number): readonly EndedCover[] {
  return byName(vocabulary, 'row').flatMap((rows) => {
    const keys = [...new Set(rows.map(({ of = '' }) => of))];
    const ended = keys.filter((key) => rows.filter(({ of }) => of === key).every((row) => isOver(row, date)));
    const own = rows.filter(({ of = '' }) => ended.includes(of));
    return own.length === 0 ? [] : [coverOf('table', own, ended)];
  });
}

function byName(vocabulary: readonly Dated[], kind: Dated['kind']): readonly (readonly Dated[])[] {
  const groups = new Map<string, Dated[]>();
  for (const dated of vocabulary.filter((one) => one.kind === kind)) {
    groups.set(dated.name, [...(groups.get(dated.name) ?? []), dated]);
  }
  return [...groups.values()];
}

function isOver({ until }: Dated, date: number): boolean {
  return until !== undefined && date >= until;
}

function coverOf(kind: EndedCover['kind'], entries: readonly Dated[], of: readonly string[]): EndedCover {
  const [first] = entries;
  const lastDay = Math.max(...entries.map(({ until = Number.NEGATIVE_INFINITY }) => until - 1));
  const title = first?.title === undefined ? {} : { title: first.title };
  return { kind, name: first?.name ?? '', ...title, of, lastDay };
}
