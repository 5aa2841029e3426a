// Every feature of the extension in VS Code, on the example company.

import assert from 'node:assert/strict';
import { eventually } from './support/installed-project.mjs';
import { charter, copyExample, vocabulary } from './support/planted-project.mjs';
import { runInVscode } from './support/vscode-suite.mjs';

const project = copyExample();
const original = project.read(charter);
const outside = 'outside-eight-to-eight(customer)';

/** Undoes what a check did to the file, on the disk too. */
async function restore(window) {
  await window.press('Escape', 'Escape');
  await window.run('File: Revert File');
  project.write(charter, original);
  await window.hasNoErrors();
}

await runInVscode({
  name: 'features',
  opens: { folder: project.folder },
  checks: (window) => [...readingChecks(window), ...writingChecks(window), ...serverChecks(window)],
});
project.remove();

/** @param {import('./support/vscode-window.mjs').EditorWindow} window */
function readingChecks(window) {
  const { page } = window;
  return [
    {
      promise: 'the example has no problems',
      run: async () => {
        await window.open(charter);
        await window.lineShows(/policy acme\.contact/);
        await window.shows(page.locator('.codelens-decoration'), /Run/);
        await window.hasNoErrors();
      },
    },
    {
      promise: 'lenses stand above policies and rules, and hints beside them',
      run: async () => {
        await window.shows(
          page.locator('.codelens-decoration'),
          /Run tests[\s\S]*Ask a case[\s\S]*Run its tests/,
        );
        await window.lineShows(/saturday-calls "Our customers.*" ?from 2026-01-01/);
        await window.screenshot('features-1-lenses');
      },
    },
    {
      promise: 'a hover explains a definition and a rule',
      run: async () => {
        await window.go(charter, outside, 3);
        await window.press('Control+k', 'Control+i');
        await window.shows(window.hover, /outside 8 a\.m\. to 8 p\.m\./);
        await window.screenshot('features-2-hover');
        await window.press('Escape');
        await window.go(charter, 'no-robots', 2);
        await window.press('Control+k', 'Control+i');
        await window.shows(window.hover, /Charter 3\.4/);
        await window.screenshot('features-3-hover-rule');
        await window.press('Escape');
      },
    },
    {
      promise: 'names have the colors of what they refer to',
      run: async () => {
        await window.go(charter, 'automated-call', 3);
        await window.run('Developer: Inspect Editor Tokens and Scopes');
        const tokens = page.locator('.token-inspect-widget');
        await window.shows(tokens, /semantic token type\s+enumMember/);
        await window.shows(tokens, /source\.privacy/);
        await window.press('Escape');
      },
    },
    {
      promise: 'a definition is found in another file and in the standard library',
      run: async () => {
        await window.go(charter, outside, 3);
        await window.press('F12');
        await window.tab.filter({ hasText: 'vocabulary.privacy' }).waitFor();
        await window.lineShows(/define outside-eight-to-eight/);
        await window.open(charter);
        await window.go(charter, 'automated-call', 3);
        await window.press('F12');
        await window.tab.filter({ hasText: 'channels.privacy' }).waitFor();
        await window.lineShows(/automated-call/);
        await window.screenshot('features-4-library');
        await window.press('Control+w');
        await window.open(charter);
      },
    },
    {
      promise: 'references are shown in the text',
      run: async () => {
        await window.go(charter, outside, 3);
        await window.press('Shift+F12');
        const peek = page.locator('.peekview-widget');
        await window.shows(peek, /References \(\d+\)/);
        await window.shows(peek, /vocabulary\.privacy/);
        await window.screenshot('features-5-references');
        await window.press('Escape');
        await peek.waitFor({ state: 'detached' });
      },
    },
    {
      promise: 'the outline has policies, their rules and tests',
      run: async () => {
        await window.press('Control+Shift+o');
        await window.shows(
          window.quickInput,
          /acme\.contact[\s\S]*saturday-calls[\s\S]*quiet-hours[\s\S]*no-robots/,
        );
        await window.screenshot('features-6-outline');
        await window.press('Escape');
      },
    },
    {
      promise: 'rules fold, and unfold',
      run: async () => {
        await window.go(charter, '    when channel is automated-call', 4);
        await window.press('Control+Shift+[');
        await window.editor.locator('.codicon-folding-collapsed').first().waitFor();
        await eventually(
          'a folded rule',
          async () => !/channel is automated-call/.test(await textOf(window)),
        );
        await window.press('Control+Shift+]');
        await window.lineShows(/channel is automated-call/);
      },
    },
  ];
}

async function textOf(window) {
  return (await window.lines.innerText()).replaceAll('\u00a0', ' ');
}

/** @param {import('./support/vscode-window.mjs').EditorWindow} window */
function writingChecks(window) {
  const { page } = window;
  return [
    {
      promise: 'completion offers channels, and only those, and explains them',
      run: async () => {
        await window.go(charter, 'channel is automated-call', 'channel is automated-call'.length);
        await window.type(' and channel is ');
        const rows = window.suggestions.locator('.monaco-list-row');
        const offered = await window.shows(rows, /automated-call/);
        assert.doesNotMatch(offered, /marketing|saturday/);
        await window.type('sm');
        await window.shows(rows, /^sms/m);
        await window.press('Control+Space');
        await window.shows(page.locator('.suggest-details'), /term of Channel|Channel/);
        await window.screenshot('features-7-completion');
        await window.press('Control+Space');
        await restore(window);
      },
    },
    {
      promise: 'rename changes every file',
      run: async () => {
        await window.go(charter, outside, 3);
        await window.press('F2');
        const box = page.locator('.rename-box input');
        await box.fill('at-night');
        await box.press('Enter');
        await window.lineShows(/and at-night\(customer\)/);
        await window.run('File: Save All');
        await eventually('the new name on the disk', () =>
          /^define at-night\(/m.test(project.read(vocabulary)),
        );
        assert.doesNotMatch(project.read(vocabulary), /outside-eight-to-eight/);
        await window.hasNoErrors();
        await window.press('Control+z');
        await window.lineShows(/outside-eight-to-eight\(customer\)/);
        await eventually('the old name on the disk', async () => {
          await window.run('File: Save All');
          return project.read(charter) === original && !/at-night/.test(project.read(vocabulary));
        });
        await window.hasNoErrors();
      },
    },
    {
      promise: 'formatting mends the layout and nothing else',
      run: async () => {
        await window.go(charter, '    forbid contact\n    when channel is automated-call', 4);
        await window.type('      ');
        await window.lineShows(/^ {10}forbid contact/m);
        await window.run('Format Document');
        await eventually('the old layout', async () => !/^ {10}forbid/m.test(await textOf(window)));
        await window.save();
        assert.equal(project.read(charter), original);
      },
    },
    {
      promise: 'a code action writes a test of a rule',
      run: async () => {
        await window.go(charter, 'channel is automated-call', 14);
        await window.showActions();
        await window.shows(window.actions, /Add a test of this rule/);
        await window.actions.filter({ hasText: 'Add a test of this rule' }).click();
        await page.locator('.editor-group-container.active .tab.active.dirty').waitFor();
        await window.press('Control+s');
        await eventually('a new test', () => project.read(charter).length > original.length);
        await restore(window);
      },
    },
  ];
}

/** @param {import('./support/vscode-window.mjs').EditorWindow} window */
function serverChecks(window) {
  return [
    {
      promise: 'the server can be restarted',
      run: async () => {
        await window.run('Privacy: Restart Language Server');
        await window.go(charter, 'automated-call', 'automated-call'.length);
        await window.type('x');
        await window.hasErrors();
        await window.press('Backspace');
        await window.hasNoErrors();
        await window.save();
      },
    },
  ];
}
