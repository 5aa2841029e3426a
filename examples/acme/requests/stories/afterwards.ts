import { others, outdoor } from '../companies.ts';
import { customer, wantsNo } from '../customers.ts';
import { ask, contact, migrate, place } from '../questions.ts';
import { hosts, record } from '../records.ts';
import type { Facts, Story } from '../story.ts';

const english = record('customer-master', 'GB-ENG', ['person-name', 'email-address']);
const german = record('customer-master', 'DE-BE', ['person-name', 'email-address']);

const drive = (sanitisation: string, leavesCompany: boolean, medium = 'hard-disk'): Facts => ({
  medium,
  sanitisation,
  leavesCompany,
  disposedOn: null,
});

/** The record has moved; something is still there. */
export const leftBehind: Story = {
  title: 'What stays behind after a migration',
  about:
    'A record that was moved is still on the old disk, the old tape, and in the copy that somebody made in 2019.',
  requests: [
    migrate(english, outdoor.GB, {}),
    migrate(english, outdoor.GB, { oldMedium: drive('untreated', false) }),
    migrate(english, outdoor.GB, { oldMedium: drive('untreated', true) }),
    migrate(english, outdoor.GB, { oldMedium: drive('cleared', true) }),
    migrate(english, outdoor.GB, { oldMedium: drive('purged', true) }),
    migrate(english, outdoor.GB, { oldMedium: drive('purged', true), isVerified: false }),
    migrate(english, outdoor.GB, { oldMedium: drive('purged', true, 'optical-disc') }),
    migrate(english, outdoor.GB, { oldMedium: drive('destroyed', true, 'optical-disc') }),
    migrate(english, outdoor.GB, { oldMedium: { medium: 'magnetic-tape', leavesCompany: true } }),
    migrate(english, outdoor.GB, {
      target: { ...place('US-IA', 'object-storage'), operator: hosts.prairie },
    }),
    migrate(
      {
        ...english,
        copies: [{ place: place('US-IA', 'magnetic-tape'), madeOn: '2019-06-12', isBackup: true }],
      },
      outdoor.GB,
      {},
    ),
    migrate(
      {
        ...english,
        copies: [{ place: place('GB-SCT', 'magnetic-tape'), madeOn: '2019-06-12', isBackup: true }],
      },
      outdoor.GB,
      {},
    ),
    migrate(german, outdoor.DE, {
      source: place('DE-HE', 'database'),
      target: place('DE-HE', 'removable-drive'),
    }),
    migrate(german, outdoor.DE, {
      source: place('DE-HE', 'database'),
      target: place('US-IA', 'object-storage'),
      oldMedium: drive('purged', true),
    }),
  ],
};

const midnight = '2026-11-24T22:45:00Z';
const nightOnTheCoast = '2026-11-25T06:30:00Z';
const notice = { channel: 'sms', purpose: 'breach-notice', legalBasis: 'legal-obligation' };

/** House rules about quiet hours give way to the law's command, and to nothing less. */
export const atNight: Story = {
  title: 'A breach, at night',
  about:
    'A notice at high risk is commanded: quiet hours, wishes and provider’s weekends give way. A parcel can wait until morning.',
  requests: [
    contact(customer(17001, 'DE-BE'), outdoor.DE, { ...notice, breachRisk: 'high' }, midnight),
    contact(customer(17002, 'DE-BE'), outdoor.DE, { ...notice, breachRisk: 'present' }, midnight),
    contact(customer(17003, 'DE-BE'), outdoor.DE, notice, midnight),
    contact(
      customer(17004, 'DE-BE'),
      outdoor.DE,
      { ...notice, purpose: 'delivery', legalBasis: 'contract' },
      midnight,
    ),
    contact(customer(17005, 'GB-ENG'), outdoor.GB, { ...notice, breachRisk: 'high' }, midnight),
    contact(
      customer(17006, 'GB-ENG', { optOuts: [wantsNo('text-message')] }),
      outdoor.GB,
      { ...notice, breachRisk: 'high' },
      midnight,
    ),
    contact(customer(17007, 'US-CA'), outdoor.US, { ...notice, breachRisk: 'present' }, nightOnTheCoast),
    contact(customer(17008, 'US-IA'), outdoor.US, { ...notice, breachRisk: 'high' }, nightOnTheCoast),
    contact(
      customer(17009, 'US-TX'),
      others.clinicInTexas,
      { ...notice, breachRisk: 'present' },
      nightOnTheCoast,
    ),
    contact(
      customer(17010, 'DE-BE'),
      outdoor.DE,
      { ...notice, channel: 'email', breachRisk: 'present' },
      midnight,
    ),
    contact(
      customer(10417, 'SE'),
      outdoor.SE,
      { ...notice, purpose: 'delivery', legalBasis: 'contract' },
      midnight,
    ),
    contact(
      customer(10418, 'SE'),
      outdoor.SE,
      { ...notice, purpose: 'delivery', legalBasis: 'contract' },
      midnight,
    ),
  ],
};

const incident = (company: Facts, affectedIn: readonly string[], changes: Facts = {}): Facts => ({
  company,
  kind: 'ransomware',
  awareAt: '2026-11-23T04:10:00Z',
  risk: 'high',
  affectedIn,
  affectedPeople: 18400,
  wereEncrypted: false,
  notifiedAt: null,
  ...changes,
});

const tell = (company: Facts, audience: string, breach: Facts) =>
  ask('notify-breach', { incident: breach, company, audience });

/** Who has to hear of it, and by when. */
export const whoIsTold: Story = {
  title: 'Whom to tell, and by when',
  about:
    'Every country and state in which people are concerned adds its own deadline; one without a regime makes the answer ungoverned.',
  requests: [
    tell(outdoor.DE, 'data-protection-authority', incident(outdoor.DE, ['DE', 'FR', 'ES'])),
    tell(outdoor.DE, 'data-protection-authority', incident(outdoor.DE, ['DE'], { risk: 'unlikely' })),
    tell(outdoor.DE, 'people-concerned', incident(outdoor.DE, ['DE', 'FR'])),
    tell(outdoor.DE, 'people-concerned', incident(outdoor.DE, ['DE', 'FR'], { wereEncrypted: true })),
    tell(outdoor.DE, 'people-concerned', incident(outdoor.DE, ['DE', 'GB', 'US-CA', 'US-TX'])),
    tell(outdoor.US, 'people-concerned', incident(outdoor.US, ['US-NY'])),
    tell(outdoor.US, 'attorney-general', incident(outdoor.US, ['US-TX'])),
    tell(outdoor.US, 'attorney-general', incident(outdoor.US, ['US-TX'], { affectedPeople: 120 })),
    tell(others.clinicInTexas, 'sector-regulator', incident(others.clinicInTexas, ['US-TX'])),
    tell(others.lender, 'sector-regulator', incident(others.lender, ['US-OH'])),
    tell(outdoor.DE, 'people-concerned', incident(outdoor.DE, ['DE', 'JP'])),
  ],
};
