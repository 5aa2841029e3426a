import type { Field, Program, Taxonomy, Type } from '@privacy-lang/compiler';
import { termPath } from '../describe/index.ts';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { CaseForm, FormChoice, FormField, FormInput } from '../protocol.ts';
import { protocolVersion } from '../protocol.ts';

/** The form of an activity, or of the first one that a policy speaks about; undefined where there is none. */
export function caseForm(
  { checked }: ProgramSnapshot,
  wanted: { readonly activity?: string | undefined; readonly policy?: string | undefined },
): CaseForm | undefined {
  const { program } = checked;
  const policy = program.policies.find(({ id }) => id === wanted.policy);
  const names = policy?.parts.map(({ activity }) => activity) ?? [...program.activities.keys()];
  const activity = program.activities.get(wanted.activity ?? names[0] ?? '');
  if (activity === undefined) return undefined;
  return {
    version: protocolVersion,
    activity: activity.name,
    title: activity.title,
    activities: names.flatMap((name) => {
      const title = program.activities.get(name)?.title;
      return title === undefined ? [] : [{ name, title }];
    }),
    fields: activity.fields.map((field) => formField(program, field, [])),
  };
}

/** Records in records are asked for to this depth: forms have an end, also where records name each other. */
const deepest = 6;

/** More choices than this are too many to show at once; what is typed is checked all the same. */
const mostChoices = 1000;

function formField(program: Program, field: Field, around: readonly string[]): FormField {
  return {
    key: field.key,
    title: field.title ?? field.name,
    ...(field.documentation === undefined ? {} : { help: field.documentation }),
    optional: field.optional,
    orNone: field.orNone,
    sensitive: field.sensitive,
    input: formInput(program, field.type, around),
  };
}

function formInput(program: Program, type: Type, around: readonly string[]): FormInput {
  switch (type.kind) {
    case 'boolean':
    case 'number':
    case 'text':
    case 'date':
    case 'time':
    case 'instant':
    case 'timezone':
      return { kind: type.kind };
    case 'duration':
      return { kind: 'duration' };
    case 'term':
    case 'scope':
      return termInput(program.taxonomies.get(type.taxonomy), type);
    case 'scale':
      return choiceInput((program.scales.get(type.scale)?.steps ?? []).map(plainChoice));
    case 'record':
      return recordInput(program, type.record, around);
    case 'list':
      return { kind: 'list', element: formInput(program, type.element, around), isPartial: type.partial };
    default:
      return { kind: 'text' };
  }
}

/** Where a fact is a term, only final ones are exact; `within` takes any. */
function termInput(taxonomy: Taxonomy | undefined, type: Type): FormInput {
  if (taxonomy === undefined) return { kind: 'text' };
  const takesInner = type.kind === 'scope' || (type.kind === 'term' && type.within);
  const terms = taxonomy.terms.filter(({ final }) => takesInner || final);
  const choices = terms.slice(0, mostChoices).map(
    (term): FormChoice => ({
      value: term.name,
      title: term.title ?? term.name,
      path: termPath(taxonomy, term).slice(1, -1),
    }),
  );
  const choice: FormInput = { kind: 'choice', choices, isComplete: choices.length === terms.length };
  return type.kind === 'scope' ? { kind: 'list', element: choice, isPartial: false } : choice;
}

function choiceInput(choices: readonly FormChoice[]): FormInput {
  return { kind: 'choice', choices, isComplete: true };
}

function plainChoice(value: string): FormChoice {
  return { value, title: value, path: [] };
}

function recordInput(program: Program, record: string, around: readonly string[]): FormInput {
  const isCircle = around.includes(record) || around.length >= deepest;
  const fields = isCircle ? [] : (program.records.get(record)?.fields ?? []);
  const inner = [...around, record];
  return { kind: 'record', record, fields: fields.map((field) => formField(program, field, inner)) };
}
