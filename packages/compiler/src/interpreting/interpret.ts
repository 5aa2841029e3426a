import type { Program, Subject } from '../logic/index.ts';
import type { Decision, FactIssue } from '../runtime/index.ts';
import { isPlatformZone, parseInstant } from '../runtime/index.ts';
import { invariant } from '../support/index.ts';
import { decide } from './decide.ts';
import { firstInstant, lastInstant } from './movements.ts';
import { readFacts } from './reading.ts';
import type { Run } from './run.ts';
import { createRun } from './run.ts';

export interface InterpretOptions extends QuestionOptions {
  /** The name of an activity of the program. */
  readonly activity: string;
}

/** What is asked about an activity or a record. */
export interface QuestionOptions {
  /** A program without errors. */
  readonly program: Program;
  /** Facts in the form in which services supply them; anything may come. */
  readonly facts: unknown;
  /** Milliseconds since 1970-01-01T00:00Z, or RFC 3339. */
  readonly now: number | string;
  /** Which policies count; absent: all. */
  readonly under?: (policyId: string) => boolean;
  /** What an absent required fact is: refused, or unknown as in tests. */
  readonly requiredFacts: 'error' | 'unknown';
}

/** The facts, or the moment, are not of their types; no answer was worked out. */
export interface Invalid {
  readonly kind: 'invalid';
  /** Sorted by path, then code. */
  readonly issues: readonly FactIssue[];
}

export type Interpretation =
  | {
      readonly kind: 'decision';
      readonly decision: Decision;
      /** Whether the rules that count read the time. */
      readonly readsTime: boolean;
    }
  | Invalid;

/** Decides a case by the meaning of the program, without compiling it: what compiled code has to agree with. */
export function interpret(options: InterpretOptions): Interpretation {
  const prepared = prepare(options);
  if (prepared.kind === 'invalid') return prepared;
  const { decision } = decide(prepared.run);
  return { kind: 'decision', decision, readsTime: prepared.run.noticed.time };
}

/** Reads the moment and the facts; what is wrong with them comes back as issues. */
export function prepare(options: InterpretOptions): { readonly kind: 'ready'; readonly run: Run } | Invalid {
  return prepareFor(activityNamed(options.program, options.activity), options);
}

/** The same for whatever rules are about. */
export function prepareFor(
  subject: Subject,
  options: QuestionOptions,
): { readonly kind: 'ready'; readonly run: Run } | Invalid {
  const { program } = options;
  const now = readMoment(options.now);
  if (now === undefined) return invalid('now', 'bad-instant', 'The moment is not a valid instant.');
  const strange = zonesOf(program).find((zone) => !isPlatformZone(zone));
  if (strange !== undefined)
    return invalid('', 'bad-zone', `This platform does not know the time zone "${strange}".`);
  const { facts, issues } = readFacts({ ...options, subject });
  if (issues.length > 0) return { kind: 'invalid', issues };
  const under = options.under ?? (() => true);
  return { kind: 'ready', run: createRun({ program, subject, facts, now, under }) };
}

/** The years 1 to 9999, which can be written as RFC 3339. */
function readMoment(now: number | string): number | undefined {
  const instant = typeof now === 'string' ? parseInstant(now) : now;
  const isMoment = instant !== undefined && Number.isInteger(instant);
  return isMoment && firstInstant <= instant && instant <= lastInstant ? instant : undefined;
}

function zonesOf(program: Program): readonly string[] {
  return [...program.policies, ...program.groups.values(), ...program.tables.values()].map(
    ({ zone }) => zone,
  );
}

function activityNamed(program: Program, name: string): Subject {
  const activity = program.activities.get(name);
  invariant(activity !== undefined, `the program has an activity ${name}`);
  return activity;
}

function invalid(path: string, code: FactIssue['code'], message: string): Invalid {
  return { kind: 'invalid', issues: [{ path, code, message }] };
}
