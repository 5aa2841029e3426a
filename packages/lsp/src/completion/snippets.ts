/** A text with places to fill in, offered where its first word may stand. */
export interface Snippet {
  readonly label: string;
  /** The word of the language that it begins with. */
  readonly word: string;
  readonly detail: string;
  /** In the syntax of the protocol, with a place to fill in for every pair of signs below. */
  readonly body: string;
}

const written: readonly Snippet[] = [
  {
    label: 'policy …',
    word: 'policy',
    detail: 'a whole policy with one rule',
    body: [
      'policy §1:company.topic§ "§2:Title§" {',
      '  authority §3:company§',
      '  source "§4:Where it is written§"',
      '  in force from §5:2026-01-01§',
      '',
      '  rule §6:name§ "§7:What it says§" {',
      '    §8|forbid,permit,require,mandate,advise|§ §9:contact§',
      '    when §10:condition§',
      '    cite "§11:where§"',
      '  }',
      '}',
      '$0',
    ].join('\n'),
  },
  {
    label: 'rule …',
    word: 'rule',
    detail: 'a rule that forbids',
    body: 'rule §1:name§ "§2:What it says§" {\n  §3|forbid,permit,require,mandate,advise|§ §4:contact§\n  when §5:condition§\n  cite "§6:where§"\n}\n$0',
  },
  {
    label: 'except …',
    word: 'except',
    detail: 'an exception of the rule',
    body: 'except §1:name§ "§2:What it says§" {\n  when §3:condition§\n  cite "§4:where§"\n}\n$0',
  },
  {
    label: 'lift …',
    word: 'lift',
    detail: 'sets a rule of another policy aside',
    body: 'lift §1:policy.rule§ §2:name§ "§3:What it says§" {\n  when §4:condition§\n  cite "§5:where§"\n}\n$0',
  },
  {
    label: 'test …',
    word: 'test',
    detail: 'one case and what is expected of it',
    body: 'test "§1:Title§" {\n  now §2:2026-01-15T12:00:00Z§\n  §3:contact§ {\n    §4:fact§: §5:value§\n  }\n  expect §6|forbidden,permitted,undetermined,ungoverned|§ by §7:policy.rule§\n}\n$0',
  },
  {
    label: 'scenarios …',
    word: 'scenarios',
    detail: 'a table of cases',
    body: 'scenarios "§1:Title§" for §2:contact§ {\n  | §3:fact§ | expect    | by            |\n  | §4:value§ | forbidden | §5:policy.rule§ |\n}\n$0',
  },
  {
    label: 'define …',
    word: 'define',
    detail: 'a condition with a name',
    body: 'define §1:name§(§2:customer§: §3:Customer§) as\n  §4:condition§\n$0',
  },
];

/** What can be filled in stands between two § in the texts above. */
export const snippets: readonly Snippet[] = written.map((snippet) => ({
  ...snippet,
  body: snippet.body.replace(/§([^§]+)§/g, (_, place: string) => `\${${place}}`),
}));
