import type { Default, Exception, Formula, Rule, ScheduleRule } from '../../logic/index.ts';
import type { PartSite } from './conditions.ts';
import { caseType, conditionSite } from './conditions.ts';
import { conditionCode } from './expressions/formulas.ts';
import { asAsked, askedKeys } from './expressions/site.ts';
import { formulaNode } from './nodes/formula-nodes.ts';
import { needsOnlyReason, needsReason } from './nodes/needs.ts';
import { runtime, runtimeType } from './project.ts';
import type { Doc } from './writing/document.ts';
import { callDoc, hard, indented, lines, listDoc, objectDoc, textLiteral } from './writing/document.ts';
import type { Module } from './writing/module.ts';
import { valueName } from './writing/names.ts';

/** Writes how the condition of a provision reads, and gives the name of the function that builds it. */
export function addExplanation(
  site: PartSite,
  { id, condition }: Rule | Default | ScheduleRule | Exception,
  zone: string,
): string {
  return explanationOf(site, explanationName(site, id), condition, zone);
}

/** What the explanation of a rule is called. */
export function explanationName({ policy }: PartSite, id: string): string {
  const own = `${policy.id}.`;
  return valueName(id.startsWith(own) ? id.slice(own.length) : id);
}

/** Writes how a condition reads, with every part of it as the author wrote it. */
export function explanationOf(site: PartSite, wanted: string, condition: Formula, zone: string): string {
  const module = explanationModule(site);
  const { subject, project } = site;
  const name = module.declare(wanted);
  const type = `${runtimeType(module, 'ConditionNode')}<${caseType(project, module, subject)}>`;
  module.add(
    `export function ${name}(): ${type} {`,
    indented(hard, 'return ', conditionDoc({ ...site, module }, condition, zone, new Set()), ';'),
    hard,
    '}',
  );
  return `${site.module.useAll(module.path, 'explained')}.${name}`;
}

export function explanationModule({ project, policy }: PartSite): Module {
  return project.module(`explanations/${policy.id}.ts`);
}

/**
 * `all(here(14, 10, '…'), test(…), test(…))`. A derived fact that stands several times in a condition is taken apart
 * once: all of it could be without end.
 */
function conditionDoc(site: PartSite, formula: Formula, zone: string, seen: Set<Formula>): Doc {
  const { module } = site;
  const at = placeDoc(site, formula);
  const isRepeated = seen.has(formula);
  seen.add(formula);
  if (isRepeated) return leafDoc(site, formula, zone, at);
  switch (formula.kind) {
    case 'not':
      return callDoc(runtime(module, 'not'), [at, conditionDoc(site, formula.operand, zone, seen)]);
    case 'and':
    case 'or': {
      const parts = formula.operands.map((operand) => conditionDoc(site, operand, zone, seen));
      return callDoc(runtime(module, formula.kind === 'and' ? 'all' : 'any'), [at, ...parts]);
    }
    default:
      return leafDoc(site, formula, zone, at);
  }
}

function leafDoc(site: PartSite, formula: Formula, zone: string, at: Doc): Doc {
  const { module, project } = site;
  const facts = listDoc(formula.traits.facts.map(textLiteral));
  const test = needsOnlyReason(formula) ? 'undefined' : testDoc(site, formula, zone);
  if (!needsReason(formula, project)) return callDoc(runtime(module, 'test'), [at, facts, test]);
  const reason = formulaNode(formula, { project, module });
  return callDoc(runtime(module, 'test'), [at, facts, test, reason]);
}

/** `({ facts }) => isElectronicMail(facts.channel)` */
function testDoc(site: PartSite, formula: Formula, zone: string): Doc {
  const { frame, ...inner } = conditionSite(site, zone, 'an explanation');
  const code = conditionCode(formula, { ...inner, frame }, asAsked);
  const local = (key: string): string => frame.inputs.get(key)?.local ?? key;
  const parts = askedKeys.filter((key) => frame.used.has(key)).map((key) => [key, local(key)] as const);
  const reading = frame.used.has('reading') ? [', ', local('reading')] : [];
  if (frame.used.has('asked') && parts.length > 0) {
    const body = lines([
      ['const ', objectDoc(parts), ` = ${local('asked')};`],
      ['return ', code.doc, ';'],
    ]);
    return ['(', local('asked'), reading, ') => {', indented(hard, body), hard, '}'];
  }
  if (frame.used.has('asked')) return ['(', local('asked'), reading, ') => ', code.doc];
  if (parts.length === 0 && reading.length === 0) return ['() => ', code.doc];
  return ['(', parts.length === 0 ? '_' : objectDoc(parts), reading, ') => ', code.doc];
}

/** Where a condition stands: `here(14, 10, 'channel is electronic-mail')` */
function placeDoc(site: PartSite, { place }: Formula): Doc {
  const { project, module } = site;
  const { file, line, column, text } = project.locate(place);
  const here = project.once('places', `${module.path} ${file}`, () => {
    const name = module.declare('here');
    module.add(`const ${name} = ${runtime(module, 'placesIn')}(${textLiteral(file)});`);
    return name;
  });
  return callDoc(here, [String(line), String(column), textLiteral(text)]);
}
