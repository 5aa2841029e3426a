import type { Taxonomy } from '../../logic/index.ts';
import { plainConsent } from './sample-case.ts';
import { upwardFrom } from './vocabulary.ts';

/** What is peculiar to an industry: one rule, and what to look at next. */
export interface IndustryTheme {
  readonly rule: string;
  readonly title: string;
  /** `when …` with or without `unless …`. */
  readonly condition: string;
  readonly because: string;
  /** The facts that make the rule forbid what is otherwise permitted. */
  readonly forbidden: Readonly<Record<string, string>>;
  readonly next: readonly string[];
}

/** By the nearest term at or above the industry. */
export function themeOf(industry: string, industries: Taxonomy): IndustryTheme {
  const known = upwardFrom(industries, industry).find((name) => themes.has(name));
  return themes.get(known ?? '') ?? everyday;
}

/** Calls of one day, one after another. */
const attempts = (count: number): string => {
  const each = (index: number): string =>
    `{ made-at: 2026-02-2${index + 4}T10:00:00Z, channel: live-call, refused: no }`;
  return `[ ${Array.from({ length: count }, (_, index) => each(index)).join(', ')} ]`;
};

const everyday: IndustryTheme = {
  rule: 'often-enough',
  title: 'At most three contacts for advertising in thirty days',
  condition: 'when purpose is marketing and attempts-in-last-30-days(customer) is at least 3',
  because: 'More than that sells less',
  forbidden: { 'customer.contact-attempts': attempts(3) },
  next: [
    'how long invoices, orders and letters are kept, and when prospects are erased (RecordKind)',
    'who at the company may read what, and why (the activity access)',
    'which partners get which data, and under which agreement (the activity share)',
  ],
};

const finance: IndustryTheme = {
  rule: 'fair-offers',
  title: 'No loans, investments or insurance for minors and vulnerable people',
  condition:
    'when offer-topic is one of (credit-offer, investment-offer, insurance-offer)\n     and (is-minor(customer) or customer.is-vulnerable)',
  because: 'Who cannot judge the risk is not asked to take it',
  forbidden: { 'offer-topic': 'credit-offer', 'customer.is-vulnerable': 'yes' },
  next: [
    'record keeping: how long due-diligence-file, transaction-record and order-communication are kept',
    'recorded telephone orders, and who may listen to them (the activity access)',
    'sanctions and money laundering: the purposes money-laundering-prevention and fraud-prevention',
    'credit data: whether a machine may decide alone (the activity automated-decision)',
  ],
};

const health: IndustryTheme = {
  rule: 'health-is-special',
  title: 'Health offers only with a consent given for them alone',
  condition:
    'when purpose is marketing and offer-topic is health-offer\n    unless explicitly-consented(customer, channel, purpose)',
  because: 'An offer about health says something about the health of whoever gets it',
  forbidden: { 'offer-topic': 'health-offer', 'customer.consents': plainConsent },
  next: [
    'special categories: which gateway allows to collect category health (the activity collect)',
    'who may read a patient-record, for treatment and otherwise (the activity access)',
    'where a patient-record may lie, at whom, and how it is encrypted (the activity store)',
    'how long patient-record and imaging-record are kept',
  ],
};

const collection: IndustryTheme = {
  rule: 'no-harassment',
  title: 'At most three calls in seven days about a debt',
  condition: 'when purpose is debt-collection and calls-in-last-7-days(customer) is at least 3',
  because: 'Insisting is no way to be paid',
  forbidden: { purpose: 'debt-collection', 'customer.contact-attempts': attempts(3) },
  next: [
    'calling hours and the number of calls that the law of each country allows',
    'what may be said to others than the debtor (the activity share)',
    'which credit data may be given to whom, and when they are erased',
  ],
};

const gambling: IndustryTheme = {
  rule: 'no-temptation',
  title: 'No gambling offers to minors and vulnerable people',
  condition: 'when offer-topic is gambling-offer and (is-minor(customer) or customer.is-vulnerable)',
  because: 'Who should not play is not invited to',
  forbidden: { 'offer-topic': 'gambling-offer', 'customer.birth-date': '2010-05-17' },
  next: [
    'registers of players who excluded themselves, and how often they are consulted',
    'checks of age and identity (the purposes age-verification and identity-verification)',
  ],
};

const education: IndustryTheme = {
  rule: 'ask-the-parents',
  title: 'No advertising to minors without their parents',
  condition:
    'when purpose is marketing and is-minor(customer)\n    unless parental-consent(customer, channel, purpose)',
  because: 'Parents decide what their children are offered',
  forbidden: { 'customer.birth-date': '2014-05-17' },
  next: [
    'who may read an education-record, and to whom it is given (the activities access and share)',
    'services for children: is-child-service in the activity collect',
  ],
};

const appeals: IndustryTheme = {
  rule: 'not-too-often',
  title: 'Supporters are asked at most twice in thirty days',
  condition:
    'when offer-topic is one of (charity-appeal, political-appeal)\n     and attempts-in-last-30-days(customer) is at least 2',
  because: 'Who gives is thanked more often than asked',
  forbidden: { 'offer-topic': 'charity-appeal', 'customer.contact-attempts': attempts(2) },
  next: [
    'beliefs and opinions are special categories: the gateway nonprofit-members (the activity collect)',
    'how long donors are kept whom nobody heard of again',
  ],
};

const telesales: IndustryTheme = {
  rule: 'a-no-counts',
  title: 'Who said no on the phone is not asked again for sixty days',
  condition: 'when purpose is marketing and refused-in-last-60-days(customer)',
  because: 'A no is an answer',
  forbidden: {
    'customer.contact-attempts': '[ { made-at: 2026-02-20T10:00:00Z, channel: live-call, refused: yes } ]',
  },
  next: [
    'registers of people who want no calls (Register), and how often they are consulted',
    'topics that may not be offered by telephone at all in some countries (OfferTopic)',
    'proof of consent: how long consent-proof and telemarketing-record are kept',
  ],
};

const office: IndustryTheme = {
  rule: 'no-campaigning',
  title: 'No political campaigning with the data of the office',
  condition: 'when offer-topic is political-appeal',
  because: 'The data were given for another purpose',
  forbidden: { 'offer-topic': 'political-appeal' },
  next: [
    'the task in the public interest that each use rests on (the legal basis public-task)',
    'archiving in the public interest instead of erasing (the purpose public-archiving)',
  ],
};

const themes: ReadonlyMap<string, IndustryTheme> = new Map([
  ['finance', finance],
  ['health-insurer', health],
  ['health-care', health],
  ['pharmaceuticals', health],
  ['social-work', health],
  ['debt-and-credit-information', collection],
  ['gambling', gambling],
  ['education', education],
  ['nonprofit', appeals],
  ['telecommunications', telesales],
  ['energy', telesales],
  ['construction', telesales],
  ['marketing-services', telesales],
  ['media', telesales],
  ['public-administration', office],
]);
