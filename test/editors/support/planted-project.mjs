// The example company as somebody finds it on the first day: one word misspelt, and Saturday calls not allowed yet.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const example = fileURLToPath(new URL('../../../examples/acme', import.meta.url));

/** The file with the mistake, and with the tests of what is added. */
export const charter = 'policies/company/acme.privacy';
export const vocabulary = 'policies/vocabulary.privacy';

/** Copies the example into a new folder called acme. */
export function copyExample() {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'privacy-example-')));
  const folder = join(place, 'acme');
  for (const name of ['policies', 'privacy.json'])
    cpSync(join(example, name), join(folder, name), { recursive: true });
  const pathOf = (file) => join(folder, file);
  return {
    folder,
    read: (file) => readFileSync(pathOf(file), 'utf8'),
    write: (file, text) => writeFileSync(pathOf(file), text),
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}

/** Copies the example, plants the mistake, and takes the Saturday calls away. */
export function plantedProject() {
  const project = copyExample();
  const text = project.read(charter);
  const planted = text
    .replace(/\n {2}\/\/\/ Harbor's default[^}]*\n {2}\}\n/, '')
    .replaceAll('acme.contact.saturday-calls', '                           ')
    .replace('channel is automated-call', 'channel is automated-cal');
  assert.doesNotMatch(planted, /saturday/);
  assert.match(planted, /automated-cal$/m);
  project.write(charter, planted);
  return project;
}
