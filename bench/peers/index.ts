import { casbin } from './casbin.ts';
import { casl } from './casl.ts';
import { cedar, cedarParsing } from './cedar.ts';
import { cel } from './cel.ts';
import { cerbos } from './cerbos.ts';
import { jsonRulesEngine } from './json-rules-engine.ts';
import type { PeerKind } from './peer.ts';
import { zen } from './zen.ts';

export { askDuckDb } from './duckdb.ts';
export type { Peer, PeerKind } from './peer.ts';
export { isInstalled } from './peer.ts';

export const peerKinds: readonly PeerKind[] = [
  casl,
  cel,
  zen,
  casbin,
  cedar,
  cedarParsing,
  jsonRulesEngine,
  cerbos,
];
