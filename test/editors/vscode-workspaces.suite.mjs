// Two projects side by side in a folder that nobody has said is to be trusted.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInVscode } from './support/vscode-suite.mjs';

const folder = mkdtempSync(join(tmpdir(), 'privacy-workspaces-'));
const workspace = join(folder, 'both.code-workspace');

/** A project whose only rule asks its own definition. */
function makeProject(name, channel) {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'privacy.json'), '{ "sources": ["*.privacy"] }\n');
  writeFileSync(
    join(folder, name, `${name}.privacy`),
    `use std.crm

define only-${name}(who: Customer) as
  who.is-individual

policy rules.${name} "How the ${name} calls" {
  authority law
  source "SI 2003/2426" <https://www.legislation.gov.uk/uksi/2003/2426>
  applies when jurisdiction is GB and purpose is direct-marketing

  default permit contact "Allowed" cite "0"

  rule no-robots "No recordings" {
    forbid contact
    when channel is ${channel} and only-${name}(customer)
    cite "1"
  }
}
`,
  );
}

makeProject('shop', 'automated-cal');
makeProject('bank', 'automated-call');
const folders = ['shop', 'bank'].map((name) => ({ path: name }));
writeFileSync(workspace, JSON.stringify({ folders }));

await runInVscode({
  name: 'workspaces',
  opens: { workspace },
  trustsAll: false,
  checks: (window) => [
    {
      promise: 'mistakes are found in a folder that is not trusted',
      run: async () => {
        await window.shows(window.page.locator('.statusbar-item'), /Restricted Mode/);
        await window.open('shop.privacy');
        await window.hasErrors();
        await window.press('Control+Shift+m');
        const found = await window.shows(window.problems, /"automated-cal" is not a term of Channel/);
        assert.doesNotMatch(found, /bank/);
        await window.screenshot('workspaces-1-restricted');
      },
    },
    {
      promise: 'each project has its own words',
      run: async () => {
        await window.open('bank.privacy');
        await window.goTo(15, 200);
        await window.type(' and only-');
        const offered = await window.shows(window.suggestions.locator('.monaco-list-row'), /only-bank/);
        assert.doesNotMatch(offered, /only-shop/);
        await window.press('Escape');
        await window.run('File: Revert File');
      },
    },
    {
      promise: 'a quick fix mends what is wrong',
      run: async () => {
        await window.open('shop.privacy');
        await window.goTo(15, 25);
        await window.showActions();
        await window.shows(window.actions, /Write "automated-call"/);
        await window.press('Enter');
        await window.hasNoErrors();
      },
    },
  ],
});
rmSync(folder, { recursive: true, force: true });
