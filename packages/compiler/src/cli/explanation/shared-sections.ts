import type {
  Assumption,
  ConditionTrace,
  OwedObligation,
  ProvisionTrace,
  Question,
  ScheduleRuleTrace,
} from '../../runtime/index.ts';
import { sortedBy } from '../../support/index.ts';
import { displayWidth } from '../../text/index.ts';
import type { Layout } from './layout.ts';
import { layOut, section } from './layout.ts';

/** What has to be asked for, with who asks. */
export function renderQuestions(questions: readonly Question[], layout: Layout): readonly string[] {
  const { palette } = layout;
  const lines = questions.flatMap(({ fact, title, rules }) => [
    ...layOut(
      { indent: 2, mark: '?', markStyle: palette.open, text: title === fact ? fact : `${title} (${fact})` },
      layout,
    ),
    ...layOut({ indent: 4, text: `asked by ${rules.join(', ')}`, style: palette.faint }, layout),
  ]);
  return section('What is missing', lines, layout);
}

/** Something that is owed, perhaps up to a day. */
export function renderObligation(
  { obligation, title, rules, ...owed }: OwedObligation,
  layout: Layout,
  through: string | null = null,
): readonly string[] {
  const values = Object.entries(owed.arguments).map(([name, value]) => `${name}: ${value}`);
  const name = values.length === 0 ? obligation : `${obligation} (${values.join(', ')})`;
  const until = through === null ? '' : `, through ${through}`;
  return [
    ...layOut({ indent: 2, mark: '•', text: `${title === '' ? name : `${name}: ${title}`}${until}` }, layout),
    ...layOut({ indent: 4, text: `asked for by ${rules.join(', ')}`, style: layout.palette.faint }, layout),
  ];
}

export function renderAssumptions(assumed: readonly Assumption[], layout: Layout): readonly string[] {
  const lines = assumed.flatMap(({ fact, value, rules }) =>
    layOut({ indent: 2, mark: '•', text: `${fact} is taken to be ${value} by ${rules.join(', ')}` }, layout),
  );
  return section('What was assumed', lines, layout);
}

interface TracedPolicy {
  readonly applies: ConditionTrace;
  readonly rules: readonly TracedRule[];
}

/** Of schedules with what the rule's own date was read from. */
type TracedRule = ProvisionTrace & Partial<Pick<ScheduleRuleTrace, 'item'>>;

/** Every fact that some condition or date was read from, with its value. */
export function renderFacts(policies: readonly TracedPolicy[], layout: Layout): readonly string[] {
  const facts = new Map<string, string>();
  const addFacts = (condition: ConditionTrace): void => {
    for (const { fact, value } of condition.facts) facts.set(fact, value);
    for (const part of condition.parts) addFacts(part);
  };
  const addProvision = (provision: TracedRule): void => {
    addFacts(provision.condition);
    for (const { fact, value } of provision.item?.facts ?? []) facts.set(fact, value);
    for (const exception of provision.exceptions) addProvision(exception);
  };
  for (const policy of policies) {
    addFacts(policy.applies);
    for (const rule of policy.rules) addProvision(rule);
  }
  const widest = Math.max(0, ...[...facts.keys()].map((fact) => displayWidth(fact)));
  return sortedBy(facts, ([fact]) => fact).flatMap(([fact, value]) =>
    layOut({ indent: 2, mark: fact.padEnd(widest), text: value, markStyle: layout.palette.faint }, layout),
  );
}
