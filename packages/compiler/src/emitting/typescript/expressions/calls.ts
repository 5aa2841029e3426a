import type { CallFormula, CallValue, Define, Value } from '../../../logic/index.ts';
import { invariant } from '../../../support/index.ts';
import { encodedType } from '../encoded-types.ts';
import type { Project } from '../project.ts';
import { runtimeType } from '../project.ts';
import type { Exported } from '../vocabulary.ts';
import { useExported } from '../vocabulary.ts';
import type { Doc } from '../writing/document.ts';
import { callDoc } from '../writing/document.ts';
import { valueName } from '../writing/names.ts';
import type { Code } from './code.ts';
import { primary, returned } from './code.ts';
import { countLoop } from './counts.ts';
import { conditionCode } from './formulas.ts';
import { addFunction, ownInputs } from './functions.ts';
import { inlinedFormula, inlinedValue } from './inlining.ts';
import { loopStatements } from './loops.ts';
import type { Parameters } from './openness.ts';
import { latestLoop, quantifierLoop } from './quantifiers.ts';
import type { Input, ReadingChoice, Site } from './site.ts';
import { asAsked, createFrame, inputOf, readingCode, readingInput } from './site.ts';
import { askersZone, boundCode, isBounded, valueCode } from './values.ts';

/** A function that a define became. */
interface DefineFunction extends Exported {
  /** The keys of its parameters, in order. */
  readonly inputs: readonly string[];
}

/** `consented(facts.customer, facts.channel, facts.purpose, reading)` */
export function callCode(call: CallFormula | CallValue, site: Site, reading: ReadingChoice): Code {
  const define = defineNamed(site.project, call.define);
  if (call.arguments.some((argument) => isBounded(argument, site)))
    return inlinedCode(call, define, site, reading);
  const isOpen = call.arguments.some((argument) => site.project.openness.value(argument, site.parameters));
  const target = defineFunction(site.project, define, isOpen ? 'open' : 'known');
  const byName = new Map(define.parameters.map(({ name }, index) => [`$${name}`, call.arguments[index]]));
  const args = target.inputs.map((key) => argumentCode(key, byName.get(key), site, reading).doc);
  return primary(callDoc(useExported(site.module, target), args));
}

function inlinedCode(
  call: CallFormula | CallValue,
  define: Define,
  site: Site,
  reading: ReadingChoice,
): Code {
  const name = `${define.name}:${call.place.start}`;
  if (call.kind === 'call') return conditionCode(inlinedFormula(call, define, name), site, reading);
  return boundCode(inlinedValue(call, define, name), site, reading);
}

function argumentCode(key: string, argument: Value | undefined, site: Site, reading: ReadingChoice): Code {
  if (argument !== undefined) return valueCode(argument, site);
  switch (key) {
    case 'now':
      return primary(inputOf(site, 'now'));
    case 'zone':
      return askersZone(site);
    default:
      return readingCode(site, reading);
  }
}

const definesPath = 'defines.ts';

/**
 * Writes a define as a function. A second one is written where it is asked about arguments that may be unknown, and
 * only then can be unknown itself.
 */
function defineFunction(project: Project, define: Define, parameters: Parameters): DefineFunction {
  const needed = isOpenBody(project, define, 'known')
    ? 'open'
    : isOpenBody(project, define, 'open')
      ? parameters
      : 'known';
  return project.once('define', `${define.name} ${needed}`, () => writeDefine(project, define, needed));
}

function isOpenBody({ openness }: Project, { body }: Define, parameters: Parameters): boolean {
  return body.kind === 'formula'
    ? openness.formula(body.formula, parameters)
    : openness.value(body.value, parameters);
}

function writeDefine(project: Project, define: Define, parameters: Parameters): DefineFunction {
  const module = project.module(definesPath);
  const frame = createFrame(defineInputs(project, define));
  const isSecond = parameters === 'open' && !isOpenBody(project, define, 'known');
  const name = module.declare(`${valueName(define.name)}${isSecond ? 'AsRead' : ''}`);
  const site: Site = { project, module, frame, parameters, owner: name };
  const { body } = define;
  const { place } = body.kind === 'formula' ? body.formula : body.value;
  const returns = body.kind === 'formula' ? 'boolean' : encodedType(project, module, body.value.type);
  const comment = [commentOf(project, define)];
  const parts = { name, comment, place, returns, statements: bodyStatements(define, site), isExported: true };
  addFunction(module, frame, parts, undefined);
  return { path: definesPath, name, inputs: ownInputs(frame).map(([key]) => key) };
}

/** A define that is a loop needs no other function for it. */
function bodyStatements({ body }: Define, site: Site): readonly Doc[] {
  if (body.kind === 'value') {
    if (body.value.kind === 'count') return loopStatements(site, countLoop(body.value));
    return [returned(resultCode(body.value, site))];
  }
  const formula = site.project.simplified(body.formula);
  switch (formula.kind) {
    case 'some':
    case 'every':
      return loopStatements(site, quantifierLoop(formula));
    case 'latest':
      return loopStatements(site, latestLoop(formula));
    default:
      return [returned(conditionCode(formula, site, asAsked))];
  }
}

/** A number that may be known within bounds only is asked for one of them. */
function resultCode(value: Value, site: Site): Code {
  return value.type.kind === 'number' ? boundCode(value, site, asAsked) : valueCode(value, site);
}

/** Parameters first, then what the caller adds. */
function defineInputs(project: Project, define: Define): ReadonlyMap<string, Input> {
  const module = project.module(definesPath);
  const inputs = new Map<string, Input>();
  for (const { name, type } of define.parameters) {
    inputs.set(`$${name}`, {
      local: module.local(valueName(name)),
      type: () => encodedType(project, module, type),
    });
  }
  inputs.set('zone', { local: module.local('zone'), type: () => runtimeType(module, 'Zone') });
  inputs.set('now', { local: module.local('now'), type: () => 'number' });
  inputs.set('reading', readingInput(module));
  return inputs;
}

function commentOf(project: Project, { body }: Define): string {
  const place = body.kind === 'formula' ? body.formula.place : body.value.place;
  const { tree } = place.unit;
  const documentation = tree.kind === 'define' ? tree.documentation?.text : undefined;
  return documentation ?? project.locate(place).text;
}

function defineNamed(project: Project, name: string): Define {
  const define = project.program.defines.get(name);
  invariant(define !== undefined, `the program has a define ${name}`);
  return define;
}
