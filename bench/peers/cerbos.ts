import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as send } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printCondition } from '../decisions/conditions.ts';
import type { Model } from '../decisions/model.ts';
import type { Request } from '../decisions/requests.ts';
import { celSyntax } from './cel.ts';
import type { Peer, PeerKind } from './peer.ts';
import { peerPath } from './peer.ts';
import { prohibitionsOf } from './prohibitions.ts';

/** A Cerbos server on loopback, asked over HTTP: one `EFFECT_DENY` for each rule over one `EFFECT_ALLOW`. */
export const cerbos: PeerKind = { name: 'Cerbos (HTTP)', compared: 500, largest: 600, create };

const syntax = { ...celSyntax, path: (fact: string) => `request.resource.attr.${fact}` };

async function create(model: Model): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-bench-cerbos-'));
  const [http, grpc] = [await freePort(), await freePort()];
  mkdirSync(join(folder, 'policies'));
  writeFileSync(join(folder, 'policies', 'contact.json'), JSON.stringify(policyOf(model)));
  const config = {
    server: { httpListenAddr: `127.0.0.1:${http}`, grpcListenAddr: `127.0.0.1:${grpc}` },
    storage: { driver: 'disk', disk: { directory: join(folder, 'policies') } },
    telemetry: { disabled: true },
  };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  const command = ['server', `--config=${join(folder, 'config.json')}`, '--log-level=error'];
  const server = spawn(peerPath('@cerbos/cerbos-linux-x64'), command, { stdio: 'ignore' });
  const close = (): void => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await isReady(http, agent);
  const permitsMany = (requests: readonly Request[]): Promise<readonly boolean[]> =>
    check(http, agent, requests);
  return {
    permits: async (request) => (await permitsMany([request]))[0] === true,
    permitsMany,
    close: () => {
      agent.destroy();
      close();
    },
  };
}

function policyOf(model: Model): unknown {
  const rule = { actions: ['contact'], roles: ['*'] };
  const forbidden = prohibitionsOf(model).map(({ when }) => ({
    ...rule,
    effect: 'EFFECT_DENY',
    condition: { match: { expr: printCondition(when, syntax) } },
  }));
  return {
    apiVersion: 'api.cerbos.dev/v1',
    resourcePolicy: {
      resource: 'customer',
      version: 'default',
      rules: [{ ...rule, effect: 'EFFECT_ALLOW' }, ...forbidden],
    },
  };
}

async function check(port: number, agent: Agent, requests: readonly Request[]): Promise<readonly boolean[]> {
  const answer = await post(port, agent, {
    requestId: 'bench',
    principal: { id: 'crm', roles: ['service'] },
    resources: requests.map((attr, index) => ({
      actions: ['contact'],
      resource: { kind: 'customer', id: String(index), attr },
    })),
  });
  // The form that Cerbos documents.
  const { results } = JSON.parse(answer) as { results: readonly { actions: Record<string, string> }[] };
  return results.map(({ actions }) => actions['contact'] === 'EFFECT_ALLOW');
}

function post(port: number, agent: Agent, body: unknown): Promise<string> {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return exchange({ port, agent, path: '/api/check/resources', method: 'POST', headers }, text);
}

function exchange(options: object, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = send({ host: '127.0.0.1', ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${response.statusCode}: ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function isReady(port: number, agent: Agent): Promise<void> {
  const until = performance.now() + 60_000;
  for (;;) {
    try {
      await exchange({ port, agent, path: '/_cerbos/health', method: 'GET' }, '');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
