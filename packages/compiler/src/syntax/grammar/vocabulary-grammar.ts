import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import type {
  AuthoritiesDeclaration,
  AuthorityEntry,
  CalendarDay,
  CalendarDeclaration,
  GroupDeclaration,
  GroupEntry,
  ScaleDeclaration,
  ScaleStep,
  TableDeclaration,
  TaxonomyDeclaration,
  TermNode,
} from '../tree-declarations.ts';
import type { Name, Period, TextNode, UrlNode } from '../tree-names.ts';
import type { Building, Rule } from './base-grammar.ts';
import { nameOf, alternatives } from './base-grammar.ts';
import { RowGrammar } from './row-grammar.ts';
import { mendWeekdayName } from './test-checks.ts';

/** Declarations of words: authorities, taxonomies, scales, groups, tables, calendars. */
export abstract class VocabularyGrammar extends RowGrammar {
  readonly authorities: Rule<AuthoritiesDeclaration> = this.newRule('authorities', () => {
    const start = this.take(1, W.authorities).startOffset;
    const entries = [this.subrule(1, this.authorityEntry)];
    this.many(1, () => {
      this.take(1, T.greater);
      entries.push(this.subrule(2, this.authorityEntry));
    });
    return { kind: 'authorities', start, end: this.lastEnd(), entries };
  });

  readonly authorityEntry: Rule<AuthorityEntry> = this.newRule('authorityEntry', () => {
    const name = this.nameAt(1);
    const markers: Name[] = [];
    this.many(1, () => {
      markers.push(this.nameAt(2));
    });
    return { kind: 'authority', start: name.start, end: this.lastEnd(), name, markers };
  });

  readonly taxonomy: Rule<TaxonomyDeclaration> = this.newRule('taxonomy', () => {
    const start = this.take(1, W.taxonomy).startOffset;
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    let complete = false;
    const levels: Name[] = [];
    this.many(1, () =>
      this.or(1, alternatives(() => {
            this.take(1, W.complete);
            complete = true;
          }, () => {
            this.take(1, W.levels);
            levels.push(...this.namesAt(5));
          })),
    );
    this.take(1, T.openBrace);
    const terms = this.entries(20, () => this.subrule(1, this.taxonomyTerm));
    this.take(1, T.closeBrace);
    const node: Building<TaxonomyDeclaration> = {
      kind: 'taxonomy',
      start,
      end: this.lastEnd(),
      extends: false,
      name,
      complete,
      levels,
      terms,
    };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly taxonomyTerm: Rule<TermNode> = this.newRule('taxonomyTerm', () => {
    this.enter();
    const documentation = this.documentation();
    const name = nameOf(this.take(1, T.termName));
    const aliases: TextNode[] = [];
    const sameAs: UrlNode[] = [];
    const marks = { open: false, complete: false, sensitive: false };
    const title = this.option(1, () => this.textAt(1));
    this.many(1, () => this.or(1, this.termMarks(marks, aliases, sameAs)));
    const terms = this.option(2, () => {
      this.take(1, T.openBrace);
      const below = this.entries(20, () => this.subrule(1, this.taxonomyTerm));
      this.take(1, T.closeBrace);
      return below;
    });
    this.leave();
    const node: Building<TermNode> = {
      kind: 'term',
      start: name.start,
      end: this.lastEnd(),
      name,
      aliases,
      sameAs,
      ...marks,
      terms: terms ?? [],
    };
    if (title !== undefined) node.title = title;
    if (documentation !== undefined) node.documentation = documentation;
    return node;
  });

  private termMarks(
    marks: { open: boolean; complete: boolean; sensitive: boolean },
    aliases: TextNode[],
    sameAs: UrlNode[],
  ) {
    return alternatives(() => {
          this.take(1, W.open);
          marks.open = true;
        }, () => {
          this.take(1, W.complete);
          marks.complete = true;
        }, () => {
          this.take(1, W.sensitive);
          marks.sensitive = true;
        }, () => this.also(aliases), () => this.sameAs(sameAs));
  }

  /** `also "UK", "Britain"` */
  protected also(aliases: TextNode[]): void {
    this.take(1, W.also);
    aliases.push(this.textAt(8));
    this.many(8, () => {
      this.take(8, T.aliasComma);
      aliases.push(this.textAt(9));
    });
  }

  /** `same as <https://w3id.org/dpv#Marketing>` */
  protected sameAs(urls: UrlNode[]): void {
    this.take(1, W['same as']);
    urls.push(this.urlAt(1));
  }

  readonly scale: Rule<ScaleDeclaration> = this.newRule('scale', () => {
    const start = this.take(1, W.scale).startOffset;
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    this.take(1, T.openBrace);
    const steps = [this.subrule(1, this.scaleStep)];
    this.many(1, () => {
      this.take(1, T.less);
      steps.push(this.subrule(2, this.scaleStep));
    });
    const { end } = this.take(1, T.closeBrace);
    const node: Building<ScaleDeclaration> = { kind: 'scale', start, end, name, steps };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly scaleStep: Rule<ScaleStep> = this.newRule('scaleStep', () => {
    const name = nameOf(this.take(1, T.termName));
    const title = this.option(1, () => this.textAt(1));
    const node: Building<ScaleStep> = { kind: 'scale-step', start: name.start, end: this.lastEnd(), name };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly group: Rule<GroupDeclaration> = this.newRule('group', () => {
    const start = this.take(1, W.group).startOffset;
    const name = this.nameAt(1);
    const node: Building<GroupDeclaration> = {
      kind: 'group',
      start,
      end: start,
      extends: false,
      name,
      entries: [],
    };
    this.many(1, () =>
      this.or(1, alternatives(() => {
            this.take(1, W.of);
            node.taxonomy = this.nameAt(2);
          }, () => {
            node.title = this.textAt(1);
          }, () => {
            node.zone = this.zoneText(1);
          })),
    );
    this.take(1, T.openBrace);
    node.entries = this.entries(20, () => this.subrule(1, this.groupEntry));
    node.end = this.take(1, T.closeBrace).end;
    return node;
  });

  readonly groupEntry: Rule<GroupEntry> = this.newRule('groupEntry', () => {
    const name = nameOf(this.take(1, T.termName));
    const node: Building<GroupEntry> = { kind: 'group-entry', start: name.start, end: name.end, name };
    this.option(1, () => {
      node.period = this.subrule(1, this.period);
    });
    this.option(2, () => {
      this.take(1, W.cite);
      node.cite = this.textAt(1);
    });
    node.end = this.lastEnd();
    return node;
  });

  readonly table: Rule<TableDeclaration> = this.newRule('table', () => {
    const start = this.take(1, W.table).startOffset;
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    this.take(1, W.by);
    const keys = this.namesAt(5);
    this.take(1, T.colon);
    const type = this.subrule(1, this.type);
    const head: Pick<Building<TableDeclaration>, 'zone' | 'countedBy'> = {};
    this.many(1, () =>
      this.or(1, alternatives(() => {
            head.zone = this.zoneText(1);
          }, () => {
            this.take(1, W['counted by']);
            head.countedBy = this.subrule(1, this.value);
          })),
    );
    this.take(1, T.openBrace);
    const rows = this.subrule(1, this.rows);
    const { end } = this.take(1, T.closeBrace);
    const node: Building<TableDeclaration> = { kind: 'table', start, end, name, keys, type, ...head, rows };
    if (title !== undefined) node.title = title;
    return node;
  });

  readonly calendar: Rule<CalendarDeclaration> = this.newRule('calendar', () => {
    const start = this.take(1, W.calendar).startOffset;
    const name = this.nameAt(1);
    const includes: Name[] = [];
    const weekend: Name[] = [];
    const days: CalendarDay[] = [];
    const node: Building<CalendarDeclaration> = {
      kind: 'calendar',
      start,
      end: start,
      name,
      includes,
      weekend,
      days,
    };
    this.many(1, () =>
      this.or(1, alternatives(() => {
            node.title = this.textAt(1);
          }, () => {
            this.take(1, W.covers);
            node.covers = this.subrule(1, this.span);
          }, () => {
            node.zone = this.zoneText(1);
          }, () => {
            this.take(1, W.including);
            includes.push(...this.namesAt(5));
          })),
    );
    this.take(1, T.openBrace);
    this.many(2, () =>
      this.or(2, alternatives(() => {
            this.take(1, W.weekend);
            weekend.push(...this.namesAt(7).map((day) => mendWeekdayName(day, this.findings)));
          }, () => {
            this.take(2, W.including);
            includes.push(...this.namesAt(9));
          }, () =>
            this.entry(20, () => {
              days.push(this.subrule(1, this.calendarDay));
            }))),
    );
    node.end = this.take(1, T.closeBrace).end;
    return node;
  });

  /** `2024-01-01 through 2028-12-31` */
  readonly span: Rule<Period> = this.newRule('span', () => {
    const start = this.nextStart();
    this.option(1, () =>
      this.or<Token>(1, alternatives(() => this.take(1, W.from), () => this.take(1, W.since))),
    );
    const from = this.dateAt(1);
    const node: Building<Period> = { kind: 'period', start, end: start, from };
    this.or(2, alternatives(() => {
          node.through = this.boundAt(1);
        }, () => {
          node.until = this.exclusiveBoundAt(1);
        }));
    node.end = this.lastEnd();
    return node;
  });

  readonly calendarDay: Rule<CalendarDay> = this.newRule('calendarDay', () => {
    const date = this.dateAt(1);
    const title = this.option(1, () => this.textAt(1));
    const node: Building<CalendarDay> = {
      kind: 'calendar-day',
      start: date.start,
      end: this.lastEnd(),
      date,
    };
    if (title !== undefined) node.title = title;
    return node;
  });
}
