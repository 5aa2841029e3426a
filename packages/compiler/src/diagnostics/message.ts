import type { Span } from '../text/index.ts';
import type { Diagnostic, Fix, RelatedLabel, Severity } from './diagnostic.ts';
import type { MessageCode } from './registry.ts';
import { messages } from './registry.ts';

/** The parts of a message; `{name}` stands for a value that the report site gives. */
export interface MessageTemplate {
  readonly severity: Severity;
  readonly headline: string;
  readonly because?: string;
  readonly help?: string;
  readonly label?: string;
}

type PlaceholdersIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | PlaceholdersIn<Rest>
  : never;

type PlaceholdersOf<Template> = {
  [Part in keyof Template]: PlaceholdersIn<Template[Part]>;
}[keyof Template];

/** The values that the message of a code needs. */
export type MessageValues<Code extends MessageCode> = Readonly<
  Record<PlaceholdersOf<(typeof messages)[Code]>, string | number>
>;

/** What a report may add to the message itself. */
export interface DiagnosticDetails {
  readonly label?: string;
  /** Replaces the template's help, where the place allows better advice. */
  readonly help?: string;
  readonly related?: readonly RelatedLabel[];
  readonly fixes?: readonly Fix[];
}

/** Fills in a message of the registry. */
export function createDiagnostic<Code extends MessageCode>(
  code: Code,
  span: Span,
  values: MessageValues<Code>,
  details: DiagnosticDetails = {},
): Diagnostic {
  const template: MessageTemplate = messages[code];
  const part = (name: 'because' | 'help' | 'label', text: string | undefined) =>
    text === undefined ? {} : { [name]: fillIn(text, values) };
  return {
    code,
    severity: template.severity,
    headline: fillIn(template.headline, values),
    ...part('because', template.because),
    ...part('help', details.help ?? template.help),
    ...part('label', details.label ?? template.label),
    span: { start: span.start, end: span.end },
    related: details.related ?? [],
    fixes: details.fixes ?? [],
  };
}

function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
