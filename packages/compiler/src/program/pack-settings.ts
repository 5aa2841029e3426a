import validRange from 'semver/ranges/valid.js';
import type { Diagnostic } from '../diagnostics/index.ts';
import { createDiagnostic } from '../diagnostics/index.ts';
import { parseDate } from '../runtime/index.ts';
import type { JsonMember, JsonNode, JsonText } from './json-reader.ts';
import { expectText, knownMembers, wrongType } from './setting-readers.ts';
import type { PackReference, PackSettings } from './settings.ts';

/** The packs that a project file names, as a list of names or as names with ranges of versions. */
export function readPacks(
  member: JsonMember | undefined,
  found: Diagnostic[],
): readonly PackReference[] | undefined {
  if (member === undefined) return undefined;
  const references = referencesIn(member.value, found);
  if (references === undefined) {
    found.push(wrongType('packs', member.value, packsWords));
    return undefined;
  }
  const names = new Set<string>();
  return references.filter(({ name, span }) => {
    if (names.has(name)) found.push(createDiagnostic('project/repeated-key', span, { key: name }));
    return !names.has(name) && names.add(name);
  });
}

const packsWords =
  'names of packs, such as ["@acme/law-uk"], or with versions, such as { "@acme/law-uk": "^2.1.0" }';

function referencesIn(node: JsonNode, found: Diagnostic[]): readonly PackReference[] | undefined {
  if (node.kind === 'array') {
    return node.items.flatMap((item): readonly PackReference[] => {
      if (item.kind === 'text') return takesName(item, found) ? [referenceAt(item, undefined)] : [];
      found.push(wrongType('packs', item, packsWords));
      return [];
    });
  }
  if (node.kind !== 'object') return undefined;
  return node.members.flatMap(({ key, value }): readonly PackReference[] => {
    if (!takesName(key, found)) return [];
    if (value.kind === 'text') return [referenceAt(key, rangeIn(value, found))];
    found.push(wrongType(key.value, value, 'a range of versions, such as "^2.1.0"'));
    return [referenceAt(key, undefined)];
  });
}

function referenceAt(name: JsonText, range: JsonText | undefined): PackReference {
  const span = { start: name.start, end: name.end };
  if (range === undefined) return { name: name.value, span };
  return { name: name.value, span, range: range.value, rangeSpan: { start: range.start, end: range.end } };
}

const namePattern = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

const longestName = 214;

/** Whether a text is what npm takes as a name; never a path. */
export function isPackageName(name: string): boolean {
  return namePattern.test(name) && name.length <= longestName;
}

function takesName(text: JsonText, found: Diagnostic[]): boolean {
  const isName = isPackageName(text.value);
  if (!isName) found.push(createDiagnostic('project/pack-name', text, { name: text.value }));
  return isName;
}

function rangeIn(text: JsonText, found: Diagnostic[]): JsonText | undefined {
  if (validRange(text.value) !== null) return text;
  found.push(createDiagnostic('project/pack-range', text, { range: text.value }));
  return undefined;
}

const packKeys = ['title', 'reviewBy'] as const;

/** What makes a package a pack; undefined for a project that is none. */
export function readPackSettings(
  member: JsonMember | undefined,
  found: Diagnostic[],
): PackSettings | undefined {
  if (member === undefined) return undefined;
  const span = { start: member.key.start, end: member.key.end };
  if (member.value.kind !== 'object') {
    found.push(wrongType('pack', member.value, 'a title and more in braces, such as { "title": "…" }'));
    return { span };
  }
  const members = knownMembers(member.value, packKeys, found);
  const title = expectText(members.get('title'), 'a text', found);
  const reviewBy = expectText(members.get('reviewBy'), dateWords, found);
  const isDate = reviewBy !== undefined && parseDate(reviewBy.value) !== undefined;
  if (reviewBy !== undefined && !isDate) found.push(wrongType('reviewBy', reviewBy, dateWords));
  return {
    span,
    ...(title === undefined || title.value.trim() === '' ? {} : { title: title.value }),
    ...(isDate ? { reviewBy: { date: reviewBy.value, start: reviewBy.start, end: reviewBy.end } } : {}),
  };
}

const dateWords = 'a day, such as "2027-06-30"';
