import { others, outdoor } from '../companies.ts';
import { agreedTo, called, customer, listed } from '../customers.ts';
import { contact } from '../questions.ts';
import type { Facts, Story } from '../story.ts';

/** Hours on 1 December 2026, a Tuesday, in Universal Time: from the Italian evening to the Californian one. */
const tour = ['07:45', '09:15', '12:30', '16:05', '20:30', '23:30'].map((time) => `2026-12-01T${time}:00Z`);

const callable: readonly { readonly person: Facts; readonly company: Facts }[] = [
  { person: customer(14001, 'FR', { consents: [agreedTo('voice')] }), company: outdoor.FR },
  { person: customer(14002, 'ES', { consents: [agreedTo('voice')] }), company: outdoor.ES },
  { person: customer(14003, 'IT', { consents: [agreedTo('voice')] }), company: outdoor.IT },
  { person: customer(14004, 'US-FL'), company: outdoor.US },
  { person: customer(14005, 'US-TX'), company: outdoor.US },
  { person: customer(14006, 'US-KY'), company: outdoor.US },
  { person: customer(14007, 'CA-ON', { consents: [agreedTo('voice')] }), company: outdoor.CA },
];

/** The clock on the customer's wall counts, not that of the call centre. */
export const callingHours: Story = {
  title: 'The clock on the customer’s wall',
  about: 'One sales call, around the world in a day: the law’s hours first, then the company’s own.',
  requests: callable.flatMap(({ person, company }) =>
    tour.map((now) => contact(person, company, { channel: 'live-call', legalBasis: 'consent' }, now)),
  ),
};

const saturday = '2026-11-28T17:00:00Z';
const sunday = '2026-11-29T17:00:00Z';

/** The provider's default is overridable by the company, and only as far as the company says. */
export const weekends: Story = {
  title: 'Saturday calls',
  about:
    'The provider blocks calls at the weekend and lets a company decide otherwise; Acme lifts that for customers who want it.',
  requests: [14101, 14102].flatMap((number) => {
    const wanted = customer(number, number === 14101 ? 'US-IA' : 'GB-ENG', { acceptsWeekendCalls: true });
    const unasked = customer(number + 10, number === 14101 ? 'US-IA' : 'GB-ENG', {
      acceptsWeekendCalls: undefined,
    });
    const company = number === 14101 ? outdoor.US : outdoor.GB;
    const service = { channel: 'live-call', purpose: 'customer-care', legalBasis: 'contract' };
    return [
      contact(wanted, company, service, saturday),
      contact(wanted, company, service, sunday),
      contact(unasked, company, service, saturday),
      contact(customer(number + 20, number === 14101 ? 'US-IA' : 'GB-ENG'), company, service, saturday),
    ];
  }),
};

const onBloctel = { registerListings: [listed('bloctel', '2025-02-01')] };
const dutchBuyer = { lastPurchaseOn: '2025-05-20' };
const stoppedTexts = {
  optOuts: [{ channels: 'text-message', purposes: 'direct-marketing', recordedAt: '2026-11-02T15:00:00Z' }],
  consents: [agreedTo('text-message', 'written', 'anything')],
};

/** The same question on both sides of a date. */
export const turningPoints: Story = {
  title: 'The day the law changes',
  about:
    'The same request on both sides of a date: France 2026-08-11, the Netherlands 2026-07-01, the FCC 2027-01-31.',
  requests: [
    ...['2026-08-10T09:30:00Z', '2026-08-11T09:30:00Z'].flatMap((now) => [
      contact(
        customer(15001, 'FR'),
        outdoor.FR,
        { channel: 'live-call', legalBasis: 'legitimate-interest' },
        now,
      ),
      contact(
        customer(15002, 'FR', onBloctel),
        outdoor.FR,
        { channel: 'live-call', legalBasis: 'legitimate-interest' },
        now,
      ),
      contact(
        customer(15003, 'FR', { consents: [agreedTo('voice')] }),
        outdoor.FR,
        { channel: 'live-call', legalBasis: 'consent' },
        now,
      ),
    ]),
    ...['2026-06-30T14:00:00Z', '2026-07-01T14:00:00Z'].flatMap((now) => [
      contact(
        customer(15011, 'NL', dutchBuyer),
        outdoor.NL,
        { channel: 'live-call', legalBasis: 'legitimate-interest', offerIsSimilar: true },
        now,
      ),
      contact(
        customer(15012, 'NL', dutchBuyer),
        others.press,
        {
          channel: 'live-call',
          legalBasis: 'legitimate-interest',
          offerIsSimilar: true,
          offerTopic: 'press-subscription',
        },
        now,
      ),
    ]),
    ...['2027-01-29T18:00:00Z', '2027-02-01T18:00:00Z'].map((now) =>
      contact(
        customer(15021, 'US-NY', stoppedTexts),
        outdoor.US,
        { channel: 'sms', purpose: 'delivery', isAutodialled: true },
        now,
      ),
    ),
  ],
};

const often = (days: readonly string[], changes: Facts = {}) =>
  days.map((day) => called(`2026-11-${day}T15:00:00Z`, changes));

const collection = { channel: 'live-call', purpose: 'debt-collection' };
const debt = { purpose: 'debt-collection', answered: true };
const unanswered = { purpose: 'debt-collection' };

/** What happened before counts. */
export const enough: Story = {
  title: 'When it is enough',
  about:
    'Attempts, refusals and conversations count: four calls in France, three in a day in Florida, seven a week for debts.',
  requests: [
    contact(
      customer(15101, 'FR', {
        consents: [agreedTo('voice')],
        contactAttempts: often(['03', '05', '10', '12']),
      }),
      outdoor.FR,
      { channel: 'live-call', legalBasis: 'consent' },
    ),
    contact(
      customer(15102, 'FR', {
        consents: [agreedTo('voice')],
        contactAttempts: often(['03'], { answered: true, refused: true }),
      }),
      outdoor.FR,
      { channel: 'live-call', legalBasis: 'consent' },
    ),
    contact(customer(15103, 'US-FL', { contactAttempts: often(['24', '24', '24']) }), outdoor.US, {
      channel: 'live-call',
    }),
    contact(customer(15104, 'US-OH', { contactAttempts: often(['20'], debt) }), others.collector, collection),
    contact(
      customer(15105, 'US-OH', {
        contactAttempts: often(['19', '19', '20', '20', '21', '23', '23'], unanswered),
      }),
      others.collector,
      collection,
    ),
    contact(customer(15106, 'US-OH', { contactAttempts: often(['09'], debt) }), others.collector, collection),
    contact(
      customer(15107, 'GB-ENG', {
        consents: [agreedTo('email')],
        contactAttempts: often(['02', '09', '16'], { channel: 'email' }),
      }),
      outdoor.GB,
      { channel: 'email', legalBasis: 'consent' },
    ),
    contact(
      customer(15108, 'GB-ENG', {
        consents: [agreedTo('email')],
        contactAttempts: often(['02', '09'], { channel: 'email' }),
      }),
      outdoor.GB,
      { channel: 'email', legalBasis: 'consent' },
    ),
  ],
};
