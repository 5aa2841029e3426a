import { candidateValues } from '../../analysis/index.ts';
import type { Activity, Subject } from '../../logic/index.ts';
import { claimDoc } from './claims.ts';
import { caseType } from './conditions.ts';
import { dispatchDoc } from './dispatch.ts';
import { encodedFacts } from './encoded.ts';
import { encodedPath } from './encoded-types.ts';
import { factsInterface, factsPath } from './facts.ts';
import { writePart } from './policies.ts';
import type { Project } from './project.ts';
import { runtime, runtimeType } from './project.ts';
import { factsSchema } from './schemas.ts';
import type { Exported } from './vocabulary.ts';
import { useExported } from './vocabulary.ts';
import { docComment } from './writing/comments.ts';
import type { Doc } from './writing/document.ts';
import { hard, indented, lines, listDoc, objectDoc, textLiteral } from './writing/document.ts';
import type { Module } from './writing/module.ts';
import { valueName } from './writing/names.ts';

/** Writes an activity with everything that policies say about it. */
export function writeActivity(project: Project, activity: Activity): Exported {
  const path = `activities/${activity.name}.ts`;
  const module = project.module(path, [
    '// Compiled from policies. Do not edit: the next build writes it anew.',
  ]);
  const name = module.declare(valueName(activity.name));
  const facts = module.useType(factsPath, factsInterface(project, activity));
  const type = `${runtimeType(module, 'Activity')}<${textLiteral(activity.name)}, ${facts}>`;
  const entry = activityEntry(project, module, activity);
  module.add(
    docComment([activity.title, activity.documentation]),
    `export const ${name}: ${type} = /* @__PURE__ */ ${runtime(module, 'activity')}(`,
    entry,
    ');',
  );
  return { path, name };
}

function activityEntry(project: Project, module: Module, activity: Activity): Doc {
  const { name, claim, derived } = activity;
  const parts = project.program.policies.flatMap((policy) =>
    policy.parts
      .filter((part) => part.activity === name)
      .map((part) => {
        const exported = writePart(project, policy, part, activity);
        return module.use(exported.path, exported.name, valueName(policy.id));
      }),
  );
  const encoded = encodedFacts(project, name);
  const encodedType = module.useType(encodedPath, encoded.type);
  const asked = { type: () => caseType(project, module, activity), local: module.local('asked') };
  const site = { project, module, subject: activity, asked };
  const workedOut = [...derived.map((fact) => fact.name), ...(claim === undefined ? [] : [claim.name])];
  const entries: (readonly [string, Doc | undefined])[] = [
    ['name', textLiteral(name)],
    ['parts', listDoc(parts)],
    ['claim', claim === undefined ? undefined : claimDoc(project, module, activity, claim)],
    ['schema', useExported(module, factsSchema(project, activity))],
    ['derived', listDoc(workedOut.map(textLiteral))],
    ['create', module.use(encodedPath, encoded.create)],
    ['read', module.use(encodedPath, encoded.read)],
    ['dispatch', dispatchDoc(site, activity, encodedType)],
    ['candidates', writeCandidates(project, module, activity)],
  ];
  return objectDoc(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

/** The values of each fact that the rules may tell apart: what `explain` tries as single changes. */
export function writeCandidates(project: Project, module: Module, subject: Subject): string {
  const name = module.declare('candidates');
  const rows = candidateValues(project.program, subject).map(({ fact, values }): Doc => {
    const texts = values.map((value) => (typeof value === 'string' ? textLiteral(value) : String(value)));
    return [
      objectDoc([
        ['fact', textLiteral(fact)],
        ['values', listDoc(texts)],
      ]),
      ',',
    ];
  });
  const list: Doc = rows.length === 0 ? '[]' : ['[', indented(hard, lines(rows)), hard, ']'];
  module.add(
    '/** Values that the rules may tell apart: what is tried to find out what would turn an answer. */',
    hard,
    `function ${name}(): readonly ${runtimeType(module, 'Candidates')}[] {`,
    indented(hard, 'return ', list, ';'),
    hard,
    '}',
  );
  return name;
}
