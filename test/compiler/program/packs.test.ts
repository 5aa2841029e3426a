import { describe, expect, test } from 'vitest';
import { interpret } from '../../../packages/compiler/src/interpreting/index.ts';
import { runTests } from '../../../packages/compiler/src/testing/index.ts';
import { messagesOf, openProject } from './open-project.ts';
import {
  bothLaws,
  callsPack,
  callsText,
  installed,
  mailPack,
  pack,
  wordsPack,
  wordsText,
} from './sample-packs.ts';

describe('a project that names packs', () => {
  test('consists of their files, and of those of the packs that they name', async () => {
    const { loaded, resolved, diagnostics } = await openProject(bothLaws);
    expect(messagesOf({ diagnostics })).toEqual([]);
    expect(loaded.files.map(({ path }) => path)).toEqual([
      'pack:@acme/law-calls/calls.privacy',
      'pack:@acme/law-mail/mail.privacy',
      'pack:@acme/words/words.privacy',
    ]);
    expect(resolved.packs.map(({ name, version }) => `${name} ${version}`)).toEqual([
      '@acme/law-calls 2.1.0',
      '@acme/law-mail 1.0.0',
      '@acme/words 1.2.0',
    ]);
  });

  test('decides by all of them: two packs that add to one record compose', async () => {
    const { checked } = await openProject(bothLaws);
    const fields = checked.program.records.get('Customer')?.fields.map(({ name }) => name);
    expect(fields).toEqual(['consented', 'on-register', 'robinson-listed']);
    const outcome = (customer: object, channel: string): unknown => {
      const facts = { customer, channel };
      const answer = interpret({
        program: checked.program,
        activity: 'contact',
        facts,
        now: 0,
        requiredFacts: 'error',
      });
      return 'decision' in answer
        ? [answer.decision.outcome, answer.decision.reasons.map(({ rule }) => rule)]
        : answer;
    };
    const customer = { onRegister: true, robinsonListed: false };
    expect(outcome(customer, 'call')).toEqual(['forbidden', ['uk.calls.register']]);
    expect(outcome(customer, 'email')).toEqual(['permitted', ['uk.calls.default.contact']]);
    expect(outcome({ onRegister: false, robinsonListed: true }, 'email')).toEqual([
      'forbidden',
      ['uk.mail.listed'],
    ]);
  });

  test('says which packs it has, with their versions', async () => {
    const { checked } = await openProject({
      ...bothLaws,
      ...installed(
        pack(
          { name: '@acme/words', version: '1.2.0', pack: { title: 'Words', reviewBy: '2027-06-30' } },
          { 'words.privacy': wordsText },
        ),
        { name: '@acme/words' },
      ),
    });
    expect(checked.program.packs).toEqual([
      { name: '@acme/law-calls', version: '2.1.0', title: 'Title of @acme/law-calls' },
      { name: '@acme/law-mail', version: '1.0.0', title: 'Title of @acme/law-mail' },
      { name: '@acme/words', version: '1.2.0', title: 'Words', reviewBy: '2027-06-30' },
    ]);
  });

  test('has another digest with another version of a pack, and the same one in every folder', async () => {
    const digestOf = async (files: Record<string, string>): Promise<string> =>
      (await openProject(files)).checked.program.digest;
    const newer = pack({ name: '@acme/words', version: '1.3.0' }, { 'words.privacy': wordsText });
    const nested = {
      'privacy.json': bothLaws['privacy.json'] ?? '',
      ...installed(callsPack, { name: '@acme/law-calls' }),
      ...installed(mailPack, { name: '@acme/law-mail' }),
      ...installed(wordsPack, { name: '@acme/words', below: 'node_modules/@acme/law-calls/' }),
      ...installed(wordsPack, { name: '@acme/words', below: 'node_modules/@acme/law-mail/' }),
    };
    const digest = await digestOf(bothLaws);
    expect(await digestOf({ ...bothLaws, ...installed(newer, { name: '@acme/words' }) })).not.toBe(digest);
    expect(await digestOf(nested)).toBe(digest);
  });

  test('adds policies and facts of its own', async () => {
    const own = `use acme.words

extend record Customer { regular?: boolean }

policy acme.house "House rules" {
  authority company
  rule regulars "Regulars are left alone" {
    forbid contact
    when customer.regular
    because "They know us"
  }
}

test "A regular is left alone, and the law is asked, too" {
  contact { customer: { regular: yes, on-register: yes }, channel: call }
  expect forbidden by acme.house.regulars, uk.calls.register
}
`;
    const opened = await openProject({ ...bothLaws, 'own.privacy': own });
    expect(messagesOf(opened)).toEqual([]);
    expect(runTests({ program: opened.checked.program })).toMatchObject([{ passed: true }]);
  });

  test('has the tests of its own alone: those of packs are about the packs', async () => {
    const { checked } = await openProject(bothLaws);
    expect(checked.program.tests).toEqual([]);
  });

  test('may name the same thing for tests as packs do, and packs the same as each other', async () => {
    const both = {
      ...bothLaws,
      ...installed(
        { ...callsPack, 'calls.privacy': `${callsText}\nlet nobody = { consented: no }\n` },
        { name: '@acme/law-calls' },
      ),
      'own.privacy': 'use acme.words\n\nlet nobody = { consented: yes }\n',
    };
    expect(messagesOf(await openProject(both))).toEqual([]);
  });

  test('takes over what did not change since the version before', async () => {
    const before = await openProject(bothLaws);
    const after = await openProject(bothLaws, before.checked);
    expect(after.loaded.files).toEqual(before.loaded.files);
    expect(after.checked.program.policies).toEqual(before.checked.program.policies);
  });
});

describe('what a pack does not state', () => {
  const zoneless = callsText.replace('  zone "Europe/London"\n', '');
  const zoneIn = async (settings: object, project: object): Promise<string | undefined> => {
    const law = pack(
      { name: '@acme/law-calls', version: '1.0.0', packs: ['@acme/words'], ...settings },
      { 'calls.privacy': zoneless },
    );
    const files = {
      ...installed(wordsPack, { name: '@acme/words' }),
      ...installed(law, { name: '@acme/law-calls' }),
      'privacy.json': JSON.stringify({ packs: ['@acme/law-calls'], ...project }),
    };
    return (await openProject(files)).checked.program.policies[0]?.zone;
  };

  test('is not filled in by the project: its zone is that of its own privacy.json', async () => {
    expect(await zoneIn({ zone: 'Europe/London' }, { zone: 'Europe/Berlin' })).toBe('Europe/London');
  });

  test('has the zone UTC where its privacy.json states none', async () => {
    expect(await zoneIn({}, { zone: 'Europe/Berlin' })).toBe('UTC');
  });

  test('changes with the pack, also where nothing else does', async () => {
    const files = (zone: string): Record<string, string> => ({
      ...installed(wordsPack, { name: '@acme/words' }),
      ...installed(
        pack(
          { name: '@acme/law-calls', version: '1.0.0', packs: ['@acme/words'], zone },
          { 'calls.privacy': zoneless },
        ),
        { name: '@acme/law-calls' },
      ),
      'privacy.json': '{ "packs": ["@acme/law-calls"] }',
    });
    const before = await openProject(files('Europe/London'));
    const after = await openProject(files('Europe/Berlin'), before.checked);
    expect(before.checked.program.policies[0]?.zone).toBe('Europe/London');
    expect(after.checked.program.policies[0]?.zone).toBe('Europe/Berlin');
  });
});

describe('advice', () => {
  test('about a pack is for its authors, however the project weighs it', async () => {
    const careless = callsText.replace('    cite "s. 2"\n', '');
    const files = {
      ...bothLaws,
      ...installed({ ...callsPack, 'calls.privacy': careless }, { name: '@acme/law-calls' }),
      'privacy.json': JSON.stringify({
        packs: ['@acme/law-calls', '@acme/law-mail'],
        lints: { 'lint/law-without-cite': 'error' },
      }),
    };
    expect(messagesOf(await openProject(files))).toEqual([]);
  });

  test('is not given about mistakes: those of a pack are shown where they are', async () => {
    const wrong = callsText.replace('customer.on-register', 'customer.on-registr');
    const files = {
      ...bothLaws,
      ...installed({ ...callsPack, 'calls.privacy': wrong }, { name: '@acme/law-calls' }),
    };
    const [message, ...others] = messagesOf(await openProject(files));
    expect(message).toMatch(/^pack:@acme\/law-calls\/calls\.privacy:13 name\/unknown-field: /);
    expect(others).toEqual([]);
  });
});
