import { fieldAt } from '../../analysis/index.ts';
import type { FactsValue, Field, Program, Type } from '../../logic/index.ts';
import { createLocator } from '../../logic/index.ts';
import { formatInstant } from '../../runtime/index.ts';
import { compareText, invariant } from '../../support/index.ts';
import type { AnswerPart } from '../answer-parts.ts';
import { answerParts } from '../answer-parts.ts';
import { factNames } from '../fact-names.ts';
import type { Case } from '../searching/index.ts';
import { answerCase, factAt, isRecord, subjectOf } from '../searching/index.ts';
import { fieldsOf, quoted, writeEntries, writeFact } from '../write-facts.ts';
import type { ProposedCase } from './generate.ts';

/** Cases that start from the same test, as a table that can stand in a source file; it is not laid out yet. */
export interface ProposedTable {
  /** The file of the policy that it is about. */
  readonly file: string;
  readonly policy: string;
  readonly text: string;
  readonly cases: number;
}

/** Writes cases as tables, with the answers that the rules give today; sorted by file and in the order of the cases. */
export function proposeTables(program: Program, cases: readonly ProposedCase[]): readonly ProposedTable[] {
  const locate = createLocator(program);
  const groups = new Map<string, ProposedCase[]>();
  for (const found of cases) {
    const key = JSON.stringify([found.under, found.base.title, found.base.case]);
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  return [...groups.values()]
    .flatMap((group): readonly ProposedTable[] => {
      const [first] = group;
      if (first === undefined) return [];
      const policy = program.policies.find(({ id }) => id === first.policy);
      invariant(policy !== undefined, 'cases are about policies of the program');
      const text = writeTable(program, group, first);
      return [{ file: locate(policy.place).file, policy: policy.id, text, cases: group.length }];
    })
    .sort((left, right) => compareText(left.file, right.file) || compareText(left.policy, right.policy));
}

function writeTable(program: Program, group: readonly ProposedCase[], first: ProposedCase): string {
  const { base, under } = first;
  const subject = subjectOf(base.case, program);
  invariant(subject !== undefined, 'cases are about activities and records of the program');
  const columns = columnsOf(program, group, subject.fields);
  const given = writeEntries(base.case.facts, subject.fields, program);
  const near = base.title === undefined ? 'with nothing known' : `like ${base.title}`;
  const rows = group.map((found) => {
    const cells = columns.map(({ cell }) => cell(found));
    return `  | ${cells.join(' | ')} | // ${remark(found.reasons)}`;
  });
  return [
    '// check: these answers are what the rules say today',
    `scenarios ${quoted(`${first.policy}: ${near}`)} for ${subject.name} under ${under.join(', ')} {`,
    `  now ${formatInstant(base.case.now)}`,
    ...(given.length === 0 ? [] : [`  given ${given.join(', ')}`]),
    `  | ${columns.map(({ heading }) => heading).join(' | ')} |`,
    ...rows,
    '}',
    '',
  ].join('\n');
}

const mostReasons = 2;

/** What a case is for; the first few things say enough. */
function remark(reasons: readonly string[]): string {
  const more = reasons.length - mostReasons;
  const shown = reasons.slice(0, mostReasons).join('; ');
  return more > 0 ? `${shown}; and ${more} more` : shown;
}

interface Column {
  readonly heading: string;
  readonly cell: (found: ProposedCase) => string;
}

/** What differs between the cases and the test that they start from, then what comes out. */
function columnsOf(
  program: Program,
  group: readonly ProposedCase[],
  fields: readonly Field[],
): readonly Column[] {
  const moment: Column = {
    heading: 'now',
    cell: ({ base, case: { now } }) => (now === base.case.now ? '' : formatInstant(now)),
  };
  const paths = new Set(group.flatMap(({ base, case: found }) => changedPaths(base.case, found, program)));
  const facts = [...paths].sort(compareText).map((path): Column => factColumn(path, program, fields));
  const all = [moment, ...facts, ...answerColumns(program, group)];
  return all.filter(({ heading, cell }) => heading === 'expect' || group.some((found) => cell(found) !== ''));
}

function factColumn(path: string, program: Program, fields: readonly Field[]): Column {
  const steps = path.split('.');
  return {
    heading: headingOf(steps, fields, program),
    cell({ base, case: found }) {
      const [before, after] = [factAt(base.case.facts, steps), factAt(found.facts, steps)];
      if (JSON.stringify(before) === JSON.stringify(after)) return '';
      const subject = subjectOf(found, program);
      const field = subject && fieldAt(program, subject, path);
      if (after === undefined || field === undefined) return 'unknown';
      return writeFact(after, field.type, program);
    },
  };
}

/** The path in the author's names. */
function headingOf([key, ...rest]: readonly string[], fields: readonly Field[], program: Program): string {
  const field = fields.find((candidate) => candidate.key === key);
  if (field === undefined) return key ?? '';
  const below = field.type.kind === 'record' ? fieldsOf(field.type.record, program) : [];
  return rest.length === 0 ? field.name : `${field.name}.${headingOf(rest, below, program)}`;
}

/** Where two cases differ: inside of records as far as both have them, lists as a whole. */
function changedPaths(before: Case, after: Case, program: Program): readonly string[] {
  const fields = subjectOf(before, program)?.fields ?? [];
  return differences(before.facts, after.facts, fields, program);
}

function differences(
  before: FactsValue,
  after: FactsValue,
  fields: readonly Field[],
  program: Program,
): readonly string[] {
  if (!isRecord(before) || !isRecord(after)) return [];
  return fields.flatMap(({ key, type }) => {
    const [one, other] = [before[key], after[key]];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    const inner = isRecord(one) && isRecord(other) ? recordFields(type, program) : undefined;
    if (inner === undefined || one === undefined || other === undefined) return [key];
    return differences(one, other, inner, program).map((path) => `${key}.${path}`);
  });
}

function recordFields(type: Type, program: Program): readonly Field[] | undefined {
  return type.kind === 'record' ? fieldsOf(type.record, program) : undefined;
}

/** What the rules say, as a test would expect it; assumptions and claims are more than most tests need. */
function answerColumns(program: Program, group: readonly ProposedCase[]): readonly Column[] {
  const names = factNames(program);
  const answers = new Map(group.map((found) => [found, partsOf(found, program)]));
  const [first] = answers.values();
  return (first ?? [])
    .filter(({ column }) => column !== 'assumed' && column !== 'claim')
    .map(
      ({ column }, index): Column => ({
        heading: column,
        cell(found) {
          const values = answers.get(found)?.[index]?.values ?? [];
          return (column === 'missing' ? values.map(names) : values).join(', ');
        },
      }),
    );
}

function partsOf(found: ProposedCase, program: Program): readonly AnswerPart[] {
  const answer = answerCase(program, found.case, new Set(found.under));
  invariant(answer !== undefined, 'a case that was found has an answer');
  return answerParts(answer);
}
