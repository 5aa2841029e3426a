import { skeletonId } from './regime-skeleton.ts';
import { caseTable, givenCompany, givenWillingCustomer, noonIn } from './sample-case.ts';
import type { StartContext } from './start-context.ts';
import { quoted } from './start-context.ts';
import { upwardFrom } from './vocabulary.ts';
import { zoneOf } from './zones.ts';

/** Cases under all policies at once: a customer in each country, and one where no policy speaks. */
export function storiesFile(context: StartContext): string {
  const { countries, seat, usualChannel } = context;
  const elsewhere = uncovered(context);
  const rows = countries.map((country) => [
    noonIn(country),
    country,
    quoted(zoneOf(country)),
    'permitted',
    `${skeletonId(country)}.agreed`,
    '',
  ]);
  const gap = elsewhere === undefined ? [] : [[noonIn(seat), elsewhere, '', 'ungoverned', '', elsewhere]];
  return `// All policies together: at least one regime has to allow it, and nobody may forbid it.

use std.crm

scenarios "Whoever agreed may be reached, wherever there is a regime" for contact {
${givenWillingCustomer(context)}${givenCompany(context)}  given channel: ${usualChannel}, purpose: direct-marketing, offer-topic: other-goods-or-services, is-requested: no
${caseTable(['now', 'customer.residence', 'customer.time-zone', 'expect', 'by', 'claim'], [...rows, ...gap])}}
`;
}

/** A country that no policy of the project is about. */
function uncovered({ countries, vocabulary }: StartContext): string | undefined {
  const tops = new Set(countries.map((country) => upwardFrom(vocabulary.countries, country).at(-1)));
  return vocabulary.countries.terms.find(
    ({ name, depth }) => depth === 0 && !tops.has(name) && usual.has(name),
  )?.name;
}

const usual: ReadonlySet<string> = new Set(['FR', 'JP', 'NZ']);
