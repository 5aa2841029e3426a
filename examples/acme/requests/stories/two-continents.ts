import { outdoor } from '../companies.ts';
import { agreedTo, customer, wantsNo } from '../customers.ts';
import { contact } from '../questions.ts';
import type { Story } from '../story.ts';

/** Customers of the company of their own country. */
const neighbours = [
  { customer: 10100, residence: 'DE-BE', company: outdoor.DE },
  { customer: 10200, residence: 'AT-9', company: outdoor.AT },
  { customer: 10300, residence: 'FR', company: outdoor.FR },
  { customer: 10400, residence: 'ES', company: outdoor.ES },
  { customer: 10500, residence: 'IT', company: outdoor.IT },
  { customer: 10600, residence: 'NL', company: outdoor.NL },
  { customer: 10700, residence: 'SE', company: outdoor.SE },
  { customer: 10800, residence: 'IE', company: outdoor.IE },
  { customer: 10900, residence: 'GB-ENG', company: outdoor.GB },
  { customer: 11000, residence: 'CH', company: outdoor.CH },
  { customer: 11100, residence: 'US-IA', company: outdoor.US },
  { customer: 11200, residence: 'US-CA', company: outdoor.US },
] as const;

/** The same question everywhere: a legal basis is needed in Europe, and nothing but the absence of a "no" in America. */
export const sameQuestion: Story = {
  title: 'The same question on two continents',
  about:
    'Europe asks for a legal basis first; in the United States nothing is in the way unless an act says so.',
  requests: neighbours.flatMap(({ customer: number, residence, company }) => [
    contact(customer(number, residence), company, { channel: 'post' }),
    contact(customer(number + 1, residence), company, { channel: 'post', legalBasis: 'legitimate-interest' }),
    contact(customer(number + 2, residence), company, {
      channel: 'email',
      legalBasis: 'legitimate-interest',
    }),
    contact(customer(number + 3, residence, { consents: [agreedTo('email')] }), company, {
      channel: 'email',
      legalBasis: 'consent',
    }),
    contact(customer(number + 4, residence), company, {
      channel: 'live-call',
      legalBasis: 'legitimate-interest',
    }),
  ]),
};

const abroad = [
  { customer: 12001, residence: 'DE-BY', company: outdoor.US },
  { customer: 12002, residence: 'FR', company: outdoor.US },
  { customer: 12003, residence: 'GB-SCT', company: outdoor.US },
  { customer: 12004, residence: 'US-NY', company: outdoor.DE },
  { customer: 12005, residence: 'US-TX', company: outdoor.GB },
  { customer: 12006, residence: 'FR', company: outdoor.DE },
  { customer: 12007, residence: 'CH', company: outdoor.AT },
  { customer: 12008, residence: 'GB-ENG', company: outdoor.IE },
] as const;

/** Both countries claim the case, and the stricter answer counts. */
export const twoCountries: Story = {
  title: 'A company here, a customer there',
  about: 'The law of both places is asked; the stricter answer counts.',
  requests: abroad.flatMap(({ customer: number, residence, company }) => [
    contact(customer(number, residence), company, { channel: 'email' }),
    contact(customer(number + 100, residence, { consents: [agreedTo(['email', 'post'])] }), company, {
      channel: 'email',
      legalBasis: 'consent',
    }),
    contact(customer(number + 200, residence), company, {
      channel: 'email',
      purpose: 'delivery',
      legalBasis: 'contract',
    }),
  ]),
};

const quietPeople = [
  { customer: 13001, residence: 'DE-BE', company: outdoor.DE },
  { customer: 13002, residence: 'GB-ENG', company: outdoor.GB },
  { customer: 13003, residence: 'US-NY', company: outdoor.US },
  { customer: 13004, residence: 'SE', company: outdoor.SE },
] as const;

/** Wishes are facts of the customer, and hold for service calls as well. */
export const refusesCalls: Story = {
  title: 'Refuses calls, welcomes e-mail',
  about:
    'A wish is heard in every country, for advertising and for service; a high risk is the one thing that overrides it.',
  requests: quietPeople.flatMap(({ customer: number, residence, company }) => {
    const wishes = { optOuts: [wantsNo('voice')], consents: [agreedTo('email')] };
    const person = customer(number, residence, wishes);
    return [
      contact(person, company, { channel: 'live-call', legalBasis: 'legitimate-interest' }),
      contact(person, company, { channel: 'live-call', purpose: 'customer-care', legalBasis: 'contract' }),
      contact(person, company, { channel: 'email', legalBasis: 'consent' }),
      contact(person, company, { channel: 'email', purpose: 'service-message', legalBasis: 'contract' }),
      contact(person, company, {
        channel: 'live-call',
        purpose: 'breach-notice',
        legalBasis: 'legal-obligation',
        breachRisk: 'high',
      }),
    ];
  }),
};
