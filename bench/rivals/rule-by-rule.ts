import { javaScript, printCondition, term } from '../decisions/conditions.ts';
import type { Model } from '../decisions/model.ts';
import type { Request } from '../decisions/requests.ts';
import type { Rule } from '../decisions/rules.ts';
import { forbidding } from './function-per-place.ts';

/** Yes or no through one generated function for each rule, asked one after the other: what is written first. */
export function createNaiveRival(model: Model): (request: Request) => boolean {
  const checks = [
    ...model.house.map((rule) => compile('true', rule)),
    ...model.regimes.flatMap(({ place, leaves, rules }) => {
      const scope = printCondition(term('customer.place', place, leaves), javaScript);
      return rules.map((rule) => compile(scope, rule));
    }),
    ...model.sectors.flatMap(({ industry, rules }) => {
      const scope = printCondition(term('industry', industry), javaScript);
      return rules.map((rule) => compile(scope, rule));
    }),
  ];
  return (request) => {
    for (const forbids of checks) if (forbids(request)) return false;
    return true;
  };
}

function compile(scope: string, rule: Rule): (request: Request) => boolean {
  // The text is made of the model alone.
  return new Function('request', `return ${scope} && ${forbidding(rule)};`) as (request: Request) => boolean;
}
