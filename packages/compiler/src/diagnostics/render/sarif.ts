import { sortedBy } from '../../support/index.ts';
import type { Severity } from '../diagnostic.ts';
import type { LocatedDiagnostic, LocatedFix, LocatedLabel, LocatedSpan } from '../locate.ts';
import type { MessageTemplate } from '../message.ts';
import type { MessageCode } from '../registry.ts';
import { messages } from '../registry.ts';

export interface SarifOptions {
  /** The version of the compiler. */
  readonly version: string;
}

/**
 * Messages as a log of SARIF 2.1.0, the exchange form of analysis tools. Paths are relative to `%SRCROOT%`, the
 * folder that the log's reader takes for the root of the sources.
 */
export function renderSarif(diagnostics: readonly LocatedDiagnostic[], options: SarifOptions): string {
  const codes = [...new Set(sortedBy(diagnostics, ({ code }) => code).map(({ code }) => code))];
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'privacy', semanticVersion: options.version, rules: codes.map(rule) },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => result(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A name for the page about a code that holds wherever the pages are: `privacy explain` prints it. */
function documentationUri(code: MessageCode): string {
  return `urn:privacy-lang:diagnostics:${code}`;
}

const levels = { error: 'error', warning: 'warning', information: 'note' } as const satisfies Record<
  Severity,
  string
>;

function rule(code: MessageCode): object {
  const template: MessageTemplate = messages[code];
  return {
    id: code,
    shortDescription: { text: template.headline },
    ...(template.because === undefined ? {} : { fullDescription: { text: template.because } }),
    helpUri: documentationUri(code),
    help: { text: `Run: privacy explain ${code}`, markdown: `Run \`privacy explain ${code}\`.` },
    defaultConfiguration: { level: levels[template.severity] },
  };
}

function result(diagnostic: LocatedDiagnostic, ruleIndex: number): object {
  const { code, severity, headline, because, help, related, fixes } = diagnostic;
  const sentences = [headline, because, help].filter((part) => part !== undefined).map(asSentence);
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: sentences.join(' ') },
    locations: [location(diagnostic.place)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedLocation) }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fixJson) }),
  };
}

function asSentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}

function location(place: LocatedSpan): object {
  return { physicalLocation: { artifactLocation: artifact(place.source.path), region: region(place) } };
}

function relatedLocation({ place, text }: LocatedLabel, index: number): object {
  return { id: index + 1, ...location(place), message: { text } };
}

function artifact(path: string): object {
  const wellFormed = path.replace(/\p{Surrogate}/gu, '\uFFFD');
  if (/^[a-z][a-z]+:/.test(wellFormed)) return { uri: wellFormed.split('/').map(encodeUriSegment).join('/') };
  return { uri: wellFormed.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function encodeUriSegment(segment: string): string {
  return encodeURIComponent(segment).replaceAll('%3A', ':');
}

function region({ start, end, from, to }: LocatedSpan): object {
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
  };
}

function fixJson({ title, edits }: LocatedFix): object {
  const paths = [...new Set(edits.map(({ place }) => place.source.path))];
  return {
    description: { text: title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifact(path),
      replacements: edits
        .filter(({ place }) => place.source.path === path)
        .map(({ place, newText }) => ({ deletedRegion: region(place), insertedContent: { text: newText } })),
    })),
  };
}
