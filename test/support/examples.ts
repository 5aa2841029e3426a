import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { CheckedProgram } from '../../packages/compiler/src/checking/index.ts';
import { checkProgram } from '../../packages/compiler/src/checking/index.ts';
import { parseSourceFile } from '../../packages/compiler/src/syntax/index.ts';
import { repositoryPath, standardLibrary } from './check.ts';

/** One line of an example's requests. */
export interface ExampleRequest {
  readonly activity: string;
  readonly facts: object;
  readonly now: string;
}

let acme: CheckedProgram | undefined;

/** The policies of examples/acme with the standard library, checked once. */
export function acmeProgram(): CheckedProgram {
  acme ??= checkProgram({ files: [...standardLibrary(), ...sourcesBelow('examples/acme/policies')] });
  return acme;
}

/** The policies of examples/law-in-time with the standard library. */
export function lawInTimeProgram(): CheckedProgram {
  const files = [...standardLibrary(), ...sourcesBelow('examples/law-in-time/policies')];
  return checkProgram({ files });
}

function sourcesBelow(folder: string) {
  const names = readdirSync(repositoryPath(folder), { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => name.endsWith('.privacy')).map((name) => `${folder}/${name}`);
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => parseSourceFile({ path, text: readFileSync(repositoryPath(path), 'utf8') }));
}

/** The requests of examples/acme, in order. */
export function acmeRequests(): readonly ExampleRequest[] {
  const lines = readFileSync(repositoryPath('examples/acme/requests.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** A module of an example; they are no part of this project, so that their types are the caller's affair. */
export async function importExample(path: string): Promise<Readonly<Record<string, unknown>>> {
  return import(/* @vite-ignore */ pathToFileURL(repositoryPath(path)).href);
}
