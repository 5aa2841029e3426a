import { callsText, installed, wordsPack } from '../../program/sample-packs.ts';

export interface PackSettings {
  readonly packageFile?: object;
  readonly projectFile?: object;
  /** Files in place of those of the pack, or beside them; undefined: left out. */
  readonly files?: Readonly<Record<string, string | undefined>>;
}

/** A pack that lacks nothing, in a folder of its own with the pack that it needs; a test changes what it is about. */
export function publishable({ packageFile = {}, projectFile = {}, files = {} }: PackSettings = {}) {
  const description = {
    name: '@acme/law-calls',
    version: '2.1.0',
    license: 'Apache-2.0',
    files: ['policies', 'privacy.json'],
    dependencies: { '@acme/words': '^1.0.0' },
    ...packageFile,
  };
  const settings = {
    pack: { title: 'Law of calls', reviewBy: '2027-06-30' },
    sources: ['policies/**/*.privacy'],
    packs: { '@acme/words': '^1.2.0' },
    ...projectFile,
  };
  const all: Record<string, string | undefined> = {
    'package.json': `${JSON.stringify(description, null, 2)}\n`,
    'privacy.json': `${JSON.stringify(settings, null, 2)}\n`,
    'README.md': '# Law of calls\n\nThis is not legal advice.\n',
    'policies/calls.privacy': callsText,
    ...installed(wordsPack, { name: '@acme/words' }),
    ...files,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
  );
}
