/** An invoice as services supply it. */
export interface Invoice {
  readonly issuedOn: string;
  readonly closedOn: string | null;
  readonly place: string;
  readonly industry: string;
  readonly legalHold: boolean;
}

/** Law in two countries, what the company wants to be rid of, and a hold. */
export const scheduleSource = `
authorities law binding > company tenant
taxonomy Place complete { DE, FR, BE }
taxonomy Industry complete { bank, insurer, retail }
record Invoice {
  issued-on: date
  closed-on: date or none
  place: Place
  industry: Industry
  legal-hold: boolean
  jurisdiction: each of (place)
}
policy de.ao "Abgabenordnung" {
  authority law
  zone "Europe/Berlin"
  applies when jurisdiction is DE
  rule vouchers "Accounting vouchers" {
    keep Invoice for at least 8 years counted from end of year of issued-on
    cite "§ 147 (3) AO"
    except banks "Banks and insurers" {
      when industry is one of (bank, insurer)
      for at least 10 years
    }
  }
}
policy fr.commerce "Code de commerce" {
  authority law
  zone "Europe/Paris"
  applies when jurisdiction is FR
  rule vouchers "Accounting documents" {
    keep Invoice for at least 10 years counted from issued-on
    cite "art. L123-22"
  }
}
policy acme.retention "Retention" {
  authority company
  zone "Europe/Brussels"
  rule all "Nothing is kept for ever" { erase Invoice at the latest 11 years after issued-on }
  rule retail "Closed retail cases go early" {
    erase Invoice at the latest 3 years after closed-on
    when industry is retail
  }
  rule order "Evidence must not be destroyed" {
    hold Invoice when legal-hold
    cite "order 2026-17"
    review within 1 year
  }
}
`;

/** Distinct invoices of the last fifteen years. */
export function invoices(count: number): readonly Invoice[] {
  const places = ['DE', 'FR', 'BE'];
  const industries = ['bank', 'insurer', 'retail', 'retail'];
  return Array.from({ length: count }, (_, index) => {
    const day = (index * 7919) % 5400;
    const issued = 14_900 + day;
    return {
      issuedOn: dateText(issued),
      closedOn: index % 3 === 0 ? null : dateText(issued + (index % 900)),
      place: places[index % places.length] ?? 'DE',
      industry: industries[(index >> 2) % industries.length] ?? 'retail',
      legalHold: index % 97 === 0,
    };
  });
}

function dateText(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
