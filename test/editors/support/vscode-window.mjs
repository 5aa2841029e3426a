// One window of VS Code in a browser, worked as a person works it: with keys and the mouse.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './installed-project.mjs';

const screenshots = fileURLToPath(new URL('../../../.build/screenshots/', import.meta.url));

/** @typedef {Awaited<ReturnType<typeof openWindow>>} EditorWindow */

/**
 * Opens a folder, or a workspace file, and waits until VS Code can be used.
 * @param {import('playwright-core').Browser} browser
 * @param {{ address: string, folder?: string, workspace?: string }} what
 */
export async function openWindow(browser, { address, folder, workspace }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const requested = [];
  context.on('request', (request) => requested.push(request.url()));
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.setDefaultTimeout(20_000);
  const url = new URL(address);
  if (folder !== undefined) url.searchParams.set('folder', folder);
  if (workspace !== undefined) url.searchParams.set('workspace', workspace);
  await page.goto(url.href);
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
  const seen = partsOf(page);
  const keys = keysOf({ page, root: folder ?? '', ...seen });
  return { page, requested, said, ...seen, ...keys, ...doubtsOf(page, seen), close: () => context.close() };
}

/** What a person sees. */
function partsOf(page) {
  const editor = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  return {
    editor,
    lines: editor.locator('.view-lines'),
    errors: editor.locator('.squiggly-error'),
    quickInput: page.locator('.quick-input-widget'),
    hover: page.locator('.monaco-resizable-hover').locator('visible=true').first(),
    suggestions: page.locator('.suggest-widget.visible'),
    actions: page.locator('.action-widget .monaco-list-row').locator('visible=true'),
    problems: page.locator('.markers-panel .monaco-list-row'),
    notices: page.locator('.notifications-toasts .notification-toast'),
    tab: page.locator('.editor-group-container.active .tab.active'),
    /** @param {string} name */
    screenshot: async (name) => {
      mkdirSync(screenshots, { recursive: true });
      writeFileSync(join(screenshots, `${name}.png`), await page.screenshot());
    },
  };
}

/** What a person does. */
function keysOf({ page, root, editor, quickInput, suggestions, tab, lines }) {
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (words) => page.keyboard.type(words, { delay: 15 });
  /** Opens the box at the top and writes into it. */
  const ask = async (key, words, row) => {
    await press(key);
    await quickInput.locator('input').first().waitFor({ state: 'visible' });
    await page.keyboard.insertText(words);
    await quickInput.locator('.monaco-list-row.focused', { hasText: row }).waitFor();
    await press('Enter');
    await quickInput.waitFor({ state: 'hidden' });
  };
  const run = (title) => ask('F1', title, title);
  const goTo = (line, column) => ask('Control+g', `${line}:${column}`, `${line}`);
  const nameOf = (file) => file.split('/').at(-1);
  const open = async (file) => {
    await ask('Control+p', file, nameOf(file));
    await tab.filter({ hasText: nameOf(file) }).waitFor();
    await lines.locator('.view-line').first().waitFor();
  };
  /** Puts the cursor on the first place of some words in a file as it is on the disk, some letters in. */
  const go = async (file, words, letters = 0) => {
    const text = readFileSync(join(root, file), 'utf8');
    assert.ok(text.includes(words), `${file} has no ${words}`);
    const before = text.slice(0, text.indexOf(words)).split('\n');
    await goTo(before.length, (before.at(-1) ?? '').length + 1 + letters);
  };
  /** Types the beginning of a word and takes what is offered. */
  const complete = async (begin, label) => {
    await type(begin);
    await suggestions.locator('.monaco-list-row', { hasText: label }).first().waitFor();
    const focused = suggestions.locator('.monaco-list-row.focused');
    await eventually(`"${label}" in the list`, async () => {
      const shown = await focused.locator('.label-name').first().innerText();
      if (shown === label) return true;
      await press('ArrowDown');
      return false;
    });
    await press('Enter');
    await suggestions.waitFor({ state: 'hidden' });
  };
  /** Opens what can be done at the cursor; before the sign for it is there, nothing would open. */
  const showActions = async () => {
    await editor.locator('[class*="codicon-gutter-lightbulb"], .lightBulbWidget').first().waitFor();
    await press('Control+.');
  };
  const save = async () => {
    await press('Control+s');
    await page.locator('.editor-group-container.active .tab.active.dirty').waitFor({ state: 'detached' });
  };
  return { press, type, run, goTo, open, go, complete, showActions, save };
}

/** What has to become true. */
function doubtsOf(page, { errors, lines }) {
  const shows = (locator, pattern) =>
    eventually(`${pattern} on the screen`, async () => {
      const texts = await locator.allInnerTexts();
      // Editors show spaces that cannot break.
      const text = texts.join('\n').replaceAll('\u00a0', ' ');
      return pattern.test(text) ? text : undefined;
    });
  return {
    shows,
    /** @param {RegExp} pattern */
    lineShows: (pattern) => shows(lines, pattern),
    hasErrors: () => errors.first().waitFor({ state: 'attached' }),
    hasNoErrors: async () => {
      await errors.first().waitFor({ state: 'detached' });
      await page.locator('.statusbar-item[id="status.problems"]', { hasText: /^\s*0\s*0/ }).waitFor();
    },
  };
}
