import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import type { CalendarDay, CalendarDeclaration, TableDeclaration } from '../tree-declarations.ts';
import type { Name, Period } from '../tree-names.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives, nameOf } from './base-grammar.ts';
import { mendWeekdayName } from './test-checks.ts';
import { VocabularyGrammar } from './vocabulary-grammar.ts';

/** Declarations of tables and calendars. */
export abstract class CalendarGrammar extends VocabularyGrammar {
  readonly table: Rule<TableDeclaration> = this.newRule('table', () => {
    const start = this.take(1, W.table).startOffset;
    const name = this.nameAt(1);
    const title = this.option(1, () => this.textAt(1));
    this.take(1, W.by);
    const keys = [this.tableKey(1)];
    this.many(2, () => {
      this.take(1, T.comma);
      keys.push(this.tableKey(2));
    });
    this.take(1, T.colon);
    const type = this.subrule(1, this.type);
    const head: Pick<Building<TableDeclaration>, 'zone' | 'countedBy'> = {};
    this.many(1, () =>
      this.or(
        1,
        alternatives(
          () => {
            head.zone = this.once(head.zone, this.zoneText(1), 'zone');
          },
          () => {
            this.take(1, W['counted by']);
            head.countedBy = this.once(head.countedBy, this.subrule(1, this.value), 'counted by');
          },
        ),
      ),
    );
    this.take(1, T.openBrace);
    const rows = this.subrule(1, this.tableRows);
    const { end } = this.take(1, T.closeBrace);
    const node: Building<TableDeclaration> = { kind: 'table', start, end, name, keys, type, ...head, rows };
    if (title !== undefined) node.title = title;
    return node;
  });

  /** A taxonomy, `weekday` or `boolean`. */
  private tableKey(occurrence: 1 | 2): Name {
    return nameOf(
      this.or<Token>(
        1 + occurrence,
        alternatives(
          () => this.take(10 + occurrence, T.name),
          () => this.take(occurrence, W.weekday),
        ),
      ),
    );
  }

  readonly calendar: Rule<CalendarDeclaration> = this.newRule('calendar', () => {
    const start = this.take(1, W.calendar).startOffset;
    const name = this.nameAt(1);
    const node: OpenCalendar = {
      kind: 'calendar',
      start,
      end: start,
      name,
      includes: [],
      weekend: [],
      days: [],
    };
    this.many(1, () => this.or(1, alternatives(...this.calendarHead(node))));
    this.take(1, T.openBrace);
    this.many(2, () => this.or(2, alternatives(...this.calendarBody(node))));
    node.end = this.take(1, T.closeBrace).end;
    return node;
  });

  private calendarHead(node: OpenCalendar): (() => void)[] {
    return [
      () => {
        node.title = this.once(node.title, this.textAt(1), 'a title');
      },
      () => {
        this.take(1, W.covers);
        node.covers = this.once(node.covers, this.subrule(1, this.span), 'covers');
      },
      () => {
        node.zone = this.once(node.zone, this.zoneText(1), 'zone');
      },
      () => {
        this.take(1, W.including);
        node.includes.push(...this.namesAt(5));
      },
    ];
  }

  private calendarBody(node: OpenCalendar): (() => void)[] {
    return [
      () => {
        this.take(1, W.weekend);
        node.weekend.push(...this.namesAt(7).map((day) => mendWeekdayName(day, this.findings)));
      },
      () => {
        this.take(2, W.including);
        node.includes.push(...this.namesAt(9));
      },
      () => this.entry(20, () => node.days.push(this.subrule(1, this.calendarDay))),
    ];
  }

  /** `2024-01-01 through 2028-12-31` */
  readonly span: Rule<Period> = this.newRule('span', () => {
    const start = this.nextStart();
    this.option(1, () =>
      this.or<Token>(
        1,
        alternatives(
          () => this.take(1, W.from),
          () => this.take(1, W.since),
        ),
      ),
    );
    const from = this.dateAt(1);
    const node: Building<Period> = { kind: 'period', start, end: start, from };
    this.or(
      2,
      alternatives(
        () => {
          node.through = this.boundAt(1);
        },
        () => {
          node.until = this.exclusiveBoundAt(1);
        },
      ),
    );
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

/** A calendar while it is read. */
type OpenCalendar = Building<Omit<CalendarDeclaration, 'includes' | 'weekend' | 'days'>> & {
  includes: Name[];
  weekend: Name[];
  days: CalendarDay[];
};
