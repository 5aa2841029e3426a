import type {
  Calendar,
  Define,
  Group,
  GroupEntry,
  Obligation,
  Program,
  Scale,
  Taxonomy,
  Term,
} from '../logic/index.ts';
import { formatDate } from '../runtime/index.ts';
import type { RegisterWord } from './model.ts';

export type WordParts = Pick<RegisterWord, 'id' | 'kind' | 'name' | 'details'> & {
  readonly title: string | undefined;
  readonly documentation: string | undefined;
};

export function word({ title, documentation, ...parts }: WordParts): RegisterWord {
  return {
    ...parts,
    ...(title === undefined ? {} : { title }),
    ...(documentation === undefined ? {} : { documentation }),
  };
}

/** A define: what authors call a condition or value that stands in many rules. */
export function conditionWord({ name, parameters }: Define, documentation: string | undefined): RegisterWord {
  const asked = parameters.map((parameter) => parameter.name).join(', ');
  const details = asked === '' ? [] : [`asked about: ${asked}`];
  return word({ id: `condition.${name}`, kind: 'condition', name, title: undefined, documentation, details });
}

export function termWord(taxonomy: Taxonomy, term: Term): RegisterWord {
  const { name, title, documentation } = term;
  const above = pathOf(taxonomy, term).slice(0, -1);
  const below = taxonomy.terms
    .slice(term.index + 1, term.end)
    .filter(({ depth }) => depth === term.depth + 1);
  const details = [
    [taxonomy.title ?? taxonomy.name, ...above.map(titleOrName)].join(' › '),
    ...(below.length === 0 ? [] : [`with ${listed(below.map(titleOrName))}`]),
    ...(term.aliases.length === 0 ? [] : [`also called ${term.aliases.join(', ')}`]),
  ];
  return word({ id: `term.${taxonomy.name}.${name}`, kind: 'term', name, title, documentation, details });
}

/** From the topmost term down to the term itself. */
export function pathOf({ terms }: Taxonomy, term: Term): readonly Term[] {
  const path: Term[] = [];
  for (let next: Term | undefined = term; next !== undefined; next = terms[next.parent]) path.unshift(next);
  return path;
}

export function titleOrName({ name, title }: { readonly name: string; readonly title?: string }): string {
  return title ?? name;
}

export function groupWord({ name, title, taxonomy, entries }: Group, program: Program): RegisterWord {
  const members = entries.map((entry) => memberText(entry, taxonomy, program));
  const details = [`group of ${program.taxonomies.get(taxonomy)?.title ?? taxonomy}: ${listed(members)}`];
  return word({ id: `group.${name}`, kind: 'group', name, title, documentation: undefined, details });
}

function memberText({ kind, name, from, until }: GroupEntry, taxonomy: string, program: Program): string {
  const title =
    kind === 'group'
      ? program.groups.get(name)?.title
      : program.taxonomies.get(taxonomy)?.termsByName.get(name)?.title;
  const dates = [
    ...(from === undefined ? [] : [`since ${formatDate(from)}`]),
    ...(until === undefined ? [] : [`until ${formatDate(until)}`]),
  ];
  return [title ?? name, ...dates].join(' ');
}

export function scaleWord({ name, title, steps }: Scale, step: string): RegisterWord {
  const details = [`a step of ${title ?? name}: ${steps.join(' < ')}`];
  return word({
    id: `scale.${name}.${step}`,
    kind: 'scale',
    name: step,
    title: undefined,
    documentation: undefined,
    details,
  });
}

export function calendarWord({ name, title, documentation, from, until }: Calendar): RegisterWord {
  const details = [`a calendar from ${formatDate(from)} through ${formatDate(until - 1)}`];
  return word({ id: `calendar.${name}`, kind: 'calendar', name, title, documentation, details });
}

export function obligationWord({ name, title, documentation, precautionary }: Obligation): RegisterWord {
  const details = ['what is owed', ...(precautionary ? ['owed also where it may not be needed'] : [])];
  return word({ id: `obligation.${name}`, kind: 'obligation', name, title, documentation, details });
}

/** Long lists end with how many more there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostListed).join('; ');
  return names.length > mostListed ? `${shown}; and ${names.length - mostListed} more` : shown;
}

const mostListed = 40;
