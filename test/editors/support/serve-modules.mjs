// Serves modules to pages and workers that may do nothing but load them: the strictest policy that runs a script at all.

import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types = { '.js': 'text/javascript', '.jsonl': 'application/x-ndjson' };

/** Pages and scripts that are made for tests, by name. */
const made = {
  'page.html': pageWith('page.js'),
  'worker.html': pageWith('start-worker.js'),
  'refused.html': pageWith('refused.js'),
  'start-worker.js': `const worker = new Worker('worker.js', { type: 'module' });
worker.onmessage = ({ data }) => { globalThis.answers = data; };
worker.onerror = ({ message }) => console.error(message);`,
  'refused.js': `try { Function('return 1')(); globalThis.answers = 'allowed'; }
catch (error) { globalThis.answers = error.name; }`,
};

/** @param {string} folder */
export async function serveModules(folder) {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const path = join(folder, name);
    const text = Object.hasOwn(made, name) ? made[name] : undefined;
    const type = name.endsWith('.html') ? 'text/html; charset=utf-8' : types[/\.\w+$/.exec(name)?.[0] ?? ''];
    if (name === 'favicon.ico') return response.writeHead(204).end();
    if (type === undefined || name.includes('/') || (text === undefined && !existsSync(path)))
      return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
    if (text === undefined) createReadStream(path).pipe(response);
    else response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { address: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

/** @param {string} script */
function pageWith(script) {
  return `<!doctype html><html lang="en"><title>Answers</title><script type="module" src="${script}"></script></html>`;
}
