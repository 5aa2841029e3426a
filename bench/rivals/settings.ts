import type { Condition } from '../decisions/conditions.ts';
import type { Regime, Sector } from '../decisions/model.ts';
import type { Rule } from '../decisions/rules.ts';

/** One provision of a law: its name, its number if it has one, and the name of its exception. */
export interface Setting {
  readonly id: string;
  readonly value: number;
  readonly except: string;
}

/** The law of a place; `null` where it has no such provision. */
export interface Law {
  readonly permission: string | null;
  readonly attempts: Setting | null;
  readonly electronicMail: Setting | null;
  readonly evenings: Setting | null;
  readonly lateTexts: Setting | null;
  readonly machines: Setting | null;
  readonly minors: Setting | null;
  readonly mornings: Setting | null;
  readonly register: Setting | null;
}

/** The rules of an industry. */
export interface Trade {
  readonly coldCalls: Setting | null;
  readonly eveningCalls: Setting | null;
  readonly objections: Setting | null;
  readonly oldAge: Setting | null;
  readonly surveys: Setting | null;
  readonly tradePost: Setting | null;
  readonly young: Setting | null;
}

export function lawOf({ rules, policy, isCountry }: Regime): Law {
  const setting = (name: string): Setting | null => settingOf(rules, name);
  return {
    permission: isCountry ? `${policy}.default.contact` : null,
    attempts: setting('attempts'),
    electronicMail: setting('electronic-mail'),
    evenings: setting('evenings'),
    lateTexts: setting('late-texts'),
    machines: setting('machines'),
    minors: setting('minors'),
    mornings: setting('mornings'),
    register: setting('register'),
  };
}

export function tradeOf({ rules }: Sector): Trade {
  const setting = (name: string): Setting | null => settingOf(rules, name);
  return {
    coldCalls: setting('cold-calls'),
    eveningCalls: setting('evening-calls'),
    objections: setting('objections'),
    oldAge: setting('old-age'),
    surveys: setting('surveys'),
    tradePost: setting('trade-post'),
    young: setting('young'),
  };
}

function settingOf(rules: readonly Rule[], name: string): Setting | null {
  const rule = rules.find((each) => each.name === name);
  if (rule === undefined) return null;
  return { id: rule.id, value: numberIn(rule.when) ?? 0, except: rule.except?.id ?? '' };
}

function numberIn(condition: Condition): number | null {
  if (condition.kind === 'number') return condition.value;
  if (condition.kind !== 'all') return null;
  return condition.of.map(numberIn).find((value) => value !== null) ?? null;
}
