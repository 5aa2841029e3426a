// Makes registers with the command line from source, and opens them in a browser.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../../', import.meta.url);

/**
 * Writes a register and gives the folder.
 * @param {{ readonly project: string; readonly out: string; readonly options?: readonly string[] }} task
 */
export function writeRegister({ project, out, options = [] }) {
  const main = fileURLToPath(new URL('packages/compiler/src/cli/main.ts', root));
  const typescript = new URL('scripts/typescript.mjs', root).href;
  const words = ['--import', typescript, main, 'docs', '--out', out, ...options];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: project, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return out;
}

/** The example company of the repository. */
export const exampleProject = fileURLToPath(new URL('examples/acme', root));

/** The address of the page in a folder, on the disk. @param {string} folder */
export function addressOf(folder) {
  return pathToFileURL(join(folder, 'index.html')).href;
}

/**
 * Serves a folder as a server would that allows nothing but files of its own.
 * @param {string} folder
 */
export async function serveStrictly(folder) {
  const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    if (name === 'favicon.ico') return response.writeHead(204).end();
    const path = join(folder, name);
    const type = types[/\.\w+$/.exec(name)?.[0] ?? ''];
    if (type === undefined || name.includes('/') || !existsSync(path)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type, 'content-security-policy': "default-src 'self'" });
    createReadStream(path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { address: `http://127.0.0.1:${address.port}/index.html`, close: () => server.close() };
}

/**
 * Opens a page, hands it over, and makes sure that it neither complained nor asked anybody else for anything.
 * @param {import('playwright-core').Browser} browser
 */
export async function visit(browser, address, options, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const complaints = [];
  try {
    const tab = await context.newPage();
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    tab.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      dialog.dismiss();
    });
    tab.on('request', (request) => {
      const isOwn =
        request.url().startsWith(address.replace(/index\.html.*$/, '')) ||
        request.url().endsWith('/favicon.ico');
      if (!isOwn) complaints.push(request.url());
    });
    await tab.goto(address);
    await use(tab);
  } finally {
    await context.close();
  }
  assert.deepEqual(complaints, []);
}
