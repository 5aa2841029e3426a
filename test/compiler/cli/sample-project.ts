/** A vocabulary and a policy of their own: what the command line does must not depend on the standard library. */
export const words = `module acme.words

authorities law binding > company tenant

taxonomy Channel "Ways to reach a customer" {
  voice { live-call, automated-call }
  email
}

record Customer {
  consented?: boolean "Has consented"
  time-zone?: timezone
}

activity contact "Contact a customer" {
  customer: Customer
  channel: Channel
}

obligation offer-opt-out "Offer a way to say no"
`;

export const law = `use acme.words

policy test.law "Law of the test" {
  authority law
  source "Act 1"
  default permit contact "Allowed unless forbidden" cite "art. 1"

  rule calls "Calls need consent" {
    forbid contact
    when channel is voice
    unless customer.consented
    cite "art. 2"
  }

  rule mail "A way out" {
    require contact
    when channel is email
    obligation offer-opt-out
    cite "art. 3"
  }

  rule hours "Not at night" {
    forbid contact
    when channel is voice and time in customer.time-zone is not between 08:00 and 21:00
    cite "art. 4"
  }
}

test "A call without consent is forbidden" {
  now 2026-03-02T12:00:00Z
  contact { customer: { consented: no, time-zone: "UTC" }, channel: live-call }
  expect forbidden by test.law.calls
}

test "E-mail is allowed" {
  now 2026-03-02T12:00:00Z
  contact { customer: {}, channel: email }
  expect permitted owing offer-opt-out
}
`;

/** A project with a project file, a vocabulary and a policy without mistakes. */
export const project: Readonly<Record<string, string>> = {
  'privacy.json': '{ "sources": ["policies/**/*.privacy"], "out": "generated" }\n',
  'policies/words.privacy': words,
  'policies/law.privacy': law,
};
