import type { StartContext } from './start-context.ts';
import { quoted } from './start-context.ts';
import { instantIn, zoneOf } from './zones.ts';

/** A consent to everything, in a form that every rule takes. */
export const fullConsent =
  '[ { channels: anything, purposes: anything, status: granted, recorded-at: 2026-01-05T09:00:00Z, valid-through: none, form: written } ]';

/** A consent that was given, but not in a statement for this purpose alone. */
export const plainConsent =
  '[ { channels: anything, purposes: anything, status: granted, recorded-at: 2026-01-05T09:00:00Z, valid-through: none, form: by-action } ]';

/** A customer who agreed to everything and against whom nothing speaks, on a weekday at noon: rules are tested from here. */
export function givenWillingCustomer(context: StartContext, place: string = context.seat): string {
  return `  given customer: {
    residence: ${place}
    time-zone: ${quoted(zoneOf(place))}
    birth-date: 1980-05-17
    is-individual: yes
    is-vulnerable: no
    consents: ${fullConsent}
    opt-outs: []
    objections: []
    register-listings: []
    contact-attempts: []
    sends-opt-out-signal: no
  }
`;
}

export function givenCompany({ id, seat, industry }: StartContext): string {
  return `  given company: { id: ${quoted(id)}, seat: ${seat}, industry: ${industry} }\n`;
}

/** Monday, 2 March 2026, noon in a place. */
export function noonIn(place: string): string {
  return instantIn(zoneOf(place), '2026-03-02', '12:00:00');
}

/** The same day, late in the evening. */
export function lateIn(place: string): string {
  return instantIn(zoneOf(place), '2026-03-02', '22:30:00');
}

/** A table of cases; the formatter aligns it. */
export function caseTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, ...rows].map((cells) => `  | ${cells.join(' | ')} |\n`).join('');
}
