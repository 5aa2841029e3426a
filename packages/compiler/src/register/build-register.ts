import type { Choice, Policy, Program, SourceReference } from '../logic/index.ts';
import { compareText } from '../support/index.ts';
import type { TestResult } from '../testing/index.ts';
import { describeApplicability } from './applicability.ts';
import { coveringTests } from './covering-tests.ts';
import type {
  LiftReference,
  Register,
  RegisterAuthority,
  RegisterChoice,
  RegisterPolicy,
  RegisterSource,
  RegisterSubject,
} from './model.ts';
import { describePeriod } from './periods.ts';
import { rulesOfPolicy } from './policy-rules.ts';
import type { RegisterContext } from './provisions.ts';
import { createRegisterContext } from './provisions.ts';
import type { TestsByRule } from './rules.ts';
import { describeParts } from './rules.ts';
import { indexTerms } from './term-index.ts';

export interface RegisterOptions {
  /** A program without errors. */
  readonly program: Program;
  /** How all of its tests went, in their order. */
  readonly results: readonly TestResult[];
  readonly title: string;
  /** How a file of the program is called; absent: by its path. */
  readonly nameOfFile?: (path: string) => string;
}

/** Everything that a program rules, for people: the same for the same sources and tests. */
export function buildRegister({ program, results, title, nameOfFile }: RegisterOptions): Register {
  const context = createRegisterContext(program, nameOfFile);
  const tests = coveringTests(program, results, context);
  const policies = program.policies.map((policy) => describePolicy(policy, tests, context));
  const dates = policies.flatMap(({ sources }) => sources.flatMap(({ asOf }) => asOf ?? [])).sort();
  const [first] = dates;
  const last = dates.at(-1);
  const passed = results.filter((result) => result.passed).length;
  return {
    title,
    digest: program.digest,
    authorities: groupByAuthority(program, policies),
    packs: program.packs,
    choices: program.choices.map((choice) => describeChoice(choice, context)),
    subjects: countSubjects(program, policies),
    indexes: indexTerms(program, policies),
    words: context.words.all(),
    tests: { passed, failed: results.length - passed },
    ...(first === undefined || last === undefined ? {} : { asOf: { first, last } }),
  };
}

function groupByAuthority(
  { authorities }: Program,
  policies: readonly RegisterPolicy[],
): readonly RegisterAuthority[] {
  return authorities.flatMap(({ name, binding, tenant }) => {
    const own = policies.filter(({ authority }) => authority === name);
    return own.length === 0 ? [] : [{ name, binding, tenant, policies: own }];
  });
}

function describePolicy(policy: Policy, tests: TestsByRule, context: RegisterContext): RegisterPolicy {
  const { id, title, authority, sources, zone, reviewBy, everywhere } = policy;
  const documentation = context.notes.policy(policy);
  return {
    id,
    title,
    authority: authority.name,
    ...(documentation === undefined ? {} : { documentation }),
    sources: sources.map(describeSource),
    zone,
    ...describePeriod(policy.inForce),
    ...(reviewBy === undefined ? {} : { reviewBy }),
    everywhere,
    applies: describeApplicability(policy, context),
    parts: describeParts(policy, tests, context),
    lifts: liftsBy(id, context.program),
    place: context.placeOf(policy.place),
  };
}

/** An address that is none of the web is text for people, and nothing to click on. */
function describeSource({ text, url, asOf }: SourceReference): RegisterSource {
  const isWeb = url !== undefined && /^https?:\/\//i.test(url);
  return {
    text: url !== undefined && !isWeb ? `${text} (${url})` : text,
    ...(isWeb ? { url } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function liftsBy(policy: string, { policies }: Program): readonly LiftReference[] {
  const lifts = policies
    .flatMap(rulesOfPolicy)
    .flatMap((rule) =>
      rule.exceptions.flatMap(({ kind, by, id, title }) =>
        kind === 'lift' && by?.policy === policy ? [{ id, title, target: rule.id }] : [],
      ),
    );
  const unique = new Map(lifts.map((lift) => [`${lift.id} ${lift.target}`, lift]));
  return [...unique.values()].sort((left, right) => compareText(left.id, right.id));
}

function describeChoice(
  { option, title, value, isChosen, because }: Choice,
  context: RegisterContext,
): RegisterChoice {
  return {
    option,
    title,
    value: context.locate(value.place).text,
    isChosen,
    ...(because === undefined ? {} : { because }),
  };
}

function countSubjects(program: Program, policies: readonly RegisterPolicy[]): readonly RegisterSubject[] {
  const counts = new Map<string, RegisterSubject>();
  for (const { subject, rules } of policies.flatMap(({ parts }) => parts)) {
    const key = `${subject.kind} ${subject.name}`;
    const documentation = (subject.kind === 'activity' ? program.activities : program.records).get(
      subject.name,
    )?.documentation;
    counts.set(key, {
      ...subject,
      ...(documentation === undefined ? {} : { documentation }),
      rules: (counts.get(key)?.rules ?? 0) + rules.length,
    });
  }
  return [...counts.values()].sort(
    (left, right) => right.rules - left.rules || compareText(left.name, right.name),
  );
}
