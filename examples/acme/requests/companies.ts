import type { Facts } from './story.ts';

/** The companies of the Acme group, each with its seat. The CRM knows them all as one tenant, "acme". */
export const outdoor = {
  AT: company('Acme Outdoor Austria GmbH', 'AT-9', 'retail'),
  CA: company('Acme Outdoor Canada Ltd.', 'CA-ON', 'retail'),
  CH: company('Acme Outdoor AG', 'CH', 'retail'),
  DE: company('Acme Outdoor GmbH', 'DE-HH', 'retail'),
  ES: company('Acme Outdoor S.L.', 'ES', 'retail'),
  FR: company('Acme Outdoor SAS', 'FR', 'retail'),
  GB: company('Acme Outdoor Ltd', 'GB-ENG', 'retail'),
  IE: company('Acme Outdoor Ireland Ltd', 'IE', 'retail'),
  IT: company('Acme Outdoor S.r.l.', 'IT', 'retail'),
  NL: company('Acme Outdoor B.V.', 'NL', 'retail'),
  SE: company('Acme Outdoor AB', 'SE', 'retail'),
  US: company('Acme Outdoor Inc.', 'US-IA', 'retail'),
} as const;

export const others = {
  bank: company('Acme Bank AG', 'DE-HE', 'bank'),
  broker: company('Acme Invest LLC', 'US-NY', 'broker-dealer'),
  brokerInEurope: company('Acme Invest GmbH', 'DE-HE', 'broker-dealer'),
  charity: company('Acme Foundation', 'GB-ENG', 'charity'),
  clinicInFlorida: company('Acme Health of Tampa Inc.', 'US-FL', 'hospital'),
  clinicInFrance: company('Acme Santé SAS', 'FR', 'medical-practice'),
  clinicInGermany: company('Acme Klinik gGmbH', 'DE-NW', 'hospital'),
  clinicInTexas: company('Acme Health of Austin Inc.', 'US-TX', 'medical-practice'),
  collector: company('Acme Recovery LLC', 'US-OH', 'debt-collector'),
  hospital: company('Acme Health Trust', 'GB-ENG', 'hospital'),
  lender: company('Acme Credit Inc.', 'US-OH', 'non-bank-lender'),
  pensions: company('Acme Pensions Ltd', 'GB-ENG', 'pension-fund'),
  press: company('Acme Magazin B.V.', 'NL', 'press'),
  renovation: company('Acme Rénovation SAS', 'FR', 'energy-renovation'),
} as const;

function company(tradingName: string, seat: string, industry: string): Facts {
  return { id: 'acme', tradingName, seat, industry, mayMarketPensions: industry === 'pension-fund' };
}
