/**
 * The language server as a library: its features are pure functions of a snapshot, and everything that they need from
 * the machine comes through one interface. `./node` and `./browser` run it.
 */

export { listFilesRequest, readFileRequest } from './environments/client-environment.ts';
export type * from './protocol.ts';
export { commandOf, customMethods, protocolVersion } from './protocol.ts';
export type { ServerOptions } from './server/server.ts';
export { serverName, startServer } from './server/server.ts';
export type { Environment, TextStore } from './workspace/environment.ts';
export { createMemoryEnvironment, createTextStore } from './workspace/environment.ts';
