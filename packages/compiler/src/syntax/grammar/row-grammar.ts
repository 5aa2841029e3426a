import { createDiagnostic } from '../../diagnostics/index.ts';
import { automaticFix, insertAt } from '../fixes.ts';
import { T, W } from '../lexing/token-types.ts';
import type { CellRange, HeaderCell, TableCell, TableRow, TableRows } from '../tree-declarations.ts';
import type { Expression } from '../tree-expressions.ts';
import type { Name, TextNode } from '../tree-names.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives, nameOf } from './base-grammar.ts';
import { ConditionGrammar } from './condition-grammar.ts';
import { joinSegments } from './name-grammar.ts';

/** What a cell is read into. */
interface CellParts {
  readonly values: Expression[];
  readonly ranges: CellRange[];
}

/** Rows between pipes; the first one names the columns. */
export abstract class RowGrammar extends ConditionGrammar {
  readonly rows: Rule<TableRows> = this.newRule('rows', () => this.rowsOf(() => this.subrule(2, this.row)));

  /** The rows of a table, whose cells may hold ranges. */
  readonly tableRows: Rule<TableRows> = this.newRule('tableRows', () =>
    this.rowsOf(() => this.subrule(2, this.tableRow)),
  );

  readonly headerRow: Rule<HeaderCell[]> = this.newRule('headerRow', () => {
    this.take(1, T.headerStart);
    const cells = [this.subrule(1, this.headerCell)];
    this.many(1, () => {
      this.take(2, T.pipe);
      cells.push(this.subrule(2, this.headerCell));
    });
    this.rowEnd();
    return cells;
  });

  /** `in force`, `only by`, `customer.consents[1].status` */
  readonly headerCell: Rule<HeaderCell> = this.newRule('headerCell', () => {
    const start = this.nextStart();
    const words: Name[] = [];
    const texts: string[] = [];
    this.many(1, () => {
      const segments = [this.nameAt(1)];
      this.many(2, () =>
        this.or(
          1,
          alternatives(
            () => this.dotSegment(segments),
            () => segments.push(nameOf(this.take(1, T.position))),
          ),
        ),
      );
      words.push(...segments);
      texts.push(joinSegments(segments));
    });
    const end = words.length > 0 ? this.lastEnd() : start;
    return { kind: 'header-cell', start, end, words, text: texts.join(' ') };
  });

  readonly row: Rule<TableRow> = this.newRule('row', () =>
    this.rowOf((occurrence) => this.subrule(occurrence, this.cell)),
  );

  readonly tableRow: Rule<TableRow> = this.newRule('tableRow', () =>
    this.rowOf((occurrence) => this.subrule(occurrence, this.tableCell)),
  );

  readonly cell: Rule<TableCell> = this.newRule('cell', () =>
    this.cellOf((parts) => this.cellValues((occurrence) => this.cellValue(occurrence, parts))),
  );

  readonly tableCell: Rule<TableCell> = this.newRule('tableCell', () =>
    this.cellOf((parts) => this.cellValues((occurrence) => this.cellRange(occurrence, parts))),
  );

  private rowsOf(readRow: () => TableRow): TableRows {
    const start = this.nextStart();
    const header = this.subrule(1, this.headerRow);
    const rows: TableRow[] = [];
    this.many(1, () => {
      rows.push(readRow());
    });
    return { kind: 'table-rows', start, end: this.lastEnd(), header, rows };
  }

  private rowOf(readCell: (occurrence: 1 | 2) => TableCell): TableRow {
    this.inRow = true;
    const start = this.take(1, T.pipe).startOffset;
    const cells = [readCell(1)];
    this.many(1, () => {
      this.take(2, T.pipe);
      cells.push(readCell(2));
    });
    this.rowEnd();
    this.inRow = false;
    return { kind: 'table-row', start, end: this.lastEnd(), cells };
  }

  private cellOf(readValues: (parts: CellParts) => void): TableCell {
    const start = this.nextStart();
    const parts: CellParts = { values: [], ranges: [] };
    const node: Building<TableCell> = { kind: 'table-cell', start, end: start, values: parts.values };
    this.option(1, () =>
      this.or(1, {
        DEF: alternatives(
          () => {
            node.period = this.subrule(1, this.period);
          },
          () => readValues(parts),
        ),
        IGNORE_AMBIGUITIES: true,
        MAX_LOOKAHEAD: 1,
      }),
    );
    if (parts.ranges.length > 0) node.ranges = parts.ranges;
    if (node.period !== undefined || parts.values.length + parts.ranges.length > 0) node.end = this.lastEnd();
    return node;
  }

  private cellValues(readValue: (occurrence: 1 | 2) => void): void {
    readValue(1);
    this.many(1, () => {
      this.take(1, T.comma);
      readValue(2);
    });
  }

  private cellValue(occurrence: 1 | 2, { values }: CellParts): void {
    values.push(this.subrule(occurrence, this.condition));
  }

  /** `monday to friday` */
  private cellRange(occurrence: 1 | 2, { values, ranges }: CellParts): void {
    const first = this.subrule(occurrence, this.condition);
    const last = this.option(1 + occurrence, () => {
      this.take(occurrence, W.to);
      return this.subrule(2 + occurrence, this.condition);
    });
    if (last === undefined) values.push(first);
    else ranges.push({ kind: 'cell-range', start: first.start, end: last.end, first, last });
  }

  private rowEnd(): void {
    const token = this.take(1, T.rowEnd);
    if (!token.virtual) return;
    const span = { start: token.startOffset, end: token.end };
    const fixes = [automaticFix('Write "|" at the end of the line', insertAt(span.end, ' |'))];
    this.findings.push(createDiagnostic('syntax/row-not-closed', span, {}, { fixes }));
  }

  /** `zone "Europe/Brussels"` */
  protected zoneText(occurrence: number): TextNode {
    this.take(occurrence, W.zone);
    return this.textAt(10 + occurrence);
  }
}
