import type { Formula } from '../../../logic/index.ts';
import { invariant } from '../../../support/index.ts';
import type { Project } from '../project.ts';
import { runtime, runtimeType } from '../project.ts';
import type { Module } from '../writing/module.ts';
import type { Code } from './code.ts';
import { negated, primary } from './code.ts';
import type { Parameters } from './openness.ts';

/** Something that the body of a function may read and that has to come in through its parameters. */
export interface Input {
  /** How it is called inside of the function. */
  readonly local: string;
  /** Its type; types are imported where they are written. */
  readonly type: () => string;
}

/** A function that is being written. Its parameters are those of its inputs that its body turns out to use. */
export interface Frame {
  readonly inputs: ReadonlyMap<string, Input>;
  readonly used: Set<string>;
  /** The functions that were split off so far, by what they compute: both readings of a condition share one. */
  readonly loops: Map<object, SplitOff>;
}

/** A function that was split off, with the site inside of it. */
export interface SplitOff {
  readonly name: string;
  readonly inner: Site;
}

export function createFrame(inputs: ReadonlyMap<string, Input>): Frame {
  return { inputs, used: new Set(), loops: new Map() };
}

/**
 * Where an expression is written. Inputs go by keys: `facts`, `claim`, `now`, `zone` and `reading`, `$name` for the
 * parameters of a define, and the variables of quantifiers by their own names.
 */
export interface Site {
  readonly project: Project;
  readonly module: Module;
  readonly frame: Frame;
  readonly parameters: Parameters;
  /** The zone of the policy that asks; absent in defines, which are told their caller's. */
  readonly zone?: string;
  /** Calls the function of a condition that is a derived fact; absent where none can be read. */
  readonly derived?: (formula: Formula, site: Site, reading: ReadingChoice) => Code | undefined;
  /** Names the functions that are split off. */
  readonly owner: string;
}

/** The keys of inputs that a policy's functions read off what is asked. */
export const askedKeys: readonly string[] = ['facts', 'claim', 'now'];

export function inputOf(site: Site, key: string): string {
  const input = site.frame.inputs.get(key);
  invariant(input !== undefined, `${key} can be read in ${site.owner}`);
  site.frame.used.add(key);
  return input.local;
}

/** How an expression that can be unknown is read; absent where it never is. */
export type ReadingChoice = 'certainly' | 'possibly' | { readonly isTurned: boolean } | undefined;

/** The reading that a function is asked for. */
export const asAsked: ReadingChoice = { isTurned: false };

/** Below a `not` the reading turns around. */
export function turned(reading: ReadingChoice): ReadingChoice {
  if (reading === undefined) return undefined;
  if (typeof reading === 'object') return { isTurned: !reading.isTurned };
  return reading === 'certainly' ? 'possibly' : 'certainly';
}

/** A reading as an argument. */
export function readingCode(site: Site, reading: ReadingChoice): Code {
  if (reading === undefined) return primary(runtime(site.module, 'certainly'));
  if (typeof reading === 'string') return primary(runtime(site.module, reading));
  const local = primary(inputOf(site, 'reading'));
  return reading.isTurned ? negated(local) : local;
}

/** The input of a reading. */
export function readingInput(module: Module): Input {
  return { local: module.local('reading'), type: () => runtimeType(module, 'Reading') };
}

/** A name in the run time, for calls. */
export function helper(site: Site, name: string): string {
  return runtime(site.module, name);
}
