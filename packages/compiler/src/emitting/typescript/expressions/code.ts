import type { Place } from '../../../logic/index.ts';
import type { Doc } from '../writing/document.ts';
import { group, indented, joined, marked, soft, space } from '../writing/document.ts';

/** An expression with how tightly it binds, so that parentheses stand only where they are needed. */
export interface Code {
  readonly doc: Doc;
  readonly level: Level;
}

export type Level = (typeof levels)[keyof typeof levels];

export const levels = { or: 1, and: 2, equality: 3, relation: 4, sum: 5, unary: 6, primary: 7 } as const;

export const alwaysTrue: Code = { doc: 'true', level: levels.primary };
export const alwaysFalse: Code = { doc: 'false', level: levels.primary };

/** A name, a literal, a call or a property. */
export function primary(doc: Doc): Code {
  return { doc, level: levels.primary };
}

export function isConstant(code: Code): boolean {
  return code.doc === 'true' || code.doc === 'false';
}

export function allOf(operands: readonly Code[]): Code {
  const open = operands.filter(({ doc }) => doc !== 'true');
  if (open.some(({ doc }) => doc === 'false')) return alwaysFalse;
  return chained(open, ' &&', levels.and) ?? alwaysTrue;
}

export function anyOf(operands: readonly Code[]): Code {
  const open = operands.filter(({ doc }) => doc !== 'false');
  if (open.some(({ doc }) => doc === 'true')) return alwaysTrue;
  return chained(open, ' ||', levels.or) ?? alwaysFalse;
}

export function negated(operand: Code): Code {
  if (isConstant(operand)) return operand.doc === 'true' ? alwaysFalse : alwaysTrue;
  if (operand.level >= levels.unary) return { doc: ['!', operand.doc], level: levels.unary };
  return { doc: group('!(', indented(soft, operand.doc), soft, ')'), level: levels.unary };
}

export function binary(left: Code, operator: string, right: Code, level: Level): Code {
  return {
    doc: group(nested(left, level), ` ${operator}`, indented(space, nested(right, level + 1))),
    level,
  };
}

/** Says where in the policy an expression comes from. */
export function from(place: Place, code: Code): Code {
  return isConstant(code) ? code : { ...code, doc: marked(place, code.doc) };
}

/** `return …;`, in parentheses where it takes several lines. */
export function returned({ doc, level }: Code): Doc {
  if (level > levels.and) return ['return ', doc, ';'];
  return [
    'return ',
    group({ kind: 'choice', broken: '(', flat: '' }, indented(soft, doc), soft, {
      kind: 'choice',
      broken: ')',
      flat: '',
    }),
    ';',
  ];
}

/** An expression in a place where only those that bind at least so tightly can stand. */
export function nested({ doc, level }: Code, atLeast: number): Doc {
  return level >= atLeast ? doc : group('(', indented(doc), ')');
}

function chained(operands: readonly Code[], operator: string, level: Level): Code | undefined {
  const [first] = operands;
  if (operands.length < 2) return first;
  const docs = operands.map((operand) => nested(operand, operand.level === level ? level : levels.equality));
  return { doc: joined(docs, [operator, space]), level };
}
