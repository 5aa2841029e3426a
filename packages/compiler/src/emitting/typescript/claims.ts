import type { Claim, Subject } from '../../logic/index.ts';
import { invariant } from '../../support/index.ts';
import { encodedSubject } from './encoded.ts';
import { encodedPath } from './encoded-types.ts';
import type { Input, Site } from './expressions/site.ts';
import { createFrame } from './expressions/site.ts';
import { valueCode } from './expressions/values.ts';
import { valueNode } from './nodes/value-nodes.ts';
import type { Project } from './project.ts';
import { runtime, runtimeType } from './project.ts';
import { taxonomyConstant, useExported } from './vocabulary.ts';
import type { Doc } from './writing/document.ts';
import { callDoc, hard, indented, lines, listDoc, objectDoc } from './writing/document.ts';
import type { Module } from './writing/module.ts';

/** Who claims a case: a function that adds all claims, and the same as data. */
export function claimDoc(project: Project, module: Module, subject: Subject, claim: Claim): Doc {
  const { type, operands } = claim;
  invariant(type.kind === 'term', 'claims are terms');
  return objectDoc([
    ['terms', useExported(module, taxonomyConstant(project, type.taxonomy))],
    ['add', writeClaims(project, module, subject, claim)],
    ['operands', listDoc(operands.map((operand) => valueNode(operand, { project, module })))],
  ]);
}

function writeClaims(project: Project, module: Module, subject: Subject, { name, operands }: Claim): string {
  const own = module.declare('addClaims');
  const type = module.useType(encodedPath, encodedSubject(project, subject).type);
  const inputs = new Map<string, Input>([['facts', { local: module.local('facts'), type: () => type }]]);
  const site: Site = {
    project,
    module,
    frame: createFrame(inputs),
    parameters: 'known',
    zone: 'UTC',
    owner: own,
  };
  const statements = operands.map((operand): Doc => {
    const add = runtime(module, operand.type.kind === 'list' ? 'addClaims' : 'addClaim');
    return [callDoc(add, ['claims', valueCode(operand, site).doc]), ';'];
  });
  const facts = site.frame.used.has('facts') ? 'facts' : '_facts';
  module.add(
    `/** Who claims the case: ${name}. */`,
    hard,
    `function ${own}(${facts}: ${type}, claims: ${runtimeType(module, 'Claims')}): void {`,
    indented(hard, lines(statements)),
    hard,
    '}',
  );
  return own;
}
