import { others, outdoor } from '../companies.ts';
import { store, transfer } from '../questions.ts';
import { certified, host, hosts, record } from '../records.ts';
import type { Story } from '../story.ts';

const englishCustomer = record('customer-master', 'GB-ENG', ['person-name', 'email-address']);
const scottishInvoice = record('invoice', 'GB-SCT', ['person-name', 'postal-address', 'transactions']);
const englishPatient = record('patient-record', 'GB-ENG', ['person-name', 'health-record']);
const hawkeye = record('customer-master', 'US-IA', ['person-name', 'email-address']);

const towns = ['GB-ENG', 'GB-SCT', 'IE', 'US-IA'] as const;

/** The law would let these records travel; the provider, the sector and the company each have their own reasons not to. */
export const desMoines: Story = {
  title: 'A British record and a data centre in Des Moines',
  about:
    'No British statute keeps customer data at home. Each answer says whose rule does: the provider’s, the NHS’s, nobody’s.',
  requests: [
    ...[englishCustomer, scottishInvoice].flatMap((kept) =>
      towns.map((location) =>
        store(kept, outdoor.GB, {
          location,
          operator: location === 'US-IA' ? hosts.prairie : hosts.harbor,
          tool: location === 'US-IA' ? 'IDTA' : null,
        }),
      ),
    ),
    ...towns.map((location) =>
      store(englishPatient, others.hospital, {
        location,
        operator: hosts.harbor,
        tool: 'IDTA',
        isApprovedByBoard: true,
      }),
    ),
    store(englishPatient, others.hospital, { location: 'IE', operator: hosts.harbor }),
    ...towns.map((location) =>
      store(hawkeye, outdoor.US, { location, operator: location === 'US-IA' ? hosts.prairie : null }),
    ),
    store(hawkeye, outdoor.GB, { location: 'US-IA', operator: hosts.prairie, tool: 'UK-addendum' }),
    store(record('customer-master', 'GB', ['person-name'], { residence: 'GB' }), outdoor.GB, {
      location: 'GB',
    }),
  ],
};

const germanPatient = record('patient-record', 'DE-NW', ['person-name', 'health-record']);
const frenchPatient = record('patient-record', 'FR', ['person-name', 'prescription']);
const texanPatient = record('patient-record', 'US-TX', ['person-name', 'health-record']);
const floridian = record('patient-record', 'US-FL', ['person-name', 'health-record']);

/** Health data have the strictest homes. */
export const health: Story = {
  title: 'Where health records live',
  about:
    'Germany asks for an establishment and an attestation, France for a certificate, Texas and Florida for soil.',
  requests: [
    store(germanPatient, others.clinicInGermany, { location: 'DE-HE', operator: hosts.rhein }),
    store(germanPatient, others.clinicInGermany, { location: 'IE', operator: hosts.harbor }),
    store(germanPatient, others.clinicInGermany, {
      location: 'IE',
      operator: host('Shannon Cloud Ltd', 'IE'),
    }),
    store(germanPatient, others.clinicInGermany, {
      location: 'DE-HE',
      operator: hosts.rhein,
      assurance: 'c5-type-1',
    }),
    store(
      germanPatient,
      others.clinicInGermany,
      { location: 'DE-HE', operator: hosts.rhein, assurance: 'c5-type-1' },
      '2025-06-30T12:00:00Z',
    ),
    store(germanPatient, others.clinicInGermany, {
      location: 'DE-HE',
      operator: hosts.rhein,
      assurance: undefined,
    }),
    store(frenchPatient, others.clinicInFrance, { location: 'FR', operator: hosts.rhein }),
    store(frenchPatient, others.clinicInFrance, { location: 'FR', operator: hosts.harbor }),
    store(frenchPatient, others.clinicInFrance, {
      location: 'FR',
      operator: host('Azur Santé SAS', 'FR', {
        certifications: [certified('ISO-27001'), certified('HDS-2')],
        staffIn: ['FR', 'IN'],
      }),
    }),
    store(frenchPatient, others.clinicInFrance, { location: 'CH', operator: hosts.rhein }),
    store(texanPatient, others.clinicInTexas, { location: 'US-IA', operator: hosts.prairie }),
    store(texanPatient, others.clinicInTexas, { location: 'CA-ON', operator: hosts.prairie }),
    store(floridian, others.clinicInFlorida, { location: 'CA-ON', operator: hosts.prairie }),
    store(floridian, others.clinicInFlorida, { location: 'US-AK', operator: hosts.prairie }),
    store(floridian, others.clinicInFlorida, { location: 'IE', operator: hosts.harbor }),
  ],
};

const parcel = record('order', 'DE-BE', ['person-name', 'postal-address']);
const account = record('transaction-record', 'DE-HE', ['bank-account', 'transactions']);
const card = record('card-record', 'US-IA', ['card-number', 'card-expiry']);
const diagnosis = record('support-case', 'DE-BE', ['mental-health']);
const ticks = record('broker-dealer-book', 'US-NY', ['transactions']);

/** Shared, logical, physical. */
export const partitions: Story = {
  title: 'Shared, kept apart logically, kept apart physically',
  about:
    'The standard of the providers wants tenants apart, health and card data on machines of their own; Acme wants that for its bank.',
  requests: [
    ...(['shared', 'logical', 'physical'] as const).flatMap((separation) => [
      store(parcel, outdoor.DE, { location: 'DE-HE', operator: hosts.rhein, separation }),
      store(account, others.bank, { location: 'DE-HE', operator: hosts.rhein, separation }),
      store(card, outdoor.US, { location: 'US-IA', operator: hosts.prairie, separation }),
      store(diagnosis, outdoor.DE, { location: 'DE-HE', operator: hosts.rhein, separation }),
    ]),
    store(parcel, outdoor.DE, { location: 'DE-HE', operator: hosts.rhein, separation: undefined }),
    store(record('card-record', 'US-IA', ['card-verification-value']), outdoor.US, {
      location: 'US-IA',
      operator: hosts.prairie,
      encryption: 'external-keys',
    }),
    store(ticks, others.broker, {
      location: 'US-NY',
      operator: hosts.prairie,
      medium: 'locked-object-storage',
    }),
    store(ticks, others.broker, { location: 'US-NY', operator: hosts.prairie, medium: 'database' }),
    store(parcel, outdoor.DE, { location: 'DE-HE', operator: hosts.rhein, encryption: 'unencrypted' }),
  ],
};

/** The place is one thing, whoever has the keys another. */
export const operators: Story = {
  title: 'Who runs the host',
  about: 'An agreement, a certificate, and staff that stay within reach of the same law.',
  requests: [
    store(englishCustomer, outdoor.GB, { operator: null }),
    store(englishCustomer, outdoor.GB, { operator: hosts.harbor }),
    store(englishCustomer, outdoor.GB, { operator: host('Thames Cloud Ltd', 'GB', { agreements: [] }) }),
    store(englishCustomer, outdoor.GB, {
      operator: host('Thames Cloud Ltd', 'GB', { agreements: undefined }),
    }),
    store(englishCustomer, outdoor.GB, { operator: host('Thames Cloud Ltd', 'GB', { certifications: [] }) }),
    store(englishCustomer, outdoor.GB, {
      operator: host('Thames Cloud Ltd', 'GB', { staffIn: ['GB', 'IN'] }),
    }),
    store(englishCustomer, outdoor.GB, { operator: host('Thames Cloud Ltd', 'GB', { staffIn: undefined }) }),
    store(parcel, outdoor.DE, {
      location: 'DE-HE',
      operator: host('Thames Cloud Ltd', 'GB', { staffIn: ['GB', 'IN'] }),
    }),
    store(parcel, outdoor.DE, { location: 'GB-ENG', operator: hosts.harbor }),
    store(parcel, outdoor.DE, { location: 'CH', operator: hosts.rhein }),
    store(parcel, outdoor.DE, {
      location: 'US-IA',
      operator: hosts.prairie,
      tool: 'standard-contractual-clauses',
    }),
  ],
};

const german = record('customer-master', 'DE-BE', ['person-name', 'email-address']);
const bulk = record('customer-master', 'US-IA', ['health-record']);

/** Adequacy, safeguards, exceptions, and tools that have ended. */
export const transfers: Story = {
  title: 'Across a border',
  about:
    'Out of the Union, out of the United Kingdom, out of Switzerland, out of the United States: each with its own gate.',
  requests: [
    transfer(german, outdoor.DE, { destination: 'FR' }),
    transfer(german, outdoor.DE, { destination: 'CH', tool: 'adequacy' }),
    transfer(german, outdoor.DE, { destination: 'US-IA' }),
    transfer(german, outdoor.DE, { tool: 'EU-US-framework', isCoveredByAdequacy: true }),
    transfer(german, outdoor.DE, { tool: 'EU-US-framework', isCoveredByAdequacy: undefined }),
    transfer(german, outdoor.DE, { tool: 'standard-contractual-clauses', isAssessed: true }),
    transfer(german, outdoor.DE, { tool: 'standard-contractual-clauses' }),
    transfer(german, outdoor.DE, { tool: 'privacy-shield' }),
    transfer(german, outdoor.DE, { tool: 'old-contractual-clauses', isAssessed: true }),
    transfer(german, outdoor.DE, { destination: 'JP', tool: 'derogation-contract' }),
    transfer(englishCustomer, outdoor.GB, { origin: 'GB-ENG', destination: 'DE-BE' }),
    transfer(englishCustomer, outdoor.GB, {
      origin: 'GB-ENG',
      tool: 'standard-contractual-clauses',
      isAssessed: true,
    }),
    transfer(englishCustomer, outdoor.GB, { origin: 'GB-ENG', tool: 'UK-addendum', isAssessed: true }),
    transfer(englishPatient, others.hospital, {
      origin: 'GB-ENG',
      tool: 'UK-extension',
      isCoveredByAdequacy: true,
    }),
    transfer(record('invoice', 'CH', ['person-name']), outdoor.CH, { origin: 'CH', destination: 'IN' }),
    transfer(record('invoice', 'CH', ['person-name']), outdoor.CH, { origin: 'CH', destination: 'IE' }),
    transfer(hawkeye, outdoor.US, { origin: 'US-IA', destination: 'IE' }),
    transfer(bulk, others.clinicInTexas, { origin: 'US-IA', destination: 'CN', peopleInBulk: 25000 }),
    transfer(bulk, others.clinicInTexas, { origin: 'US-IA', destination: 'CN', peopleInBulk: 250 }),
    transfer(bulk, others.clinicInTexas, { origin: 'US-IA', destination: 'CN', peopleInBulk: undefined }),
  ],
};
