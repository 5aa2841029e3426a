import type { Field, Program, Subject, Type } from '../logic/index.ts';
import type { RegisterWord } from './model.ts';

/** The fact that a path such as `customer.residence` names in rules about an activity or a record. */
export function findFact(program: Program, scope: string, path: string): RegisterWord | undefined {
  const subject = program.activities.get(scope) ?? program.records.get(scope);
  if (subject === undefined) return undefined;
  const [first = '', ...rest] = path.split('.');
  const own = derivedWord(subject, first) ?? claimWord(subject, first);
  if (own !== undefined) return rest.length === 0 ? own : undefined;
  let owner: Pick<Subject, 'name' | 'fields'> | undefined = subject;
  let found: { readonly owner: string; readonly field: Field } | undefined;
  for (const name of [first, ...rest]) {
    const field: Field | undefined = owner?.fields.find((each) => each.name === name);
    if (owner === undefined || field === undefined) return undefined;
    found = { owner: owner.name, field };
    owner = field.type.kind === 'record' ? program.records.get(field.type.record) : undefined;
  }
  return found === undefined ? undefined : fieldWord(found.owner, found.field, program);
}

function fieldWord(owner: string, field: Field, program: Program): RegisterWord {
  const { name, title, documentation, type, optional, orNone } = field;
  const asks = [
    ...(optional ? ['may be unknown'] : []),
    ...(orNone ? ['may be none'] : []),
    ...(field.sensitive ? ['sensitive'] : []),
  ];
  return {
    id: `fact.${owner}.${name}`,
    kind: 'fact',
    name,
    ...(title === undefined ? {} : { title }),
    ...(documentation === undefined ? {} : { documentation }),
    details: [`${ownerTitle(owner, program)}: ${[typeInWords(type, program), ...asks].join(', ')}`],
  };
}

function ownerTitle(owner: string, { activities, records }: Program): string {
  return activities.get(owner)?.title ?? records.get(owner)?.title ?? owner;
}

function derivedWord({ name: owner, derived }: Subject, name: string): RegisterWord | undefined {
  if (!derived.some((each) => each.name === name)) return undefined;
  return { id: `fact.${owner}.${name}`, kind: 'fact', name, details: ['follows from other facts'] };
}

function claimWord({ name: owner, claim }: Subject, name: string): RegisterWord | undefined {
  if (claim?.name !== name) return undefined;
  const details = ['whoever claims the case: it is decided for each of them'];
  return { id: `fact.${owner}.${name}`, kind: 'fact', name, details };
}

/** A type as people would say it. */
export function typeInWords(type: Type, program: Program): string {
  switch (type.kind) {
    case 'boolean':
      return 'yes or no';
    case 'instant':
      return 'date and time';
    case 'timezone':
      return 'time zone';
    case 'calendar':
    case 'number':
    case 'text':
    case 'date':
    case 'time':
      return type.kind;
    case 'weekday':
      return 'day of the week';
    case 'duration':
      return 'length of time';
    case 'term':
      return `one of ${titleOfTaxonomy(type.taxonomy, program)}${type.within ? ', perhaps not known exactly' : ''}`;
    case 'scope':
      return `any of ${titleOfTaxonomy(type.taxonomy, program)}`;
    case 'scale':
      return `a step of ${program.scales.get(type.scale)?.title ?? type.scale}`;
    case 'record':
      return program.records.get(type.record)?.title ?? type.record;
    case 'list':
      return `list of ${typeInWords(type.element, program)}`;
    case 'error':
      return 'unknown';
  }
}

function titleOfTaxonomy(name: string, { taxonomies }: Program): string {
  return taxonomies.get(name)?.title ?? name;
}
