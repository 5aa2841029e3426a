// A project of somebody who uses the language: the example company, with the packages installed as they would be published.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../../', import.meta.url);

/** @typedef {ReturnType<typeof installProject>} InstalledProject */

/** Copies the example company into a new folder and installs the packages there. @param {string} name */
export function installProject(name) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `privacy-${name}-`)));
  const project = join(folder, 'acme');
  cpSync(fileURLToPath(new URL('examples/acme', root)), project, {
    recursive: true,
    filter: (path) => !path.includes('generated'),
  });
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  const archives = ['compiler', 'lsp'].map((each) => pack(each, folder));
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...archives], project);
  const pathOf = (file) => join(project, file);
  return {
    folder,
    project,
    pathOf,
    addressOf: (file) => pathToFileURL(pathOf(file)).href,
    read: (file) => readFileSync(pathOf(file), 'utf8'),
    write: (file, text) => writeFileSync(pathOf(file), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function pack(name, folder) {
  const source = fileURLToPath(new URL(`packages/${name}`, root));
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], source);
  return join(folder, packed.trim().split('\n').at(-1) ?? '');
}

function run(program, words, cwd) {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8', env: process.env });
  assert.equal(status, 0, `${program} ${words.join(' ')}\n${stderr}`);
  return stdout;
}

/**
 * A block of code as a page of the documentation has it, so that what is tested is what is told.
 * @param {{ readonly page: string; readonly heading: string; readonly language: string }} place
 */
export function documentedBlock({ page, heading, language }) {
  const text = readFileSync(new URL(page, root), 'utf8');
  const section = text.split(/^#+ /m).find((each) => each.startsWith(`${heading}\n`));
  const block = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(section ?? '')?.[1];
  assert.ok(block !== undefined, `${page} has no ${language} under "${heading}"`);
  return block;
}

/**
 * Asks until the answer is there; an editor does most things in its own time.
 * @template Answer
 * @param {string} what
 * @param {() => Answer | undefined | Promise<Answer | undefined>} ask
 * @returns {Promise<Answer>}
 */
export async function eventually(what, ask) {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false && answer !== null) return answer;
    assert.ok(Date.now() < end, `${what}: it did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
