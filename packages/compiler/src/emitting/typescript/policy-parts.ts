import type { InForcePeriod, ObligationUse, Policy } from '../../logic/index.ts';
import { invariant } from '../../support/index.ts';
import type { Project } from './project.ts';
import { runtimeType } from './project.ts';
import { suppliedForm } from './supplied-form.ts';
import type { Exported } from './vocabulary.ts';
import { useExported, zoneConstant } from './vocabulary.ts';
import { docComment } from './writing/comments.ts';
import type { Doc } from './writing/document.ts';
import { objectDoc, textLiteral } from './writing/document.ts';
import type { Module } from './writing/module.ts';
import { valueName } from './writing/names.ts';

const aboutPath = 'policies/about.ts';
const obligationsPath = 'obligations.ts';

/** The constant that describes a policy in answers. */
export function policyConstant(project: Project, id: string): Exported {
  return project.once('policy', id, () => {
    const policy = project.program.policies.find((candidate) => candidate.id === id);
    invariant(policy !== undefined, `the program has a policy ${id}`);
    const module = project.module(aboutPath);
    const name = module.declare(valueName(id));
    const type = runtimeType(module, 'Policy');
    module.add(
      docComment([policy.title]),
      `export const ${name}: ${type} = `,
      policyDoc(project, module, policy),
      ';',
    );
    return { path: aboutPath, name };
  });
}

function policyDoc(project: Project, module: Module, policy: Policy): Doc {
  const { id, title, authority, sources, inForce, zone } = policy;
  const source = sources.map(({ text }) => text).join('; ');
  const entries: (readonly [string, Doc | undefined])[] = [
    ['id', textLiteral(id)],
    ['title', textLiteral(title)],
    ['authority', textLiteral(authority.name)],
    ['rank', String(authority.rank)],
    ['isBinding', String(authority.binding)],
    ['source', sources.length === 0 ? undefined : textLiteral(source)],
    ['inForce', inForce === undefined ? undefined : textLiteral(periodText(inForce))],
    ['zone', useExported(module, zoneConstant(project, zone))],
  ];
  return objectDoc(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

/** `from 2003-12-11 through 2026-01-31` */
export function periodText({ from, through, until }: InForcePeriod): string {
  const parts = [
    from === undefined ? '' : `from ${from}`,
    through === undefined ? '' : `through ${through}`,
    until === undefined ? '' : `until ${until}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** The use of an obligation by a rule. */
export function obligationDoc(
  { project, module }: { readonly project: Project; readonly module: Module },
  use: ObligationUse,
): Doc {
  const obligation = project.program.obligations.get(use.obligation);
  invariant(obligation !== undefined, `the program has an obligation ${use.obligation}`);
  const constant = useExported(module, obligationConstant(project, use.obligation));
  if (use.arguments.length === 0) return objectDoc([['of', constant]]);
  const values = use.arguments.map(({ name, value }) => {
    const parameter = obligation.parameters.find((candidate) => candidate.name === name);
    invariant(parameter !== undefined, `${obligation.name} has a parameter ${name}`);
    const supplied = suppliedForm(value.constant);
    return [parameter.key, typeof supplied === 'string' ? textLiteral(supplied) : String(supplied)] as const;
  });
  return objectDoc([
    ['of', constant],
    ['arguments', objectDoc(values)],
  ]);
}

function obligationConstant(project: Project, name: string): Exported {
  return project.once('obligation', name, () => {
    const obligation = project.program.obligations.get(name);
    const module = project.module(obligationsPath);
    const constant = module.declare(valueName(name));
    const value = objectDoc([
      ['name', textLiteral(name)],
      ['title', textLiteral(obligation?.title ?? name)],
      ['isPrecautionary', String(obligation?.precautionary ?? false)],
    ]);
    module.add(`export const ${constant}: ${runtimeType(module, 'Obligation')} = `, value, ';');
    return { path: obligationsPath, name: constant };
  });
}
