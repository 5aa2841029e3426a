// The same package as a web extension: everything runs in the browser, on files that are on no disk.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInVscode } from './support/vscode-suite.mjs';

const folder = mkdtempSync(join(tmpdir(), 'privacy-web-'));
const workspace = join(folder, 'memory.code-workspace');
writeFileSync(workspace, JSON.stringify({ folders: [{ uri: 'memory:/shop', name: 'shop' }] }));

/** The commands of all processes that this machine runs, where it tells. */
function commandsOfProcesses() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8');
      } catch {
        return [];
      }
    });
}

/** Searching needs more than the files: opens one as it lies in the tree. */
async function openFromTree(window, ...names) {
  const rows = window.page.locator('.explorer-folders-view .monaco-list-row');
  for (const name of names) await rows.filter({ hasText: name }).first().click();
  await window.tab.filter({ hasText: names.at(-1) }).waitFor();
}

await runInVscode({
  name: 'web',
  opens: { workspace },
  settings: { 'remote.extensionKind': { 'privacy-lang.privacy-lang': ['web'] } },
  extensions: [fileURLToPath(new URL('fixtures/memory-files', import.meta.url))],
  checks: (window, { home }) => [
    {
      promise: 'a mistake in a file that is on no disk is found, and the rest is understood',
      run: async () => {
        await openFromTree(window, 'rules', 'shop.privacy');
        await window.hasErrors();
        await window.press('Control+Shift+m');
        await window.shows(window.problems, /"automated-cal" is not a term of Channel/);
        assert.doesNotMatch(await window.shows(window.problems, /./), /acme\.words|reachable/);
        await window.screenshot('web-1-problems');
      },
    },
    {
      promise: 'the server is a worker of the browser and no process',
      run: async () => {
        assert.ok(
          window.requested.some((url) => url.includes('extension-browser.js')),
          'no extension there',
        );
        const started = commandsOfProcesses().filter((command) => command.includes(home));
        assert.ok(!started.some((command) => command.includes('server-node.cjs')));
      },
    },
    {
      promise: 'a quick fix and completion work there',
      run: async () => {
        await openFromTree(window, 'shop.privacy');
        await window.goTo(13, 25);
        await window.showActions();
        await window.shows(window.actions, /Write "automated-call"/);
        await window.press('Enter');
        await window.hasNoErrors();
        await window.press('End');
        await window.type(' and channel is ');
        const offered = await window.shows(window.suggestions.locator('.monaco-list-row'), /automated-call/);
        assert.doesNotMatch(offered, /marketing/);
        await window.complete('sm', 'sms');
        await window.hasNoErrors();
        await window.screenshot('web-2-completion');
      },
    },
    {
      promise: 'a definition is found in another file and in the standard library',
      run: async () => {
        await window.goTo(13, 45);
        await window.press('F12');
        await window.tab.filter({ hasText: 'words.privacy' }).waitFor();
        await openFromTree(window, 'shop.privacy');
        await window.goTo(13, 25);
        await window.press('F12');
        await window.tab.filter({ hasText: 'channels.privacy' }).waitFor();
        await window.lineShows(/automated-call/);
      },
    },
  ],
});
rmSync(folder, { recursive: true, force: true });
