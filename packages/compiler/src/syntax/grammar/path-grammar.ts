import { createDiagnostic } from '../../diagnostics/index.ts';
import { T, W } from '../lexing/token-types.ts';
import type { Call, Expression, OfExpression, Path } from '../tree-expressions.ts';
import type { Name } from '../tree-names.ts';
import type { Rule } from './base-grammar.ts';
import { alternatives, nameOf } from './base-grammar.ts';
import { LiteralGrammar } from './literal-grammar.ts';

/** What starts with a name: paths, calls, look-ups. */
export abstract class PathGrammar extends LiteralGrammar {
  abstract readonly condition: Rule<Expression>;

  /** Positions (`[2]`) and `*` are allowed: in the cells of rows. */
  protected inRow = false;

  /** `customer.age`, `EU`, `consented(customer, channel)`, `country of place`, `hours.opens of place` */
  protected named(): Path | Call | OfExpression {
    const first = nameOf(this.take(1, T.termName));
    const longer = this.option(6, () =>
      this.or(
        6,
        alternatives(
          () => this.longPath(first),
          () => this.call(first),
          () => this.lookUp(first),
        ),
      ),
    );
    return longer ?? { kind: 'path', start: first.start, end: first.end, segments: [first] };
  }

  /** `age of customer.birth-date` */
  protected ageOf(): OfExpression {
    const name = nameOf(this.take(1, W.age));
    this.enter();
    this.take(2, W.of);
    const operands = this.subrule(2, this.operands);
    this.leave();
    return { kind: 'of', start: name.start, end: this.lastEnd(), name, operands };
  }

  private longPath(first: Name): Path | OfExpression {
    const segments = [first];
    this.atLeastOne(1, () =>
      this.or(
        7,
        alternatives(
          () => this.dotSegment(segments),
          () => segments.push(nameOf(this.take(1, T.position))),
        ),
      ),
    );
    if (!this.inRow) this.checkSegments(segments);
    const path: Path = { kind: 'path', start: first.start, end: this.lastEnd(), segments };
    return this.option(7, () => this.lookUpColumn(first, segments.slice(1))) ?? path;
  }

  private lookUpColumn(name: Name, columns: readonly Name[]): OfExpression {
    this.enter();
    this.take(3, W.of);
    const operands = this.subrule(3, this.operands);
    this.leave();
    return { kind: 'of', start: name.start, end: this.lastEnd(), name, columns, operands };
  }

  private call(callee: Name): Call {
    this.take(1, T.openParenthesis);
    const list = this.entries(8, () => this.subrule(1, this.condition));
    const { end } = this.take(1, T.closeParenthesis);
    return { kind: 'call', start: callee.start, end, callee, arguments: list };
  }

  private lookUp(name: Name): OfExpression {
    this.enter();
    this.take(1, W.of);
    const operands = this.subrule(1, this.operands);
    this.leave();
    return { kind: 'of', start: name.start, end: this.lastEnd(), name, operands };
  }

  /** What stands behind `of`: one value, or several in parentheses. */
  readonly operands: Rule<Expression[]> = this.newRule('operands', () =>
    this.or(1, {
      DEF: alternatives(
        () => this.operandsInParentheses(),
        () => [this.subrule(1, this.primary)],
      ),
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
    }),
  );

  private operandsInParentheses(): Expression[] {
    const start = this.take(1, T.openParenthesis).startOffset;
    const items = this.entries(1, () => this.subrule(1, this.condition));
    const { end } = this.take(1, T.closeParenthesis);
    const [inner] = items;
    return items.length === 1 && inner !== undefined ? [{ kind: 'parenthesized', start, end, inner }] : items;
  }

  private checkSegments(segments: readonly Name[]): void {
    const found = segments.find(({ text, quoted }) => quoted === undefined && /^(?:\[|\*$)/.test(text));
    if (found === undefined) return;
    this.findings.push(createDiagnostic('syntax/position-in-condition', found, { written: found.text }));
  }
}
