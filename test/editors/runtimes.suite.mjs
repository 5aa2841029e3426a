// The compiled example company in every runtime that the guides name: the same answers to the same questions, which are
// those of the interpreter. What asks them is one module, which every runtime loads as its users would.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from './support/browser.mjs';
import { runChecks } from './support/checks.mjs';
import { exampleProject } from './support/register-page.mjs';
import { installRuntime, outputOf, runtimes } from './support/runtimes.mjs';
import { serveModules } from './support/serve-modules.mjs';

const root = new URL('../../', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'privacy-runtimes-'));
const requests = readFileSync(join(exampleProject, 'requests.jsonl'), 'utf8');

/** Says what is decided, whether it is permitted, and what is wrong with facts that are not as they have to be. */
const asking = `
import * as policies from './generated/index.ts';

const activityOf = (name) => policies[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())];

function answer({ activity, facts, now }) {
  const asked = activityOf(activity);
  const decision = asked.decide(facts, { now });
  const permits = asked.permits(facts, { now, fulfils: [] });
  const { changes } = asked.explain(facts, { now, changes: false });
  return JSON.stringify({ decision, permits, changes, refused: refusal(asked, facts, now) });
}

function refusal(asked, facts, now) {
  try {
    return asked.decide({ ...facts, company: { seat: 'nowhere' } }, { now });
  } catch (error) {
    return [error.name, error.issues, asked.permits({ ...facts, company: {} }, { now })];
  }
}

export const answersTo = (lines) => lines.trimEnd().split('\\n').map((line) => answer(JSON.parse(line)));
`;

const onCommandLine = (readText) => `
import { answersTo } from './asking.ts';
for (const line of answersTo(${readText})) console.log(line);
`;

writeFileSync(join(folder, 'requests.jsonl'), requests);
writeFileSync(join(folder, 'asking.ts'), asking);
writeFileSync(
  join(folder, 'node.ts'),
  `import { readFileSync } from 'node:fs';${onCommandLine("readFileSync('requests.jsonl', 'utf8')")}`,
);
writeFileSync(join(folder, 'deno.ts'), onCommandLine("Deno.readTextFileSync('requests.jsonl')"));
writeFileSync(join(folder, 'bun.ts'), onCommandLine("await Bun.file('requests.jsonl').text()"));
writeFileSync(
  join(folder, 'page.ts'),
  `import { answersTo } from './asking.ts';
globalThis.answers = answersTo(await (await fetch('requests.jsonl')).text());`,
);
writeFileSync(
  join(folder, 'worker.ts'),
  `import { answersTo } from './asking.ts';
self.postMessage(answersTo(await (await fetch('requests.jsonl')).text()));`,
);

const main = fileURLToPath(new URL('packages/compiler/src/cli/main.ts', root));
const privacy = ['--import', new URL('scripts/typescript.mjs', root).href, main];
outputOf(process.execPath, [...privacy, 'build', '--out', join(folder, 'generated')], exampleProject);
const interpreted = outputOf(
  process.execPath,
  [...privacy, 'decide', '--input', 'requests.jsonl'],
  exampleProject,
);

/** Node.js 20 takes no TypeScript, and browsers neither: they get what bundlers make of it. */
async function bundle(name) {
  await build({
    entryPoints: [join(folder, `${name}.ts`)],
    outfile: join(folder, `${name}.js`),
    bundle: true,
    format: 'esm',
    platform: name === 'node' ? 'node' : 'browser',
    target: name === 'node' ? 'node20' : 'es2022',
    logLevel: 'error',
  });
}

writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
await Promise.all(['node', 'page', 'worker'].map(bundle));
const expected = outputOf(process.execPath, ['node.js'], folder);

async function inBrowser(page, read) {
  const server = await serveModules(folder);
  const browser = await launchBrowser();
  try {
    const tab = await (await browser.newContext({ timezoneId: 'Asia/Kolkata' })).newPage();
    const complaints = [];
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    await tab.goto(`${server.address}${page}`);
    const answers = await read(tab);
    assert.deepEqual(complaints, []);
    return `${answers.join('\n')}\n`;
  } finally {
    await browser.close();
    server.close();
  }
}

await runChecks([
  {
    promise: `Node.js ${process.versions.node} decides the ${requests.split('\n').length - 1} requests as the interpreter does`,
    run: async () => {
      const decisions = expected
        .trimEnd()
        .split('\n')
        .map((line) => JSON.stringify(JSON.parse(line).decision));
      assert.equal(`${decisions.join('\n')}\n`, interpreted);
      const refused = expected
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).refused);
      assert.ok(
        refused.every(
          ([name, issues, permits]) => name === 'FactsError' && issues.length > 0 && permits === false,
        ),
      );
    },
  },
  {
    promise: `Node.js ${runtimes.node24.version} gives the same answers, and takes the TypeScript as it is`,
    run: async () => assert.equal(outputOf(installRuntime(runtimes.node24), ['node.ts'], folder), expected),
  },
  {
    promise: `Deno ${runtimes.deno.version} gives the same answers, and takes the TypeScript as it is`,
    run: async () => {
      const words = ['run', '--no-check', '--no-prompt', '--allow-read=.', 'deno.ts'];
      assert.equal(outputOf(installRuntime(runtimes.deno), words, folder), expected);
    },
  },
  {
    promise: `Bun ${runtimes.bun.version} gives the same answers, and takes the TypeScript as it is`,
    run: async () =>
      assert.equal(outputOf(installRuntime(runtimes.bun), ['run', 'bun.ts'], folder), expected),
  },
  {
    promise: 'Chromium gives the same answers, under a strict content security policy',
    run: async () => {
      const answers = await inBrowser('page.html', async (tab) => {
        await tab.waitForFunction(() => globalThis.answers !== undefined);
        return tab.evaluate(() => globalThis.answers);
      });
      assert.equal(answers, expected);
    },
  },
  {
    promise: 'a worker gives the same answers, under a strict content security policy of its own',
    run: async () => {
      const answers = await inBrowser('worker.html', async (tab) => {
        await tab.waitForFunction(() => globalThis.answers !== undefined);
        return tab.evaluate(() => globalThis.answers);
      });
      assert.equal(answers, expected);
    },
  },
  {
    promise: 'the content security policy of these pages refuses what it should: code made of text',
    run: async () => {
      const server = await serveModules(folder);
      const browser = await launchBrowser();
      try {
        const tab = await browser.newPage();
        await tab.goto(`${server.address}refused.html`);
        await tab.waitForFunction(() => globalThis.answers !== undefined);
        assert.equal(await tab.evaluate(() => globalThis.answers), 'EvalError');
      } finally {
        await browser.close();
        server.close();
      }
    },
  },
]);

rmSync(folder, { recursive: true, force: true });
