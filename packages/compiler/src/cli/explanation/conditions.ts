import type { ClaimTrace, ConditionTrace, PolicyTrace, ProvisionTrace, Truth } from '../../runtime/index.ts';
import type { Layout } from './layout.ts';
import { joinParts, layOut, outcomeStyle, truthMark, truthStyle } from './layout.ts';

/** What was considered under one claim: the policies that apply with their rules, then those that do not. */
export function renderClaimTrace(trace: ClaimTrace, layout: Layout): readonly string[] {
  const { claim, outcome, policies } = trace;
  const style = outcomeStyle(outcome, layout.palette);
  const heading =
    claim === null ? [] : layOut({ indent: 2, text: `claimed by ${claim}: ${outcome}`, style }, layout);
  const indent = claim === null ? 2 : 4;
  const ordered = (['true', 'unknown', 'false'] as const).flatMap((applies) =>
    policies.filter((policy) => policy.applies.value === applies),
  );
  return [...heading, ...ordered.flatMap((policy) => renderPolicy(policy, indent, layout))];
}

function renderPolicy(policy: PolicyTrace, indent: number, layout: Layout): readonly string[] {
  return renderPolicyTrace(policy, indent, layout, () => undefined);
}

/** The parts of a policy's trace that decisions and schedules have in common. */
interface TracedPolicy<Rule>
  extends Pick<PolicyTrace, 'policy' | 'title' | 'authority' | 'inForce' | 'applies'> {
  readonly rules: readonly Rule[];
}

type TracedProvision<Itself> = Omit<ProvisionTrace, 'exceptions'> & {
  readonly exceptions: readonly Itself[];
};

/** A policy with its rules; `noteOn` adds a line about a rule. */
export function renderPolicyTrace<Rule extends TracedProvision<Rule>>(
  policy: TracedPolicy<Rule>,
  indent: number,
  layout: Layout,
  noteOn: (rule: Rule) => string | undefined,
): readonly string[] {
  const { palette } = layout;
  const applies = policy.applies.value;
  const verdict = { true: 'applies', false: 'does not apply', unknown: 'may apply' }[applies];
  const details = joinParts([policy.title, policy.authority, policy.inForce], ', ');
  return [
    ...layOut(
      {
        indent,
        mark: truthMark(applies),
        markStyle: truthStyle(applies, palette),
        text: `${policy.policy} ${verdict} (${details})`,
        ...(applies === 'false' ? { style: palette.faint } : { style: palette.strong }),
      },
      layout,
    ),
    ...renderConditionOf(policy.policy, policy.applies, indent + 4, layout),
    ...policy.rules.flatMap((rule) => renderProvision(rule, indent + 2, layout, noteOn)),
  ];
}

function renderProvision<Rule extends TracedProvision<Rule>>(
  provision: Rule,
  indent: number,
  layout: Layout,
  noteOn: (rule: Rule) => string | undefined,
): readonly string[] {
  const { palette } = layout;
  const { stands } = provision;
  const verdict = { true: 'stands', false: 'does not stand', unknown: 'may stand' }[stands];
  const setAside =
    provision.setAsideBy.length === 0 ? undefined : `set aside by ${provision.setAsideBy.join(', ')}`;
  const details = joinParts([provision.title, provision.citation, provision.inForce, setAside], ', ');
  const heading = layOut(
    {
      indent,
      mark: truthMark(stands),
      markStyle: truthStyle(stands, palette),
      text: `${provisionName(provision)} ${verdict}${details === '' ? '' : ` (${details})`}`,
    },
    layout,
  );
  // Where the condition does not hold, there is nothing to except from.
  const exceptions = provision.condition.value === 'false' ? [] : provision.exceptions;
  const note = noteOn(provision);
  return [
    ...heading,
    ...(note === undefined ? [] : layOut({ indent: indent + 2, mark: '→', text: note }, layout)),
    ...renderConditionOf(provision.rule, provision.condition, indent + 4, layout),
    ...exceptions.flatMap((exception) => renderProvision(exception, indent + 4, layout, noteOn)),
  ];
}

function provisionName({ kind, rule, effect }: Pick<ProvisionTrace, 'kind' | 'rule' | 'effect'>): string {
  switch (kind) {
    case 'rule':
      return `${effect.replaceAll('-', ' ')}: ${rule}`;
    case 'default':
      return `default ${effect}: ${rule}`;
    case 'exception':
      return `except ${rule}`;
    case 'unless':
      return 'unless';
    case 'lift':
      return `lifted by ${rule}`;
  }
}

/** What states no condition is traced by its own name or wording: there is nothing to show. */
function renderConditionOf(
  id: string,
  condition: ConditionTrace,
  indent: number,
  layout: Layout,
): readonly string[] {
  const isStated = condition.parts.length > 0 || condition.facts.length > 0 || !isOwnName(id, condition.text);
  return isStated ? renderCondition(condition, indent, layout) : [];
}

function isOwnName(id: string, text: string): boolean {
  return (
    text === '' ||
    id === text ||
    id.endsWith(`.${text}`) ||
    /^(?:default|rule|except|lift|policy) /.test(text)
  );
}

/** A condition, the facts that it read, and below it the conditions that it consists of. */
function renderCondition(traced: ConditionTrace, indent: number, layout: Layout): readonly string[] {
  const { palette } = layout;
  const { value, text, facts, parts } = withoutEcho(traced);
  const markStyle = truthStyle(value, palette);
  return [
    ...layOut({ indent, mark: truthMark(value), markStyle, text }, layout),
    ...[...new Set(facts.map(({ fact, value: read }) => `${fact} = ${read}`))].flatMap((fact) =>
      layOut({ indent: indent + 4, text: fact, style: palette.faint }, layout),
    ),
    ...decisiveParts(value, parts).flatMap((part) => renderCondition(part, indent + 2, layout)),
  ];
}

/**
 * The parts that make the whole what it is: of `a and b` that does not hold those that do not hold, of `a or b` that
 * holds those that hold. The whole trace is in the JSON form.
 */
function decisiveParts(value: Truth, parts: readonly ConditionTrace[]): readonly ConditionTrace[] {
  const agreeing = parts.filter((part) => part.value === value);
  return agreeing.length === 0 ? parts : agreeing;
}

/** `x is not y` is traced as the opposite of `x is y`, both with the words that the author wrote: one is enough. */
function withoutEcho(condition: ConditionTrace): ConditionTrace {
  const [part, ...others] = condition.parts;
  const isEcho =
    part !== undefined &&
    others.length === 0 &&
    part.line === condition.line &&
    part.column === condition.column;
  return isEcho ? { ...withoutEcho(part), value: condition.value, text: condition.text } : condition;
}
