import type { Program } from '../../../packages/compiler/src/logic/index.ts';
import type { Recording } from '../../../packages/compiler/src/testing/index.ts';
import { createRecorder, runTests } from '../../../packages/compiler/src/testing/index.ts';
import { programOf } from '../../support/probe.ts';

/** A small law about calls with what can be covered, changed and proposed: rules, exceptions, boundaries, defines. */
export const calls = `authorities law binding > company tenant
taxonomy Channel { voice { live-call, automated-call }, text { sms, chat }, post }
taxonomy Place { DE, GB { GB-ENG, GB-SCT }, US }
record Customer { residence?: within Place, time-zone?: timezone, consented?: boolean, birth-date?: date, calls?: list of Call }
record Call { made-on: date }
record Invoice { issued-on: date, is-paid?: boolean }
activity contact "Contact" {
  customer: Customer
  channel: Channel
  country: each of (customer.residence)
}
obligation say-who "Say who calls"
define is-adult(who: Customer) as age of who.birth-date is at least 18

policy gb.calls "Calls" {
  authority law
  zone "Europe/London"
  in force from 2020-01-01
  applies when country is GB
  default permit contact "Allowed" cite "s. 1"
  rule hours "Not at night" {
    forbid contact
    when channel is voice and time in customer.time-zone is not between 08:00 and 21:00
    cite "s. 2"
    except asked "They asked for it" { when customer.consented obligation say-who cite "s. 2(2)" }
  }
  rule minors "Adults only" {
    forbid contact when channel is one of (sms, live-call) and not is-adult(customer) cite "s. 3"
  }
}

policy gb.books "Books" {
  authority law
  zone "Europe/London"
  applies everywhere
  rule invoices "Invoices" {
    // ignore lint/never-erased: others erase them
    keep Invoice for at least 6 years counted from end of year of issued-on
    when is-paid
    cite "s. 4"
  }
}
`;

const customer =
  'customer: { residence: GB-ENG, time-zone: "Europe/London", consented: no, birth-date: 1990-05-01 }';

/** Tests that see both sides of the hours in the morning, and nothing else twice. */
export const fewTests = `scenarios "Hours" for contact under gb.calls {
  given ${customer}
  | now                  | channel   | customer.consented | expect    | by             |
  | 2026-03-02T07:59:00Z | live-call |                    | forbidden | gb.calls.hours |
  | 2026-03-02T08:00:00Z | live-call |                    | permitted |                |
  | 2026-03-02T07:00:00Z | live-call | yes                | permitted |                |
}
`;

export const scheduleTest = `test "An invoice is kept" under gb.books {
  on 2026-03-02
  Invoice { issued-on: 2024-02-01, is-paid: yes }
  expect must-keep keep-through 2030-12-31
}
`;

export function callsProgram(...tests: readonly string[]): Program {
  return programOf(calls, tests.join('\n'));
}

/** What the tests of a program come across; all of them have to pass. */
export function recordingOf(program: Program): Recording {
  const recorder = createRecorder(program);
  const failed = runTests({ program, recorder }).filter(({ passed }) => !passed);
  if (failed.length > 0) throw new Error(JSON.stringify(failed.map(({ failures }) => failures)));
  return recorder.recording();
}
