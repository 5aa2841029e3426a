import type { TokenType } from 'chevrotain';
import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import { durationUnits } from '../lexing/words.ts';
import type {
  CalendarEdge,
  ClockReading,
  DurationUnit,
  Expression,
  Literal,
  LiteralValue,
  MissingExpression,
} from '../tree-expressions.ts';
import type { Rule } from './base-grammar.ts';
import { alternatives } from './base-grammar.ts';
import { NameGrammar } from './name-grammar.ts';

/** Literals and what reads the clock or the calendar. */
export abstract class LiteralGrammar extends NameGrammar {
  abstract readonly primary: Rule<Expression>;

  /** A piece that is a value by itself. */
  protected literalAt(type: TokenType, decode: (image: string) => LiteralValue): Literal {
    const token = this.take(1, type);
    return { kind: 'literal', start: token.startOffset, end: token.end, value: decode(token.image) };
  }

  /** `13`, `6 years`, `5 working days in US-federal`, `5 working days in (holidays of place)` */
  protected numberOrDuration(): Literal {
    const token = this.take(1, T.number);
    const amount = Number(token.image);
    const value = this.option(1, () =>
      this.or(
        2,
        alternatives(
          () => durationOf(amount, this.take(1, T.unit)),
          () => this.workingDays(amount),
        ),
      ),
    );
    return {
      kind: 'literal',
      start: token.startOffset,
      end: this.lastEnd(),
      value: value ?? { type: 'number', value: amount },
    };
  }

  private workingDays(amount: number): LiteralValue {
    this.take(1, T.workingDays);
    const calendar = this.option(2, () => {
      this.take(1, W.in);
      return this.subrule(5, this.primary);
    });
    const value = { type: 'duration', amount, unit: 'working-day' } as const;
    return calendar === undefined ? value : { ...value, calendar };
  }

  protected now(): ClockReading {
    const token = this.take(1, W.now);
    return { kind: 'clock', start: token.startOffset, end: token.end, reading: 'now' };
  }

  /** `today`, `time in Z`, `weekday in Z` */
  protected clockReading(
    occurrence: number,
    type: TokenType,
    reading: 'today' | 'time' | 'weekday',
  ): ClockReading {
    const { startOffset: start } = this.take(occurrence, type);
    const zone = this.option(2 + occurrence, () => {
      this.take(1 + occurrence, W.in);
      return this.subrule(occurrence, this.primary);
    });
    const end = this.lastEnd();
    return zone === undefined
      ? { kind: 'clock', start, end, reading }
      : { kind: 'clock', start, end, reading, zone };
  }

  /** `end of year of issued-on` */
  protected calendarEdge(): CalendarEdge {
    this.enter();
    const token = this.take(1, T.calendarEdge);
    const operand = this.subrule(4, this.primary);
    this.leave();
    const [edge, , unit] = token.image.split(' ');
    return {
      kind: 'calendar-edge',
      start: token.startOffset,
      end: this.lastEnd(),
      edge: edge === 'start' ? 'start' : 'end',
      unit: edgeUnit(unit),
      operand,
    };
  }

  /** Stands for a value that the source leaves out. */
  protected missing(): MissingExpression {
    const token = this.take(1, T.missingValue);
    return { kind: 'missing-expression', start: token.startOffset, end: token.end };
  }
}

function durationOf(amount: number, unit: Token): LiteralValue {
  return { type: 'duration', amount, unit: unitOf(unit.image) };
}

function unitOf(image: string): DurationUnit {
  const units: Readonly<Record<string, DurationUnit>> = durationUnits;
  return units[image] ?? 'day';
}

function edgeUnit(word: string | undefined): CalendarEdge['unit'] {
  return word === 'week' || word === 'month' || word === 'quarter' ? word : 'year';
}
