import type { IOrAlt } from 'chevrotain';
import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import type {
  Count,
  Expression,
  Extreme,
  Latest,
  ListValue,
  ObjectEntry,
  ObjectValue,
  Parenthesized,
  Quantifier,
} from '../tree-expressions.ts';
import type { Building, Rule } from './base-grammar.ts';
import { alternatives } from './base-grammar.ts';
import { PathGrammar } from './path-grammar.ts';

/** Values that need nothing around them: literals, paths, quantifiers, brackets. */
export abstract class ValueGrammar extends PathGrammar {
  abstract readonly comparison: Rule<Expression>;
  abstract readonly value: Rule<Expression>;

  private readonly forms = { DEF: this.primaryForms(), IGNORE_AMBIGUITIES: true, MAX_LOOKAHEAD: 1 };

  readonly primary: Rule<Expression> = this.newRule('primary', () => this.or(1, this.forms));

  readonly quantifier: Rule<Quantifier> = this.newRule('quantifier', () => {
    this.enter();
    const which = this.or<Token>(
      1,
      alternatives(
        () => this.take(1, W.some),
        () => this.take(1, W.every),
      ),
    );
    const variable = this.nameAt(1);
    this.take(1, W.in);
    const list = this.subrule(1, this.primary);
    this.take(1, W.satisfies);
    const body = this.subrule(2, this.comparison);
    this.leave();
    return {
      kind: 'quantifier',
      start: which.startOffset,
      end: this.lastEnd(),
      which: which.tokenType === W.every ? 'every' : 'some',
      variable,
      list,
      body,
    };
  });

  readonly latest: Rule<Latest> = this.newRule('latest', () => {
    this.enter();
    const start = this.take(1, W.latest).startOffset;
    const variable = this.nameAt(1);
    this.take(1, W.in);
    const list = this.subrule(1, this.primary);
    this.take(1, W.by);
    const by = this.subrule(2, this.value);
    const condition = this.whereAt(1);
    this.take(1, W.satisfies);
    const body = this.subrule(3, this.comparison);
    this.leave();
    const node: Building<Latest> = { kind: 'latest', start, end: this.lastEnd(), variable, list, by, body };
    if (condition !== undefined) node.condition = condition;
    return node;
  });

  readonly count: Rule<Count> = this.newRule('count', () => {
    const start = this.take(1, W['number of']).startOffset;
    const variable = this.nameAt(1);
    this.take(1, W.in);
    const list = this.subrule(1, this.primary);
    const condition = this.whereAt(1);
    const node: Building<Count> = { kind: 'count', start, end: this.lastEnd(), variable, list };
    if (condition !== undefined) node.condition = condition;
    return node;
  });

  readonly objectValue: Rule<ObjectValue> = this.newRule('objectValue', () => {
    const start = this.take(1, T.openBrace).startOffset;
    const entries = this.entries(1, () => this.subrule(1, this.objectEntry));
    const { end } = this.take(1, T.closeBrace);
    return { kind: 'object', start, end, entries };
  });

  readonly objectEntry: Rule<ObjectEntry> = this.newRule('objectEntry', () => {
    const key = this.nameAt(1);
    this.take(1, T.colon);
    const value = this.subrule(1, this.condition);
    return { kind: 'object-entry', start: key.start, end: this.lastEnd(), key, value };
  });

  readonly listValue: Rule<ListValue> = this.newRule('listValue', () => {
    const start = this.take(1, T.openBracket).startOffset;
    const items = this.entries(1, () => this.subrule(1, this.condition));
    const { end } = this.take(1, T.closeBracket);
    return { kind: 'list', start, end, items };
  });

  readonly parentheses: Rule<Parenthesized> = this.newRule('parentheses', () => {
    const start = this.take(1, T.openParenthesis).startOffset;
    const inner = this.subrule(1, this.condition);
    const { end } = this.take(1, T.closeParenthesis);
    return { kind: 'parenthesized', start, end, inner };
  });

  /** `(a, b)`: what stands behind `one of`, `each of`, `later of`. */
  readonly choices: Rule<Expression[]> = this.newRule('choices', () => {
    this.take(1, T.openParenthesis);
    const items = this.entries(1, () => this.subrule(1, this.condition));
    this.take(1, T.closeParenthesis);
    return items;
  });

  /** `where (C)`; the parentheses belong to the word. */
  readonly where: Rule<Expression> = this.newRule('where', () => {
    this.take(1, W.where);
    this.take(1, T.openParenthesis);
    const condition = this.subrule(1, this.condition);
    this.take(1, T.closeParenthesis);
    return condition;
  });

  private whereAt(occurrence: number): Expression | undefined {
    return this.option(occurrence, () => this.subrule(occurrence, this.where));
  }

  private extreme(occurrence: 1 | 2, which: Extreme['which']): Extreme {
    const { startOffset: start } = this.take(1, which === 'later' ? W['later of'] : W['earlier of']);
    const operands = this.subrule(occurrence, this.choices);
    return { kind: 'extreme', start, end: this.lastEnd(), which, operands };
  }

  private primaryForms(): IOrAlt<Expression>[] {
    return alternatives(
      () => this.numberOrDuration(),
      () => this.literalAt(T.text, (value) => ({ type: 'text', value })),
      () => this.literalAt(T.date, (value) => ({ type: 'date', value })),
      () => this.literalAt(T.clockTime, (value) => ({ type: 'time', value })),
      () => this.literalAt(T.instant, (value) => ({ type: 'instant', value })),
      () => this.literalAt(W.yes, () => ({ type: 'boolean', value: true })),
      () => this.literalAt(W.no, () => ({ type: 'boolean', value: false })),
      () => this.literalAt(W.none, () => ({ type: 'none' })),
      () => this.literalAt(W.unknown, () => ({ type: 'unknown' })),
      () => this.now(),
      () => this.clockReading(1, W.today, 'today'),
      () => this.clockReading(2, W.time, 'time'),
      () => this.clockReading(3, W.weekday, 'weekday'),
      () => this.calendarEdge(),
      () => this.extreme(1, 'later'),
      () => this.extreme(2, 'earlier'),
      () => this.subrule(1, this.quantifier),
      () => this.subrule(1, this.latest),
      () => this.subrule(1, this.count),
      () => this.subrule(1, this.parentheses),
      () => this.subrule(1, this.objectValue),
      () => this.subrule(1, this.listValue),
      () => this.missing(),
      () => this.ageOf(),
      () => this.named(),
    );
  }
}
