import { invariant } from '../../../support/index.ts';
import { runtimeType } from '../project.ts';
import { useExported } from '../vocabulary.ts';
import { hard, indented, listDoc, objectDoc, textLiteral } from '../writing/document.ts';
import { valueName } from '../writing/names.ts';
import type { NodeSite } from './formula-nodes.ts';
import { formulaNode } from './formula-nodes.ts';
import { valueNode } from './value-nodes.ts';

const definesPath = 'explanations/defines.ts';

/** The function that gives a define as data. */
export function defineNode(name: string, { project, module }: NodeSite): string {
  const exported = project.once('define as data', name, () => {
    const define = project.program.defines.get(name);
    invariant(define !== undefined, `the program has a define ${name}`);
    const own = project.module(definesPath);
    const site: NodeSite = { project, module: own };
    const { body, parameters } = define;
    const isFormula = body.kind === 'formula';
    const node = isFormula ? formulaNode(body.formula, site) : valueNode(body.value, site);
    const type = `${runtimeType(own, 'DefineNode')}<${runtimeType(own, isFormula ? 'FormulaNode' : 'ValueNode')}>`;
    const constant = own.declare(valueName(name));
    const value = objectDoc([
      ['name', textLiteral(name)],
      ['parameters', listDoc(parameters.map((parameter) => textLiteral(parameter.name)))],
      ['body', node],
    ]);
    own.add(`export function ${constant}(): ${type} {`, indented(hard, 'return ', value, ';'), hard, '}');
    return { path: definesPath, name: constant };
  });
  return useExported(module, exported);
}
