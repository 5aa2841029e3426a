import type { Facts, FactValue } from './story.ts';
import { changed } from './story.ts';

/** A record about somebody who lives there. */
export function record(
  kind: string,
  residence: string,
  categories: readonly string[],
  changes: Readonly<Record<string, FactValue | undefined>> = {},
): Facts {
  return changed(
    { kind, residence, categories, form: 'identified', createdOn: '2026-02-11', copies: [] },
    changes,
  );
}

/** A hosting provider with an agreement and a certificate, whose staff sits where its seat is. */
export function host(
  id: string,
  seat: string,
  changes: Readonly<Record<string, FactValue | undefined>> = {},
): Facts {
  const facts: Facts = {
    id,
    seat,
    establishments: [],
    role: 'processor',
    agreements: [signed('processing-agreement')],
    certifications: [certified('ISO-27001')],
    staffIn: [seat],
  };
  return changed(facts, changes);
}

export function signed(kind: string): Facts {
  return { kind, signedOn: '2025-05-01', validThrough: null };
}

export function certified(scheme: string): Facts {
  return { scheme, validFrom: '2025-01-01', validThrough: '2027-12-31' };
}

/** The hosts of the stories. */
export const hosts = {
  harbor: host('Harbor Hosting Ltd', 'GB', { establishments: ['DE', 'IE'] }),
  prairie: host('Prairie Data Centers Inc.', 'US-IA'),
  rhein: host('Rheinwolke GmbH', 'DE', { certifications: [certified('ISO-27001'), certified('HDS-2')] }),
} as const;
