import { describe, expect, it } from 'vitest';
import { codesOf, conditionOf, policyWith, shapeOf } from './read.ts';

const shape = (condition: string): unknown => shapeOf(conditionOf(condition));
const literal = (value: object): object => ({ kind: 'literal', value });
const comparison = (left: unknown, test: unknown, negated = false): object => ({
  kind: 'comparison',
  left,
  negated,
  test,
});
const value = (right: unknown): object => ({ kind: 'value-test', value: right });

describe('comparisons', () => {
  it.each<[string, unknown]>([
    ['channel is email', comparison('channel', value('email'))],
    ['channel is not email', comparison('channel', value('email'), true)],
    ['a is b.c', comparison('a', value('b.c'))],
    ['x is none', comparison('x', { kind: 'none-test' })],
    ['x is not none', comparison('x', { kind: 'none-test' }, true)],
    ['x is known', comparison('x', { kind: 'known-test' })],
    ['x is one of (a, b)', comparison('x', { kind: 'one-of-test', options: ['a', 'b'] })],
    ['x is in c.channels', comparison('x', { kind: 'scope-test', scope: 'c.channels' })],
    [
      'today is a holiday in FR',
      comparison({ kind: 'clock', reading: 'today' }, { kind: 'day-test', which: 'holiday', calendar: 'FR' }),
    ],
    ['d is a working day in FR', comparison('d', { kind: 'day-test', which: 'working-day', calendar: 'FR' })],
    ['x is EU on d', comparison('x', { kind: 'value-test', value: 'EU', on: 'd' })],
    ['x is between a and b', comparison('x', { kind: 'between-test', low: 'a', high: 'b' })],
  ])('reads "%s"', (text, expected) => {
    expect(shape(text)).toEqual(expected);
  });

  it.each([
    ['at least', 'at-least'],
    ['at most', 'at-most'],
    ['less than', 'less-than'],
    ['more than', 'more-than'],
    ['before', 'before'],
    ['after', 'after'],
    ['on or before', 'on-or-before'],
    ['on or after', 'on-or-after'],
  ])('reads "is %s"', (words, relation) => {
    expect(shape(`x is ${words} y`)).toEqual(comparison('x', { kind: 'order-test', relation, value: 'y' }));
  });

  it('measures a distance where an amount is counted from something', () => {
    expect(shape('today is at least 28 days after d')).toEqual(
      comparison(
        { kind: 'clock', reading: 'today' },
        {
          kind: 'distance-test',
          relation: 'at-least',
          duration: literal({ type: 'duration', amount: 28, unit: 'day' }),
          direction: 'after',
          origin: 'd',
        },
      ),
    );
  });

  it('compares with a counted date where the order is one of dates', () => {
    expect(shape('today is on or after 3 years after d')).toMatchObject({
      test: { kind: 'order-test', relation: 'on-or-after', value: { kind: 'offset', origin: 'd' } },
    });
  });

  it('reads a period that ends today', () => {
    expect(shape('d is within the last 24 months')).toEqual(
      comparison('d', {
        kind: 'within-last-test',
        duration: literal({ type: 'duration', amount: 24, unit: 'month' }),
      }),
    );
  });
});

describe('and, or, not', () => {
  it('joins any number of parts', () => {
    expect(shape('a and b and not c')).toEqual({
      kind: 'logical',
      operator: 'and',
      operands: ['a', 'b', { kind: 'not', operand: 'c' }],
    });
  });

  it('binds "not" to the whole comparison', () => {
    expect(shape('not a is b')).toEqual({ kind: 'not', operand: comparison('a', value('b')) });
  });

  it('keeps parentheses', () => {
    expect(shape('a and (b or c)')).toMatchObject({
      operands: ['a', { kind: 'parenthesized', inner: { kind: 'logical', operator: 'or' } }],
    });
  });

  it('marks what mixes both words, and binds "and" tighter', () => {
    expect(shape('a or b and c')).toEqual({
      kind: 'logical',
      operator: 'or',
      operands: ['a', { kind: 'logical', operator: 'and', operands: ['b', 'c'] }],
      mixed: true,
    });
  });
});

describe('values', () => {
  it.each<[string, unknown]>([
    ['13', literal({ type: 'number', value: 13 })],
    ['-2.5', literal({ type: 'number', value: -2.5 })],
    ['"a \\"b\\" \\u{e9}\\n"', literal({ type: 'text', value: 'a "b" é\n' })],
    ['2026-08-11', literal({ type: 'date', value: '2026-08-11' })],
    ['08:00', literal({ type: 'time', value: '08:00' })],
    ['2026-03-02T07:59:00-05:00', literal({ type: 'instant', value: '2026-03-02T07:59:00-05:00' })],
    ['2026-03-02T07:59Z', literal({ type: 'instant', value: '2026-03-02T07:59Z' })],
    ['yes', literal({ type: 'boolean', value: true })],
    ['no', literal({ type: 'boolean', value: false })],
    ['unknown', literal({ type: 'unknown' })],
    ['1 year', literal({ type: 'duration', amount: 1, unit: 'year' })],
    ['72 hours', literal({ type: 'duration', amount: 72, unit: 'hour' })],
    ['5 working days', literal({ type: 'duration', amount: 5, unit: 'working-day' })],
    [
      '5 working days in US-federal',
      literal({ type: 'duration', amount: 5, unit: 'working-day', calendar: 'US-federal' }),
    ],
    ['now', { kind: 'clock', reading: 'now' }],
    ['weekday in customer.time-zone', { kind: 'clock', reading: 'weekday', zone: 'customer.time-zone' }],
    ['end of year of d', { kind: 'calendar-edge', edge: 'end', unit: 'year', operand: 'd' }],
    ['start of month of d', { kind: 'calendar-edge', edge: 'start', unit: 'month', operand: 'd' }],
    ['country of a.b', { kind: 'of', name: 'country', operands: ['a.b'] }],
    ['age of d', { kind: 'of', name: 'age', operands: ['d'] }],
    ['date of i', { kind: 'of', name: 'date', operands: ['i'] }],
    ['fee of (a, b)', { kind: 'of', name: 'fee', operands: ['a', 'b'] }],
    ['hours.opens of place', { kind: 'of', name: 'hours', columns: ['opens'], operands: ['place'] }],
    ['hours.opens of (a, b)', { kind: 'of', name: 'hours', columns: ['opens'], operands: ['a', 'b'] }],
    ['a.b.c of d', { kind: 'of', name: 'a', columns: ['b', 'c'], operands: ['d'] }],
    [
      '5 working days in (days of place)',
      literal({
        type: 'duration',
        amount: 5,
        unit: 'working-day',
        calendar: { kind: 'parenthesized', inner: { kind: 'of', name: 'days', operands: ['place'] } },
      }),
    ],
    ['later of (a, b)', { kind: 'extreme', which: 'later', operands: ['a', 'b'] }],
    ['earlier of (a, b)', { kind: 'extreme', which: 'earlier', operands: ['a', 'b'] }],
    ['a else 3', { kind: 'else', operand: 'a', fallback: literal({ type: 'number', value: 3 }) }],
    ['`not`', 'not'],
    ['f(a, b)', { kind: 'call', callee: 'f', arguments: ['a', 'b'] }],
    ['[a, b]', { kind: 'list', items: ['a', 'b'] }],
    ['{ a: b }', { kind: 'object', entries: [{ kind: 'object-entry', key: 'a', value: 'b' }] }],
  ])('reads %s', (text, expected) => {
    expect(shape(`x is ${text}`)).toEqual(comparison('x', value(expected)));
  });

  it('adds and subtracts from the left, weaker than "after" and stronger than "else"', () => {
    expect(shape('x is a - b + 1 day after c else d')).toMatchObject({
      test: {
        value: {
          kind: 'else',
          operand: {
            kind: 'arithmetic',
            operator: '+',
            left: { kind: 'arithmetic', operator: '-', left: 'a', right: 'b' },
            right: { kind: 'offset', direction: 'after', origin: 'c' },
          },
          fallback: 'd',
        },
      },
    });
  });

  it('counts from the right', () => {
    expect(shape('x is 1 day after 2 days before d')).toMatchObject({
      test: {
        value: {
          kind: 'offset',
          direction: 'after',
          origin: { kind: 'offset', direction: 'before', origin: 'd' },
        },
      },
    });
  });
});

describe('quantifiers', () => {
  it('reads "some" and "every"', () => {
    expect(shape('every c in who.consents satisfies c.ok')).toEqual({
      kind: 'quantifier',
      which: 'every',
      variable: 'c',
      list: 'who.consents',
      body: 'c.ok',
    });
  });

  it('reads "number of", with and without a condition', () => {
    expect(shape('number of c in l is at least 3')).toMatchObject({
      left: { kind: 'count', variable: 'c', list: 'l' },
    });
    expect(shape('number of c in l where (c.a) is at least 3')).toMatchObject({ left: { condition: 'c.a' } });
  });

  it('reads "latest" with all its parts', () => {
    expect(shape('latest c in l by c.at where (c.a) satisfies c.b')).toEqual({
      kind: 'latest',
      variable: 'c',
      list: 'l',
      by: 'c.at',
      condition: 'c.a',
      body: 'c.b',
    });
  });

  it('lets facts be called like their words', () => {
    expect(shape('latest is some')).toEqual(comparison('latest', value('some')));
    expect(codesOf(policyWith('when latest\n obligation tell'))).toEqual([]);
  });
});
