import type { Diagnostic, DiagnosticDetails } from '../diagnostics/index.ts';
import { createDiagnostic } from '../diagnostics/index.ts';
import { nearestNames } from '../support/index.ts';
import type { Span } from '../text/index.ts';
import type { JsonMember, JsonNode, JsonObject, JsonText } from './json-reader.ts';

/** The settings of a block by their keys; keys that are unknown or repeated are reported. */
export function knownMembers(
  node: JsonObject,
  knownKeys: readonly string[],
  found: Diagnostic[],
): ReadonlyMap<string, JsonMember> {
  const members = new Map<string, JsonMember>();
  for (const member of node.members) {
    const key = member.key.value;
    if (!knownKeys.includes(key)) found.push(unknownKey(member.key, knownKeys));
    else if (members.has(key)) found.push(createDiagnostic('project/repeated-key', member.key, { key }));
    else members.set(key, member);
  }
  return members;
}

function unknownKey(key: JsonText, knownKeys: readonly string[]): Diagnostic {
  const known = knownKeys.map((name) => `"${name}"`).join(', ');
  const near = suggestions(key, nearestNames(key.value, knownKeys));
  return createDiagnostic('project/unknown-key', key, { key: key.value, known }, near);
}

/** One fix for each near name; the first of them also as help. */
export function suggestions(place: Span, names: readonly string[]): DiagnosticDetails {
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

/** The text that a setting is; another value is reported, with what is expected. */
export function expectText(
  member: JsonMember | undefined,
  expected: string,
  found: Diagnostic[],
): JsonText | undefined {
  if (member === undefined) return undefined;
  if (member.value.kind === 'text') return member.value;
  found.push(wrongType(member.key.value, member.value, expected));
  return undefined;
}

export function wrongType(key: string, node: JsonNode, expected: string): Diagnostic {
  return createDiagnostic('project/wrong-type', node, { key, expected, found: kindWord(node) });
}

/** What a value is, in words. */
export function kindWord(node: JsonNode): string {
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

/** Only paths that stay below the project are taken; the project's own folder is not one to generate into. */
export function isInside(path: string, example: string, place: Span, found: Diagnostic[]): boolean {
  const isOutside =
    /^[/\\~]|^[a-zA-Z]:|\\|^\.?\/*$/.test(path) || path.split('/').some((segment) => segment === '..');
  if (isOutside) found.push(createDiagnostic('project/outside-path', place, { path, example }));
  return !isOutside;
}
