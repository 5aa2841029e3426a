// The extension as it is published: one file, made by the extension's own command.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);
const extension = new URL('packages/vscode-ext/', root);
/** Everything that gets into the package. */
const sources = [
  ...['src', 'media', 'syntaxes', 'snippets', 'walkthrough', 'schemas', 'package.json', 'build.mjs'].map(
    (name) => new URL(name, extension),
  ),
  ...['packages/lsp/src', 'packages/compiler/src', 'packages/compiler/library', 'docs/diagnostics'].map(
    (name) => new URL(name, root),
  ),
];

/** The path of the packed extension, packed anew if anything in it has changed. */
export function packedExtension() {
  const { name, version } = JSON.parse(readFileSync(new URL('package.json', extension), 'utf8'));
  const vsix = fileURLToPath(new URL(`${name}-${version}.vsix`, extension));
  const isFresh = existsSync(vsix) && sources.every((each) => lastChange(each) < statSync(vsix).mtimeMs);
  if (isFresh) return vsix;
  console.log('  Packing the extension');
  for (const script of ['build.mjs', 'package.mjs']) {
    const options = { cwd: fileURLToPath(extension), encoding: 'utf8' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], options);
    assert.equal(status, 0, `The extension cannot be packed:\n${stdout}${stderr}`);
  }
  return vsix;
}

/** @param {URL} place */
function lastChange(place) {
  if (!existsSync(place)) return 0;
  if (!statSync(place).isDirectory()) return statSync(place).mtimeMs;
  const folder = new URL(`${place.href}/`);
  const inside = readdirSync(place, { recursive: true }).map(
    (name) => statSync(new URL(name, folder)).mtimeMs,
  );
  return Math.max(0, ...inside);
}
