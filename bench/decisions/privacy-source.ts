import type { Condition, Syntax } from './conditions.ts';
import { printCondition } from './conditions.ts';
import type { Model, Regime } from './model.ts';
import type { Rule } from './rules.ts';

const syntax: Syntax = {
  and: 'and',
  not: (text) => `not ${text}`,
  flag: (path) => path,
  number: (path, operator, value) =>
    `${path} is ${operator === '<' ? 'less than ' : operator === '>' ? 'more than ' : ''}${value}`,
  term: (path, name) => `${path} is ${name}`,
  path: (fact) => fact.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
};

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** The policies of a model as `.privacy` files: one for each policy, as projects keep them. */
export function policySources(model: Model): readonly SourceText[] {
  const regimes = model.regimes.map((regime) => ({
    path: `${regime.policy}.privacy`,
    text: `policy ${regime.policy} "Marketing in ${regime.place}" {
  authority law
  applies when place is ${regime.place}
${regime.isCountry ? '  default permit contact "Allowed unless forbidden" cite "s. 1"\n' : ''}${ruleTexts(regime.rules)}}
`,
  }));
  const sectors = model.sectors.map(({ policy, industry, rules }) => ({
    path: `${policy}.privacy`,
    text: `policy ${policy} "Rules of ${industry}" {
  authority law
  applies when industry is ${industry}
${ruleTexts(rules)}}
`,
  }));
  const house = `policy house.rules "House rules" {\n  authority provider\n${ruleTexts(model.house)}}\n`;
  return [
    { path: 'vocabulary.privacy', text: vocabulary(model) },
    ...regimes,
    ...sectors,
    { path: 'house.rules.privacy', text: house },
  ];
}

function vocabulary(model: Model): string {
  return `authorities law binding > provider > company tenant
taxonomy Place complete { ${model.regimes
    .filter(({ isCountry }) => isCountry)
    .map(countryTerm)
    .join(', ')} }
taxonomy Channel complete { voice complete { live-call, automated-call }, electronic-mail complete { email, sms }, post }
taxonomy Purpose complete { marketing, service, survey }
taxonomy Industry complete { ${model.industries.join(', ')} }
record Customer { place: Place, age: number, is-customer: boolean, has-objected: boolean }
activity contact "Contact a customer" {
  customer: Customer
  channel: Channel
  purpose: Purpose
  industry: Industry
  has-consented: boolean
  is-on-register: boolean
  local-hour: number
  is-business: boolean
  attempts: number
  place: each of (customer.place)
}
`;
}

function countryTerm({ place, leaves }: Regime): string {
  return leaves.includes(place) ? place : `${place} complete { ${leaves.join(', ')} }`;
}

function ruleTexts(rules: readonly Rule[]): string {
  return rules.map(ruleText).join('');
}

function ruleText({ name, title, when, unless, except }: Rule, index: number): string {
  const text = (condition: Condition): string => printCondition(condition, syntax);
  const lines = [
    `  rule ${name} "${title}" {`,
    '    forbid contact',
    `    when ${text(when)}`,
    ...(unless === null ? [] : [`    unless ${text(unless)}`]),
    `    cite "s. ${index + 2}"`,
    ...(except === null
      ? []
      : [`    except ${except.name} "Excepted" { when ${text(except.when)} cite "s. ${index + 2}(2)" }`]),
    '  }',
  ];
  return `${lines.join('\n')}\n`;
}
