/** What a guided start needs to know; terms are those of the standard library. */
export interface StartAnswers {
  /** The name of the company, for titles and its id. */
  readonly company: string;
  readonly industry: string;
  /** Countries and parts of countries in which customers live; the company has its seat in the first. */
  readonly countries: readonly string[];
  readonly channels: readonly string[];
}

/** What is taken where nothing is answered. */
export const defaultAnswers: StartAnswers = {
  company: 'Acme',
  industry: 'retail',
  countries: ['GB'],
  channels: ['email', 'live-call'],
};

/** What was answered, as text. */
export interface StartTexts {
  readonly company?: string;
  readonly industry?: string;
  readonly countries?: string;
  readonly channels?: string;
}

/** The answers, or why some of them cannot be understood. */
export type ReadAnswers =
  | { readonly kind: 'answers'; readonly answers: StartAnswers }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };
