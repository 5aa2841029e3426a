import { caseTable, givenCompany, givenWillingCustomer, lateIn, noonIn } from './sample-case.ts';
import type { StartContext } from './start-context.ts';
import { quoted } from './start-context.ts';
import { firstFinal, titleOf, upwardFrom } from './vocabulary.ts';

/** What a company asks of itself on one channel, with cases on both sides of each rule. */
export function channelPolicy(context: StartContext, channel: string): string {
  const { company, id, vocabulary } = context;
  const title = titleOf(vocabulary.channels, channel);
  const policy = `${id}.${channel}`;
  const kind = kindOf(context, channel);
  return `// What the company asks of itself on this channel, on top of the law: rules of the house, to be changed at will.

use std.crm

policy ${policy} ${quoted(`${company}: ${title}`)} {
  authority company
  applies when company.id is ${quoted(id)} and channel is ${channel}

  rule refused "Whoever said no is left alone" {
    forbid contact
    when purpose is marketing
     and (opted-out-of(customer, channel, purpose) or objected(customer, purpose))
    because "An advertisement that is not wanted sells nothing"
  }

${kind.rules}}

scenarios ${quoted(`${title}: who may be reached`)} for contact {
${givenWillingCustomer(context)}${givenCompany(context)}  given channel: ${firstFinal(vocabulary.channels, channel)}, purpose: direct-marketing, offer-topic: other-goods-or-services, is-requested: no
${channelCases(context, policy, kind)}}
`;
}

interface ChannelKind {
  /** Further rules of the policy. */
  readonly rules: string;
  /** The rule that the case below is about. */
  readonly rule: string;
  /** What has to be done along with a contact. */
  readonly owing: string;
  /** What turns a permitted case into one that the rule forbids: a fact and its value. */
  readonly turn: readonly [fact: string, value: (context: StartContext) => string];
}

function channelCases(context: StartContext, policy: string, { rule, owing, turn }: ChannelKind): string {
  const [fact, value] = turn;
  const now = noonIn(context.seat);
  const late = fact === 'now' ? value(context) : now;
  const facts = ['customer.opt-outs', ...(fact === 'now' ? [] : [fact])];
  const row = (when: string, given: Readonly<Record<string, string>>, ...expected: readonly string[]) => [
    when,
    ...facts.map((name) => given[name] ?? ''),
    ...expected,
  ];
  const optOut = '[ { channels: anything, purposes: marketing, recorded-at: 2026-02-01T09:00:00Z } ]';
  const turned = fact === 'now' ? {} : { [fact]: value(context) };
  return caseTable(
    ['now', ...facts, 'expect', 'by', 'owing'],
    [
      row(now, {}, 'permitted', '', owing),
      row(now, { 'customer.opt-outs': optOut }, 'forbidden', `${policy}.refused`, ''),
      row(late, turned, 'forbidden', `${policy}.${rule}`, ''),
    ],
  );
}

/** By the nearest term at or above the channel; whatever else comes along is treated like a letter. */
function kindOf({ vocabulary }: StartContext, channel: string): ChannelKind {
  const known = upwardFrom(vocabulary.channels, channel).find((name) => kinds.has(name));
  return kinds.get(known ?? '') ?? letters;
}

const quietHours = `  rule quiet-hours "Nobody is disturbed early in the morning or late in the evening" {
    forbid contact
    when time in customer.time-zone is not between 09:00 and 20:00
    because "Complaints about calls at dinner time"
  }
`;

const calls: ChannelKind = {
  rules: `${quietHours}
  rule introduce-yourself "The caller says who is calling" {
    require contact
    obligation disclose-caller
  }
`,
  rule: 'quiet-hours',
  owing: 'disclose-caller',
  turn: ['now', ({ seat }) => lateIn(seat)],
};

const visits: ChannelKind = { ...calls, rules: quietHours, owing: '' };

/** Nobody speaks, and nobody can be asked to stop. */
const machines: ChannelKind = {
  rules: `  rule asked-for "Only who agreed by an action of their own" {
    forbid contact
    unless expressly-consented(customer, channel, purpose)
    because "A machine cannot be told to stop"
  }
`,
  rule: 'asked-for',
  owing: '',
  turn: ['customer.consents', () => '[]'],
};

const messages: ChannelKind = {
  rules: `  rule agreed "Advertising only with consent" {
    forbid contact
    when purpose is marketing
    unless consented(customer, channel, purpose)
    because "We write to those who want to hear from us"
  }

  rule way-out "Every advertisement has a way to say no" {
    require contact
    when purpose is marketing
    obligation offer-opt-out
  }
`,
  rule: 'agreed',
  owing: 'offer-opt-out',
  turn: ['customer.consents', () => '[]'],
};

const pages: ChannelKind = {
  rules: `  rule signal "A browser that says no is believed" {
    forbid contact
    when purpose is marketing and customer.sends-opt-out-signal
    because "The signal is a wish, whoever has to honor it by law"
  }
`,
  rule: 'signal',
  owing: '',
  turn: ['customer.sends-opt-out-signal', () => 'yes'],
};

const letters: ChannelKind = {
  rules: `  rule not-to-children "No advertising to minors" {
    forbid contact
    when purpose is marketing and is-minor(customer)
    because "Children do not buy from us"
  }
`,
  rule: 'not-to-children',
  owing: '',
  turn: ['customer.birth-date', () => '2014-05-17'],
};

const kinds: ReadonlyMap<string, ChannelKind> = new Map([
  ['voice', calls],
  ['automated-call', machines],
  ['electronic-mail', messages],
  ['push', messages],
  ['online', pages],
  ['fax', machines],
  ['visit', visits],
  ['post', letters],
]);
