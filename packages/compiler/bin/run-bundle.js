// Runs the bundled command line, and keeps its compiled code between runs, as browsers do: half of what a short command
// takes is compiling this program. Node.js does so by itself from version 22 on, but not for what version 20 runs.

import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import vm from 'node:vm';

/**
 * @param {string} bundle
 * @param {readonly string[]} words
 */
export async function runBundle(bundle, words) {
  const cache = cacheFile(bundle, words);
  const cachedData = cache === undefined ? undefined : readOwn(cache);
  const script = new vm.Script(`(function (exports, require, module) {${readFileSync(bundle, 'utf8')}\n})`, {
    filename: bundle,
    cachedData,
  });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(bundle), loaded);
  process.exitCode = await loaded.exports.run(words, (url) => import(url));
  if (cache !== undefined && (cachedData === undefined || script.cachedDataRejected === true))
    writeOwn(cache, script.createCachedData());
}

/**
 * Where the compiled code of a command is kept: below the folder that systems have for such things, under a name that no
 * other build and no other version of Node.js uses. Undefined: nowhere.
 * @param {string} bundle
 * @param {readonly string[]} words
 */
function cacheFile(bundle, [command = '']) {
  const { env, platform, version, arch } = process;
  if (env['NODE_DISABLE_COMPILE_CACHE'] !== undefined) return undefined;
  try {
    const digest = readFileSync(join(dirname(bundle), 'digest'), 'latin1').trim();
    const usual = platform === 'win32' ? env['LOCALAPPDATA'] : join(homedir(), '.cache');
    const base = env['XDG_CACHE_HOME'] || usual;
    const name = /^[a-z]{1,12}$/.test(command) ? command : 'help';
    return base && join(base, 'privacy-lang', 'compiled', `${digest}-${version}-${arch}-${name}`);
  } catch {
    return undefined;
  }
}

/**
 * Compiled code runs as it is: what somebody else wrote is not read.
 * @param {string} path
 */
function readOwn(path) {
  try {
    const file = openSync(path, 'r');
    try {
      const isOwn = process.getuid === undefined || fstatSync(file).uid === process.getuid();
      return isOwn ? readFileSync(file) : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/**
 * At no time half written; where it cannot be written, the next start is as slow as this one.
 * @param {string} path
 * @param {Uint8Array} data
 */
function writeOwn(path, data) {
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, data, { mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}
