import type { Diagnostic, DiagnosticDetails, LocatedDiagnostic, MessageCode } from '../diagnostics/index.ts';
import {
  createDiagnostic,
  createDiagnosticSource,
  isMessageCode,
  locateInSource,
  messageCodes,
} from '../diagnostics/index.ts';
import { nearestNames } from '../support/index.ts';
import type { Span } from '../text/index.ts';
import { isZoneId, zoneIds } from '../time/index.ts';
import type { JsonMember, JsonNode, JsonObject, JsonText } from './json-reader.ts';
import { readJson } from './json-reader.ts';
import type { ImportExtension, LintLevel, ProjectSettings } from './settings.ts';
import { defaultSettings, isLintCode } from './settings.ts';

/** The name of the file that makes a folder a project. */
export const projectFileName = 'privacy.json';

export interface ProjectFileResult {
  /** What is wrong has its default here. */
  readonly settings: ProjectSettings;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Reads the settings of a project; every mistake is reported where it stands, and none stops the others. */
export function readProjectFile(options: {
  readonly path: string;
  readonly text: string;
}): ProjectFileResult {
  const found: Diagnostic[] = [];
  const settings = readSettings(options.text, found);
  found.sort((left, right) => left.span.start - right.span.start);
  const source = createDiagnosticSource(options.path, options.text);
  return { settings, diagnostics: found.map((diagnostic) => locateInSource(diagnostic, source)) };
}

function readSettings(text: string, found: Diagnostic[]): ProjectSettings {
  const read = readJson(text);
  if (read.kind === 'problem') {
    found.push(createDiagnostic('project/not-json', read.span, { problem: read.problem }));
    return defaultSettings;
  }
  if (read.node.kind !== 'object') {
    const values = { key: projectFileName, expected: 'settings in braces', found: kindWord(read.node) };
    found.push(createDiagnostic('project/wrong-type', read.node, values));
    return defaultSettings;
  }
  const members = knownMembers(read.node, found);
  return {
    sources: readSources(members.get('sources'), found) ?? defaultSettings.sources,
    zone: readZone(members.get('zone'), found) ?? defaultSettings.zone,
    out: readOut(members.get('out'), found) ?? defaultSettings.out,
    version: expectText(members.get('version'), 'a version, such as "1.4.0"', found)?.value,
    importExtension: readImportExtension(members.get('importExtension'), found),
    lints: readLints(members.get('lints'), found) ?? defaultSettings.lints,
  };
}

const knownKeys = ['$schema', 'sources', 'zone', 'out', 'version', 'importExtension', 'lints'] as const;

function knownMembers(node: JsonObject, found: Diagnostic[]): ReadonlyMap<string, JsonMember> {
  const members = new Map<string, JsonMember>();
  for (const member of node.members) {
    const key = member.key.value;
    if (!knownKeys.some((known) => known === key)) found.push(unknownKey(member.key));
    else if (members.has(key)) found.push(createDiagnostic('project/repeated-key', member.key, { key }));
    else members.set(key, member);
  }
  expectText(members.get('$schema'), 'the address of a schema, in double quotes', found);
  return members;
}

function unknownKey(key: JsonText): Diagnostic {
  const known = knownKeys.map((name) => `"${name}"`).join(', ');
  const values = { key: key.value, known };
  return createDiagnostic(
    'project/unknown-key',
    key,
    values,
    suggestions(key, nearestNames(key.value, knownKeys)),
  );
}

/** One fix for each near name; the first of them also as help. */
function suggestions(place: Span, names: readonly string[]): DiagnosticDetails {
  const [first] = names;
  if (first === undefined) return {};
  return {
    help: `Do you mean "${first}"?`,
    fixes: names.map((name) => ({
      title: `Write "${name}"`,
      kind: 'needs-review',
      edits: [{ span: { start: place.start, end: place.end }, newText: JSON.stringify(name) }],
    })),
  };
}

function expectText(
  member: JsonMember | undefined,
  expected: string,
  found: Diagnostic[],
): JsonText | undefined {
  if (member === undefined) return undefined;
  if (member.value.kind === 'text') return member.value;
  found.push(wrongType(member.key.value, member.value, expected));
  return undefined;
}

function wrongType(key: string, node: JsonNode, expected: string): Diagnostic {
  return createDiagnostic('project/wrong-type', node, { key, expected, found: kindWord(node) });
}

function kindWord(node: JsonNode): string {
  const words: Readonly<Record<JsonNode['kind'], string>> = {
    object: 'a block of settings',
    array: 'a list',
    text: 'a text',
    number: 'a number',
    boolean: 'true or false',
    null: 'null',
  };
  return words[node.kind];
}

function readSources(member: JsonMember | undefined, found: Diagnostic[]): readonly string[] | undefined {
  if (member === undefined) return undefined;
  const expected = 'a list of patterns, such as ["policies/**/*.privacy"]';
  if (member.value.kind !== 'array' || member.value.items.length === 0) {
    found.push(wrongType('sources', member.value, expected));
    return undefined;
  }
  const patterns: string[] = [];
  for (const item of member.value.items) {
    if (item.kind !== 'text') found.push(wrongType('sources', item, expected));
    else if (isInside(item.value, 'policies/**/*.privacy', item, found)) patterns.push(item.value);
  }
  return patterns.length === 0 ? undefined : patterns;
}

function readOut(member: JsonMember | undefined, found: Diagnostic[]): string | undefined {
  const text = expectText(member, 'the path of a folder, such as "generated"', found);
  if (text === undefined || !isInside(text.value, 'generated', text, found)) return undefined;
  return text.value.replace(/^(?:\.\/)+|\/+$/g, '');
}

/** Only paths that stay below the project are taken; the project's own folder is not one to generate into. */
function isInside(path: string, example: string, place: Span, found: Diagnostic[]): boolean {
  const isOutside =
    /^[/\\~]|^[a-zA-Z]:|\\|^\.?\/*$/.test(path) || path.split('/').some((segment) => segment === '..');
  if (isOutside) found.push(createDiagnostic('project/outside-path', place, { path, example }));
  return !isOutside;
}

function readImportExtension(member: JsonMember | undefined, found: Diagnostic[]): ImportExtension {
  const text = expectText(member, importExtensionWords, found);
  if (text === undefined || text.value === '.ts') return defaultSettings.importExtension;
  if (text.value === '.js') return text.value;
  found.push(wrongType('importExtension', text, importExtensionWords));
  return defaultSettings.importExtension;
}

const importExtensionWords = 'to be ".ts" or ".js"';

function readZone(member: JsonMember | undefined, found: Diagnostic[]): string | undefined {
  const text = expectText(member, 'the name of a time zone, such as "Europe/Berlin"', found);
  if (text === undefined || isZoneId(text.value)) return text?.value;
  const near = suggestions(text, nearestNames(text.value, zoneIds));
  found.push(createDiagnostic('name/unknown-zone', text, { zone: text.value }, near));
  return undefined;
}

function readLints(
  member: JsonMember | undefined,
  found: Diagnostic[],
): ReadonlyMap<MessageCode, LintLevel> | undefined {
  if (member === undefined) return undefined;
  if (member.value.kind !== 'object') {
    found.push(wrongType('lints', member.value, 'lints with their severities, in braces'));
    return undefined;
  }
  const levels = new Map<MessageCode, LintLevel>();
  for (const { key, value } of member.value.members) {
    const code = readLintCode(key, found);
    const level = value.kind === 'text' ? lintLevels.find((known) => known === value.value) : undefined;
    if (level === undefined) found.push(wrongLevel(key.value, value));
    else if (code !== undefined && levels.has(code)) {
      found.push(createDiagnostic('project/repeated-key', key, { key: code }));
    } else if (code !== undefined) levels.set(code, level);
  }
  return levels;
}

const lintLevels: readonly LintLevel[] = ['off', 'information', 'warning', 'error'];

function wrongLevel(key: string, value: JsonNode): Diagnostic {
  const expected = lintLevels.map((level) => `"${level}"`).join(', ');
  return createDiagnostic(
    'project/wrong-type',
    value,
    { key, expected: 'a severity', found: kindWord(value) },
    { label: 'not a severity', help: `The severities are ${expected}.` },
  );
}

function readLintCode(key: JsonText, found: Diagnostic[]): MessageCode | undefined {
  const code = key.value;
  if (isMessageCode(code) && isLintCode(code)) return code;
  const near = suggestions(key, nearestNames(code, messageCodes.filter(isLintCode)));
  found.push(createDiagnostic('project/unknown-lint', key, { code }, near));
  return undefined;
}
