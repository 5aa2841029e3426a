/** A condition over the facts of a request, in a form that every rival and peer can be written from. */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'flag'; readonly fact: Flag }
  | {
      readonly kind: 'term';
      readonly fact: TermFact;
      readonly name: string;
      readonly leaves: readonly string[];
    }
  | {
      readonly kind: 'number';
      readonly fact: NumberFact;
      readonly operator: '<' | '>' | '=';
      readonly value: number;
    };

export type Flag =
  | 'customer.isCustomer'
  | 'customer.hasObjected'
  | 'hasConsented'
  | 'isOnRegister'
  | 'isBusiness';
export type TermFact = 'customer.place' | 'channel' | 'purpose' | 'industry';
export type NumberFact = 'customer.age' | 'localHour' | 'attempts';

export const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
export const not = (of: Condition): Condition => ({ kind: 'not', of });
export const flag = (fact: Flag): Condition => ({ kind: 'flag', fact });
export const below = (fact: NumberFact, value: number): Condition => ({
  kind: 'number',
  fact,
  operator: '<',
  value,
});
export const above = (fact: NumberFact, value: number): Condition => ({
  kind: 'number',
  fact,
  operator: '>',
  value,
});
export const exactly = (fact: NumberFact, value: number): Condition => ({
  kind: 'number',
  fact,
  operator: '=',
  value,
});

const groups: Readonly<Record<string, readonly string[]>> = {
  voice: ['live-call', 'automated-call'],
  'electronic-mail': ['email', 'sms'],
};

/** `channel is voice`: true of all that the term stands for. */
export function term(fact: TermFact, name: string, leaves?: readonly string[]): Condition {
  return { kind: 'term', fact, name, leaves: leaves ?? groups[name] ?? [name] };
}

/** How a language writes conditions. */
export interface Syntax {
  readonly and: string;
  readonly not: (text: string) => string;
  readonly flag: (path: string) => string;
  readonly number: (path: string, operator: '<' | '>' | '=', value: number) => string;
  readonly term: (path: string, name: string, leaves: readonly string[]) => string;
  readonly path: (fact: Flag | TermFact | NumberFact) => string;
}

/** Writes a condition in another language. */
export function printCondition(condition: Condition, syntax: Syntax): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => printCondition(part, syntax)).join(` ${syntax.and} `);
    case 'not': {
      const inner = printCondition(condition.of, syntax);
      return syntax.not(condition.of.kind === 'all' ? `(${inner})` : inner);
    }
    case 'flag':
      return syntax.flag(syntax.path(condition.fact));
    case 'number':
      return syntax.number(syntax.path(condition.fact), condition.operator, condition.value);
    case 'term':
      return syntax.term(syntax.path(condition.fact), condition.name, condition.leaves);
  }
}

/** Plain JavaScript over `request`, which the generated rivals are made of. */
export const javaScript: Syntax = {
  and: '&&',
  not: (text) => `!(${text})`,
  flag: (path) => path,
  number: (path, operator, value) => `${path} ${operator === '=' ? '===' : operator} ${value}`,
  term: (path, _name, leaves) =>
    `(${leaves.map((leaf) => `${path} === ${JSON.stringify(leaf)}`).join(' || ')})`,
  path: (fact) => `request.${fact}`,
};
