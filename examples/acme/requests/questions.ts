import { grants } from './grants.ts';
import type { Facts, FactValue, Request } from './story.ts';
import { changed, tuesday } from './story.ts';

type Changes = Readonly<Record<string, FactValue | undefined>>;

/** May this company reach this customer? An advertisement for goods like those bought before, unless changed. */
export function contact(customer: Facts, company: Facts, changes: Changes, now = tuesday): Request {
  const facts: Facts = {
    customer,
    company,
    channel: 'email',
    purpose: 'direct-marketing',
    offerTopic: 'other-goods-or-services',
    offerIsSimilar: false,
    legalBasis: null,
    numberType: 'wireless',
    isAutodialled: false,
    isRequested: false,
    isAboutContract: false,
    usesHealthData: false,
    isPaidFor: false,
    consentCanBePresumed: false,
  };
  return { activity: 'contact', facts: changed(facts, changes), now };
}

/** May this record lie there? In a partition of its own, encrypted, unless changed. */
export function store(record: Facts, company: Facts, changes: Changes, now = tuesday): Request {
  const facts: Facts = {
    record,
    company,
    location: 'GB-ENG',
    operator: null,
    separation: 'physical',
    medium: 'database',
    encryption: 'company-keys',
    assurance: 'c5-type-2',
    tool: null,
    isCoveredByAdequacy: false,
    isApprovedByBoard: false,
  };
  return { activity: 'store', facts: changed(facts, changes), now };
}

/** May this record go there? */
export function transfer(record: Facts, company: Facts, changes: Changes, now = tuesday): Request {
  const facts: Facts = {
    record,
    company,
    origin: 'DE',
    destination: 'US-IA',
    recipient: null,
    purpose: 'customer-care',
    tool: null,
    isCoveredByAdequacy: false,
    isAssessed: false,
    peopleInBulk: 800,
  };
  return { activity: 'transfer', facts: changed(facts, changes), now };
}

/** May this record move to another medium? */
export function migrate(record: Facts, company: Facts, changes: Changes, now = tuesday): Request {
  const facts: Facts = {
    record,
    company,
    source: place('GB-ENG', 'hard-disk'),
    target: place('GB-ENG', 'object-storage'),
    oldMedium: null,
    isVerified: true,
  };
  return { activity: 'migrate', facts: changed(facts, changes), now };
}

/** A place of the company's own. */
export function place(location: string, medium: string): Facts {
  return { location, operator: null, medium, separation: 'physical', encryption: 'company-keys' };
}

/** May someone in this role read this? */
export function access(record: Facts, company: Facts, changes: Changes, now = tuesday): Request {
  const facts: Facts = {
    record,
    company: { ...company, accessGrants: grants },
    role: 'support',
    category: 'email-address',
    purpose: 'customer-care',
  };
  return { activity: 'access', facts: changed(facts, changes), now };
}

/** May this partner have it? */
export function share(record: Facts, company: Facts, changes: Changes, now = tuesday): Request {
  const facts: Facts = { record, company, purpose: 'billing', legalBasis: 'contract', gateway: null };
  return { activity: 'share', facts: changed(facts, changes), now };
}

/** May this be collected? */
export function collect(customer: Facts, company: Facts, changes: Changes, now = tuesday): Request {
  const facts: Facts = {
    customer,
    company,
    category: 'email-address',
    purpose: 'order-handling',
    legalBasis: 'contract',
    gateway: null,
    isNecessary: true,
    noticeGiven: true,
    isChildService: false,
  };
  return { activity: 'collect', facts: changed(facts, changes), now };
}

/** Any other question. */
export function ask(activity: string, facts: Facts, now = tuesday): Request {
  return { activity, facts, now };
}
