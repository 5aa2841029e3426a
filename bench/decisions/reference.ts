import type { Condition } from './conditions.ts';
import type { Model } from './model.ts';
import type { Request } from './requests.ts';
import type { Rule } from './rules.ts';

/** An answer with the rules that decided it, sorted. */
export interface Answer {
  readonly outcome: string;
  readonly rules: readonly string[];
}

/** What the model means, worked out as plainly as possible: everything that is measured has to agree with it. */
export function referenceAnswer(model: Model, request: Request): Answer {
  const { place } = request.customer;
  const regimes = model.regimes.filter(({ leaves }) => leaves.includes(place));
  const sectors = model.sectors.filter(({ industry }) => industry === request.industry);
  const rules = [
    ...model.house,
    ...sectors.flatMap((sector) => sector.rules),
    ...regimes.flatMap((law) => law.rules),
  ];
  const matching = rules.filter(({ when }) => holds(when, request));
  const isExcepted = ({ except }: Rule): boolean => except !== null && holds(except.when, request);
  const standing = matching.filter(
    (rule) => !(rule.unless !== null && holds(rule.unless, request)) && !isExcepted(rule),
  );
  if (standing.length > 0) return { outcome: 'forbidden', rules: standing.map(({ id }) => id).sort() };
  const defaults = regimes
    .filter(({ isCountry }) => isCountry)
    .map(({ policy }) => `${policy}.default.contact`);
  const saving = matching.filter(isExcepted).map(({ except, id }) => except?.id ?? id);
  return { outcome: 'permitted', rules: [...defaults, ...saving].sort() };
}

function holds(condition: Condition, request: Request): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(part, request));
    case 'not':
      return !holds(condition.of, request);
    case 'flag':
      return factOf(request, condition.fact) === true;
    case 'term':
      return condition.leaves.includes(String(factOf(request, condition.fact)));
    case 'number':
      return compare(Number(factOf(request, condition.fact)), condition.operator, condition.value);
  }
}

export function compare(left: number, operator: '<' | '>' | '=', right: number): boolean {
  return operator === '<' ? left < right : operator === '>' ? left > right : left === right;
}

function factOf(request: Request, path: string): unknown {
  const [first = '', second] = path.split('.');
  const value: unknown = Reflect.get(request, first);
  return second === undefined || typeof value !== 'object' || value === null
    ? value
    : Reflect.get(value, second);
}
