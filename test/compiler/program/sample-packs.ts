/** The files of a package below `node_modules`. */
export function installed(
  files: Readonly<Record<string, string>>,
  { name, below = '' }: { readonly name: string; readonly below?: string },
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${below}node_modules/${name}/${path}`, text]),
  );
}

interface PackDescription {
  readonly name: string;
  readonly version: string;
  readonly pack?: object;
  readonly packs?: readonly string[] | Readonly<Record<string, string>>;
  readonly zone?: string;
}

/** A package that is a pack. */
export function pack(
  { name, version, ...settings }: PackDescription,
  files: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    'package.json': `${JSON.stringify({ name, version }, null, 2)}\n`,
    'privacy.json': `${JSON.stringify({ pack: { title: `Title of ${name}` }, ...settings }, null, 2)}\n`,
    ...files,
  };
}

/** Vocabulary alone. */
export const wordsText = `module acme.words

authorities law binding > company tenant

taxonomy Channel "Ways to reach a customer" complete { call, email }

record Customer { consented?: boolean "Has consented" }

activity contact "Contact a customer" {
  customer: Customer
  channel: Channel
}
`;

export const wordsPack = pack({ name: '@acme/words', version: '1.2.0' }, { 'words.privacy': wordsText });

/** Law that adds a fact of its own to a record of the vocabulary. */
export const callsText = `use acme.words

extend record Customer { on-register?: boolean "Stands in the register" }

policy uk.calls "Law of calls" {
  authority law
  source "Act 1"
  zone "Europe/London"
  applies when channel is one of (call, email)
  default permit contact "Allowed unless forbidden" cite "s. 1"
  rule register "Not to those in the register" {
    forbid contact
    when channel is call and customer.on-register
    cite "s. 2"
  }
}

test "Those in the register are not called" {
  contact { customer: { on-register: yes }, channel: call }
  expect forbidden by uk.calls.register
}
`;

export const callsPack = pack(
  { name: '@acme/law-calls', version: '2.1.0', packs: { '@acme/words': '^1.0.0' } },
  { 'calls.privacy': callsText },
);

/** Other law that adds another fact to the same record. */
export const mailText = `use acme.words

extend record Customer { robinson-listed?: boolean "Wants no mail" }

policy uk.mail "Law of mail" {
  authority law
  source "Act 2"
  zone "Europe/London"
  rule listed "No mail to those who want none" {
    forbid contact
    when channel is email and customer.robinson-listed
    cite "s. 9"
  }
}

let nobody = { consented: no }

test "Those who want no mail get none" {
  contact { customer: { robinson-listed: yes }, channel: email }
  expect forbidden by uk.mail.listed
}
`;

export const mailPack = pack(
  { name: '@acme/law-mail', version: '1.0.0', packs: ['@acme/words'] },
  { 'mail.privacy': mailText },
);

/** A project that names both laws; the vocabulary comes with them. */
export const bothLaws: Record<string, string> = {
  'privacy.json': '{ "packs": ["@acme/law-calls", "@acme/law-mail"] }\n',
  ...installed(wordsPack, { name: '@acme/words' }),
  ...installed(callsPack, { name: '@acme/law-calls' }),
  ...installed(mailPack, { name: '@acme/law-mail' }),
};
