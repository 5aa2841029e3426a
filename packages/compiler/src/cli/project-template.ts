/** A file of a new project. */
export interface ProjectTemplateFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Left out where the project has such a file already. */
  readonly yields?: boolean;
}

const projectFile = `{
  "$schema": "./node_modules/@privacy-lang/compiler/schema/privacy.schema.json",
  "sources": ["policies/**/*.privacy"],
  "zone": "Europe/London",
  "out": "generated"
}
`;

const lawPolicy = `// What the law asks of advertising by e-mail, text message and telephone in the United Kingdom.

use std.crm

policy uk.pecr "Privacy and Electronic Communications Regulations 2003" {
  authority law
  source "SI 2003/2426" <https://www.legislation.gov.uk/uksi/2003/2426>
  zone "Europe/London"
  in force from 2003-12-11
  applies when jurisdiction is GB and purpose is direct-marketing

  default permit contact "Allowed unless these regulations forbid it" cite "regs. 19 to 24"

  rule electronic-mail "Electronic mail needs prior consent" {
    forbid contact
    when channel is electronic-mail and customer.is-individual
    unless consented(customer, channel, purpose)
    cite "reg. 22(2)"

    except soft-opt-in "Existing customer, similar goods or services" {
      when soft-opt-in(customer, channel, offer-is-similar)
      obligation offer-opt-out
      cite "reg. 22(3)"
    }
  }

  rule register "No calls to numbers that are on the register" {
    forbid contact
    when channel is live-call and on-register(customer, TPS)
    unless consented(customer, channel, purpose)
    cite "reg. 21(1)(b)"
  }

  rule identify "Say who is calling" {
    require contact
    when channel is voice
    obligation disclose-caller
    cite "reg. 24"
  }
}

test "An e-mail to somebody who never consented is forbidden" under uk.pecr {
  now 2026-03-02T12:00:00Z
  contact {
    customer: {
      residence: GB
      is-individual: yes
      consents: []
      opt-outs: []
      details-obtained-in-sale: no
    }
    company: { id: "acme", seat: GB, industry: retail }
    channel: email
    purpose: direct-marketing
    offer-is-similar: yes
  }
  expect forbidden by uk.pecr.electronic-mail
}

test "An existing customer may be told about similar goods, with a way to say no" under uk.pecr {
  now 2026-03-02T12:00:00Z
  contact {
    customer: {
      residence: GB, is-individual: yes, consents: [], opt-outs: []
      details-obtained-in-sale: yes, opt-out-offered-at-collection: yes
    }
    company: { id: "acme", seat: GB, industry: retail }
    channel: email
    purpose: direct-marketing
    offer-is-similar: yes
  }
  expect permitted by uk.pecr.electronic-mail.soft-opt-in owing offer-opt-out
}

test "Whether an offer is similar has to be known" under uk.pecr {
  now 2026-03-02T12:00:00Z
  contact {
    customer: {
      residence: GB, is-individual: yes, consents: [], opt-outs: []
      details-obtained-in-sale: yes, opt-out-offered-at-collection: yes
    }
    company: { id: "acme", seat: GB, industry: retail }
    channel: email
    purpose: direct-marketing
  }
  expect undetermined only missing offer-is-similar
}

test "What no regime covers is not allowed" under uk.pecr {
  now 2026-03-02T12:00:00Z
  contact {
    customer: { residence: FR, is-individual: yes, consents: [], opt-outs: [] }
    company: { id: "acme", seat: GB, industry: retail }
    channel: post
    purpose: direct-marketing
  }
  expect ungoverned claim FR
}
`;

const housePolicy = `// What the company asks of itself, on top of the law. Replace "acme" by the id of your company.

use std.crm

policy acme.contact "House rules" {
  authority company
  applies when company.id is "acme"

  rule quiet-hours "No calls early in the morning and late in the evening" {
    forbid contact
    when channel is voice and time in customer.time-zone is not between 09:00 and 20:00
    because "Complaints about calls at dinner time"
  }

  rule objection "Whoever objected is left alone" {
    forbid contact
    when objected(customer, purpose)
  }
}

test "Nobody is called late in the evening, and it is the customer's clock that counts" {
  now 2026-03-02T20:30:00Z
  contact {
    customer: {
      residence: GB, time-zone: "Europe/London", consents: [], opt-outs: [], objections: []
      register-listings: []
    }
    company: { id: "acme", seat: GB, industry: retail }
    channel: live-call
    purpose: direct-marketing
  }
  expect forbidden by acme.contact.quiet-hours
}

test "During the day the caller says who is calling" {
  now 2026-03-02T12:00:00Z
  contact {
    customer: {
      residence: GB, time-zone: "Europe/London", consents: [], opt-outs: [], objections: []
      register-listings: []
    }
    company: { id: "acme", seat: GB, industry: retail }
    channel: live-call
    purpose: direct-marketing
  }
  expect permitted owing disclose-caller
}
`;

/** What `privacy init` writes: a law and rules of the company's own, each with tests that pass. */
export const projectTemplate: readonly ProjectTemplateFile[] = [
  { path: 'privacy.json', text: projectFile },
  { path: 'policies/uk-pecr.privacy', text: lawPolicy },
  { path: 'policies/house-rules.privacy', text: housePolicy },
];
