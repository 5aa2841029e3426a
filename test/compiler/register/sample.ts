import type {
  ConditionText,
  MarkedText,
  Register,
  RegisterPolicy,
  RegisterRule,
} from '../../../packages/compiler/src/register/index.ts';
import { buildRegister } from '../../../packages/compiler/src/register/index.ts';
import { runTests } from '../../../packages/compiler/src/testing/index.ts';
import { checkTexts, codesOf, smallVocabulary } from '../../support/check.ts';

/** Policies that use most of what a register shows. */
export const samplePolicies = `/// Calls and mail in Germany.
///
/// Only as far as the example goes.
policy de.calls "Act on calls" {
  authority law
  source "Act 12" <https://example.org/act-12> as of 2026-11-23
  source "Letter to the file" <javascript:alert(1)>
  zone "Europe/Berlin"
  in force from 2020-01-01
  applies when place is DE and purpose is marketing

  default permit contact "Allowed unless forbidden" cite "s. 1"

  /// Nobody wants a machine on the line.
  rule machines "No machines" {
    forbid contact
    in force from 2021-05-01 through 2029-12-31
    when channel is automated-call or (channel is voice and weekday in customer.time-zone is one of (saturday, sunday))
    unless consented(customer, channel)
    because "People \`complained\`"
    cite "s. 2"
    cite "s. 3(1)"
    overridable by company

    /// For those who asked.
    except asked "Asked for" {
      when is-urgent and customer.residence is EU
      obligation notify(within: 72 hours)
      cite "s. 4"
    }
  }

  rule identify "Say who calls" {
    require contact
    when channel is not email
    obligation disclose-caller
    cite "s. 5"
  }
}

policy acme.house "House rules" {
  authority company
  applies when company.id is "acme"
  lift de.calls.machines friends "Our friends asked for it" { when customer.residence is DE }
  rule quiet "Quiet" { forbid contact when channel is voice and time in customer.time-zone is after 20:00 }
}

scenarios "Machines" for contact {
  given customer: { residence: DE, time-zone: "Europe/Berlin", consents: [], tags: [] }
  given company: { id: "other", seat: DE }, channel: automated-call, purpose: marketing, is-urgent: no
  | now                  | channel | is-urgent | expect    | by                     |
  | 2026-03-02T12:00:00Z |         |           | forbidden | de.calls.machines      |
  | 2026-03-02T12:00:00Z | email   |           | permitted |                        |
  | 2026-03-02T12:00:00Z |         | yes       | permitted | de.calls.machines.asked |
}

test "Fails" {
  now 2026-03-02T12:00:00Z
  contact {
    customer: { residence: DE, time-zone: "Europe/Berlin", consents: [], tags: [] }
    company: { id: "acme", seat: DE }
    channel: live-call
    purpose: marketing
    is-urgent: no
  }
  expect permitted by acme.house.quiet
}
`;

/** The register of texts that have no mistakes, with the results of their tests. */
export function registerOf(texts: string | readonly string[] = samplePolicies, title = 'Rules'): Register {
  const checked = checkTexts(texts, smallVocabulary());
  const errors = checked.diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error');
  if (errors.length > 0) throw new Error(`The sample has mistakes: ${codesOf(checked).join(', ')}`);
  const { program } = checked;
  return buildRegister({ program, results: runTests({ program }), title });
}

export function policyOf(register: Register, id: string): RegisterPolicy {
  const found = register.authorities.flatMap(({ policies }) => policies).find((policy) => policy.id === id);
  if (found === undefined) throw new Error(`There is no policy ${id}.`);
  return found;
}

export function ruleOf(register: Register, id: string): RegisterRule {
  const policies = register.authorities.flatMap((authority) => authority.policies);
  const found = policies
    .flatMap(({ parts }) => parts.flatMap(({ rules }) => rules))
    .find((rule) => rule.anchor === id);
  if (found === undefined) throw new Error(`There is no rule ${id}.`);
  return found;
}

export function textOf(text: MarkedText): string {
  return text.map((piece) => piece.text).join('');
}

/** A condition as nested lists: `['any', 'a', ['all', 'b', 'c']]`. */
export function outlineOf(condition: ConditionText | undefined): unknown {
  if (condition === undefined) return 'always';
  return condition.kind === 'text'
    ? textOf(condition.text)
    : [condition.kind, ...condition.parts.map(outlineOf)];
}
