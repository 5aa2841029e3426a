import { caseTable, fullConsent, noonIn } from './sample-case.ts';
import type { StartContext } from './start-context.ts';
import { countryTitle, quoted } from './start-context.ts';
import { zoneOf } from './zones.ts';

/** The id of the policy that stands where the law of a country will stand. */
export function skeletonId(country: string): string {
  return `skeleton.${country.toLowerCase()}`;
}

/** A regime that allows as little as possible, so that nothing is taken for law that nobody looked up. */
export function regimeSkeleton(context: StartContext, country: string): string {
  const title = countryTitle(context, country);
  const policy = skeletonId(country);
  return `// NOT LEGAL ADVICE. Nobody has looked up the law of ${title} for this file. It is a skeleton: it allows nothing but
// what the customer agreed to or asked for. Replace it by a law pack, or by rules that a lawyer has written.

use std.crm

policy ${policy} ${quoted(`Skeleton for ${title} (not legal advice)`)} {
  authority law
  zone ${quoted(zoneOf(country))}
  applies when jurisdiction is ${country}

  default forbid contact ${quoted(`Nobody has looked up yet what ${title} allows`)} cite ${noCitation}

  rule agreed "The customer agreed" {
    permit contact
    when consented(customer, channel, purpose)
    cite ${noCitation}
  }

  rule asked "The customer asked for it" {
    permit contact
    when is-requested
    cite ${noCitation}
  }
}

scenarios ${quoted(`Skeleton for ${title}`)} for contact under ${policy} {
  given customer: { residence: ${country}, consents: [], opt-outs: [] }
  given company: { id: ${quoted(context.id)}, seat: ${country}, industry: ${context.industry} }
  given channel: ${context.usualChannel}, purpose: direct-marketing, is-requested: no
${skeletonCases(policy, country)}}
`;
}

const noCitation = '"skeleton: no law is cited"';

function skeletonCases(policy: string, country: string): string {
  const now = noonIn(country);
  return caseTable(
    ['now', 'customer.consents', 'is-requested', 'expect', 'by', 'missing'],
    [
      [now, '', '', 'forbidden', `${policy}.default.contact`, ''],
      [now, fullConsent, '', 'permitted', `${policy}.agreed`, ''],
      [now, '', 'yes', 'permitted', `${policy}.asked`, ''],
      [now, '', 'unknown', 'undetermined', '', 'is-requested'],
    ],
  );
}
