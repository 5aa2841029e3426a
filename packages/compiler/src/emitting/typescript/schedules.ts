import type { Formula, Period, Policy, RecordType, SchedulePart, Value } from '../../logic/index.ts';
import { writeCandidates } from './activities.ts';
import { claimDoc } from './claims.ts';
import type { PartSite } from './conditions.ts';
import { caseType } from './conditions.ts';
import { encodedSubject } from './encoded.ts';
import { encodedPath } from './encoded-types.ts';
import { explanationOf } from './explanations.ts';
import { factsPath, recordInterface } from './facts.ts';
import {
  allConditions,
  claimsOf,
  isReviewed,
  isSettledByClaim,
  openingOf,
  suffixOf,
  writeApplies,
} from './policies.ts';
import { policyConstant } from './policy-parts.ts';
import type { Project } from './project.ts';
import { runtime, runtimeType } from './project.ts';
import { writeProvision } from './provisions.ts';
import { recordSchema } from './schemas.ts';
import { subjectPath } from './subjects.ts';
import type { Exported } from './vocabulary.ts';
import { useExported } from './vocabulary.ts';
import { docComment } from './writing/comments.ts';
import type { Doc } from './writing/document.ts';
import { listDoc, objectDoc, textLiteral } from './writing/document.ts';
import type { Module } from './writing/module.ts';
import { valueName } from './writing/names.ts';

/** The types of records that any policy says something about. */
export function scheduledRecords({ program }: Project): readonly RecordType[] {
  const names = new Set(program.policies.flatMap(({ schedules }) => schedules.map(({ record }) => record)));
  return [...program.records.values()].filter(({ name }) => names.has(name));
}

/** Writes what can be asked about the records of a type, with everything that policies say about them. */
export function writeRecord(project: Project, record: RecordType): Exported {
  const path = `${subjectPath(project, record)}.ts`;
  const module = project.module(path, [
    '// Compiled from policies. Do not edit: the next build writes it anew.',
  ]);
  const name = module.declare(valueName(record.name));
  const facts = module.useType(factsPath, recordInterface(project, record.name));
  const type = `${runtimeType(module, 'ScheduledRecord')}<${textLiteral(record.name)}, ${facts}>`;
  const entry = recordEntry(project, module, record);
  module.add(
    docComment([record.title ?? record.name, record.documentation]),
    `export const ${name}: ${type} = /* @__PURE__ */ ${runtime(module, 'record')}(`,
    entry,
    ');',
  );
  return { path, name };
}

function recordEntry(project: Project, module: Module, record: RecordType): Doc {
  const { name, claim, derived } = record;
  const parts = project.program.policies.flatMap((policy) =>
    policy.schedules
      .filter((part) => part.record === name)
      .map((part) => {
        const exported = writeSchedulePart(project, policy, part, record);
        return module.use(exported.path, exported.name, valueName(policy.id));
      }),
  );
  const encoded = encodedSubject(project, record);
  const workedOut = [...derived.map((fact) => fact.name), ...(claim === undefined ? [] : [claim.name])];
  return entriesDoc([
    ['name', textLiteral(name)],
    ['parts', listDoc(parts)],
    ['claim', claim === undefined ? undefined : claimDoc(project, module, record, claim)],
    ['schema', useExported(module, recordSchema(project, name))],
    ['derived', listDoc(workedOut.map(textLiteral))],
    ['create', module.use(encodedPath, encoded.create)],
    ['read', module.use(encodedPath, encoded.read)],
    ['candidates', writeCandidates(project, module, record)],
  ]);
}

function entriesDoc(entries: readonly (readonly [string, Doc | undefined])[]): Doc {
  return objectDoc(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

/** Writes what a policy says about the records of a type. */
function writeSchedulePart(
  project: Project,
  policy: Policy,
  part: SchedulePart,
  record: RecordType,
): Exported {
  const path = `policies/${policy.id}.ts`;
  const module = project.module(path, openingOf(project, policy));
  const asked = { type: () => caseType(project, module, record), local: module.local('asked') };
  const site: PartSite = { project, module, subject: record, policy, part, asked };
  const name = module.declare(valueName(record.name));
  const suffix = suffixOf(policy, record);
  const applies = writeApplies(site, `applies${suffix}`);
  const rules = part.rules.map((rule) => writeProvision(site, rule));
  const simplified = project.simplified(part.applies);
  const claims = claimsOf(project, simplified);
  const table = entriesDoc([
    ['policy', useExported(module, policyConstant(project, policy.id))],
    ['applies', applies.reference],
    ['rules', listDoc(rules.map((rule) => rule.table))],
    ['claims', claims === undefined ? undefined : listDoc(claims.map(textLiteral))],
    ['isSettledByClaim', isSettledByClaim(simplified) ? 'true' : undefined],
    ['isOpen', String(applies.isOpen)],
    ['isReviewed', String(isReviewed(project, expressionsOf(part)))],
    ['because', explanationOf(site, valueName(`applies-${suffix}`), part.applies, policy.zone)],
  ]);
  module.add(
    docComment([`What ${policy.title} says: ${record.title ?? record.name}`]),
    `export const ${name}: ${runtimeType(module, 'PartEntry')}<${asked.type()}> = `,
    table,
    ';',
  );
  return { path, name };
}

/** All conditions and dates. */
function expressionsOf({ applies, rules }: SchedulePart): readonly (Formula | Value)[] {
  return [
    applies,
    ...rules.flatMap((rule) => [
      ...allConditions(rule),
      ...(rule.doneWhen === undefined ? [] : [rule.doneWhen]),
      ...(rule.period === undefined ? [] : periodParts(rule.period)),
      ...rule.exceptions.flatMap(insteadParts),
    ]),
  ];
}

type AnyException = SchedulePart['rules'][number]['exceptions'][number];

function insteadParts({ instead, exceptions }: AnyException): readonly (Formula | Value)[] {
  return [...(instead === undefined ? [] : periodParts(instead)), ...exceptions.flatMap(insteadParts)];
}

function periodParts({ until, rolling, extension }: Period): readonly (Formula | Value)[] {
  return [
    until,
    ...(rolling === undefined ? [] : [rolling]),
    ...(extension === undefined ? [] : [extension.until, extension.condition]),
  ];
}
