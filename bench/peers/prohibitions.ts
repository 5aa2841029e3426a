import type { Condition, Flag, NumberFact, TermFact } from '../decisions/conditions.ts';
import { all, not, term } from '../decisions/conditions.ts';
import type { Model } from '../decisions/model.ts';
import type { Rule } from '../decisions/rules.ts';

/** When a rule of the model forbids, its scope included. */
export interface Prohibition {
  readonly id: string;
  readonly when: Condition;
}

/** All rules as prohibitions over a permission: what every peer can say. */
export function prohibitionsOf(model: Model): readonly Prohibition[] {
  return [
    ...model.house.map((rule) => prohibition(rule, [])),
    ...model.regimes.flatMap(({ place, leaves, rules }) =>
      rules.map((rule) => prohibition(rule, [term('customer.place', place, leaves)])),
    ),
    ...model.sectors.flatMap(({ industry, rules }) =>
      rules.map((rule) => prohibition(rule, [term('industry', industry)])),
    ),
  ];
}

function prohibition({ id, when, unless, except }: Rule, scope: readonly Condition[]): Prohibition {
  const saved = [unless, except?.when ?? null].filter((each) => each !== null);
  return { id, when: all(...scope, when, ...saved.map(not)) };
}

/** One fact compared with constants. */
export type Literal =
  | { readonly kind: 'flag'; readonly fact: Flag; readonly value: boolean }
  | {
      readonly kind: 'term';
      readonly fact: TermFact;
      readonly isOne: boolean;
      readonly leaves: readonly string[];
    }
  | {
      readonly kind: 'number';
      readonly fact: NumberFact;
      readonly operator: '<' | '<=' | '>' | '>=' | '=' | '!=';
      readonly value: number;
    };

/** A condition as alternatives of plain comparisons, for the tools that have no nested `not`. */
export function alternativesOf(condition: Condition, isWanted = true): readonly (readonly Literal[])[] {
  if (condition.kind === 'not') return alternativesOf(condition.of, !isWanted);
  if (condition.kind !== 'all') return [[literalOf(condition, isWanted)]];
  if (!isWanted) return condition.of.flatMap((part) => alternativesOf(part, false));
  return condition.of.reduce<readonly (readonly Literal[])[]>(
    (sofar, part) =>
      alternativesOf(part).flatMap((alternative) => sofar.map((each) => [...each, ...alternative])),
    [[]],
  );
}

const opposites = { '<': '>=', '>': '<=', '=': '!=' } as const;

function literalOf(
  condition: Exclude<Condition, { readonly kind: 'all' | 'not' }>,
  isWanted: boolean,
): Literal {
  switch (condition.kind) {
    case 'flag':
      return { kind: 'flag', fact: condition.fact, value: isWanted };
    case 'term':
      return { kind: 'term', fact: condition.fact, isOne: isWanted, leaves: condition.leaves };
    case 'number': {
      const { fact, operator, value } = condition;
      return { kind: 'number', fact, operator: isWanted ? operator : opposites[operator], value };
    }
  }
}
