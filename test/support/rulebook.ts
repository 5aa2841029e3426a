import type { Program } from '../../packages/compiler/src/logic/index.ts';
import type { Decision } from '../../packages/compiler/src/runtime/index.ts';
import type { CaseOptions } from './probe.ts';
import { decisionOf, programOf } from './probe.ts';

/** An activity without claims about five yes-or-no facts, and one that places claim. */
export const rulebookVocabulary = `
authorities law binding > sector binding > provider > company tenant > customer

taxonomy Place {
  DE
  GB { GB-ENG, GB-SCT }
  US { US-CA, US-NY }
}
record Home { place?: within Place }

activity act "Do something" {
  a?: boolean "Whether A"
  b?: boolean
  c?: boolean
  d?: boolean
  e?: boolean
  amount?: number
  limit?: number
}
activity move "Move something" {
  residence?: within Place
  seat?: within Place
  places: list of Place
  home?: Home or none
  a?: boolean
  b?: boolean
  country: each of (residence, seat, places, home.place)
}
activity scatter "Move something to many places" {
  offices?: partial list of Place
  country: each of (offices)
}
activity guarded "Do something that only law and sector can allow" {
  a?: boolean
  authorised by sector
}

obligation first "First duty"
obligation second "Second duty"
obligation third "Third duty" (within: duration, level: number)
precautionary obligation careful "Careful duty"
`;

const programs = new Map<string, Program>();

/** Policies over the vocabulary of this file. */
export function rulebook(policies: string): Program {
  const program = programs.get(policies) ?? programOf(rulebookVocabulary, policies);
  programs.set(policies, program);
  return program;
}

export type Flags = Readonly<Record<string, unknown>>;

/** The decision about \`act\`, or another activity, under some policies. */
export function decided(policies: string, facts: Flags = {}, options: CaseOptions = {}): Decision {
  return decisionOf(rulebook(policies), facts, { activity: 'act', ...options });
}

export function outcomeOf(
  policies: string,
  facts: Flags = {},
  options: CaseOptions = {},
): Decision['outcome'] {
  return decided(policies, facts, options).outcome;
}

/** The ids of the reasons. */
export function reasonsOf(policies: string, facts: Flags = {}, options: CaseOptions = {}): readonly string[] {
  return decided(policies, facts, options).reasons.map(({ rule }) => rule);
}

/** The names of the obligations of a permitted or forbidden answer. */
export function owedOf(policies: string, facts: Flags = {}, options: CaseOptions = {}): readonly string[] {
  const decision = decided(policies, facts, options);
  return 'obligations' in decision
    ? decision.obligations.map(({ obligation }) => obligation)
    : [decision.outcome];
}

export function missingOf(policies: string, facts: Flags = {}, options: CaseOptions = {}): readonly string[] {
  const decision = decided(policies, facts, options);
  return decision.outcome === 'undetermined' ? decision.missing : [decision.outcome];
}
