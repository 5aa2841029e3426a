import type { Facts, FactValue } from './story.ts';
import { changed } from './story.ts';

/** Time zones of the places where the customers of the stories live. */
const zones: Readonly<Record<string, string>> = {
  'AT-9': 'Europe/Vienna',
  BR: 'America/Sao_Paulo',
  'CA-ON': 'America/Toronto',
  CH: 'Europe/Zurich',
  'DE-BE': 'Europe/Berlin',
  'DE-BY': 'Europe/Berlin',
  ES: 'Europe/Madrid',
  FR: 'Europe/Paris',
  'GB-ENG': 'Europe/London',
  'GB-SCT': 'Europe/London',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  NL: 'Europe/Amsterdam',
  PL: 'Europe/Warsaw',
  RE: 'Indian/Reunion',
  SE: 'Europe/Stockholm',
  'US-CA': 'America/Los_Angeles',
  'US-FL': 'America/New_York',
  'US-IA': 'America/Chicago',
  'US-KY': 'America/New_York',
  'US-NY': 'America/New_York',
  'US-OH': 'America/New_York',
  'US-TX': 'America/Chicago',
};

/** A consumer about whom everything is known, who bought once in a shop, and agreed to and refused nothing. */
export function customer(
  number: number,
  residence: string,
  changes: Readonly<Record<string, FactValue | undefined>> = {},
): Facts {
  const zone = zones[residence];
  const facts: Facts = {
    id: `C-${number}`,
    residence,
    ...(zone === undefined ? {} : { timeZone: zone }),
    birthDate: `19${60 + (number % 40)}-0${1 + (number % 9)}-1${number % 10}`,
    recipientType: 'consumer',
    isIndividual: true,
    consents: [],
    optOuts: [],
    objections: [],
    preferences: [],
    registerListings: [],
    contactAttempts: [],
    relationships: [],
    lastPurchaseOn: '2024-03-14',
    lastInquiryOn: null,
    detailsCollectedOn: '2024-03-14',
    detailsObtainedInSale: false,
    optOutOfferedAtCollection: true,
    acceptsWeekendCalls: false,
    isVulnerable: false,
    isInDirectory: true,
  };
  return changed(facts, changes);
}

/** Consent to marketing on some channels, by a click that was confirmed. */
export function agreedTo(
  channels: FactValue,
  form = 'double-opt-in',
  purposes: FactValue = 'direct-marketing',
): Facts {
  return {
    channels,
    purposes,
    status: 'granted',
    recordedAt: '2026-01-12T09:30:00Z',
    validThrough: null,
    form,
  };
}

/** "Please do not use this channel", for whatever purpose. */
export function wantsNo(channels: FactValue, purposes: FactValue = 'anything'): Facts {
  return { channels, purposes, recordedAt: '2026-06-04T07:45:00Z' };
}

/** An entry on a public register. */
export function listed(register: string, listedOn: string): Facts {
  return { register, listedOn, removedOn: null };
}

/** An attempt to sell something on the phone. */
export function called(madeAt: string, changes: Facts = {}): Facts {
  return {
    madeAt,
    channel: 'live-call',
    purpose: 'direct-marketing',
    answered: false,
    refused: false,
    ...changes,
  };
}
