import { createDiagnostic } from '../../diagnostics/index.ts';
import { automaticFix, insertAt } from '../fixes.ts';
import { T, W } from '../lexing/token-types.ts';
import type { HeaderCell, TableCell, TableRow, TableRows } from '../tree-declarations.ts';
import type { Expression } from '../tree-expressions.ts';
import type { Name, TextNode } from '../tree-names.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives, nameOf } from './base-grammar.ts';
import { ConditionGrammar } from './condition-grammar.ts';
import { joinSegments } from './name-grammar.ts';

/** Rows between pipes; the first one names the columns. */
export abstract class RowGrammar extends ConditionGrammar {
  readonly rows: Rule<TableRows> = this.newRule('rows', () => {
    const start = this.nextStart();
    const header = this.subrule(1, this.headerRow);
    const rows: TableRow[] = [];
    this.many(1, () => {
      rows.push(this.subrule(2, this.row));
    });
    return { kind: 'table-rows', start, end: this.lastEnd(), header, rows };
  });

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

  readonly row: Rule<TableRow> = this.newRule('row', () => {
    this.inRow = true;
    const start = this.take(1, T.pipe).startOffset;
    const cells = [this.subrule(1, this.cell)];
    this.many(1, () => {
      this.take(2, T.pipe);
      cells.push(this.subrule(2, this.cell));
    });
    this.rowEnd();
    this.inRow = false;
    return { kind: 'table-row', start, end: this.lastEnd(), cells };
  });

  readonly cell: Rule<TableCell> = this.newRule('cell', () => {
    const start = this.nextStart();
    const values: Expression[] = [];
    const node: Building<TableCell> = { kind: 'table-cell', start, end: start, values };
    this.option(1, () =>
      this.or(1, {
        DEF: alternatives(
          () => {
            node.period = this.subrule(1, this.period);
          },
          () => this.cellValues(values),
        ),
        IGNORE_AMBIGUITIES: true,
        MAX_LOOKAHEAD: 1,
      }),
    );
    if (node.period !== undefined || values.length > 0) node.end = this.lastEnd();
    return node;
  });

  private cellValues(values: Expression[]): void {
    values.push(this.subrule(1, this.condition));
    this.many(1, () => {
      this.take(1, T.comma);
      values.push(this.subrule(2, this.condition));
    });
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
