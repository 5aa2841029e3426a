import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Model } from '../decisions/model.ts';
import type { Request } from '../decisions/requests.ts';

/** Another tool with the same policy, ready to answer. */
export interface Peer {
  readonly permits: (request: Request) => boolean | Promise<boolean>;
  /** Several requests in one call, where the tool has that. */
  readonly permitsMany?: (requests: readonly Request[]) => Promise<readonly boolean[]>;
  readonly close?: () => void;
}

/** How to give a policy to another tool. */
export interface PeerKind {
  readonly name: string;
  /** How many requests are compared before it is timed: all for the fast, some for the slow. */
  readonly compared: number;
  /** The sizes that it can take within a minute. */
  readonly largest: number;
  readonly create: (model: Model) => Promise<Peer>;
}

const require = createRequire(import.meta.url);

export function isInstalled(): boolean {
  return existsSync(new URL('node_modules', import.meta.url));
}

/** Loads a package of this folder, which the types of the repository know nothing of: the caller says its shape. */
export async function loadPeer<Shape>(name: string): Promise<Shape> {
  // The answers are compared with the reference before anything is timed.
  return (await import(pathToFileURL(require.resolve(name)).href)) as Shape;
}

export function peerPath(name: string): string {
  return require.resolve(name);
}
