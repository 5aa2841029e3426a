import type { Facts } from './story.ts';

/** Who may see what at Acme; what is not granted is not needed. */
export const grants: readonly Facts[] = [
  {
    roles: 'support',
    purposes: ['customer-care', 'complaint-handling'],
    categories: ['contact-details', 'purchase-history', 'card-number'],
  },
  {
    roles: ['sales', 'marketing-staff'],
    purposes: 'direct-marketing',
    categories: ['contact-details', 'preferences'],
  },
  {
    roles: 'billing-staff',
    purposes: ['billing', 'health-care-payment'],
    categories: ['contact-details', 'payment-card', 'transactions', 'insurance-data'],
  },
  { roles: 'analyst', purposes: 'analytics', categories: ['behaviour', 'age-range'] },
  { roles: 'health-professional', purposes: 'treatment', categories: 'health' },
  {
    roles: 'software-agent',
    purposes: 'customer-care',
    categories: ['contact-details', 'customer-number', 'purchase-history'],
  },
];
