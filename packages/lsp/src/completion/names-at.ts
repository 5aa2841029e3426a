import type { ExpectedPiece, Program, Type } from '@privacy-lang/compiler';
import { CompletionItemKind } from 'vscode-languageserver';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { Cursor } from './cursor.ts';
import { dottedBefore } from './cursor.ts';
import { plainTypes, typeOfPath, valuesInScope } from './scope.ts';
import type { Suggestion } from './suggestions.ts';
import {
  authoritySuggestions,
  declaredSuggestions,
  defineSuggestions,
  fieldSuggestions,
  groupSuggestions,
  optionSuggestions,
  policySuggestions,
  ruleSuggestions,
  termSuggestions,
  valueSuggestions,
  valuesOfType,
} from './suggestions.ts';
import { comparedType, fieldsOf, objectPlaceAt } from './types.ts';

/** What is asked for: a program, the modules that there are, and where the author types. */
export interface NamesQuestion {
  readonly snapshot: ProgramSnapshot;
  readonly modules: readonly string[];
  readonly cursor: Cursor;
}

/** The declared names that can stand where the grammar expects a piece. */
export function namesAt(question: NamesQuestion, { path, category }: ExpectedPiece): Suggestion[] {
  const { program } = question.snapshot.checked;
  if (category !== 'name' && category !== 'term') return [];
  const rule = path.at(-1) ?? '';
  const around = path.at(-2) ?? '';
  const plain = plainNames[rule]?.(program);
  if (plain !== undefined) return plain;
  switch (rule) {
    case 'dottedName':
      return dottedNames(question, around);
    case 'reference':
      return referencedNames(question, around);
    case 'group':
    case 'table':
      return around === 'extension' && question.cursor.before.at(-1)?.text === 'group'
        ? declaredSuggestions(program, 'group')
        : behindWord(question.cursor, ['of', 'by'], declaredSuggestions(program, 'taxonomy'));
    case 'taxonomy':
    case 'record':
    case 'activity':
      return around === 'extension' ? declaredSuggestions(program, rule) : [];
    case 'scenarios':
      return behindWord(question.cursor, ['for'], declaredSuggestions(program, 'activity'));
    case 'groupEntry':
      return groupEntryNames(question);
    case 'objectEntry':
      return category === 'name' ? factKeys(question) : [];
    default:
      return path.some((name) => expressionRules.has(name)) ? namesInCondition(question, path, category) : [];
  }
}

const expressionRules = new Set(['comparison', 'choices', 'operands']);

const outcomes = ['permitted', 'forbidden', 'undetermined', 'ungoverned'] as const;

/** Places where everything of one kind can stand. */
const plainNames: Readonly<Record<string, (program: Program) => Suggestion[]>> = {
  authority: authoritySuggestions,
  authorisedBy: authoritySuggestions,
  overridableBy: authoritySuggestions,
  effect: (program) => declaredSuggestions(program, 'activity'),
  default: (program) => declaredSuggestions(program, 'activity'),
  case: (program) => declaredSuggestions(program, 'activity'),
  leaving: (program) => declaredSuggestions(program, 'record'),
  schedule: (program) => declaredSuggestions(program, 'record'),
  obligationClause: (program) => declaredSuggestions(program, 'obligation'),
  type: typeNames,
  elementType: typeNames,
  expectation: () => outcomes.map((label) => ({ label, kind: CompletionItemKind.Constant })),
};

function typeNames(program: Program): Suggestion[] {
  return [
    ...[...plainTypes, 'duration'].map((label) => ({ label, kind: CompletionItemKind.Keyword })),
    ...declaredSuggestions(program, 'taxonomy'),
    ...declaredSuggestions(program, 'record'),
    ...declaredSuggestions(program, 'scale'),
  ];
}

function dottedNames({ snapshot, modules }: NamesQuestion, around: string): Suggestion[] {
  const { program } = snapshot.checked;
  switch (around) {
    case 'use':
      return modules.map((label) => {
        const symbol = { kind: 'module', name: label } as const;
        return { label, kind: CompletionItemKind.Module, detail: 'module', symbol };
      });
    case 'lift':
      return ruleSuggestions(program, { exceptions: false });
    case 'choose':
      return optionSuggestions(program);
    default:
      return [];
  }
}

function referencedNames(question: NamesQuestion, around: string): Suggestion[] {
  const { program } = question.snapshot.checked;
  const { before } = question.cursor;
  if (around === 'testDeclaration' || around === 'scenarios') return policySuggestions(program);
  if (around === 'givenEntry') return factPaths(question);
  const word = before.findLast(({ text }) => checkWords.has(text))?.text;
  switch (word) {
    case 'by':
    case 'remarks':
      return ruleSuggestions(program, { exceptions: true });
    case 'owing':
      return declaredSuggestions(program, 'obligation');
    case 'missing':
    case 'assumed':
      return factPaths(question);
    default:
      return [];
  }
}

const checkWords = new Set(['by', 'remarks', 'owing', 'missing', 'assumed', 'claim']);

/** The next name of a path to a fact of the activity that is tested. */
function factPaths({ snapshot, cursor }: NamesQuestion): Suggestion[] {
  const { program } = snapshot.checked;
  const { tree } = cursor.unit;
  const subjects =
    tree.kind === 'scenarios'
      ? [tree.subject.text]
      : tree.kind === 'test'
        ? tree.clauses.flatMap((clause) => (clause.kind === 'case' ? [clause.subject.text] : []))
        : [];
  const activity = subjects.map((name) => program.activities.get(name)).find((each) => each !== undefined);
  if (activity === undefined) return [];
  if (cursor.before.at(-1)?.text !== '.') return fieldSuggestions(activity.fields, activity.name);
  const values = activity.fields.map(({ name, type }) => ({ name, type, owner: activity.name }));
  const type = typeOfPath(program, values, dottedBefore(cursor.before).names);
  return type?.kind === 'record'
    ? fieldSuggestions(program.records.get(type.record)?.fields ?? [], type.record)
    : [];
}

function behindWord({ before }: Cursor, words: readonly string[], suggestions: Suggestion[]): Suggestion[] {
  return words.includes(before.at(-1)?.text ?? '') ? suggestions : [];
}

function groupEntryNames({ snapshot, cursor }: NamesQuestion): Suggestion[] {
  const { program } = snapshot.checked;
  const { tree } = cursor.unit;
  if (tree.kind !== 'group') return [];
  const taxonomy = tree.taxonomy?.text ?? program.groups.get(tree.name.text)?.taxonomy ?? '';
  const others = groupSuggestions(program, taxonomy).filter(({ label }) => label !== tree.name.text);
  return [...termSuggestions(program, taxonomy), ...others];
}

/** The facts that an object in a test can state. */
function factKeys({ snapshot, cursor }: NamesQuestion): Suggestion[] {
  const { program } = snapshot.checked;
  const { object } = objectPlaceAt(program, cursor);
  return object === undefined ? [] : fieldSuggestions(fieldsOf(program, object), object.name);
}

function namesInCondition(
  { snapshot, cursor }: NamesQuestion,
  path: readonly string[],
  category: 'name' | 'term',
): Suggestion[] {
  const { program } = snapshot.checked;
  const { before } = cursor;
  const isTest = path.includes('testDeclaration') || path.includes('scenarios');
  if (isTest) {
    return category === 'name' ? [] : valuesOfType(program, objectPlaceAt(program, cursor).value);
  }
  const scope = valuesInScope(program, cursor);
  if (before.at(-1)?.text === '.') {
    const type = typeOfPath(program, scope, dottedBefore(before).names);
    if (type?.kind !== 'record') return [];
    return fieldSuggestions(program.records.get(type.record)?.fields ?? [], type.record);
  }
  if (category === 'name') return [];
  const isCompared = path.includes('test') || path.includes('choices');
  const type = isCompared ? comparedType(program, scope, before) : undefined;
  const compared = valuesOfType(program, type);
  if (type === undefined || compared.length === 0) {
    return [...compared, ...valueSuggestions(scope), ...defineSuggestions(program)];
  }
  return [...compared, ...valueSuggestions(scope.filter((value) => mayLeadTo(value.type, type)))];
}

/** Whether a fact may be compared with one of a type: it is of that type, or a record that has such facts. */
function mayLeadTo(type: Type, compared: Type): boolean {
  if (type.kind === 'record') return true;
  if (type.kind === 'term' && compared.kind === 'term') return type.taxonomy === compared.taxonomy;
  if (type.kind === 'scale' && compared.kind === 'scale') return type.scale === compared.scale;
  return type.kind === compared.kind;
}
