import type { Activity, Formula, Place, Policy, PolicyPart } from '../../logic/index.ts';
import { encodedFacts } from './encoded.ts';
import { encodedPath } from './encoded-types.ts';
import type { Code } from './expressions/code.ts';
import { alwaysFalse, alwaysTrue, isConstant, primary, returned } from './expressions/code.ts';
import { unnamedCode } from './expressions/formulas.ts';
import { addFunction } from './expressions/functions.ts';
import type { Input, ReadingChoice, Site } from './expressions/site.ts';
import { asAsked, createFrame, inputOf, readingCode, readingInput } from './expressions/site.ts';
import { derivedZone } from './expressions/values.ts';
import type { Project } from './project.ts';
import { runtime, runtimeType } from './project.ts';
import { useExported } from './vocabulary.ts';
import type { Doc } from './writing/document.ts';
import { callDoc } from './writing/document.ts';
import type { Module } from './writing/module.ts';
import { typeName, valueName } from './writing/names.ts';

/** The part of a policy that is being written. */
export interface PartSite {
  readonly project: Project;
  readonly module: Module;
  readonly activity: Activity;
  readonly policy: Policy;
  readonly part: PolicyPart;
  readonly asked: Input;
}

/** Where conditions about an activity are written. */
export type CaseSite = Pick<PartSite, 'project' | 'module' | 'activity' | 'asked'>;

/** A condition that became a function of what is asked. */
export interface ConditionFunction {
  /** How tables of its file refer to it. */
  readonly reference: string;
  /** Whether it can be unknown. */
  readonly isOpen: boolean;
  /** The condition in the function of another one. */
  call(site: Site, reading: ReadingChoice): Code;
}

/** The type of what is asked about an activity. */
export function caseType(project: Project, module: Module, activity: string): string {
  const name = project.once('case', activity, () => {
    const encoded = project.module(encodedPath);
    const { type } = encodedFacts(project, activity);
    const own = encoded.declare(`${typeName(activity)}Case`);
    encoded.add(`export type ${own} = ${runtimeType(encoded, 'Case')}<${type}>;`);
    return own;
  });
  return module.useType(encodedPath, name);
}

/** Where a condition of a part is written; a lift is judged in the zone of its own policy. */
export function conditionSite(
  { project, module, activity, asked }: CaseSite,
  zone: string,
  owner: string,
): Site {
  const claim = activity.claim === undefined ? 'claim' : valueName(activity.claim.name);
  const inputs = new Map<string, Input>([
    ['asked', asked],
    ['facts', { local: module.local('facts'), type: () => '' }],
    ['claim', { local: module.local(claim), type: () => 'number' }],
    ['now', { local: module.local('now'), type: () => 'number' }],
    ['reading', readingInput(module)],
  ]);
  return {
    project,
    module,
    frame: createFrame(inputs),
    parameters: 'known',
    derived: derivedCode(activity),
    zone,
    owner,
  };
}

/** Writes a condition as a function, unless it always or never holds. */
export function writeCondition(
  caseSite: CaseSite,
  options: {
    readonly name: string;
    readonly zone: string;
    readonly comment: readonly (string | undefined)[];
    readonly place: Place;
    readonly isExported?: boolean;
    readonly code: (site: Site) => Code;
  },
): ConditionFunction {
  const { module, asked } = caseSite;
  const site = conditionSite(caseSite, options.zone, options.name);
  const code = options.code(site);
  if (isConstant(code)) return constantCondition(module, code);
  const name = module.declare(options.name);
  const { comment, place, isExported = false } = options;
  const common = { name, comment, place, isExported, isCondition: true };
  addFunction(module, site.frame, { ...common, returns: 'boolean', statements: [returned(code)] }, asked);
  const isOpen = site.frame.used.has('reading');
  const readsAsked = ['asked', 'facts', 'claim', 'now'].some((key) => site.frame.used.has(key));
  return {
    reference: name,
    isOpen,
    call(caller, reading) {
      const args: Doc[] = isOpen || readsAsked ? [inputOf(caller, 'asked')] : [];
      const local = useExported(caller.module, { path: module.path, name });
      return primary(callDoc(local, isOpen ? [...args, readingCode(caller, reading).doc] : args));
    },
  };
}

function constantCondition(module: Module, code: Code): ConditionFunction {
  const holds = code.doc === 'true';
  return {
    get reference() {
      return runtime(module, holds ? 'always' : 'never');
    },
    isOpen: false,
    call: () => (holds ? alwaysTrue : alwaysFalse),
  };
}

/** Calls the functions of derived facts that are conditions; each is written when it is first asked for. */
function derivedCode(activity: Activity): NonNullable<Site['derived']> {
  return (formula, site, reading) => {
    const name = site.project.derivedName(formula);
    if (name === undefined) return undefined;
    return derivedFunction(site.project, activity, name, formula).call(site, reading);
  };
}

function derivedFunction(
  project: Project,
  activity: Activity,
  name: string,
  formula: Formula,
): ConditionFunction {
  return project.once('derived', `${activity.name} ${name}`, () => {
    const module = project.module(`derived/${activity.name}.ts`);
    const asked = { type: () => caseType(project, module, activity.name), local: module.local('asked') };
    return writeCondition(
      { project, module, activity, asked },
      {
        name: valueName(name),
        zone: derivedZone,
        comment: [project.locate(formula.place).text],
        place: formula.place,
        isExported: true,
        code: (site) => unnamedCode(project.simplified(formula), site, asAsked),
      },
    );
  });
}
