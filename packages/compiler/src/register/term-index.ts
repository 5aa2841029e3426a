import type { Policy, Program, Taxonomy, Term } from '../logic/index.ts';
import { compareText, sortedBy } from '../support/index.ts';
import { groupMembers } from './group-members.ts';
import type { NamedTerm } from './mentions.ts';
import { termsOfPolicy, termsOfRule } from './mentions.ts';
import type { Mention, RegisterPolicy, TermEntry, TermIndex } from './model.ts';
import { rulesOfPolicy } from './policy-rules.ts';
import { pathOf, titleOrName } from './word-entries.ts';

/** Which policies and rules name which terms: one index for each taxonomy that is named, most used first. */
export function indexTerms(program: Program, policies: readonly RegisterPolicy[]): readonly TermIndex[] {
  const found = collectMentions(program, policies);
  const indexes = [...program.taxonomies.values()].flatMap((taxonomy) => {
    const mentions = found.filter(({ term }) => term.taxonomy === taxonomy.name);
    return mentions.length === 0 ? [] : [indexOf(taxonomy, mentions, program)];
  });
  return indexes.sort(
    (left, right) => right.rules - left.rules || compareText(left.taxonomy, right.taxonomy),
  );
}

interface Found {
  readonly term: NamedTerm;
  readonly mention: Mention;
  readonly isPolicy: boolean;
  /** How many rules it counts for. */
  readonly rules: readonly string[];
}

function collectMentions(program: Program, described: readonly RegisterPolicy[]): readonly Found[] {
  const sources = new Map(program.policies.map((policy) => [policy.id, policy]));
  return described.flatMap((policy) => {
    const source = sources.get(policy.id);
    return source === undefined ? [] : mentionsOf(source, policy, program);
  });
}

function mentionsOf(source: Policy, described: RegisterPolicy, program: Program): readonly Found[] {
  const { id, title } = described;
  const all = described.parts.flatMap(({ rules }) => rules);
  const anchors = all.map(({ anchor }) => anchor);
  const ofPolicy = termsOfPolicy(source, program).map(
    (term): Found => ({
      term,
      mention: { target: `policy:${id}`, id, title, excluded: term.excluded },
      isPolicy: true,
      rules: anchors,
    }),
  );
  const provisions = new Map(rulesOfPolicy(source).map((rule) => [rule.id, rule]));
  const ofRules = all.flatMap((rule) => {
    const provision = provisions.get(rule.id);
    const terms = provision === undefined ? [] : termsOfRule(provision, program);
    return terms.map(
      (term): Found => ({
        term,
        mention: { target: rule.anchor, id: rule.id, title: rule.title, excluded: term.excluded },
        isPolicy: false,
        rules: [rule.anchor],
      }),
    );
  });
  return [...ofPolicy, ...ofRules];
}

function indexOf(taxonomy: Taxonomy, found: readonly Found[], program: Program): TermIndex {
  const named = new Set(found.map(({ term }) => `${term.kind} ${term.name}`));
  const terms = taxonomy.terms.filter(({ name }) => named.has(`term ${name}`));
  const groups = [...program.groups.values()].filter(({ name }) => named.has(`group ${name}`));
  const termEntry = (term: Term): TermEntry => ({
    kind: 'term',
    name: term.name,
    title: titleOrName(term),
    path: pathOf(taxonomy, term).slice(0, -1).map(titleOrName),
    ...mentionsOfName(found, 'term', term.name),
    reachedBy: [
      ...pathOf(taxonomy, term)
        .slice(0, -1)
        .flatMap(({ name }) => (named.has(`term ${name}`) ? [name] : [])),
      ...groups.flatMap(({ name }) => (groupMembers(name, program).has(term.name) ? [name] : [])),
    ],
  });
  const groupEntries = sortedBy(groups, ({ name }) => name).map(
    (group): TermEntry => ({
      kind: 'group',
      name: group.name,
      title: titleOrName(group),
      path: [],
      ...mentionsOfName(found, 'group', group.name),
      reachedBy: [],
    }),
  );
  return {
    taxonomy: taxonomy.name,
    title: titleOrName(taxonomy),
    rules: new Set(found.flatMap(({ rules }) => rules)).size,
    entries: [...terms.map(termEntry), ...groupEntries],
  };
}

function mentionsOfName(
  found: readonly Found[],
  kind: 'term' | 'group',
  name: string,
): Pick<TermEntry, 'policies' | 'rules'> {
  const own = found.filter(({ term }) => term.kind === kind && term.name === name);
  const mentions = (isPolicy: boolean): readonly Mention[] =>
    own.filter((each) => each.isPolicy === isPolicy).map(({ mention }) => mention);
  return { policies: mentions(true), rules: mentions(false) };
}
