import { houseRules, industryRules, regimeRules } from './provisions.ts';
import type { Rule } from './rules.ts';

/** A place with a law of its own: a country, or a part of one, whose law counts beside that of the country. */
export interface Regime {
  readonly policy: string;
  readonly place: string;
  /** The places at which this law counts: itself, or all parts of the country. */
  readonly leaves: readonly string[];
  readonly country: string;
  readonly isCountry: boolean;
  readonly rules: readonly Rule[];
}

/** The rules of one industry. */
export interface Sector {
  readonly policy: string;
  readonly industry: string;
  readonly rules: readonly Rule[];
}

/** The policies of one size, from which the privacy source, the rivals and the peers are made. */
export interface Model {
  readonly size: number;
  readonly regimes: readonly Regime[];
  readonly sectors: readonly Sector[];
  readonly house: readonly Rule[];
  /** The places that a request may name. */
  readonly places: readonly string[];
  readonly industries: readonly string[];
}

/** How many countries, parts of countries and industries there are at each size: 4 rules a regime, 5 an industry, 6. */
const sizes = {
  66: { countries: 6, parts: 4, industries: 4 },
  600: { countries: 26, parts: 50, industries: 58 },
  6000: { countries: 51, parts: 710, industries: 590 },
} as const;

export type Size = keyof typeof sizes;

export const allSizes: readonly Size[] = [66, 600, 6000];

const codes =
  'US CA DE GB AT FR BE CH DK ES FI IE IT NL PL SE AU BR MX IN JP KR NZ NO PT CZ HU RO BG GR HR SI SK EE LV LT LU MT CY IS LI TR IL ZA AR CL CO PE SG TH VN'.split(
    ' ',
  );

/** Two thirds of the countries have no parts; the parts of the others are spread evenly. */
export function createModel(size: Size): Model {
  const { countries, parts, industries } = sizes[size];
  const divided = Math.ceil(countries / 3);
  const partsOf = codes.slice(0, countries).map((code, index) => {
    const count = index < divided ? Math.floor((parts + divided - 1 - index) / divided) : 0;
    return Array.from({ length: count }, (_, part) => `${code}-${part + 1}`);
  });
  const regimes = codes.slice(0, countries).flatMap((code, index): Regime[] => {
    const own = partsOf[index] ?? [];
    const leaves = own.length > 0 ? own : [code];
    return [
      regime({ place: code, country: code, leaves, number: index }),
      ...own.map((place, part) =>
        regime({ place, country: code, leaves: [place], number: index * 7 + part + 3 }),
      ),
    ];
  });
  const sectors = Array.from({ length: industries }, (_, index): Sector => {
    const policy = `industry.i${index + 1}`;
    return { policy, industry: `industry-${index + 1}`, rules: industryRules(policy, index) };
  });
  const places = regimes.flatMap(({ leaves, isCountry }) => (isCountry ? leaves : []));
  return {
    size,
    regimes,
    sectors,
    house: houseRules('house.rules'),
    places,
    industries: sectors.map(({ industry }) => industry),
  };
}

function regime(options: {
  readonly place: string;
  readonly country: string;
  readonly leaves: readonly string[];
  readonly number: number;
}): Regime {
  const { place, country, leaves, number } = options;
  const policy = `law.${place.toLowerCase()}`;
  return { policy, place, leaves, country, isCountry: place === country, rules: regimeRules(policy, number) };
}
