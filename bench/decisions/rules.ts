import type { Condition } from './conditions.ts';

/** A prohibition with what undoes it. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly when: Condition;
  /** Where this holds, the rule does not speak. */
  readonly unless: Condition | null;
  /** An exception with a name of its own, which a decision names where it saved the request. */
  readonly except: { readonly id: string; readonly name: string; readonly when: Condition } | null;
}

export interface RuleParts {
  readonly name: string;
  readonly title: string;
  readonly when: Condition;
  readonly unless?: Condition;
  readonly except?: { readonly name: string; readonly when: Condition };
}

/** A rule with the names that decisions use. */
export function createRule(policy: string, { name, title, when, unless, except }: RuleParts): Rule {
  const id = `${policy}.${name}`;
  return {
    id,
    name,
    title,
    when,
    unless: unless ?? null,
    except: except === undefined ? null : { ...except, id: `${id}.${except.name}` },
  };
}
