import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import type {
  Arithmetic,
  Comparison,
  ElseExpression,
  Expression,
  Not,
  Offset,
  Test,
  ValueTest,
} from '../tree-expressions.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives, deepestNesting, NestingTooDeep } from './base-grammar.ts';
import { checkQuantifierBodies, joinLogical } from './logical-builder.ts';
import { orderRelations, orderTest } from './order-tests.ts';
import { mendTest } from './test-checks.ts';
import { ValueGrammar } from './value-grammar.ts';

/** Conditions: `and`, `or`, `not`, comparisons, arithmetic. */
export abstract class ConditionGrammar extends ValueGrammar {
  readonly condition: Rule<Expression> = this.newRule('condition', () => {
    this.enter();
    const first = this.subrule(1, this.comparison);
    let operands: Expression[] | undefined;
    let operators: Token[] | undefined;
    this.many(1, () => {
      const operator = this.or<Token>(
        1,
        alternatives(
          () => this.take(1, W.and),
          () => this.take(1, W.or),
        ),
      );
      const operand = this.subrule(2, this.comparison);
      if (operands === undefined || operators === undefined) {
        operands = [first];
        operators = [];
      }
      operands.push(operand);
      operators.push(operator);
    });
    this.leave();
    if (operands === undefined || operators === undefined) return first;
    checkQuantifierBodies(this.unitText, operands, operators, this.findings);
    return joinLogical(this.unitText, operands, operators, this.findings);
  });

  readonly comparison: Rule<Expression> = this.newRule('comparison', () => {
    let negations: number[] | undefined;
    this.many(1, () => {
      negations ??= [];
      negations.push(this.take(1, W.not).startOffset);
    });
    const left = this.subrule(1, this.value);
    const compared = this.option(1, () => this.comparisonWith(left)) ?? left;
    return negations === undefined ? compared : this.negate(compared, negations);
  });

  readonly value: Rule<Expression> = this.newRule('value', () => {
    let left = this.termAt(1);
    let links = 0;
    this.many(10, () => {
      const sign = this.or<Token>(
        10,
        alternatives(
          () => this.take(1, T.plus),
          () => this.take(1, T.minus),
        ),
      );
      const right = this.termAt(2);
      left = arithmetic(left, sign, right);
      links = limitLinks(links, left);
    });
    this.many(11, () => {
      this.take(1, W.else);
      const fallback = this.sumAt();
      const node: ElseExpression = {
        kind: 'else',
        start: left.start,
        end: fallback.end,
        operand: left,
        fallback,
      };
      left = node;
      links = limitLinks(links, left);
    });
    return left;
  });

  private readonly testForms = { DEF: this.formsOfTests(), IGNORE_AMBIGUITIES: true, MAX_LOOKAHEAD: 1 };

  /** What stands behind `is` or `is not`. */
  readonly test: Rule<Test> = this.newRule('test', () => this.or(1, this.testForms));

  private comparisonWith(left: Expression): Comparison {
    this.take(1, W.is);
    const negated = this.option(2, () => this.take(2, W.not)) !== undefined;
    const written = this.subrule(1, this.test);
    const test = mendTest(this.unitText, left, written, this.findings);
    return { kind: 'comparison', start: left.start, end: this.lastEnd(), left, negated, test };
  }

  private negate(operand: Expression, starts: readonly number[]): Expression {
    if (starts.length > deepestNesting) throw new NestingTooDeep(operand.start);
    let negated = operand;
    for (let index = starts.length - 1; index >= 0; index -= 1) {
      const node: Not = {
        kind: 'not',
        start: starts[index] ?? negated.start,
        end: operand.end,
        operand: negated,
      };
      negated = node;
    }
    return negated;
  }

  /** A value with what is counted from it: `3 years after last-contact-on`. */
  private termAt(occurrence: 1 | 2 | 3 | 4): Expression {
    const first = this.subrule(2 * occurrence, this.primary);
    let chain: Expression[] | undefined;
    let directions: Offset['direction'][] | undefined;
    this.many(occurrence, () => {
      const word = this.or<Token>(
        occurrence,
        alternatives(
          () => this.take(occurrence, W.after),
          () => this.take(occurrence, W.before),
        ),
      );
      chain ??= [first];
      directions ??= [];
      directions.push(word.tokenType === W.before ? 'before' : 'after');
      chain.push(this.subrule(2 * occurrence + 1, this.primary));
    });
    return chain === undefined || directions === undefined ? first : joinOffsets(chain, directions);
  }

  private sumAt(): Expression {
    let left = this.termAt(3);
    let links = 0;
    this.many(12, () => {
      const sign = this.or<Token>(
        12,
        alternatives(
          () => this.take(2, T.plus),
          () => this.take(2, T.minus),
        ),
      );
      const right = this.termAt(4);
      left = arithmetic(left, sign, right);
      links = limitLinks(links, left);
    });
    return left;
  }

  private formsOfTests(): { ALT: () => Test }[] {
    return [
      { ALT: () => this.knownTest() },
      { ALT: () => this.oneOfTest() },
      ...orderRelations.map(([word, relation], index) => ({
        ALT: (): Test => {
          const { startOffset: start } = this.take(1, word);
          return orderTest(relation, start, this.subrule(index + 1, this.value));
        },
      })),
      { ALT: () => this.betweenTest() },
      { ALT: () => this.withinLastTest() },
      { ALT: () => this.scopeTest() },
      { ALT: () => this.dayTest('holiday', 1) },
      { ALT: () => this.dayTest('working-day', 2) },
      { ALT: () => this.valueTest() },
    ];
  }

  private knownTest(): Test {
    const token = this.take(1, W.known);
    return { kind: 'known-test', start: token.startOffset, end: token.end };
  }

  private oneOfTest(): Test {
    const { startOffset: start } = this.take(1, W['one of']);
    const options = this.subrule(1, this.choices);
    return { kind: 'one-of-test', start, end: this.lastEnd(), options };
  }

  private betweenTest(): Test {
    const { startOffset: start } = this.take(1, W.between);
    const low = this.subrule(20, this.value);
    this.take(1, W.and);
    const high = this.subrule(21, this.value);
    return { kind: 'between-test', start, end: high.end, low, high };
  }

  private withinLastTest(): Test {
    const { startOffset: start } = this.take(1, W['within the last']);
    const duration = this.subrule(22, this.value);
    return { kind: 'within-last-test', start, end: duration.end, duration };
  }

  private scopeTest(): Test {
    const { startOffset: start } = this.take(1, W.in);
    const scope = this.subrule(23, this.value);
    return { kind: 'scope-test', start, end: scope.end, scope };
  }

  private dayTest(which: 'holiday' | 'working-day', occurrence: 1 | 2): Test {
    const type = which === 'holiday' ? W['a holiday in'] : W['a working day in'];
    const { startOffset: start } = this.take(1, type);
    const calendar = this.subrule(23 + occurrence, this.value);
    return { kind: 'day-test', start, end: calendar.end, which, calendar };
  }

  private valueTest(): Test {
    const value = this.subrule(30, this.value);
    const on = this.option(1, () => {
      this.take(1, W.on);
      return this.subrule(31, this.value);
    });
    if (on === undefined && value.kind === 'literal' && value.value?.type === 'none') {
      return { kind: 'none-test', start: value.start, end: value.end };
    }
    const node: Building<ValueTest> = { kind: 'value-test', start: value.start, end: this.lastEnd(), value };
    if (on !== undefined) node.on = on;
    return node;
  }
}

function arithmetic(left: Expression, sign: Token, right: Expression): Arithmetic {
  const operator = sign.tokenType === T.minus ? '-' : '+';
  return { kind: 'arithmetic', start: left.start, end: right.end, operator, left, right };
}

/** Every link of a chain nests the tree one level deeper. */
function limitLinks(links: number, { start }: Expression): number {
  if (links >= deepestNesting) throw new NestingTooDeep(start);
  return links + 1;
}

/** `a after b before c` is a after (b before c). */
function joinOffsets(chain: readonly Expression[], directions: readonly Offset['direction'][]): Expression {
  if (chain.length > deepestNesting) throw new NestingTooDeep(chain[0]?.start ?? 0);
  return chain.reduceRight((origin, duration, index) => {
    const direction = directions[index] ?? 'after';
    return { kind: 'offset', start: duration.start, end: origin.end, duration, direction, origin };
  });
}
