/**
 * The requests of this server that the protocol itself does not have. Each is a request by its method, and a command of
 * the same name (with a dot for the slash) for editors that know commands only: `privacy/runTests`,
 * `privacy.runTests`. All of them take one object and answer with one; the number in `version` changes whenever a type
 * here changes in a way that a reader would notice.
 *
 * Places are those of the protocol: lines and characters from 0, in the negotiated encoding.
 */

import type { Decision, Explanation, FactIssue, FactsObject } from '@privacy-lang/compiler';
import type { Location, Range } from 'vscode-languageserver';

/** The version of the types in this module. */
export const protocolVersion = 1;

/** What every request can name: the file whose program is asked; without one, all programs of the workspace. */
export interface ProgramParams {
  readonly uri?: string;
}

/** Every answer. */
export interface Versioned {
  readonly version: typeof protocolVersion;
}

/** Why a program answers nothing: its errors have to be mended first. */
export interface NotReady {
  readonly errors: number;
}

// privacy/testTree

/** A test, or a table of scenarios with its rows. */
export interface TestItem {
  /** Stays the same while the text around it is edited: the file, the title, and a number where titles repeat. */
  readonly id: string;
  readonly label: string;
  readonly uri: string;
  readonly range: Range;
  readonly children: readonly TestItem[];
}

export interface TestTree extends Versioned {
  /** One entry for each file that has tests. */
  readonly files: readonly {
    readonly uri: string;
    readonly label: string;
    readonly tests: readonly TestItem[];
  }[];
}

// privacy/runTests

export interface RunTestsParams extends ProgramParams {
  /** The tests to run, by id; without them, all. */
  readonly ids?: readonly string[];
  /** Only tests whose decision a rule, or a whole policy, has a part in. */
  readonly about?: string;
}

export interface TestOutcome {
  readonly id: string;
  readonly passed: boolean;
  /** Where it failed, with one sentence for each expectation that did not hold. */
  readonly failures: readonly TestFailurePlace[];
}

export interface TestFailurePlace {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly location: Location;
}

export interface TestRun extends Versioned {
  readonly passed: number;
  readonly failed: number;
  readonly results: readonly TestOutcome[];
  /** Present where programs have errors; their tests were not run. */
  readonly notReady?: NotReady;
}

// privacy/caseForm

export interface CaseFormParams extends ProgramParams {
  /** The activity; without it, the first one that the policy at the place speaks about. */
  readonly activity?: string;
  readonly policy?: string;
}

/** What a person fills in to ask a case. */
export interface CaseForm extends Versioned {
  readonly activity: string;
  readonly title: string;
  /** The other activities that can be asked about. */
  readonly activities: readonly { readonly name: string; readonly title: string }[];
  readonly fields: readonly FormField[];
}

export interface FormField {
  /** As facts name it: `timeZone`. */
  readonly key: string;
  readonly title: string;
  readonly help?: string;
  /** It may be left out. */
  readonly optional: boolean;
  /** It may be known that there is none; facts say `null`. */
  readonly orNone: boolean;
  readonly sensitive: boolean;
  readonly input: FormInput;
}

/** How a value is put in, and which form facts expect. */
export type FormInput =
  | { readonly kind: 'boolean' | 'number' | 'text' | 'date' | 'time' | 'instant' | 'timezone' }
  /** ISO 8601: `P3Y`, `PT72H`. */
  | { readonly kind: 'duration' }
  /** One of the values; terms come with those above them, the topmost first. `choices` is cut where there are many. */
  | { readonly kind: 'choice'; readonly choices: readonly FormChoice[]; readonly isComplete: boolean }
  | { readonly kind: 'record'; readonly record: string; readonly fields: readonly FormField[] }
  | { readonly kind: 'list'; readonly element: FormInput; readonly isPartial: boolean };

export interface FormChoice {
  readonly value: string;
  readonly title: string;
  readonly path: readonly string[];
}

// privacy/decideCase

export interface DecideCaseParams extends ProgramParams {
  readonly activity: string;
  readonly facts: FactsObject;
  /** RFC 3339; without it, the moment of the request. */
  readonly now?: string;
  /** Policies by id or pattern `P.*`; all where there are none. */
  readonly under?: readonly string[];
  /** Also looks for single changes that would turn the answer. */
  readonly changes?: boolean;
}

export interface DecidedCase extends Versioned {
  readonly decision?: Decision;
  /** What was considered, condition by condition; the files in it are seen from the root of the project. */
  readonly explanation?: Explanation;
  /** Where the rules that decided stand, by id. */
  readonly places?: Readonly<Record<string, Location>>;
  /** What is wrong with the facts. */
  readonly issues?: readonly FactIssue[];
  readonly notReady?: NotReady;
}

// privacy/coverage

/** How the tests exercise one rule, default, exception or lift. */
export interface RuleCoverage {
  readonly rule: string;
  readonly range: Range;
  /** Cases in which it stood, in which it did not, and in which that was open. */
  readonly stood: number;
  readonly fell: number;
  readonly open: number;
}

export interface FileRuleCoverage {
  readonly uri: string;
  readonly rules: readonly RuleCoverage[];
}

export interface CoverageReport extends Versioned {
  readonly files: readonly FileRuleCoverage[];
  readonly notReady?: NotReady;
}

// privacy/generatedCode

export interface GeneratedCodeParams {
  readonly uri: string;
  /** Also finds the generated place of one in the source. */
  readonly range?: Range;
}

/** A part of the source and what it became. */
export interface CodeMapping {
  readonly source: Location;
  readonly generated: { readonly path: string; readonly range: Range };
}

export interface GeneratedCode extends Versioned {
  /** The files that the declarations of the source became, each readable under its address. */
  readonly files: readonly { readonly path: string; readonly uri: string; readonly text: string }[];
  /** Sorted by generated file and place; for following the cursor both ways. */
  readonly mappings: readonly CodeMapping[];
  readonly notReady?: NotReady;
}

// privacy/rules

export interface RuleItem {
  readonly id: string;
  readonly title: string;
  readonly kind: 'default' | 'rule' | 'exception' | 'lift';
  /** `forbid`, `permit`, and so on; absent for exceptions. */
  readonly effect?: string;
  readonly activity: string;
  readonly citations: readonly string[];
  readonly inForce?: { readonly from?: string; readonly through?: string; readonly until?: string };
  readonly location?: Location;
  readonly exceptions: readonly RuleItem[];
}

export interface PolicyItem {
  readonly id: string;
  readonly title: string;
  readonly authority: string;
  /** The terms that `applies when` names, such as jurisdictions, by taxonomy. */
  readonly scope: Readonly<Record<string, readonly string[]>>;
  readonly location?: Location;
  readonly rules: readonly RuleItem[];
}

export interface RuleTree extends Versioned {
  /** From the highest authority to the lowest, then by id. */
  readonly policies: readonly PolicyItem[];
}

/** The methods of all requests above. */
export const customMethods = [
  'privacy/testTree',
  'privacy/runTests',
  'privacy/caseForm',
  'privacy/decideCase',
  'privacy/coverage',
  'privacy/generatedCode',
  'privacy/rules',
] as const;

export type CustomMethod = (typeof customMethods)[number];

/** The command of a request, for editors that know commands only. */
export function commandOf(method: CustomMethod): string {
  return method.replace('/', '.');
}
