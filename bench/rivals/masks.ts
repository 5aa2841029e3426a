import { compare } from '../decisions/reference.ts';
import type { Rule } from '../decisions/rules.ts';
import { isTrue, numberIn, situations } from './bounds.ts';

/** For each group of rules, which of them each fact leaves open: a bit for each rule, in the order of the names. */
export interface MaskTables {
  readonly situations: Uint16Array;
  readonly hours: Uint16Array;
  readonly ages: Uint16Array;
  readonly attempts: Uint16Array;
  readonly names: readonly (readonly string[])[];
  /** What is named where nothing forbids: defaults and the exceptions that saved the request. */
  readonly saved: Uint16Array;
  readonly permissions: readonly (readonly string[])[];
}

/** Rules that are looked at together. */
export interface RuleGroup {
  readonly rules: readonly Rule[];
  readonly defaults: readonly string[];
}

export const hours = 24;
export const ages = 128;
export const attemptsCounted = 16;

export function createMaskTables(groups: readonly RuleGroup[]): MaskTables {
  const sorted = groups.map(({ rules }) => sortedBy([...rules], ({ id }) => id));
  if (sorted.some((rules) => rules.length > 16))
    throw new Error('A group has more rules than a mask has bits.');
  const permissions = groups.map(({ rules, defaults }) =>
    sortedBy([...defaults, ...rules.flatMap(({ except }) => except?.id ?? [])], (id) => id),
  );
  const fill = (size: number, isOpen: (rule: Rule, value: number) => boolean): Uint16Array =>
    tableOf(sorted, size, isOpen);
  return {
    situations: fill(situations, ({ when, unless, except }, situation) => {
      const saving = [unless, except?.when ?? null].filter((each) => each !== null);
      return isTrue(when, situation) && !saving.some((each) => isTrue(each, situation));
    }),
    hours: fill(hours, (rule, value) => isOpenTo(rule, 'localHour', value)),
    ages: fill(ages, (rule, value) => isOpenTo(rule, 'customer.age', value)),
    attempts: fill(attemptsCounted, (rule, value) => isOpenTo(rule, 'attempts', value)),
    names: sorted.map((rules) => rules.map(({ id }) => id)),
    saved: savedBy(groups, permissions),
    permissions,
  };
}

function sortedBy<Item>(items: Item[], keyOf: (item: Item) => string): Item[] {
  return items.sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}

function tableOf<Item>(
  groups: readonly (readonly Item[])[],
  size: number,
  isOpen: (item: Item, value: number) => boolean,
): Uint16Array {
  const table = new Uint16Array(groups.length * size);
  for (const [code, items] of groups.entries()) {
    for (let value = 0; value < size; value += 1) {
      const mask = items.reduce((sum, item, bit) => (isOpen(item, value) ? sum | (1 << bit) : sum), 0);
      table[code * size + value] = mask;
    }
  }
  return table;
}

function isOpenTo({ when }: Rule, fact: string, value: number): boolean {
  const number = numberIn(when);
  return number === null || number.fact !== fact || compare(value, number.operator, number.value);
}

/** Which permissions a situation names; exceptions stand at rules that look at no number. */
function savedBy(groups: readonly RuleGroup[], permissions: readonly (readonly string[])[]): Uint16Array {
  const found = groups.map(({ rules, defaults }, code) =>
    (permissions[code] ?? []).map((id) => ({
      isDefault: defaults.includes(id),
      rule: rules.find(({ except }) => except?.id === id),
    })),
  );
  return tableOf(found, situations, ({ isDefault, rule }, situation) => {
    if (isDefault || rule === undefined || rule.except === null) return isDefault;
    return isTrue(rule.when, situation) && isTrue(rule.except.when, situation);
  });
}
