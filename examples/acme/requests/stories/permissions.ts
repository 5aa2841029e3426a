import { others, outdoor } from '../companies.ts';
import { agreedTo, customer, listed } from '../customers.ts';
import { contact } from '../questions.ts';
import type { Story } from '../story.ts';

const shops = [
  { number: 16010, residence: 'DE-BY', company: outdoor.DE },
  { number: 16020, residence: 'FR', company: outdoor.FR },
  { number: 16030, residence: 'IE', company: outdoor.IE },
  { number: 16040, residence: 'GB-ENG', company: outdoor.GB },
  { number: 16050, residence: 'CH', company: outdoor.CH },
] as const;

/** Messages to the company's own customers about goods like those they bought. */
export const ownCustomers: Story = {
  title: 'A message to our own customers',
  about:
    'The soft opt-in: own customers, similar goods, a way out then and now. In Ireland it fades after a year.',
  requests: shops.flatMap(({ number, residence, company }) => {
    const bought = { detailsObtainedInSale: true, lastPurchaseOn: '2026-03-14' };
    // What the Court of the Union said in C-654/23 is not the law of the United Kingdom.
    const basis = { legalBasis: residence === 'GB-ENG' ? 'legitimate-interest' : null };
    return [
      contact(customer(number, residence, bought), company, { ...basis, offerIsSimilar: true }),
      contact(customer(number + 1, residence, bought), company, { ...basis, offerIsSimilar: false }),
      contact(customer(number + 2, residence, { ...bought, lastPurchaseOn: '2025-03-14' }), company, {
        ...basis,
        offerIsSimilar: true,
      }),
      contact(customer(number + 3, residence, { ...bought, optOutOfferedAtCollection: undefined }), company, {
        ...basis,
        offerIsSimilar: true,
      }),
    ];
  }),
};

const sales = { channel: 'live-call', legalBasis: 'legitimate-interest' };
const appeal = { channel: 'email', offerTopic: 'charity-appeal', legalBasis: 'legitimate-interest' };

/** Registers of people who want no advertising, each with exceptions of its own. */
export const registers: Story = {
  title: 'On a list',
  about:
    'The TPS counts after 28 days; the American registry yields to purchases of the last 18 months; the Italian one undoes older consents.',
  requests: [
    contact(
      customer(16101, 'GB-ENG', { registerListings: [listed('TPS', '2026-11-01')] }),
      outdoor.GB,
      sales,
    ),
    contact(
      customer(16102, 'GB-ENG', { registerListings: [listed('TPS', '2026-10-01')] }),
      outdoor.GB,
      sales,
    ),
    contact(
      customer(16103, 'GB-ENG', {
        registerListings: [listed('TPS', '2026-10-01')],
        consents: [agreedTo('voice')],
      }),
      outdoor.GB,
      { ...sales, legalBasis: 'consent' },
    ),
    contact(
      customer(16104, 'US-NY', { registerListings: [listed('US-DNC', '2019-05-01')] }),
      outdoor.US,
      sales,
    ),
    contact(
      customer(16105, 'US-NY', {
        registerListings: [listed('US-DNC', '2019-05-01')],
        lastPurchaseOn: '2026-02-01',
      }),
      outdoor.US,
      sales,
    ),
    contact(
      customer(16106, 'US-NY', {
        registerListings: [listed('US-DNC', '2019-05-01')],
        recipientType: 'corporate',
      }),
      outdoor.US,
      sales,
    ),
    contact(
      customer(16107, 'IT', {
        registerListings: [listed('RPO', '2026-03-01')],
        consents: [agreedTo('voice')],
      }),
      outdoor.IT,
      { ...sales, legalBasis: 'consent' },
    ),
    contact(
      customer(16108, 'IT', {
        registerListings: [listed('RPO', '2026-03-01')],
        consents: [agreedTo('voice')],
        relationships: [{ kind: 'subscription', startedOn: '2025-01-01', endedOn: null }],
      }),
      outdoor.IT,
      { ...sales, legalBasis: 'consent' },
    ),
    contact(
      customer(16109, 'CH', { registerListings: [listed('CH-directory-mark', '2020-01-01')] }),
      outdoor.CH,
      sales,
    ),
    contact(
      customer(16110, 'CA-ON', { registerListings: [listed('CA-DNCL', '2024-01-01')] }),
      outdoor.CA,
      sales,
    ),
  ],
};

const supporter = { relationships: [{ kind: 'donation', startedOn: '2026-04-01', endedOn: null }] };

/** Some subjects have rules of their own. */
export const topics: Story = {
  title: 'Some subjects have rules of their own',
  about:
    'Claims and pensions in the United Kingdom, renovation in France, charities since February 2026, health data anywhere.',
  requests: [
    contact(customer(16201, 'GB-ENG'), outdoor.GB, { ...sales, offerTopic: 'claims-offer' }),
    contact(customer(16202, 'GB-ENG', { consents: [agreedTo('voice')] }), outdoor.GB, {
      ...sales,
      offerTopic: 'pension-offer',
    }),
    contact(customer(16203, 'GB-ENG', { consents: [agreedTo('voice')] }), others.pensions, {
      ...sales,
      offerTopic: 'pension-offer',
    }),
    contact(
      customer(16204, 'FR', { consents: [agreedTo(['voice', 'electronic-mail'])] }),
      others.renovation,
      {
        ...sales,
        offerTopic: 'energy-renovation-offer',
        legalBasis: 'consent',
      },
    ),
    contact(
      customer(16205, 'FR', { consents: [agreedTo(['voice', 'electronic-mail'])] }),
      others.renovation,
      {
        channel: 'email',
        offerTopic: 'home-adaptation-offer',
        legalBasis: 'consent',
      },
    ),
    contact(
      customer(16206, 'GB-SCT', { ...supporter, detailsCollectedOn: '2026-04-01' }),
      others.charity,
      appeal,
    ),
    contact(
      customer(16207, 'GB-SCT', { ...supporter, detailsCollectedOn: '2025-04-01' }),
      others.charity,
      appeal,
    ),
    contact(customer(16208, 'US-TX'), others.clinicInTexas, { channel: 'post', usesHealthData: true }),
    contact(customer(16209, 'US-TX', { consents: [agreedTo('post', 'written')] }), others.clinicInTexas, {
      channel: 'post',
      usesHealthData: true,
    }),
    contact(customer(16210, 'DE-BE'), others.brokerInEurope, {
      channel: 'live-call',
      purpose: 'order-handling',
      legalBasis: 'contract',
    }),
  ],
};

/** A machine dials, or writes. */
export const machines: Story = {
  title: 'When a machine dials',
  about: 'In the United States what matters is who dials; in Europe, who speaks.',
  requests: (['US-NY', 'US-FL', 'DE-BE', 'GB-ENG'] as const).flatMap((residence, index) => {
    const company = residence === 'DE-BE' ? outdoor.DE : residence === 'GB-ENG' ? outdoor.GB : outdoor.US;
    const written = { consents: [agreedTo(['voice', 'text-message'], 'written')] };
    const text = { channel: 'sms', isAutodialled: true, legalBasis: 'consent' };
    return [
      contact(customer(16301 + index, residence), company, text),
      contact(customer(16311 + index, residence, written), company, text),
      contact(customer(16321 + index, residence, written), company, { ...text, channel: 'automated-call' }),
      contact(customer(16331 + index, residence, written), company, { ...text, isAutodialled: undefined }),
    ];
  }),
};
