import { checkProgram } from '../../packages/compiler/src/checking/index.ts';
import type { InterpretOptions } from '../../packages/compiler/src/interpreting/index.ts';
import { explain, interpret } from '../../packages/compiler/src/interpreting/index.ts';
import type { Activity, Program } from '../../packages/compiler/src/logic/index.ts';
import type { Decision, Explanation, FactIssue, Truth } from '../../packages/compiler/src/runtime/index.ts';
import { parseSourceFile } from '../../packages/compiler/src/syntax/index.ts';

/** A program from sources that have to be free of errors. */
export function programOf(...texts: readonly string[]): Program {
  const files = texts.map((text, index) => parseSourceFile({ path: `${index + 1}.privacy`, text }));
  const { program, diagnostics, hasErrors } = checkProgram({ files });
  if (hasErrors) {
    const messages = diagnostics
      .filter(({ diagnostic }) => diagnostic.severity === 'error')
      .map(({ diagnostic }) => `${diagnostic.code} ${JSON.stringify(diagnostic.headline)}`);
    throw new Error(`${messages.join('\n')}\nin:\n${texts.at(-1) ?? ''}`);
  }
  return program;
}

export type CaseOptions = Partial<Pick<InterpretOptions, 'activity' | 'now' | 'under' | 'requiredFacts'>>;

const someMoment = '2026-03-02T12:00:00Z';

/** The decision about facts that are expected to be valid. */
export function decisionOf(program: Program, facts: unknown, options: CaseOptions = {}): Decision {
  const result = interpret({ ...defaults(program), ...options, program, facts });
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.issues));
  return result.decision;
}

export function issuesOf(program: Program, facts: unknown, options: CaseOptions = {}): readonly FactIssue[] {
  const result = interpret({ ...defaults(program), requiredFacts: 'error', ...options, program, facts });
  return result.kind === 'invalid' ? result.issues : [];
}

export function explanationOf(
  program: Program,
  facts: unknown,
  options: CaseOptions & { readonly changes?: boolean } = {},
): Explanation {
  const result = explain({ ...defaults(program), changes: false, ...options, program, facts });
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.issues));
  return result.explanation;
}

function defaults(program: Program): Pick<InterpretOptions, 'activity' | 'now' | 'requiredFacts'> {
  const [activity = ''] = program.activities.keys();
  return { activity, now: someMoment, requiredFacts: 'unknown' };
}

/** Facts of every type, so that conditions about them can be asked. */
export const probeVocabulary = `
authorities law binding > company tenant

taxonomy Place levels country, subdivision {
  DE
  GB also "UK" { GB-ENG, GB-SCT }
  US complete { US-CA, US-IA, US-NY }
  CA
}
taxonomy Channel complete { voice { live, recorded }, email, post }
scale Level { low < medium < high }

group EU of Place zone "Europe/Brussels" { DE since 1958-01-01, GB since 1973-01-01 through 2020-01-31 }
group everywhere-else of Place zone "Pacific/Auckland" { US until 2030-01-01 }
group known-places of Place zone "America/New_York" { EU since 2000-01-01, everywhere-else }
`;

const probeActivity = `
record Entry {
  tag?: text
  counts?: boolean
  granted?: boolean
  at?: instant
  ended-at?: instant or none
  weight?: number
}
record Person {
  name?: text
  born-on?: date or none
  is-member?: boolean
  home?: within Place
  entries?: list of Entry
}
activity ask "Ask about facts" {
  flag?: boolean
  flag-2?: boolean
  amount?: number
  amount-2?: number or none
  label?: text
  day?: date
  last-day?: date or none
  moment?: instant
  last-moment?: instant or none
  hour?: time
  zone?: timezone
  span?: duration
  place?: within Place
  place-2?: within Place
  site?: Place
  last-site?: Place or none
  channel?: Channel
  places?: all of Place
  level?: Level
  level-2?: Level
  person?: Person
  last-person?: Person or none
  entries?: list of Entry
  some-entries?: partial list of Entry
  tags?: list of text
}
`;

/** What a condition about the facts of \`ask\` is worth; \`more\` declares what it needs besides. */
export function truthOf(
  condition: string,
  facts: Readonly<Record<string, unknown>> = {},
  { now = someMoment, more = '', zone = 'UTC' }: { now?: string; more?: string; zone?: string } = {},
): Truth {
  const program = conditionProgram(condition, more, zone);
  const explanation = explanationOf(program, facts, { now, activity: 'ask' });
  const truth = explanation.claims[0]?.policies[0]?.rules[0]?.condition.value;
  if (truth === undefined) throw new Error('the condition was not traced');
  return truth;
}

/** Until when an answer that a condition decides is valid. */
export function validUntilOf(
  condition: string,
  facts: Readonly<Record<string, unknown>>,
  { now = someMoment, zone = 'UTC', more = '' }: { now?: string; zone?: string; more?: string } = {},
): string | null {
  return decisionOf(conditionProgram(condition, more, zone), facts, { now, activity: 'ask' }).validUntil;
}

const programs = new Map<string, Program>();

/** A policy in which one rule asks one condition. */
export function conditionProgram(condition: string, more = '', zone = 'UTC'): Program {
  const policy = `policy probe "Probe" {
    authority company
    zone "${zone}"
    rule probe "Probe" { advise ask when ${condition} }
  }`;
  const key = `${policy}${more}`;
  const program = programs.get(key) ?? programOf(probeVocabulary, probeActivity, more, policy);
  programs.set(key, program);
  return program;
}

/** What is analysed about a condition: its program and the activity that it is about. */
export function probeCandidates(condition: string, more = ''): { program: Program; activity: Activity } {
  const program = conditionProgram(condition, more);
  const activity = program.activities.get('ask');
  if (activity === undefined) throw new Error('there is an activity "ask"');
  return { program, activity };
}
