import type { Taxonomy, Type } from '../../logic/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Name } from '../../syntax/index.ts';
import { replacements, suggestion } from '../resolve.ts';
import type { Scope } from './scope.ts';
import { complain } from './scope.ts';

/** The taxonomies that have a term of a name. */
export function termsWithName(scope: Scope, name: string): string[] {
  const { queries } = scope.context;
  return queries
    .get('names', 'taxonomy')
    .filter((taxonomy) => queries.get('taxonomy', taxonomy)?.termsByName.has(name));
}

/** Says what the author may have meant by a term that its taxonomy does not have. */
export function reportUnknownTerm(scope: Scope, name: Name, taxonomyName: string): void {
  const taxonomy = scope.context.queries.get('taxonomy', taxonomyName);
  if (taxonomy === undefined || name.text === '') return;
  const meant = aliasTargets(taxonomy, name.text);
  if (meant.length > 0) {
    const fixes = replacements(name, meant).map((fix) =>
      meant.length === 1 ? { ...fix, kind: 'automatic' as const } : fix,
    );
    const spelled = meant.map((term) => `"${term}"`).join(' or ');
    complain(
      scope,
      'name/alias',
      name,
      { name: name.text, term: spelled, taxonomy: taxonomyName },
      { fixes },
    );
    return;
  }
  const groups = groupsOf(scope, taxonomyName);
  const near = nearestNames(name.text, [...taxonomy.termsByName.keys(), ...groups]);
  const elsewhere = termsWithName(scope, name.text);
  const other =
    elsewhere.length > 0
      ? { help: `"${name.text}" is a term of ${elsewhere.join(' and ')}, not of ${taxonomyName}.` }
      : {};
  complain(
    scope,
    'name/unknown-term',
    name,
    { name: name.text, taxonomy: taxonomyName },
    { ...other, ...suggestion(near), fixes: replacements(name, near) },
  );
}

/** The terms that people also call by this name: by an alias, a title, or in other letters. */
export function aliasTargets(taxonomy: Taxonomy, name: string): string[] {
  const wanted = comparable(name);
  const matches = taxonomy.terms.filter((term) =>
    [term.name, term.title ?? '', ...term.aliases].some((text) => comparable(text) === wanted),
  );
  return matches.map((term) => term.name).slice(0, 4);
}

function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The groups of a taxonomy. */
export function groupsOf(scope: Scope, taxonomy: string): string[] {
  const { queries } = scope.context;
  return queries.get('names', 'group').filter((group) => queries.get('group', group)?.taxonomy === taxonomy);
}

/** A name that could be a term and a fact is never guessed. */
export function reportAmbiguous(scope: Scope, name: Name, expected: Type | undefined): void {
  const kind =
    expected?.kind === 'term' || expected?.kind === 'scope'
      ? `a term of ${expected.taxonomy}`
      : 'a fixed value';
  complain(
    scope,
    'name/ambiguous',
    name,
    { name: name.text, kind, owner: scope.owner },
    {
      fixes: [
        {
          title: `Write \`${name.text}\` in back-ticks for the term`,
          kind: 'needs-review',
          edits: [{ span: { start: name.start, end: name.end }, newText: `\`${name.text}\`` }],
        },
      ],
    },
  );
}
