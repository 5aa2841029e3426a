import { describe, expect, test } from 'vitest';
import { messagesOf, openProject } from './open-project.ts';
import { bothLaws, callsPack, installed, mailPack, pack, wordsPack, wordsText } from './sample-packs.ts';

describe('a project that names a pack', () => {
  test('is told how to install it where it is missing', async () => {
    expect(await messagesFor({ 'privacy.json': '{\n  "packs": ["@acme/law-uk"]\n}\n' })).toEqual([
      'privacy.json:2 project/missing-pack: The pack "@acme/law-uk" is not installed | privacy.json names it, and no folder "node_modules" from there upward has it. | Run "npm install @acme/law-uk".',
    ]);
  });

  test('is told the version to install where it asks for one', async () => {
    const [message] = await messagesFor({ 'privacy.json': '{ "packs": { "@acme/law-uk": "^2.1.0" } }' });
    expect(message).toContain(`Run "npm install '@acme/law-uk@^2.1.0'".`);
  });

  test('is told which pack that is installed it may mean, before anything is installed by a misspelt name', async () => {
    const files = {
      ...installed(wordsPack, { name: '@acme/words' }),
      ...installed(
        { 'package.json': '{ "name": "@acme/wards", "version": "1.0.0" }' },
        { name: '@acme/wards' },
      ),
      'privacy.json': '{ "packs": ["@acme/word"] }',
    };
    const { diagnostics } = await openProject(files);
    expect(diagnostics[0]?.help).toBe('Do you mean "@acme/words"? Otherwise run "npm install @acme/word".');
    expect(diagnostics[0]?.fixes.map(({ title }) => title)).toEqual(['Write "@acme/words"']);
  });

  test('is told who names a pack that is missing by way of others', async () => {
    const files = {
      ...installed(callsPack, { name: '@acme/law-calls' }),
      'privacy.json': '{ "packs": ["@acme/law-calls"] }',
    };
    const [message] = await messagesFor(files);
    expect(message).toMatch(/^pack:@acme\/law-calls\/privacy\.json:\d+ project\/missing-pack: /);
    expect(message).toContain('The pack "@acme/law-calls" names it');
    expect(message).toContain(`Run "npm install '@acme/words@^1.0.0'".`);
  });

  test.each([
    [{ 'package.json': 'nonsense' }, 'It has no valid package.json.'],
    [{ 'index.js': '' }, 'It has no valid package.json.'],
    [{ 'package.json': '{ "name": "tools", "version": "1.0.0" }' }, 'It has no privacy.json.'],
    [
      { 'package.json': '{ "name": "tools", "version": "1.0.0" }', 'privacy.json': '{}' },
      'Its privacy.json does not say "pack".',
    ],
    [
      { 'package.json': '{ "name": "tools", "version": "one" }' },
      'Its package.json states no version such as "1.0.0".',
    ],
    [{ 'package.json': '{ "name": "other", "version": "1.0.0" }' }, 'Its package.json calls it "other".'],
  ])('is told why a package is no pack: %j', async (files, problem) => {
    const [message, ...others] = await messagesFor({
      ...installed(files, { name: 'tools' }),
      'privacy.json': '{ "packs": ["tools"] }',
    });
    expect(message).toContain('project/not-a-pack: The package "tools" is installed, but is no pack | ');
    expect(message).toContain(problem);
    expect(others).toEqual([]);
  });

  test('is told which version is installed where it asks for another', async () => {
    const files = {
      ...installed(wordsPack, { name: '@acme/words' }),
      'privacy.json': '{ "packs": { "@acme/words": "^2.0.0" } }',
    };
    expect(await messagesFor(files)).toEqual([
      `privacy.json:1 project/pack-version: The pack "@acme/words" is installed in version 1.2.0, which is not in "^2.0.0" | privacy.json asks for the versions in "^2.0.0". | Run "npm install '@acme/words@^2.0.0'", or ask for a range that 1.2.0 is in.`,
    ]);
  });

  test('is told which of its packs asks for another version', async () => {
    const files = {
      ...bothLaws,
      ...installed(
        { ...wordsPack, 'package.json': '{ "name": "@acme/words", "version": "2.0.0" }' },
        { name: '@acme/words' },
      ),
    };
    const [message, ...others] = await messagesFor(files);
    expect(message).toMatch(
      /^pack:@acme\/law-calls\/privacy\.json:\d+ project\/pack-version: .*The pack "@acme\/law-calls" asks for/,
    );
    expect(others).toEqual([]);
  });

  test('is told both ways by which two versions of one pack come', async () => {
    const newer = pack({ name: '@acme/words', version: '2.0.0' }, { 'words.privacy': wordsText });
    const picky = {
      ...mailPack,
      'privacy.json':
        mailPack['privacy.json']?.replace('[\n    "@acme/words"\n  ]', '{ "@acme/words": "^2.0.0" }') ?? '',
    };
    const files = {
      ...bothLaws,
      ...installed(picky, { name: '@acme/law-mail' }),
      ...installed(newer, { name: '@acme/words', below: 'node_modules/@acme/law-mail/' }),
    };
    const [message, ...others] = await messagesFor(files);
    expect(message).toContain(
      'project/two-versions: The pack "@acme/words" is needed in two versions, 1.2.0 and 2.0.0',
    );
    expect(message).toContain('1.2.0 comes by way of privacy.json > @acme/law-calls > @acme/words');
    expect(message).toContain('2.0.0 by way of privacy.json > @acme/law-mail > @acme/words');
    expect(message).toContain('Update the packs on both ways until they agree');
    expect(others).toEqual([]);
  });

  test('is told where one of two versions would do for both', async () => {
    const newer = pack({ name: '@acme/words', version: '1.3.0' }, { 'words.privacy': wordsText });
    const files = {
      ...bothLaws,
      ...installed(newer, { name: '@acme/words', below: 'node_modules/@acme/law-mail/' }),
    };
    const [message] = await messagesFor(files);
    expect(message).toContain('Version 1.2.0 will do for both: state it under "overrides" in package.json');
  });

  test('is told where a pack names itself, and where it does', async () => {
    const own = pack({ name: 'law', version: '1.0.0', packs: ['law'] }, { 'words.privacy': wordsText });
    const installedOnce = { ...installed(own, { name: 'law' }), 'privacy.json': '{ "packs": ["law"] }' };
    expect((await messagesFor(installedOnce))[0]).toMatch(
      /^pack:law\/privacy\.json:\d+ project\/pack-names-itself: The pack "law" names itself/,
    );
    const project = { 'package.json': '{ "name": "law" }', 'privacy.json': '{ "packs": ["law"] }' };
    expect((await messagesFor(project))[0]).toMatch(/^privacy\.json:1 project\/pack-names-itself: /);
  });

  test('is told where an installed pack holds nothing', async () => {
    const empty = pack({ name: 'law', version: '1.0.0' }, {});
    const files = { ...installed(empty, { name: 'law' }), 'privacy.json': '{ "packs": ["law"] }' };
    expect(await messagesFor(files)).toEqual([
      'privacy.json:1 project/empty-pack: The pack "law" holds no policies | No file of the installed package matches the "sources" of its privacy.json, and it names no other pack. | Install another version of it, and tell its authors.',
    ]);
  });

  test('is told what is wrong with the privacy.json of a pack, where it is', async () => {
    const wrong = pack(
      { name: 'law', version: '1.0.0', zone: 'Europe/Londn' },
      { 'words.privacy': wordsText },
    );
    const files = { ...installed(wrong, { name: 'law' }), 'privacy.json': '{ "packs": ["law"] }' };
    const [message, ...others] = await messagesFor(files);
    expect(message).toMatch(/^pack:law\/privacy\.json:\d+ name\/unknown-zone: /);
    expect(others).toEqual([]);
  });

  test('may name packs that name each other', async () => {
    const one = pack({ name: 'one', version: '1.0.0', packs: ['two'] }, { 'words.privacy': wordsText });
    const two = pack(
      { name: 'two', version: '1.0.0', packs: ['one'] },
      { 'more.privacy': 'module acme.more\nuse acme.words\n' },
    );
    const files = {
      ...installed(one, { name: 'one' }),
      ...installed(two, { name: 'two' }),
      'privacy.json': '{ "packs": ["one"] }',
    };
    const opened = await openProject(files);
    expect(messagesOf(opened)).toEqual([]);
    expect(opened.resolved.packs.map(({ name }) => name)).toEqual(['one', 'two']);
  });

  test('is itself what counts where it is a pack that its own packs need', async () => {
    const beside = pack(
      { name: 'two', version: '1.0.0', packs: ['one'] },
      { 'more.privacy': 'module acme.more\nuse acme.words\n' },
    );
    const files = {
      'package.json': '{ "name": "one", "version": "1.0.0" }',
      'privacy.json': '{ "pack": { "title": "One" }, "packs": ["two"] }',
      'words.privacy': wordsText,
      ...installed(beside, { name: 'two' }),
      ...installed(pack({ name: 'one', version: '0.9.0' }, { 'words.privacy': wordsText }), { name: 'one' }),
    };
    const opened = await openProject(files);
    expect(messagesOf(opened)).toEqual([]);
    expect(opened.resolved.packs.map(({ name }) => name)).toEqual(['two']);
  });

  test('names packs that are bundles of others', async () => {
    const bundle = pack({ name: 'europe', version: '1.0.0', packs: ['@acme/words'] }, {});
    const files = {
      ...installed(bundle, { name: 'europe' }),
      ...installed(wordsPack, { name: '@acme/words' }),
      'privacy.json': '{ "packs": ["europe"] }',
    };
    expect(messagesOf(await openProject(files))).toEqual([]);
  });
});

describe('what two sides declare', () => {
  const packs = (one: string, other: string): Record<string, string> => ({
    ...installed(wordsPack, { name: '@acme/words' }),
    ...installed(pack({ name: 'one', version: '1.0.0', packs: ['@acme/words'] }, { 'one.privacy': one }), {
      name: 'one',
    }),
    ...installed(pack({ name: 'two', version: '1.0.0', packs: ['@acme/words'] }, { 'two.privacy': other }), {
      name: 'two',
    }),
    'privacy.json': '{ "packs": ["one", "two"] }',
  });
  const policy = (id: string): string => `use acme.words

policy ${id} "Law" {
  authority law
  default permit contact "Allowed" cite "s. 1"
}
`;

  test('is an error that names both packs and both places: policies', async () => {
    const opened = await openProject(packs(policy('uk.pecr'), policy('uk.pecr')));
    expect(messagesOf(opened)).toEqual([
      'pack:two/two.privacy:3 name/duplicate: There is more than one policy "uk.pecr" | A name means one thing in the whole program, or readers could not tell which is meant. | It stands in the pack "one" and in the pack "two". Use one of the two packs, or versions of them that agree.',
    ]);
    expect(opened.diagnostics[0]?.related.map(({ place, text }) => `${place.source.path} ${text}`)).toEqual([
      'pack:one/one.privacy first declared in pack:one/one.privacy',
    ]);
  });

  test('is an error that the project can mend, where it is one of them', async () => {
    const files = { ...packs(policy('uk.pecr'), 'use acme.words\n'), 'a.privacy': policy('uk.pecr') };
    expect(await messagesFor(files)).toEqual([
      'a.privacy:3 name/duplicate: There is more than one policy "uk.pecr" | A name means one thing in the whole program, or readers could not tell which is meant. | It stands in the pack "one" and in the project. Rename or remove it in the project.',
    ]);
  });

  test.each([
    ['taxonomy Size { small, large }\n', 'taxonomy "Size"'],
    ['record Box { width?: number }\n', 'record "Box"'],
    ['scale Risk { low, high }\n', 'scale "Risk"'],
    ['group near of Channel { call }\n', 'group "near"'],
    ['obligation say-who "Say who calls"\n', 'obligation "say-who"'],
    ['define reached(c: Channel) = c is call\n', 'define "reached"'],
    ['activity send "Send" { channel: Channel }\n', 'activity "send"'],
  ])('is an error that names both packs: %s', async (declaration, what) => {
    const text = (module: string): string => `module ${module}\nuse acme.words\n\n${declaration}`;
    const messages = await messagesFor(packs(text('one.words'), text('two.words')));
    const [message] = messages.filter((each) => each.includes('name/duplicate'));
    expect(message).toContain(`There is more than one ${what}`);
    expect(message).toContain('It stands in the pack "one" and in the pack "two".');
  });

  test('is an error for the ids of policies also where one begins with the other', async () => {
    const messages = await messagesFor(packs(policy('uk.pecr'), policy('uk.pecr.calls')));
    expect(messages[0]).toContain('name/id-inside-id');
    expect(messages[0]).toContain('It stands in the pack "one" and in the pack "two".');
  });

  test('is an error for the order of authorities', async () => {
    const messages = await messagesFor(packs('authorities law binding\n', 'use acme.words\n'));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('name/second-authorities');
    expect(messages[0]).toContain('It stands in the pack "@acme/words" and in the pack "one".');
  });

  test('is an error for modules: what "use" brings in would depend on who else is there', async () => {
    expect(await messagesFor(packs('module shop.words\n', 'module shop.words\n'))).toEqual([
      'pack:two/two.privacy:1 name/module-of-a-pack: The module "shop.words" belongs to the pack "one" | It is declared by the pack "two", too: "use shop.words" would bring in what two sides declare. | Give the module a name of its own, and write "use shop.words" where you want to add to it.',
    ]);
    const files = { ...packs('module shop.words\n', 'use acme.words\n'), 'a.privacy': 'module shop.words\n' };
    const messages = await messagesFor(files);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(
      /^a\.privacy:1 name\/module-of-a-pack: The module "shop\.words" belongs to the pack "one"/,
    );
  });

  test('is an error for the names of modules of the library', async () => {
    const messages = await messagesFor(packs('module std.empty\n', 'use acme.words\n'));
    expect(messages[0]).toMatch(/^pack:one\/one\.privacy:1 name\/module-of-the-library: /);
  });

  const field = (text: string): string => `use acme.words\n\nextend record Customer {\n${text}\n}\n`;

  test('is one field where both add it word for word, apart from comments', async () => {
    const one = field('  /// How often.\n  visits?: number "Visits" // a year');
    const files = {
      ...packs(one, field('  visits?:  number "Visits"')),
      'a.privacy': field('visits?: number "Visits"'),
    };
    const opened = await openProject(files);
    expect(messagesOf(opened)).toEqual([]);
    expect(opened.checked.program.records.get('Customer')?.fields.map(({ name }) => name)).toEqual([
      'consented',
      'visits',
    ]);
  });

  test.each([
    'visits?: number "Calls"',
    'visits: number "Visits"',
    'visits?: text "Visits"',
    'visits?: number "Visits" sensitive',
  ])('is an error where they add a field in different ways: %s', async (other) => {
    const opened = await openProject(packs(field('visits?: number "Visits"'), field(other)));
    const [message, ...others] = messagesOf(opened);
    expect(message).toMatch(
      /^pack:two\/two\.privacy:4 name\/duplicate: There is more than one field "visits"/,
    );
    expect(message).toContain('It stands in the pack "one" and in the pack "two".');
    expect(opened.diagnostics[0]?.related.map(({ place }) => place.source.path)).toEqual([
      'pack:one/one.privacy',
    ]);
    expect(others).toEqual([]);
  });

  test('stays an error within one project, word for word or not', async () => {
    const text = field('visits?: number');
    const files = { ...packs('use acme.words\n', 'use acme.words\n'), 'a.privacy': text, 'b.privacy': text };
    expect((await messagesFor(files))[0]).toMatch(/^b\.privacy:4 name\/duplicate: /);
  });
});

describe('words of a pack that name no module', () => {
  test('are for the pack alone, and others are told whose they are', async () => {
    const law = pack(
      { name: 'law', version: '1.0.0', packs: ['@acme/words'] },
      {
        'a.privacy': 'use acme.words\n\ntaxonomy Size { small, large }\n',
        'b.privacy': 'use acme.words\n\nextend record Customer { size?: Size }\n',
      },
    );
    const files = {
      ...installed(wordsPack, { name: '@acme/words' }),
      ...installed(law, { name: 'law' }),
      'privacy.json': '{ "packs": ["law"] }',
    };
    expect(await messagesFor(files)).toEqual([]);
    const own = { ...files, 'own.privacy': 'use acme.words\n\nextend record Customer { shoe?: Size }\n' };
    const messages = await messagesFor(own);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^own\.privacy:3 name\/no-module: /);
    expect(messages[0]).toContain('It is declared in pack:law/a.privacy.');
    expect(messages[0]).toContain('The pack "law" keeps it to itself');
  });
});

async function messagesFor(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return messagesOf(await openProject(files));
}
