import type { Formula, Location, Place, Program } from '../../logic/index.ts';
import { createLocator, simplify } from '../../logic/index.ts';
import { invariant } from '../../support/index.ts';
import type { Openness } from './expressions/openness.ts';
import { createOpenness } from './expressions/openness.ts';
import type { Module } from './writing/module.ts';
import { createModule } from './writing/module.ts';
import type { Names } from './writing/names.ts';
import { createNames } from './writing/names.ts';

/** What is being emitted: the program and the files that are written for it. */
export interface Project {
  readonly program: Program;
  readonly openness: Openness;
  readonly importExtension: '.ts' | '.js';
  /** The name of the derived fact that a condition is, if it is one. */
  derivedName(formula: Formula): string | undefined;
  /** A condition with less to evaluate; derived facts are kept as they are. */
  simplified(formula: Formula): Formula;
  locate(place: Place): Location;
  /** The file of a path; it is begun when it is first asked for. */
  module(path: string, opening?: readonly string[]): Module;
  readonly modules: ReadonlyMap<string, Module>;
  /** Files that declarations of one kind stand in, by name: no two share one, whatever the letter case. */
  fileNames(folder: string): Names;
  /** Does something when what is being written is done: declarations that follow from others. */
  later(task: () => void): void;
  /** Does all that was put off. */
  finish(): void;
  /** Computes something once for a key. */
  once<Result>(kind: string, key: string, compute: () => Result): Result;
}

export const runtimePath = 'runtime/index.ts';

export function createProject(program: Program, importExtension: '.ts' | '.js'): Project {
  const modules = new Map<string, Module>();
  const fileNames = new Map<string, Names>();
  const results = new Map<string, { readonly result: unknown }>();
  const tasks: (() => void)[] = [];
  const derivedNames = derivedConditions(program);
  const openness = createOpenness(program);
  const isAtom = (formula: Formula): boolean => derivedNames.has(formula);
  const canBeUnknown = (formula: Formula): boolean => openness.formula(formula, 'open');
  return {
    program,
    openness,
    derivedName: (formula) => derivedNames.get(formula),
    simplified: (formula) => simplify(formula, { isAtom, canBeUnknown }),
    importExtension,
    locate: createLocator(program),
    modules,
    module(path, opening = []) {
      const reserved = path === 'facts.ts' ? publicTypes : [];
      const module = modules.get(path) ?? createModule({ path, opening, importExtension, reserved });
      modules.set(path, module);
      return module;
    },
    fileNames(folder) {
      const names = fileNames.get(folder) ?? createNames(deviceNames);
      fileNames.set(folder, names);
      return names;
    },
    later: (task) => tasks.push(task),
    finish() {
      for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) task();
    },
    once<Result>(kind: string, key: string, compute: () => Result): Result {
      const known = results.get(`${kind} ${key}`);
      // Every kind of key has its own kind of result.
      if (known !== undefined) return known.result as Result;
      const result = compute();
      invariant(!results.has(`${kind} ${key}`), `${kind} ${key} does not need itself`);
      results.set(`${kind} ${key}`, { result });
      return result;
    },
  };
}

function derivedConditions({ activities, records }: Program): ReadonlyMap<Formula, string> {
  const derived = [...activities.values(), ...records.values()].flatMap((subject) => subject.derived);
  return new Map(
    derived.flatMap(({ name, condition }) => (condition === undefined ? [] : [[condition, name]])),
  );
}

/** Types that callers import beside those of facts. */
const publicTypes = [
  'Activity',
  'AnswerParts',
  'Assumption',
  'Change',
  'ClaimOutcome',
  'ClaimSchedule',
  'ClaimTrace',
  'ConditionTrace',
  'Deadline',
  'DecideOptions',
  'Decision',
  'DueState',
  'ExplainOptions',
  'Explanation',
  'FactColumns',
  'FactIssue',
  'FactsError',
  'Forbidden',
  'JsonSchema',
  'Outcome',
  'OwedObligation',
  'Permitted',
  'PermitsOptions',
  'PolicyTrace',
  'ProvisionTrace',
  'Question',
  'Reason',
  'Remark',
  'RunningObligation',
  'Schedule',
  'ScheduleChange',
  'ScheduleClaimTrace',
  'ScheduleConflict',
  'ScheduleExplanation',
  'ScheduleItemTrace',
  'SchedulePolicyTrace',
  'ScheduleReason',
  'ScheduleRuleTrace',
  'ScheduleState',
  'ScheduleWindow',
  'ScheduleWindows',
  'ScheduledAction',
  'ScheduledRecord',
  'SchemaIssue',
  'SchemaResult',
  'StandardSchema',
  'Truth',
  'Undetermined',
  'Ungoverned',
  'ValidFacts',
];

/** Files that Windows cannot have, whatever their extension. */
const deviceNames = [
  'con',
  'prn',
  'aux',
  'nul',
  ...'123456789'.split('').flatMap((digit) => [`com${digit}`, `lpt${digit}`]),
];

/** Uses something of the run time in a file. */
export function runtime(module: Module, name: string): string {
  return module.use(runtimePath, name);
}

export function runtimeType(module: Module, name: string): string {
  return module.useType(runtimePath, name);
}
