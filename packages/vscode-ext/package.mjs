// Makes the extension's package, privacy-lang-VERSION.vsix, from a folder that holds just what is shipped.
//
// The packaging tool brings hundreds of packages along and is needed for nothing else, so it is fetched when it is used.

import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = new URL('./', import.meta.url);
const staging = new URL('dist/package/', here);
const shipped = ['dist/bundle', 'language-configuration.json', 'snippets', 'syntaxes', 'README.md'];
const packagingTool = '@vscode/vsce@3.9.2';

await rm(staging, { recursive: true, force: true });
await mkdir(staging, { recursive: true });
for (const name of shipped) {
  await cp(new URL(name, here), new URL(name, staging), { recursive: true });
}
await cp(new URL('../../LICENSE', here), new URL('LICENSE.txt', staging));

const manifest = JSON.parse(await readFile(new URL('package.json', here), 'utf8'));
// The bundles are CommonJS and need nothing installed.
for (const key of ['type', 'private', 'scripts', 'dependencies', 'devDependencies']) {
  delete manifest[key];
}
await writeFile(new URL('package.json', staging), `${JSON.stringify(manifest, null, 2)}\n`);

const out = fileURLToPath(new URL(`${manifest.name}-${manifest.version}.vsix`, here));
const options = ['package', '--no-dependencies', '--allow-missing-repository', '--out', out];
const { status } = spawnSync('npx', ['--yes', packagingTool, ...options], {
  cwd: fileURLToPath(staging),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
