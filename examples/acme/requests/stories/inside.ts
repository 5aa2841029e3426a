import { others, outdoor } from '../companies.ts';
import { agreedTo, customer, wantsNo } from '../customers.ts';
import { access, ask, collect, contact, share } from '../questions.ts';
import { host, record, signed } from '../records.ts';
import type { Facts, Story } from '../story.ts';

const german = record('customer-master', 'DE-BE', ['person-name', 'email-address']);
const american = record('customer-master', 'US-IA', ['person-name', 'card-number']);
const patient = record('patient-record', 'US-TX', ['health-record']);

/** Roles, purposes, and no more than both need. */
export const readers: Story = {
  title: 'Who reads what',
  about:
    'What was not granted to a role for a purpose is more than it needs; card numbers are masked, health data logged.',
  requests: [
    access(german, outdoor.DE, { readerLocation: 'DE-BE' }),
    access(german, outdoor.DE, { readerLocation: 'IN' }),
    access(german, outdoor.DE, { category: 'bank-account', readerLocation: 'DE-BE' }),
    access(german, outdoor.DE, { role: 'sales', purpose: 'direct-marketing', readerLocation: 'DE-BE' }),
    access(german, outdoor.DE, {
      role: 'analyst',
      purpose: 'analytics',
      category: 'clicks',
      readerLocation: 'DE-BE',
    }),
    access(german, outdoor.DE, {
      role: 'analyst',
      purpose: 'analytics',
      category: 'religion',
      readerLocation: 'DE-BE',
    }),
    access(german, outdoor.DE, { role: 'software-agent', readerLocation: 'DE-BE' }),
    access(german, outdoor.DE, {
      role: 'software-agent',
      category: 'purchase-history',
      readerLocation: 'DE-BE',
    }),
    access(american, outdoor.US, { category: 'card-number' }),
    access(american, outdoor.US, { role: 'billing-staff', purpose: 'billing', category: 'card-number' }),
    access(patient, others.clinicInTexas, {
      role: 'health-professional',
      purpose: 'treatment',
      category: 'health-record',
    }),
    access(patient, others.clinicInTexas, {
      role: 'billing-staff',
      purpose: 'health-care-payment',
      category: 'health-record',
    }),
    access(patient, others.clinicInTexas, {
      role: 'marketing-staff',
      purpose: 'direct-marketing',
      category: 'health-record',
    }),
  ],
};

const partner = (id: string, role: string, changes: Facts = {}): Facts =>
  host(id, 'DE', { role, ...changes });
const adult = { sendsOptOutSignal: false };
const sell = (person: Facts, company: Facts, changes: Facts = {}) =>
  ask('sell-or-share', {
    customer: person,
    company,
    category: 'purchase-history',
    isSale: false,
    isForAdvertising: true,
    ...changes,
  });

/** Partners and buyers. */
export const partners: Story = {
  title: 'Passing it on',
  about:
    'Processors need an agreement, others a basis of their own; in the United States the customer can say no to the market.',
  requests: [
    share(german, outdoor.DE, { recipient: partner('Druckhaus Elbe KG', 'processor') }),
    share(german, outdoor.DE, { recipient: partner('Druckhaus Elbe KG', 'processor', { agreements: [] }) }),
    share(german, outdoor.DE, { recipient: partner('Taxora Steuerberatung', 'independent-controller') }),
    share(german, outdoor.DE, {
      recipient: partner('Taxora Steuerberatung', 'independent-controller'),
      legalBasis: null,
    }),
    share(german, outdoor.DE, { recipient: partner('Bergclub e. V.', 'joint-controller') }),
    share(german, outdoor.DE, {
      recipient: partner('Bergclub e. V.', 'joint-controller', {
        agreements: [signed('joint-control-arrangement')],
      }),
    }),
    share(german, outdoor.DE, {
      recipient: partner('Datahub GmbH', 'independent-controller'),
      purpose: 'data-sale',
      legalBasis: 'legitimate-interest',
    }),
    sell(customer(18001, 'US-CA', adult), outdoor.US),
    sell(customer(18002, 'US-CA', { sendsOptOutSignal: true }), outdoor.US),
    sell(customer(18003, 'US-CA', { ...adult, optOuts: [wantsNo('anything', 'data-sale')] }), outdoor.US),
    sell(customer(18004, 'US-CA', { ...adult, birthDate: '2012-02-01' }), outdoor.US),
    sell(customer(18005, 'US-IA', { sendsOptOutSignal: true }), outdoor.US),
    sell(customer(18006, 'US-IA', adult), outdoor.US, { isSale: true }),
  ],
};

const play = {
  purpose: 'service-provision',
  category: 'username',
  legalBasis: 'consent',
  isChildService: true,
};
const child = (number: number, residence: string, birthDate: string | undefined, form = 'by-action') =>
  customer(number, residence, { birthDate, consents: [agreedTo('anything', form, 'service-provision')] });

/** Children, special categories, decisions by machine. */
export const takingIn: Story = {
  title: 'Taking data in',
  about:
    'Children consent from 13, 14, 15 or 16, depending on the country; health data need a gateway; machines decide nothing weighty alone.',
  requests: [
    ...(['DE-BE', 'FR', 'ES', 'SE', 'GB-ENG', 'US-IA'] as const).map((residence, index) =>
      collect(child(18101 + index, residence, '2012-02-01'), homeOf(residence), play),
    ),
    collect(child(18111, 'DE-BE', '2012-02-01', 'parental'), outdoor.DE, play),
    collect(child(18112, 'DE-BE', undefined), outdoor.DE, play),
    collect(child(18113, 'US-IA', '2016-02-01'), outdoor.US, play),
    collect(child(18114, 'US-IA', '2016-02-01', 'parental'), outdoor.US, play),
    collect(customer(18121, 'DE-BE'), outdoor.DE, {}),
    collect(customer(18122, 'DE-BE'), outdoor.DE, { noticeGiven: false }),
    collect(customer(18123, 'DE-BE'), outdoor.DE, { isNecessary: false }),
    collect(customer(18124, 'DE-BE'), outdoor.DE, { category: 'physical-health' }),
    collect(customer(18125, 'DE-BE'), outdoor.DE, {
      category: 'physical-health',
      gateway: 'explicit-consent',
    }),
    decide(customer(18131, 'DE-BE'), { legalBasis: 'contract' }),
    decide(customer(18132, 'DE-BE'), { legalBasis: 'legitimate-interest' }),
    decide(customer(18133, 'DE-BE'), { legalBasis: 'contract', categories: ['income', 'mental-health'] }),
    cookie(customer(18141, 'DE-BE'), 'analytics'),
    cookie(
      customer(18142, 'DE-BE', { consents: [agreedTo('website', 'by-action', 'analytics')] }),
      'analytics',
    ),
  ],
};

function homeOf(residence: string): Facts {
  const country = residence.slice(0, 2);
  return Object.entries(outdoor).find(([code]) => code === country)?.[1] ?? outdoor.US;
}

function decide(person: Facts, changes: Facts) {
  return ask('automated-decision', {
    customer: person,
    company: others.bank,
    purpose: 'solvency-check',
    categories: ['income', 'credit-history'],
    hasSignificantEffect: true,
    isSolelyAutomated: true,
    gateway: null,
    ...changes,
  });
}

function cookie(person: Facts, purpose: string) {
  return ask('place-on-device', {
    customer: person,
    company: outdoor.DE,
    channel: 'website',
    purpose,
    technique: 'cookie',
    isStrictlyNecessary: false,
  });
}

const unknownTo = (number: number, residence: string, missing: string) =>
  customer(number, residence, { [missing]: undefined });

/** A question that leaves something out is answered with a question. */
export const askFirst: Story = {
  title: 'Ask first',
  about: 'What is not known is never guessed: the answer names what to ask for, the most useful first.',
  requests: [
    contact(unknownTo(19001, 'US-NY', 'timeZone'), outdoor.US, { channel: 'live-call' }),
    contact(unknownTo(19002, 'US-NY', 'registerListings'), outdoor.US, { channel: 'live-call' }),
    contact(
      customer(19003, 'US', { timeZone: 'America/New_York' }),
      outdoor.US,
      { channel: 'live-call' },
      '2026-12-02T00:30:00Z',
    ),
    contact(customer(19004, 'US', { timeZone: 'America/New_York' }), outdoor.US, { channel: 'post' }),
    contact(unknownTo(19005, 'DE-BE', 'objections'), outdoor.DE, {
      channel: 'post',
      legalBasis: 'legitimate-interest',
    }),
    contact(unknownTo(19006, 'DE-BE', 'recipientType'), outdoor.DE, {
      channel: 'live-call',
      legalBasis: 'legitimate-interest',
    }),
    contact(customer(19007, 'DE-BE'), outdoor.DE, { channel: 'post', legalBasis: undefined }),
    contact(unknownTo(19008, 'GB-ENG', 'isVulnerable'), outdoor.GB, {
      channel: 'post',
      legalBasis: 'legitimate-interest',
    }),
    contact(unknownTo(19009, 'FR', 'contactAttempts'), outdoor.FR, {
      channel: 'live-call',
      legalBasis: 'legitimate-interest',
      isAboutContract: true,
    }),
    contact(unknownTo(19010, 'GB-ENG', 'id'), outdoor.GB, {
      channel: 'live-call',
      purpose: 'customer-care',
      legalBasis: 'contract',
    }),
  ],
};

/** Silence is no permission. */
export const nobodySpeaks: Story = {
  title: 'Where nobody speaks',
  about:
    'No policy for Japan or Brazil is in this program, and of Canada only marketing: silence never permits.',
  requests: [
    contact(customer(19101, 'JP'), outdoor.DE, { channel: 'post', legalBasis: 'legitimate-interest' }),
    contact(customer(19102, 'BR'), outdoor.US, { channel: 'email' }),
    contact(customer(19103, 'CA-ON'), outdoor.CA, { channel: 'post' }),
    contact(customer(19104, 'JP'), outdoor.DE, { channel: 'post' }),
  ],
};
