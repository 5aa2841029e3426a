import type { Diagnostic, LocatedDiagnostic, MessageCode } from '../diagnostics/index.ts';
import {
  createDiagnostic,
  createDiagnosticSource,
  isMessageCode,
  locateInSource,
  messageCodes,
} from '../diagnostics/index.ts';
import { nearestNames } from '../support/index.ts';
import { isZoneId, zoneIds } from '../time/index.ts';
import type { JsonMember, JsonNode, JsonText } from './json-reader.ts';
import { readJson } from './json-reader.ts';
import { readPackSettings, readPacks } from './pack-settings.ts';
import { expectText, isInside, kindWord, knownMembers, suggestions, wrongType } from './setting-readers.ts';
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
  const members = knownMembers(read.node, knownKeys, found);
  expectText(members.get('$schema'), 'the address of a schema, in double quotes', found);
  return {
    sources: readSources(members.get('sources'), found) ?? defaultSettings.sources,
    packs: readPacks(members.get('packs'), found) ?? defaultSettings.packs,
    zone: readZone(members.get('zone'), found) ?? defaultSettings.zone,
    out: readOut(members.get('out'), found) ?? defaultSettings.out,
    version: expectText(members.get('version'), 'a version, such as "1.4.0"', found)?.value,
    importExtension: readImportExtension(members.get('importExtension'), found),
    lints: readLints(members.get('lints'), found) ?? defaultSettings.lints,
    pack: readPackSettings(members.get('pack'), found),
  };
}

const knownKeys = [
  '$schema',
  'sources',
  'packs',
  'zone',
  'out',
  'version',
  'importExtension',
  'lints',
  'pack',
] as const;

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
