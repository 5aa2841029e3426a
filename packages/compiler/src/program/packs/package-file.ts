import type { DiagnosticSource } from '../../diagnostics/index.ts';
import { createDiagnosticSource } from '../../diagnostics/index.ts';
import type { JsonMember, JsonObject } from '../json-reader.ts';
import { readJson } from '../json-reader.ts';

/** The name of the file in which npm keeps what a package is. */
export const packageFileName = 'package.json';

/** A package.json, as far as packs are concerned. */
export interface PackageFile {
  readonly source: DiagnosticSource;
  readonly root: JsonObject;
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** Reads a package.json; undefined where it is not valid. */
export function readPackageFile(path: string, text: string): PackageFile | undefined {
  const read = readJson(text);
  if (read.kind === 'problem' || read.node.kind !== 'object') return undefined;
  return {
    source: createDiagnosticSource(path, text),
    root: read.node,
    name: textOf(read.node, 'name'),
    version: textOf(read.node, 'version'),
  };
}

/** What a key of a block holds; undefined where it is not there. The last one counts, as in npm. */
export function memberOf(block: JsonObject, key: string): JsonMember | undefined {
  return block.members.findLast((member) => member.key.value === key);
}

/** The text of a key; undefined for everything else. */
export function textOf(block: JsonObject, key: string): string | undefined {
  const value = memberOf(block, key)?.value;
  return value?.kind === 'text' && value.value !== '' ? value.value : undefined;
}
