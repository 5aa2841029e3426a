import { comparesWholeLevels } from '../../../analysis/index.ts';
import type { Formula, TermOption, Value } from '../../../logic/index.ts';
import { assertNever, invariant } from '../../../support/index.ts';
import { commented, dateLiteral, termNumber } from '../expressions/constants.ts';
import type { Project } from '../project.ts';
import { runtimeType } from '../project.ts';
import { groupConstant, taxonomyConstant, useExported } from '../vocabulary.ts';
import type { Doc } from '../writing/document.ts';
import { hard, indented, listDoc, objectDoc, textLiteral } from '../writing/document.ts';
import type { Module } from '../writing/module.ts';
import { valueName } from '../writing/names.ts';
import { defineNode } from './define-nodes.ts';
import { valueNode } from './value-nodes.ts';

/** Where nodes are written. */
export interface NodeSite {
  readonly project: Project;
  readonly module: Module;
}

/** A condition as data, for the run time to tell what leaves it open and until when it holds. */
export function formulaNode(formula: Formula, site: NodeSite): Doc {
  const name = site.project.derivedName(formula);
  return name === undefined
    ? plainNode(formula, site)
    : node('shared', [['formula', sharedNode(name, formula, site)]]);
}

const derivedPath = 'explanations/derived.ts';

/** The function that gives a derived fact as data. */
function sharedNode(name: string, formula: Formula, { project, module }: NodeSite): string {
  const key = `${name} ${formula.place.start} ${project.locate(formula.place).file}`;
  const exported = project.once('derived as data', key, () => {
    const own = project.module(derivedPath);
    const constant = own.declare(valueName(name));
    const body = plainNode(formula, { project, module: own });
    own.add(
      `export function ${constant}(): ${runtimeType(own, 'FormulaNode')} {`,
      indented(hard, 'return ', body, ';'),
      hard,
      '}',
    );
    return { path: derivedPath, name: constant };
  });
  return useExported(module, exported);
}

function plainNode(formula: Formula, site: NodeSite): Doc {
  const value = (part: Value): Doc => valueNode(part, site);
  switch (formula.kind) {
    case 'truth':
      return node('truth', [['value', String(formula.value)]]);
    case 'not':
      return node('not', [['operand', formulaNode(formula.operand, site)]]);
    case 'and':
    case 'or':
      return node(formula.kind, [
        ['operands', listDoc(formula.operands.map((operand) => formulaNode(operand, site)))],
      ]);
    case 'holds':
    case 'is-none':
    case 'is-known':
      return node(formula.kind, [['value', value(formula.value)]]);
    case 'compare':
      return node(formula.relation, [
        ['left', value(formula.left)],
        ['right', value(formula.right)],
      ]);
    case 'between':
      return node('between', [
        ['value', value(formula.value)],
        ['low', value(formula.low)],
        ['high', value(formula.high)],
        ...(formula.value.type.kind === 'time' ? [['isWindow', 'true'] as const] : []),
      ]);
    case 'call': {
      const args = listDoc(formula.arguments.map(value));
      return node('call', [
        ['define', defineNode(formula.define, site)],
        ['args', args],
      ]);
    }
    case 'day-test':
      return node(formula.which, [
        ['value', value(formula.value)],
        ['calendar', value(formula.calendar)],
      ]);
    default:
      return otherNode(formula, site);
  }
}

type OtherFormula = Extract<
  Formula,
  { kind: 'term-test' | 'same-term' | 'scope-test' | 'some' | 'every' | 'latest' | 'in-force' }
>;

function otherNode(formula: OtherFormula, site: NodeSite): Doc {
  const value = (part: Value): Doc => valueNode(part, site);
  switch (formula.kind) {
    case 'term-test':
      return node('term-test', [
        ['value', value(formula.value)],
        ['terms', termsOf(formula.taxonomy, site)],
        ['options', listDoc(formula.options.map((option) => optionDoc(option, formula.taxonomy, site)))],
      ]);
    case 'same-term':
      return node('same-term', [
        ['left', value(formula.left)],
        ['right', value(formula.right)],
        ['terms', termsOf(taxonomyOf(formula.left), site)],
        ...(comparesWholeLevels(formula) ? [['onLevel', 'true'] as const] : []),
      ]);
    case 'scope-test':
      return node('scope-test', [
        ['value', value(formula.value)],
        ['scope', value(formula.scope)],
        ['terms', termsOf(taxonomyOf(formula.value), site)],
      ]);
    case 'some':
    case 'every':
    case 'latest':
      return listNode(formula, site);
    case 'in-force':
      return node('in-force', [
        ...(formula.from === undefined ? [] : [['from', dateLiteral(formula.from)] as const]),
        ...(formula.until === undefined ? [] : [['until', dateLiteral(formula.until)] as const]),
        ...(formula.on === undefined ? [] : [['on', value(formula.on)] as const]),
      ]);
    default:
      return assertNever(formula);
  }
}

function listNode(
  formula: Extract<OtherFormula, { kind: 'some' | 'every' | 'latest' }>,
  site: NodeSite,
): Doc {
  const list = [
    ['name', textLiteral(formula.variable)],
    ['list', valueNode(formula.list, site)],
  ] as const;
  const body = ['body', formulaNode(formula.body, site)] as const;
  if (formula.kind !== 'latest') return node(formula.kind, [...list, body]);
  return node('latest', [
    ...list,
    ['by', valueNode(formula.by, site)],
    ...(formula.by.traits.canBeNone ? [['mayBeNone', 'true'] as const] : []),
    ['condition', formulaNode(formula.condition, site)],
    body,
  ]);
}

function optionDoc(option: TermOption, taxonomy: string, site: NodeSite): Doc {
  if (option.kind === 'term') {
    return objectDoc([
      ['term', commented(termNumber(site.project.program, taxonomy, option.term), option.term)],
    ]);
  }
  return objectDoc([
    ['group', useExported(site.module, groupConstant(site.project, option.group))],
    ...(option.on === undefined ? [] : [['on', valueNode(option.on, site)] as const]),
  ]);
}

export function termsOf(taxonomy: string, { project, module }: NodeSite): string {
  return useExported(module, taxonomyConstant(project, taxonomy));
}

function taxonomyOf({ type }: Value): string {
  invariant(type.kind === 'term', 'a term is tested');
  return type.taxonomy;
}

/** `{ is: 'holds', … }` */
export function node(is: string, properties: readonly (readonly [string, Doc])[]): Doc {
  return objectDoc([['is', textLiteral(is)], ...properties]);
}
