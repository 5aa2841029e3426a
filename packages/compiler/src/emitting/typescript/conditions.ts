import type { Formula, Place, Policy, PolicyPart, Subject } from '../../logic/index.ts';
import { encodedSubject } from './encoded.ts';
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
import { subjectKey, subjectPath } from './subjects.ts';
import { useExported } from './vocabulary.ts';
import type { Doc } from './writing/document.ts';
import { callDoc } from './writing/document.ts';
import type { Module } from './writing/module.ts';
import { typeName, valueName } from './writing/names.ts';

/** The part of a policy that is being written, about an activity or a type of records. */
export interface PartSite {
  readonly project: Project;
  readonly module: Module;
  readonly subject: Subject;
  readonly policy: Policy;
  readonly part: Pick<PolicyPart, 'applies'>;
  readonly asked: Input;
}

/** Where conditions about a subject are written. */
export type CaseSite = Pick<PartSite, 'project' | 'module' | 'subject' | 'asked'>;

/** A condition that became a function of what is asked. */
export interface ConditionFunction {
  /** How tables of its file refer to it. */
  readonly reference: string;
  /** Whether it can be unknown. */
  readonly isOpen: boolean;
  /** The condition in the function of another one. */
  call(site: Site, reading: ReadingChoice): Code;
}

/** The type of what is asked about an activity or a record. */
export function caseType(project: Project, module: Module, subject: Subject): string {
  const name = project.once('case', subjectKey(project, subject), () => {
    const encoded = project.module(encodedPath);
    const { type } = encodedSubject(project, subject);
    const own = encoded.declare(`${typeName(subject.name)}Case`);
    encoded.add(`export type ${own} = ${runtimeType(encoded, 'Case')}<${type}>;`);
    return own;
  });
  return module.useType(encodedPath, name);
}

/** Where a condition of a part is written; a lift is judged in the zone of its own policy. */
export function conditionSite(
  { project, module, subject, asked }: CaseSite,
  zone: string,
  owner: string,
): Site {
  const claim = subject.claim === undefined ? 'claim' : valueName(subject.claim.name);
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
    derived: derivedCode(subject),
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
function derivedCode(subject: Subject): NonNullable<Site['derived']> {
  return (formula, site, reading) => {
    const name = site.project.derivedName(formula);
    if (name === undefined) return undefined;
    return derivedFunction(site.project, subject, name, formula).call(site, reading);
  };
}

function derivedFunction(
  project: Project,
  subject: Subject,
  name: string,
  formula: Formula,
): ConditionFunction {
  return project.once('derived', `${subjectKey(project, subject)} ${name}`, () => {
    const module = project.module(`derived/${subjectPath(project, subject)}.ts`);
    const asked = { type: () => caseType(project, module, subject), local: module.local('asked') };
    return writeCondition(
      { project, module, subject, asked },
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
